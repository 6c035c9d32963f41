package io.github.coopj.governance.regulation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.decision;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.act.Executives;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Decisions;
import io.github.coopj.governance.meeting.Fixtures;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegulationTest {
  private static final Charter CHARTER = Executives.CHARTER;
  private static final Name COOP = CHARTER.account();
  private static final Checksum256 PAPER = Fixtures.paper("text");

  private static RegulationText text(RegulationKind kind, int version, boolean funds) {
    long number = kind.number() == 0 ? 100 : kind.number();
    return new RegulationText(COOP, kind, number, version, PAPER, CHARTER.digest(), funds);
  }

  private static Regulation council(RegulationText text, Optional<Regulation> before) {
    return Regulation.byCouncil(
        text, decision(7, QuestionType.REGULATION, text.digest()), before, CHARTER);
  }

  private static Regulation board(RegulationText text, Optional<Regulation> before) {
    return Regulation.byBoard(text, Executives.ofBoard(3, text.digest(), NOW), before, CHARTER);
  }

  @Test
  @Tag("COUNCIL-15")
  void byCouncil_versionByVersion_inAccordWithTheCharter() {
    Regulation first = council(text(RegulationKind.JOB, 1, false), Optional.empty());
    assertThat(first.by()).isEqualTo(Office.Body.COUNCIL);
    assertThat(first.decision()).isEqualTo(7);
    Regulation second = council(text(RegulationKind.JOB, 2, false), Optional.of(first));
    assertThat(second.text().version()).isEqualTo(2);
    assertRefused(
        Reason.PAPER_VERSION,
        "PAPER_VERSION paper=JOB version=2 expected=3",
        () -> council(text(RegulationKind.JOB, 2, false), Optional.of(second)));
    assertRefused(
        Reason.PAPER_VERSION,
        "PAPER_VERSION paper=JOB version=2 expected=2",
        () -> council(text(RegulationKind.OTHER, 2, false), Optional.of(first)));
    RegulationText old = new RegulationText(COOP, RegulationKind.JOB, 100, 1, PAPER, PAPER, false);
    assertRefused(
        Reason.REGULATION_OTHER_CHARTER,
        "REGULATION_OTHER_CHARTER number=100 charter=" + CHARTER.digest(),
        () -> council(old, Optional.empty()));
    assertRefused(
        () -> Regulation.byCouncil(
            text(RegulationKind.JOB, 1, false),
            decision(7, QuestionType.REGULATION, PAPER),
            Optional.empty(),
            CHARTER),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThat(RecordCodec.of(Regulation.class)
            .decode(RecordCodec.of(Regulation.class).encode(second)))
        .isEqualTo(second);
  }

  @Test
  @Tag("BOARD-02")
  void byBoard_neverAgainstTheCouncil() {
    Regulation council = council(text(RegulationKind.OTHER, 1, false), Optional.empty());
    assertRefused(
        Reason.SUBORDINATE_CONFLICT,
        "SUBORDINATE_CONFLICT number=100 decision=7",
        () -> board(text(RegulationKind.OTHER, 2, false), Optional.of(council)));
    Regulation own = board(text(RegulationKind.OTHER, 1, false), Optional.empty());
    assertThat(own.by()).isEqualTo(Office.Body.BOARD);
    Regulation next = board(text(RegulationKind.OTHER, 2, false), Optional.of(own));
    Regulation taken = council(text(RegulationKind.OTHER, 3, false), Optional.of(next));
    assertThat(taken.by()).isEqualTo(Office.Body.COUNCIL);
    assertRefused(
        () -> board(text(RegulationKind.OTHER, 4, false), Optional.of(taken)),
        Reason.SUBORDINATE_CONFLICT);
  }

  @Test
  @Tag("BOARD-06")
  void byBoard_liability_versionByVersion() {
    Regulation first = board(text(RegulationKind.LIABILITY, 1, false), Optional.empty());
    Regulation second = board(text(RegulationKind.LIABILITY, 2, false), Optional.of(first));
    assertThat(second.digest()).isNotEqualTo(first.digest());
    assertThat(second.text().number()).isEqualTo(1);
    assertRefused(
        () -> board(text(RegulationKind.LIABILITY, 3, false), Optional.of(first)),
        Reason.PAPER_VERSION);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new RegulationText(
            COOP, RegulationKind.LIABILITY, 100, 1, PAPER, CHARTER.digest(), false));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            new RegulationText(COOP, RegulationKind.JOB, 99, 1, PAPER, CHARTER.digest(), false));
  }

  @ParameterizedTest
  @EnumSource(RegulationKind.class)
  @Tag("COUNCIL-22")
  void byBoard_refused_forLoansAidAdvancesAndSecrets(RegulationKind kind) {
    RegulationText text = text(kind, 1, false);
    switch (kind) {
      case LOANS, AID, ADVANCES, SECRECY ->
        assertRefused(
            Reason.COUNCIL_ONLY, "COUNCIL_ONLY kind=" + kind, () -> board(text, Optional.empty()));
      default -> assertThat(board(text, Optional.empty()).decision()).isEqualTo(3);
    }
    assertThat(council(text, Optional.empty()).decision()).isEqualTo(7);
  }

  @Test
  @Tag("COUNCIL-22")
  void byCouncilAndMeeting_whatTouchesFunds() {
    RegulationText loans = text(RegulationKind.LOANS, 1, true);
    assertRefused(
        Reason.FUNDS_NEED_MEETING,
        "FUNDS_NEED_MEETING number=100",
        () -> council(loans, Optional.empty()));
    RegulationText other = text(RegulationKind.OTHER, 1, true);
    assertRefused(() -> board(other, Optional.empty()), Reason.FUNDS_NEED_MEETING);
    for (int seconds : new int[] {-5, 5}) {
      Regulation both = Regulation.byCouncilAndMeeting(
          loans,
          decision(7, QuestionType.REGULATION, loans.digest()),
          Decisions.of(COOP, 4, ItemType.FUND_RULES, loans.digest(), NOW.plusSeconds(seconds)),
          Optional.empty(),
          CHARTER);
      assertThat(both.meeting()).isEqualTo(40_001);
      assertThat(both.since()).isEqualTo(TimePointSec.of(NOW.plusSeconds(Math.max(0, seconds))));
    }
    assertRefused(
        () -> Regulation.byCouncilAndMeeting(
            loans,
            decision(7, QuestionType.REGULATION, loans.digest()),
            Decisions.of(COOP, 4, ItemType.OTHER, loans.digest(), NOW),
            Optional.empty(),
            CHARTER),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> Regulation.byCouncilAndMeeting(
            loans,
            decision(7, QuestionType.REGULATION, loans.digest()),
            Decisions.of(COOP, 4, ItemType.FUND_RULES, PAPER, NOW),
            Optional.empty(),
            CHARTER),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }
}
