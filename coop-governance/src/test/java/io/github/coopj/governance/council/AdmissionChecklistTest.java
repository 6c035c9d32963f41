package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdmissionChecklistTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  @Test
  @Tag("COUNCIL-12")
  void question_restsOnTheChecklist_metOrNot() {
    Council council = Councils.of(3);
    AdmissionChecklist checklist = Grants.checklist(AdmissionCriterion.CHARTER_ACCEPTED);
    VotingQuestion voting = QuestionOpening.open(
        4, checklist.question(VotingForm.SESSION), CHAIRMAN, council, CHARTER, NOW, CLOSES);
    PendingDecision pending = Councils.all(voting, council, Vote.FOR)
        .close(council, CHARTER, NOW)
        .requirePendingSignature();
    DecisionInForce decision = pending.sign(council, CHAIRMAN, pending.hash(), NOW);

    checklist.requireUnder(decision);
    assertThat(decision.snapshot().question().materials()).containsExactly(checklist.digest());
    AdmissionChecklist other = Grants.checklist();
    assertRefused(
        Reason.CHECKLIST_MISSING,
        "CHECKLIST_MISSING decision=4 checklist=" + other.digest(),
        () -> other.requireUnder(decision));
    AdmissionChecklist anotherApplicant = new AdmissionChecklist(
        checklist.cooperative(), Councils.subject("another"), checklist.results());
    assertRefused(() -> anotherApplicant.requireUnder(decision), Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  void constructor_refusesMissingCriteria_andWordsWithoutPaper() {
    AdmissionChecklist good = Grants.checklist();
    List<AdmissionChecklist.Result> results = good.results();
    for (List<AdmissionChecklist.Result> wrong : List.of(
        List.<AdmissionChecklist.Result>of(),
        results.subList(1, results.size()),
        List.of(results.get(0), results.get(0), results.get(2), results.get(3)))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new AdmissionChecklist(good.cooperative(), good.application(), wrong))
          .withMessageStartingWith("a checklist names each criterion once");
    }
    AdmissionChecklist.Result word =
        new AdmissionChecklist.Result(results.get(0).criterion(), true, Checksum256.ZERO);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AdmissionChecklist(
            good.cooperative(),
            good.application(),
            List.of(word, results.get(1), results.get(2), results.get(3))))
        .withMessage("IDENTITY_VERIFIED is met by a paper, not by a word");
  }
}
