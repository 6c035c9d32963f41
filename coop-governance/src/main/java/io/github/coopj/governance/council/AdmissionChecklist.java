package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;
import java.util.Optional;

/**
 * Which criteria an applicant meets (COUNCIL-12); a paper of the question of his admission.
 *
 * @param cooperative account of the cooperative
 * @param application digest of the application
 * @param results each {@link AdmissionCriterion} once, in the order of the enum
 */
public record AdmissionChecklist(Name cooperative, Checksum256 application, List<Result> results)
    implements RoutineTask {
  /**
   * Whether a criterion is met.
   *
   * @param criterion the criterion
   * @param met whether it is
   * @param evidence digest of the paper that shows it
   */
  public record Result(AdmissionCriterion criterion, boolean met, Checksum256 evidence) {}

  /** Refuses a list that does not name each criterion once, and a criterion met without evidence. */
  public AdmissionChecklist {
    results = List.copyOf(results);
    if (!results.stream()
        .map(Result::criterion)
        .toList()
        .equals(List.of(AdmissionCriterion.values()))) {
      throw new InvalidValueException("a checklist names each criterion once, got " + results);
    }
    for (Result result : results) {
      if (result.met() && result.evidence().equals(Checksum256.ZERO)) {
        throw new InvalidValueException(result.criterion() + " is met by a paper, not by a word");
      }
    }
  }

  /**
   * The checklist as a paper.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.ADMISSION_CHECKLIST, this);
  }

  /**
   * The question of the admission, met or not: the Council decides.
   *
   * @param form how the Council votes on it
   * @return the question with this checklist among its papers
   */
  public CouncilQuestion question(VotingForm form) {
    return new CouncilQuestion(type(), subject(), materials(), form);
  }

  /**
   * Refuses a decision that does not rest on this checklist.
   *
   * @param decision a decision on the admission
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, CHECKLIST_MISSING
   */
  public void requireUnder(CouncilDecision decision) {
    decision.requireAbout(type(), subject());
    if (!decision.snapshot().question().materials().contains(digest())) {
      throw new GovernanceException(
          Reason.CHECKLIST_MISSING, "decision", decision.id(), "checklist", digest());
    }
  }

  @Override
  public QuestionType type() {
    return QuestionType.ADMISSION;
  }

  @Override
  public Checksum256 subject() {
    return application;
  }

  @Override
  public List<Checksum256> materials() {
    return List.of(digest());
  }

  @Override
  public Optional<Asset> price() {
    return Optional.empty();
  }

  /**
   * Refuses an applicant who does not meet every criterion.
   *
   * @throws GovernanceException CHECKLIST_INCOMPLETE naming the first criterion that is not met
   */
  @Override
  public void requireReady() {
    for (Result result : results) {
      if (!result.met()) {
        throw new GovernanceException(Reason.CHECKLIST_INCOMPLETE, "criterion", result.criterion());
      }
    }
  }
}
