package io.github.coopj.governance.program;

import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.key;
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
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final Charter CHARTER = platform();
  private static final SplitRule SPLIT = new SplitRule(2, 1);

  private static void assertRefused(ThrowingCallable move, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  @Test
  @Tag("CPP-03")
  @Tag("CPP-01")
  void approve_onlyByTheCouncilsDecisionOnExactlyThisRegulation() {
    Programme.Draft draft = Programme.draft(regulation(5, 1, SPLIT), CHARTER);
    assertRefused(
        () -> draft.approve(CHARTER, decision(QuestionType.OTHER, draft.subject(), NOW)),
        Reason.DECISION_OF_OTHER_TYPE);
    for (ProgrammeRegulation other : List.of(
        regulation(6, 1, SPLIT), regulation(5, 2, SPLIT), regulation(5, 1, new SplitRule(1, 1)))) {
      DecisionInForce decision = decision(QuestionType.PROGRAMME, other.digest(), NOW);
      assertRefused(() -> draft.approve(CHARTER, decision), Reason.DECISION_ON_OTHER_SUBJECT);
    }
    Programme.Active active =
        draft.approve(CHARTER, decision(QuestionType.PROGRAMME, draft.subject(), NOW));
    assertThat(active.snapshot().decisionId()).isEqualTo(41);
    assertThat(active.since()).isEqualTo(NOW);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(draft::requireActive)
        .withMessage("WRONG_STATE what=\"programme 5\" state=DRAFT needed=ACTIVE");
    assertThat(active.requireActive()).isEqualTo(active);
  }

  @Test
  @Tag("CPP-11")
  void draft_withoutAnySection_isRefused() {
    for (RegulationSection missing : RegulationSection.values()) {
      for (boolean blank : new boolean[] {false, true}) {
        List<ProgrammeRegulation.Section> sections =
            new ArrayList<>(regulation(5, 1, SPLIT).sections());
        sections.removeIf(section -> section.section() == missing);
        if (blank) {
          sections.add(new ProgrammeRegulation.Section(missing, " \n"));
        }
        ProgrammeRegulation incomplete = new ProgrammeRegulation(
            Fixtures.COOP, 5, 1, "Хлеб", sections, SPLIT, CHARTER.digest(), List.of());
        assertThatExceptionOfType(GovernanceException.class)
            .isThrownBy(() -> Programme.draft(incomplete, CHARTER))
            .withMessage("PROGRAMME_SECTION_MISSING section=" + missing);
      }
    }
  }

  @Test
  @Tag("CPP-02")
  void draft_forAnotherCharter_isRefused() {
    Charter amended = Fixtures.charter("PLATFORM", 2);
    assertRefused(
        () -> Programme.draft(regulation(5, 1, SPLIT), amended), Reason.PROGRAMME_OTHER_CHARTER);
    assertRefused(
        () -> Programme.draft(
            new ProgrammeRegulation(
                Name.of("other"),
                5,
                1,
                "Хлеб",
                regulation(5, 1, SPLIT).sections(),
                SPLIT,
                CHARTER.digest(),
                List.of()),
            CHARTER),
        Reason.PROGRAMME_OTHER_CHARTER);
  }

  @Test
  @Tag("CPP-02")
  void approve_afterTheCharterWasChanged_isRefused() {
    Programme.Draft draft = Programme.draft(regulation(5, 1, SPLIT), CHARTER);
    DecisionInForce decision = decision(QuestionType.PROGRAMME, draft.subject(), NOW);
    assertRefused(
        () -> draft.approve(Fixtures.charter("PLATFORM", 2), decision),
        Reason.PROGRAMME_OTHER_CHARTER);
    assertThat(draft.approve(CHARTER, decision).snapshot().charterDigest())
        .isEqualTo(CHARTER.digest());
  }

  @Test
  void inForceAt_findsTheVersionOfTheDay() {
    Programme.Active first = Programmes.active(5, SPLIT);
    Programme.Active second = Programmes.revised(first, SPLIT, NOW.plusSeconds(60));
    List<Programme.Active> history = List.of(second, first);
    assertThat(Programme.inForceAt(history, NOW)).isEqualTo(first);
    assertThat(Programme.inForceAt(history, NOW.plusSeconds(59))).isEqualTo(first);
    assertThat(Programme.inForceAt(history, NOW.plusSeconds(60))).isEqualTo(second);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Programme.inForceAt(history, NOW.minusSeconds(1)))
        .withMessageStartingWith("PROGRAMME_NOT_IN_FORCE programme=[5] at=");
  }

  @Test
  void restore_refusesRows_thatContradictThemselves() {
    ProgrammeRecord good = Programmes.active(5, SPLIT).snapshot();
    assertThat(Programme.restore(good).snapshot()).isEqualTo(good);
    for (ProgrammeRecord wrong : List.of(
        row(good, 1, good.version(), ProgrammeStatus.ACTIVE, good.decisionId(), good.since()),
        row(good, 5, 0, ProgrammeStatus.ACTIVE, good.decisionId(), good.since()),
        row(good, 5, 1, ProgrammeStatus.ACTIVE, 0, good.since()),
        row(good, 5, 1, ProgrammeStatus.ACTIVE, good.decisionId(), TimePointSec.EPOCH),
        row(good, 5, 1, ProgrammeStatus.CLOSED, 0, TimePointSec.EPOCH),
        row(good, 5, 1, ProgrammeStatus.DRAFT, good.decisionId(), good.since()),
        row(good, 5, 2, ProgrammeStatus.DRAFT, 0, TimePointSec.EPOCH))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Programme.restore(wrong))
          .withMessageStartingWith("programme " + wrong.id() + " is " + wrong.status());
    }
  }

  private static ProgrammeRecord row(
      ProgrammeRecord r,
      long id,
      int version,
      ProgrammeStatus status,
      long decision,
      TimePointSec since) {
    return new ProgrammeRecord(
        id,
        r.cooperative(),
        r.title(),
        version,
        r.regulationHash(),
        r.charterDigest(),
        ((RelativeFee) r.fee()).split(),
        status,
        decision,
        since);
  }

  @Test
  void draft_laterVersion_isRefused() {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Programme.draft(regulation(5, 2, SPLIT), CHARTER))
        .withMessage("PROGRAMME_MISMATCH programme=\"5 version 2\" expected=\"5 version 1\"");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> regulation(Programme.ADMISSION_ID, 1, SPLIT))
        .withMessage("number of a programme must be above 1, got 1");
  }

  @Test
  void digest_coversEveryPartOfTheRegulation() {
    Set<Checksum256> digests = new HashSet<>();
    ProgrammeRegulation base = regulation(5, 1, SPLIT);
    assertThat(digests.add(base.digest())).isTrue();
    assertThat(digests.add(regulation(6, 1, SPLIT).digest())).isTrue();
    assertThat(digests.add(regulation(5, 2, SPLIT).digest())).isTrue();
    assertThat(digests.add(regulation(5, 1, new SplitRule(2, 2)).digest())).isTrue();
    assertThat(digests.add(regulation(5, 1, new SplitRule(1, 1)).digest())).isTrue();
    assertThat(digests.add(new ProgrammeRegulation(
                Fixtures.COOP,
                5,
                1,
                "Молоко",
                base.sections(),
                SPLIT,
                base.charterDigest(),
                List.of())
            .digest()))
        .isTrue();
    assertThat(digests.add(new ProgrammeRegulation(
                Fixtures.COOP,
                5,
                1,
                base.title(),
                base.sections(),
                SPLIT,
                base.charterDigest(),
                List.of(paper("наказ")))
            .digest()))
        .isTrue();
    for (int i = 0; i < base.sections().size(); i++) {
      List<ProgrammeRegulation.Section> sections = new ArrayList<>(base.sections());
      sections.set(i, new ProgrammeRegulation.Section(sections.get(i).section(), "other"));
      assertThat(digests.add(new ProgrammeRegulation(
                  Fixtures.COOP,
                  5,
                  1,
                  base.title(),
                  sections,
                  SPLIT,
                  base.charterDigest(),
                  List.of())
              .digest()))
          .isTrue();
    }
  }

  @Test
  void close_byTheCouncilsDecision_endsTheProgramme() {
    Programme.Active active = active(5, SPLIT);
    Checksum256 subject = active.closure().digest();
    assertRefused(
        () ->
            active.close(decision(QuestionType.PROGRAMME, active.snapshot().regulationHash(), NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> active.close(decision(QuestionType.PROGRAMME, subject, NOW.minusSeconds(1))),
        Reason.OUT_OF_ORDER);
    Programme.Closed closed =
        active.close(decision(QuestionType.PROGRAMME, subject, NOW.plusSeconds(60)));
    assertThat(closed.snapshot().status()).isEqualTo(ProgrammeStatus.CLOSED);
    assertRefused(closed::requireActive, Reason.WRONG_STATE);
  }

  @Test
  void restore_ofEverySnapshot_givesTheSameState_afterTheBinaryForm() {
    var codec = RecordCodec.of(ProgrammeRecord.class);
    Programme.Draft draft = Programme.draft(regulation(5, 1, SPLIT), CHARTER);
    Programme.Active active = active(5, SPLIT);
    Programme.Closed closed =
        active.close(decision(QuestionType.PROGRAMME, active.closure().digest(), NOW));
    for (Programme state : List.of(draft, active, closed)) {
      Programme again = Programme.restore(codec.decode(codec.encode(state.snapshot())));
      assertThat(again).isEqualTo(state).hasSameHashCodeAs(state).hasSameClassAs(state);
      assertThat(again.<String>match(new Programme.Cases<>() {
            @Override
            public String draft(Programme.Draft programme) {
              return "DRAFT";
            }

            @Override
            public String active(Programme.Active programme) {
              return "ACTIVE";
            }

            @Override
            public String closed(Programme.Closed programme) {
              return "CLOSED";
            }
          }))
          .isEqualTo(state.snapshot().status().name());
    }
    Participation participation = participant(active, member(3), NOW);
    var rows = RecordCodec.of(ParticipationRecord.class);
    assertThat(Participation.restore(rows.decode(rows.encode(participation.snapshot()))))
        .isEqualTo(participation)
        .hasSameHashCodeAs(participation);
  }

  // ---- participation

  @Test
  @Tag("CPP-08")
  @Tag("CPP-09")
  @Tag("ESIG-06")
  void begin_startsAtTheSignature_overTheExactRegulation() {
    Programme.Active active = active(5, SPLIT);
    ProgrammeConsent consent = ProgrammeConsent.to(active, member(3));
    DocumentSignature signature =
        DocumentSignature.sign(key(member(3)), member(3), consent.digest(), NOW.plusSeconds(77));
    Participation participation = Participation.begin(consent, signature, active, true, KEYS);
    assertThat(participation.since()).isEqualTo(NOW.plusSeconds(77));
    assertThat(participation.snapshot().regulationHash())
        .isEqualTo(regulation(5, 1, SPLIT).digest());
    assertThat(participation.isCurrent(active)).isTrue();
    for (ProgrammeConsent other : List.of(
        new ProgrammeConsent(Name.of("other"), member(3), 5, 1, consent.regulationHash()),
        new ProgrammeConsent(Fixtures.COOP, member(3), 6, 1, consent.regulationHash()),
        new ProgrammeConsent(Fixtures.COOP, member(3), 5, 2, consent.regulationHash()),
        new ProgrammeConsent(Fixtures.COOP, member(3), 5, 1, paper("other regulation")))) {
      DocumentSignature over =
          DocumentSignature.sign(key(member(3)), member(3), other.digest(), NOW.plusSeconds(77));
      assertRefused(
          () -> Participation.begin(other, over, active, true, KEYS), Reason.CONSENT_MISMATCH);
      assertRefused(
          () -> Participation.begin(consent, over, active, true, KEYS), Reason.CONSENT_FORGED);
    }
  }

  @Test
  @Tag("CPP-09")
  void begin_forgedOrEarlySignatureOrNoMember_isRefused() {
    Programme.Active active = active(5, SPLIT);
    ProgrammeConsent consent = ProgrammeConsent.to(active, member(3));
    DocumentSignature foreign =
        DocumentSignature.sign(key(member(4)), member(3), consent.digest(), NOW);
    assertRefused(
        () -> Participation.begin(consent, foreign, active, true, KEYS), Reason.CONSENT_FORGED);
    DocumentSignature proxy =
        DocumentSignature.sign(key(member(4)), member(4), consent.digest(), NOW);
    assertRefused(
        () -> Participation.begin(consent, proxy, active, true, KEYS), Reason.CONSENT_FORGED);
    DocumentSignature early =
        DocumentSignature.sign(key(member(3)), member(3), consent.digest(), NOW.minusSeconds(1));
    assertRefused(
        () -> Participation.begin(consent, early, active, true, KEYS), Reason.OUT_OF_ORDER);
    DocumentSignature good =
        DocumentSignature.sign(key(member(3)), member(3), consent.digest(), NOW);
    assertRefused(
        () -> Participation.begin(consent, good, active, false, KEYS), Reason.NOT_AN_ACTIVE_MEMBER);
    DocumentSignature redated = new DocumentSignature(
        member(3),
        good.key(),
        good.signature(),
        new TimePointSec(good.signedAt().seconds() + 5));
    assertRefused(
        () -> Participation.begin(consent, redated, active, true, KEYS), Reason.CONSENT_FORGED);
  }

  @Test
  @Tag("CPP-10")
  void revise_leavesParticipantsOnTheirVersion_untilTheyConsentAgain() {
    Programme.Active first = active(5, SPLIT);
    Participation participation = participant(first, member(3), NOW);
    Programme.Active second = revised(first, new SplitRule(1, 1), NOW.plusSeconds(100));
    assertThat(second.snapshot().version()).isEqualTo(2);
    assertThat(participation.snapshot().version()).isEqualTo(1);
    assertThat(participation.snapshot().regulationHash())
        .isEqualTo(first.snapshot().regulationHash());
    assertThat(participation.isCurrent(second)).isFalse();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Participation.require(
            member(3), participation, second, platform().money(), NOW.plusSeconds(200)))
        .withMessage("CONSENT_OUTDATED account=" + member(3) + " consented=1 current=2");
    Participation again = participant(second, member(3), NOW.plusSeconds(150));
    Participation.require(member(3), again, second, platform().money(), NOW.plusSeconds(200));
    assertThat(again.isCurrent(second)).isTrue();
  }

  @Test
  @Tag("CPP-10")
  void revise_needsTheNextVersionAndADecisionAfterTheLast() {
    Programme.Active first = active(5, SPLIT);
    for (ProgrammeRegulation wrong :
        List.of(regulation(5, 1, SPLIT), regulation(5, 3, SPLIT), regulation(6, 2, SPLIT))) {
      assertRefused(
          () -> first.revise(wrong, CHARTER, decision(QuestionType.PROGRAMME, wrong.digest(), NOW)),
          Reason.PROGRAMME_MISMATCH);
    }
    ProgrammeRegulation next = regulation(5, 2, SPLIT);
    assertRefused(
        () -> first.revise(
            next, CHARTER, decision(QuestionType.PROGRAMME, next.digest(), NOW.minusSeconds(1))),
        Reason.OUT_OF_ORDER);
    assertRefused(
        () -> first.revise(next, CHARTER, decision(QuestionType.PROGRAMME, paper("x"), NOW)),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("CPP-05")
  void require_refuses_whoeverTakesNoPart() {
    Programme.Active active = active(5, SPLIT);
    Participation mine = participant(active, member(3), NOW.plusSeconds(10));
    Participation other = participant(active(6, SPLIT), member(3), NOW);
    Participation.require(member(3), mine, active, platform().money(), NOW.plusSeconds(10));
    assertRefused(
        () ->
            Participation.require(member(3), mine, active, platform().money(), NOW.plusSeconds(9)),
        Reason.NOT_A_PARTICIPANT);
    assertRefused(
        () ->
            Participation.require(member(4), mine, active, platform().money(), NOW.plusSeconds(10)),
        Reason.NOT_A_PARTICIPANT);
    assertRefused(
        () -> Participation.require(
            member(3), other, active, platform().money(), NOW.plusSeconds(10)),
        Reason.NOT_A_PARTICIPANT);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> Participation.require(member(3), null, active, platform().money(), NOW))
        .withMessage("NOT_A_PARTICIPANT account=" + member(3) + " programme=5");
  }
}
