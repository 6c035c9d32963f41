package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.ComplianceCheck;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.ComplianceReportRecord;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.RoutineTask;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** The Chairman signs under a report of the checks, on the chain. */
class ComplianceTest {
  private static ComplianceReport report(
      Cooperative coop, long decision, Optional<AdmissionChecklist> checklist) {
    return ComplianceReport.of(
        coop.decision(decision).requirePendingSignature(),
        checklist.map(RoutineTask.class::cast),
        Optional.empty(),
        coop.view().council().orElseThrow(),
        coop.charter(),
        coop.now());
  }

  private static Action sign(
      Cooperative coop,
      long decision,
      Optional<AdmissionChecklist> checklist,
      Name signer,
      Checksum256 signed) {
    return coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilActions.SignReport(
                Cooperative.ACCOUNT,
                decision,
                checklist.stream().toList(),
                List.of(),
                coop.actions().signature(signer, signed)),
            signer);
  }

  private static void sign(
      Cooperative coop, long decision, Optional<AdmissionChecklist> checklist, Name signer) {
    coop.chain()
        .push(sign(
            coop, decision, checklist, signer, report(coop, decision, checklist).digest()));
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-12")
  void report_isSigned_andKeptBesideTheDecision(Cooperative coop) {
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    Checksum256 hash = coop.decision(id).requirePendingSignature().hash();
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sign(coop, id, Optional.empty(), CHAIRMAN, hash)),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        coop.chain(), () -> sign(coop, id, Optional.empty(), founder(2)), Reason.NOT_CHAIRMAN);
    sign(coop, id, Optional.empty(), CHAIRMAN);
    assertThat(coop.decision(id).status()).isEqualTo(DecisionStatus.IN_FORCE);
    ComplianceReportRecord kept = coop.view().complianceReport(id).orElseThrow();
    assertThat(kept.hash()).isEqualTo(hash);
    assertThat(kept.failed()).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-12")
  void report_withAFailedCheck_isNotSigned(Cooperative coop) {
    Name anna = Name.of("anna");
    coop.chain().createAccounts("anna");
    coop.verify(anna);
    coop.apply(anna);
    Checksum256 application = coop.membership(anna).applicationHash();
    long admission = coop.adopt(QuestionType.ADMISSION, application);
    assertRefused(
            coop.chain(),
            () -> sign(coop, admission, Optional.empty(), CHAIRMAN),
            Reason.NOT_COMPLIANT)
        .hasFact("check", "CRITERIA");
    sign(coop, admission, Optional.of(Cooperative.checklist(application)), CHAIRMAN);
    coop.chain().push(coop.actions().admit(anna, admission));

    long programme = coop.adopt(QuestionType.PROGRAMME, digest("a programme without papers"));
    assertRefused(
            coop.chain(),
            () -> sign(coop, programme, Optional.empty(), CHAIRMAN),
            Reason.NOT_COMPLIANT)
        .hasFact("check", "MATERIALS");
    long late = coop.adopt(QuestionType.OTHER, digest("late"));
    coop.advance(Duration.ofDays(30));
    assertRefused(
            coop.chain(), () -> sign(coop, late, Optional.empty(), CHAIRMAN), Reason.NOT_COMPLIANT)
        .hasFact("check", "TIME");
    assertThat(coop.view().complianceReport(late)).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-12")
  void report_isAttached_toEverySignature_withWhatFailed(Cooperative coop) {
    long plain = coop.adopt(QuestionType.OTHER, digest("a question"));
    Checksum256 hash = coop.decision(plain).requirePendingSignature().hash();
    coop.sign(plain);
    ComplianceReportRecord passed = coop.view().complianceReport(plain).orElseThrow();
    assertThat(passed.hash()).isEqualTo(hash);
    assertThat(passed.failed()).isEmpty();
    long programme = coop.decide(QuestionType.PROGRAMME, digest("a programme without papers"));
    assertThat(coop.view().complianceReport(programme).orElseThrow().failed())
        .containsExactly(ComplianceCheck.MATERIALS);
    CouncilSteps steps = new CouncilSteps(coop);
    long suspended = steps.suspend(steps.suspension(365));
    assertThat(coop.view().complianceReport(suspended).orElseThrow().failed()).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-12")
  void charter_mayForbidASignatureWithoutTheReport(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"chairman.complianceReport\": true"));
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    assertRefused(chain, () -> coop.sign(id), Reason.COMPLIANCE_REPORT_MISSING)
        .hasFact("decision", id);
    sign(coop, id, Optional.empty(), CHAIRMAN);
    assertThat(coop.decision(id).status()).isEqualTo(DecisionStatus.IN_FORCE);
  }
}
