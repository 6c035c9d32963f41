package io.github.coopj.governance.program;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.lines;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static io.github.coopj.governance.program.Programmes.regulation;
import static io.github.coopj.governance.program.Programmes.revised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.Carry;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Absolute, relative and free contributions, and how a new version binds participants. */
class FeeRuleTest {
  private static Split divide(FeeRule rule, long minor, Optional<Asset> declared) {
    return rule.divide(5, rub(minor), declared, SplitRule.NO_CARRY);
  }

  private static void assertDivided(Split split, long share, long membership) {
    assertThat(split.share()).isEqualTo(rub(share));
    assertThat(split.membership()).isEqualTo(rub(membership));
  }

  @Test
  @Tag("CPP-14")
  @Tag("CPP-15")
  void absolute_takesExactlyTheSum() {
    FeeRule rule = new AbsoluteFee(rub(700), rub(300));
    assertDivided(divide(rule, 1_000, Optional.empty()), 700, 300);
    assertDivided(divide(rule, 1_000, Optional.of(rub(300))), 700, 300);
    for (long wrong : new long[] {999, 1_001, 0}) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> divide(rule, wrong, Optional.empty()))
          .withMessage(
              "FEE_MISMATCH programme=5 amount=\"" + rub(wrong) + "\" expected=\"10.00 RUB\"");
    }
    assertRefused(() -> divide(rule, 1_000, Optional.of(rub(301))), Reason.FEE_MISMATCH);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AbsoluteFee(rub(0), rub(0)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AbsoluteFee(rub(5), rub(-1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AbsoluteFee(rub(5), Asset.parse("1.0000 AXON")));
  }

  @Test
  @Tag("CPP-14")
  @Tag("CPP-15")
  void free_isDividedAsTheMemberSays_withinTheLimits() {
    FeeRule rule = new FreeFee(rub(100));
    assertDivided(divide(rule, 1_000, Optional.empty()), 900, 100);
    assertDivided(divide(rule, 1_000, Optional.of(rub(1_000))), 0, 1_000);
    assertDivided(divide(rule, 1_000, Optional.of(rub(100))), 900, 100);
    assertRefused(() -> divide(rule, 1_000, Optional.of(rub(99))), Reason.FEE_MISMATCH);
    assertRefused(() -> divide(rule, 1_000, Optional.of(rub(1_001))), Reason.FEE_MISMATCH);
    assertRefused(() -> divide(rule, 99, Optional.empty()), Reason.FEE_MISMATCH);
    assertRefused(
        () -> divide(rule, 1_000, Optional.of(Asset.parse("1.0000 AXON"))), Reason.FEE_MISMATCH);
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new FreeFee(rub(-1)));
  }

  @Test
  @Tag("CPP-14")
  void relative_takesAnySum_andNoDeclaration() {
    FeeRule rule = new RelativeFee(new SplitRule(1, 2));
    assertDivided(divide(rule, 100, Optional.empty()), 33, 67);
    assertRefused(() -> divide(rule, 100, Optional.of(rub(67))), Reason.FEE_MISMATCH);
  }

  @Test
  @Tag("CPP-14")
  void contribution_underEachRule_isBookedAsTheRegulationSays() {
    ProgrammeRegulation free = regulation(8, 1, new SplitRule(1, 1)).withFee(new FreeFee(rub(0)));
    Programme.Draft draft = Programme.draft(free, platform());
    Programme.Active programme =
        draft.approve(platform(), decision(QuestionType.PROGRAMME, draft.subject(), NOW));
    Contribution contribution = new Contribution(
            ContributionKind.PROGRAMME, member(3), rub(100), 8, paper("order"), AT)
        .declaring(rub(0));
    assertThat(lines(CONTRIBUTIONS
            .book(
                contribution,
                participant(programme, member(3), NOW),
                programme,
                RULES,
                Carry.NONE,
                Optional.empty())
            .posting()))
        .containsExactly(
            "51 76.1/8/" + member(3) + " 100 received 0",
            "76.1/8/" + member(3) + " 80.2/8/" + member(3) + " 100 share 1");
    assertThat(free.digest()).isNotEqualTo(regulation(8, 1, new SplitRule(1, 1)).digest());
  }

  @Test
  @Tag("CPP-10")
  void newVersion_bindsByConsent_orAfterTheNotice_asTheCharterSays() {
    Programme.Active first = active(5, new SplitRule(1, 1));
    Participation part = participant(first, member(3), NOW);
    Programme.Active second = revised(first, new SplitRule(2, 1), NOW.plusSeconds(100));
    MoneyPolicy consent = platform().money();
    MoneyPolicy notice = platform(
            "\"programme.versionChange\": \"NOTICE\"", "\"programme.noticeDays\": 30")
        .money();
    Instant bound = NOW.plusSeconds(100).plus(Duration.ofDays(30));
    for (Instant at : List.of(NOW.plusSeconds(100), bound, bound.plus(Duration.ofDays(999)))) {
      assertRefused(
          () -> Participation.require(member(3), part, second, consent, at),
          Reason.CONSENT_OUTDATED);
    }
    assertRefused(
        () -> Participation.require(member(3), part, second, notice, bound.minusSeconds(1)),
        Reason.CONSENT_OUTDATED);
    Participation.require(member(3), part, second, notice, bound);
  }
}
