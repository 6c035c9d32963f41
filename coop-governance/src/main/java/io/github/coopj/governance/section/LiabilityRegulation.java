package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Optional;

/**
 * A version of the regulation on material liability (положение о материальной ответственности), which the contracts of
 * chairmen of sections cite (KU-18, BOARD-06).
 *
 * @param cooperative account of the cooperative
 * @param text digest of its text
 * @param decision number of the Council's decision that approved it
 * @param since from when it is in force
 */
public record LiabilityRegulation(
    Name cooperative, Checksum256 text, @AbiType("uint64") long decision, TimePointSec since) {
  /**
   * What the Council decides on to approve a text.
   *
   * @param cooperative account of the cooperative
   * @param text digest of the text
   */
  public record Subject(Name cooperative, Checksum256 text) {}

  /** Refuses a regulation without text or decision. */
  public LiabilityRegulation {
    if (text.equals(Checksum256.ZERO) || decision < 1) {
      throw new InvalidValueException(
          "a regulation on liability has a text and a decision, got decision " + decision);
    }
  }

  /**
   * Digest of what the Council decides on to approve a text.
   *
   * @param cooperative account of the cooperative
   * @param text digest of the text
   * @return subject of the decision
   */
  public static Checksum256 subject(Name cooperative, Checksum256 text) {
    return DocumentDigest.of(DocumentType.LIABILITY_CONTRACT, new Subject(cooperative, text));
  }

  /**
   * Approves a text. Contracts that cite the text before it give no full powers any more.
   *
   * @param cooperative account of the cooperative
   * @param text digest of the text
   * @param decision decision REGULATION in force on {@link #subject}
   * @param before the regulation in force until now, if there is one
   * @return the regulation in force
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED unless the
   *     decision is later than that on the regulation before
   */
  public static LiabilityRegulation approve(
      Name cooperative,
      Checksum256 text,
      DecisionInForce decision,
      Optional<LiabilityRegulation> before) {
    decision.requireAbout(QuestionType.REGULATION, subject(cooperative, text));
    if (before.isPresent() && decision.effectiveAt().compareTo(before.get().since()) <= 0) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    return new LiabilityRegulation(cooperative, text, decision.id(), decision.effectiveAt());
  }
}
