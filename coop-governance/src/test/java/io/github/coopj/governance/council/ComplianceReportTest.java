package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.CompetencePolicy;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplianceReportTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Instant DUE = Instant.parse("2026-05-31T12:00:00Z");

  private final Council council = Councils.of(3);

  private PendingDecision adopted(CouncilQuestion question) {
    VotingQuestion voting =
        QuestionOpening.open(1, question, CHAIRMAN, council, CHARTER, NOW, CLOSES);
    return Councils.all(voting, council, Vote.FOR)
        .close(council, CHARTER, NOW)
        .requirePendingSignature();
  }

  private PendingDecision adopted(RoutineTask task) {
    return adopted(
        new CouncilQuestion(task.type(), task.subject(), task.materials(), VotingForm.SESSION));
  }

  private List<ComplianceCheck> failed(
      PendingDecision decision, Optional<RoutineTask> task, Instant now) {
    return ComplianceReport.of(decision, task, Optional.empty(), council, CHARTER, now)
        .snapshot()
        .failed();
  }

  @Test
  void sign_underTheReport_needsEveryCheckPassed() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    ComplianceReport report = ComplianceReport.of(
        pending, Optional.empty(), Optional.empty(), council, CHARTER, NOW.plusSeconds(1));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:00 notBefore=2026-05-01T12:00:01",
        () -> pending.sign(council, CHAIRMAN, report, report.digest(), NOW));
    assertRefused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + pending.hash() + " expected=" + report.digest(),
        () -> pending.sign(council, CHAIRMAN, report, pending.hash(), NOW.plusSeconds(1)));
    assertRefused(
        () -> pending.sign(council, member(1), report, report.digest(), NOW.plusSeconds(1)),
        Reason.NOT_CHAIRMAN);
    PendingDecision other =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("other"));
    assertRefused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + pending.hash() + " expected=" + other.hash(),
        () -> other.sign(council, CHAIRMAN, report, report.digest(), NOW.plusSeconds(1)));
    ComplianceReport late =
        ComplianceReport.of(pending, Optional.empty(), Optional.empty(), council, CHARTER, DUE);
    assertRefused(
        Reason.NOT_COMPLIANT,
        "NOT_COMPLIANT decision=1 check=TIME",
        () -> pending.sign(council, CHAIRMAN, late, late.digest(), DUE));

    DecisionInForce signed =
        pending.sign(council, CHAIRMAN, report, report.digest(), NOW.plusSeconds(1));

    assertThat(signed)
        .isEqualTo(pending.sign(council, CHAIRMAN, pending.hash(), NOW.plusSeconds(1)));
    byte[] row = RecordCodec.of(ComplianceReportRecord.class).encode(report.snapshot());
    assertThat(RecordCodec.of(ComplianceReportRecord.class).decode(row))
        .isEqualTo(report.snapshot());
  }

  @Test
  void of_namesEveryCheckThatFails() {
    PendingDecision plain =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    assertThat(failed(plain, Optional.empty(), DUE.minusSeconds(1))).isEmpty();
    assertThat(failed(plain, Optional.empty(), DUE)).containsExactly(ComplianceCheck.TIME);
    Council shrunk = council.withEnded(member(2), NOW.plusSeconds(1));
    Charter other = CharterFixtures.platform("council.maxSize", "7");
    assertThat(ComplianceReport.of(
                plain, Optional.empty(), Optional.empty(), shrunk, other, NOW.plusSeconds(1))
            .snapshot()
            .failed())
        .containsExactly(ComplianceCheck.CHARTER, ComplianceCheck.VOTERS);
    assertThat(ComplianceReport.of(plain, Optional.empty(), Optional.empty(), shrunk, CHARTER, NOW)
            .snapshot()
            .failed())
        .isEmpty();
  }

  @Test
  void of_checksTheCriteria_ofAdmissionsAndExpenses() {
    AdmissionChecklist met = Grants.checklist();
    AdmissionChecklist unmet = Grants.checklist(AdmissionCriterion.APPLICATION_SIGNED);
    Spending expense = Grants.spending("1.00 RUB");
    for (RoutineTask task : List.of(met, expense)) {
      assertThat(failed(adopted(task), Optional.of(task), NOW)).isEmpty();
      assertThat(failed(adopted(task), Optional.empty(), NOW))
          .containsExactly(ComplianceCheck.CRITERIA);
    }
    assertThat(failed(adopted(unmet), Optional.of(unmet), NOW))
        .containsExactly(ComplianceCheck.CRITERIA);
    assertThat(failed(adopted(unmet), Optional.of(met), NOW))
        .as("another checklist of the same application")
        .containsExactly(ComplianceCheck.CRITERIA);
    assertThat(failed(adopted(met), Optional.of(expense), NOW))
        .containsExactly(ComplianceCheck.CRITERIA);
  }

  @ParameterizedTest
  @EnumSource(
      value = QuestionType.class,
      names = {"PROGRAMME", "REGULATION", "APPOINTMENT", "OTHER"})
  void of_asksForPapers_whereTheRuleIsAPaper(QuestionType type) {
    PendingDecision bare = adopted(CouncilQuestion.of(type, Councils.subject("q")));
    PendingDecision papers = adopted(new CouncilQuestion(
        type, Councils.subject("q"), List.of(Councils.subject("paper")), VotingForm.SESSION));
    boolean needed = type == QuestionType.PROGRAMME || type == QuestionType.REGULATION;

    assertThat(failed(papers, Optional.empty(), NOW)).isEmpty();
    assertThat(failed(bare, Optional.empty(), NOW))
        .isEqualTo(needed ? List.of(ComplianceCheck.MATERIALS) : List.of());
  }

  @Test
  @Tag("CHAIR-12")
  void of_asksWhatIsKeptForTheMeeting_andWhatItDecided() {
    PendingDecision plain =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    Checksum256 key = plain.snapshot().question().matterKey();
    record Case(Checksum256 subject, int second, List<ComplianceCheck> failed) {}
    for (Case each : List.of(
        new Case(plain.subject(), 0, List.of()),
        new Case(Councils.subject("otherwise"), 0, List.of(ComplianceCheck.COMPETENCE)),
        new Case(Councils.subject("otherwise"), 1, List.of()))) {
      Ruling ruling = new Ruling(
          key, 70_001, each.subject(), false, TimePointSec.of(NOW.plusSeconds(each.second())));
      assertThat(ComplianceReport.of(
                  plain, Optional.empty(), Optional.of(ruling), council, CHARTER, NOW)
              .snapshot()
              .failed())
          .isEqualTo(each.failed());
    }
    Charter keeps = CharterFixtures.platform(
        "meeting.exclusiveCompetence",
        String.join(",", CompetencePolicy.LEAST.stream().map(Enum::name).toList()) + ",UNION");
    PendingDecision union = adopted(CouncilQuestion.of(QuestionType.OTHER, Councils.subject("q"))
        .on(new Matter(ItemType.UNION, Checksum256.ZERO)));
    assertThat(ComplianceReport.of(union, Optional.empty(), Optional.empty(), council, keeps, NOW)
            .snapshot()
            .failed())
        .containsExactly(ComplianceCheck.CHARTER, ComplianceCheck.COMPETENCE);
  }

  @Test
  @Tag("CHAIR-12")
  void sign_withoutAReport_dependsOnTheCharter() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    ComplianceReport report =
        ComplianceReport.of(pending, Optional.empty(), Optional.empty(), council, CHARTER, NOW);
    Charter strict = CharterFixtures.platform("chairman.complianceReport", "true");
    assertRefused(
        Reason.COMPLIANCE_REPORT_MISSING,
        "COMPLIANCE_REPORT_MISSING decision=1",
        () -> pending.sign(council, CHAIRMAN, pending.hash(), report, strict, NOW));
    assertThat(pending.sign(council, CHAIRMAN, pending.hash(), report, CHARTER, NOW))
        .isEqualTo(pending.sign(council, CHAIRMAN, pending.hash(), NOW));
    PendingDecision other =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("other"));
    assertRefused(
        () -> other.sign(council, CHAIRMAN, other.hash(), report, CHARTER, NOW),
        Reason.WRONG_DECISION_HASH);
    ComplianceReport late =
        ComplianceReport.of(pending, Optional.empty(), Optional.empty(), council, CHARTER, DUE);
    assertThat(
            pending.sign(council, CHAIRMAN, pending.hash(), late, CHARTER, DUE).status())
        .as("attached, whatever it says")
        .isEqualTo(DecisionStatus.IN_FORCE);
  }

  @Test
  @Tag("CHAIR-12")
  void signByVoters_attachesAReport_thatAStrictCharterWantsPassed() {
    Charter strict = CharterFixtures.platform("chairman.complianceReport", "true");
    PendingDecision pending = Councils.adopted(
        council, CHARTER, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("suspension"));
    List<Name> voters = pending.responsible();
    ComplianceReport passed =
        ComplianceReport.of(pending, Optional.empty(), Optional.empty(), council, CHARTER, NOW);
    ComplianceReport late =
        ComplianceReport.of(pending, Optional.empty(), Optional.empty(), council, CHARTER, DUE);
    DecisionInForce signed = pending.signByVoters(council, voters, pending.hash(), NOW);
    assertThat(pending.signByVoters(council, voters, pending.hash(), passed, strict, NOW))
        .isEqualTo(signed);
    assertRefused(
        Reason.NOT_COMPLIANT,
        "NOT_COMPLIANT decision=1 check=TIME",
        () -> pending.signByVoters(council, voters, pending.hash(), late, strict, DUE));
    assertThat(pending
            .signByVoters(council, voters, pending.hash(), late, CHARTER, DUE)
            .status())
        .isEqualTo(DecisionStatus.IN_FORCE);
    PendingDecision other =
        Councils.adopted(council, CHARTER, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("x"));
    assertRefused(
        () -> other.signByVoters(council, other.responsible(), other.hash(), passed, CHARTER, NOW),
        Reason.WRONG_DECISION_HASH);
  }

  @Test
  @Tag("MEET-12")
  @Tag("MEET-24")
  void question_keptForTheMeeting_isNotPut_andADecidedOneIsRefused() {
    CouncilQuestion plain = CouncilQuestion.of(QuestionType.OTHER, Councils.subject("q"));
    assertRefused(
        Reason.EXCLUSIVE_COMPETENCE,
        "EXCLUSIVE_COMPETENCE kind=CHARTER body=COUNCIL",
        () -> QuestionOpening.open(
            1,
            plain.on(new Matter(ItemType.CHARTER, Checksum256.ZERO)),
            CHAIRMAN,
            council,
            CHARTER,
            NOW,
            CLOSES));
    CouncilDecision question =
        QuestionOpening.open(1, plain, CHAIRMAN, council, CHARTER, NOW, CLOSES);
    Ruling cancelled =
        new Ruling(plain.subject(), 70_001, plain.subject(), true, TimePointSec.of(NOW));
    question.requireFree(Optional.of(cancelled), NOW.minusSeconds(1));
    assertRefused(
        Reason.MEETING_HAS_DECIDED,
        "MEETING_HAS_DECIDED matter=" + plain.subject() + " decision=70001",
        () -> question.requireFree(Optional.of(cancelled), NOW));
  }
}
