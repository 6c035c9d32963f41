package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Revision commission (ревизионная комиссия) resolved over one document: more than half of its members signed it; a
 * sole Revisor signs alone (AGENDA-02, MEET-07, AUDIT-08). Only {@link #of} makes one, so whoever has it need not ask again.
 */
public final class CommissionAct {
  private final long decision;
  private final Checksum256 subject;
  private final List<Name> signers;

  private CommissionAct(long decision, Checksum256 subject, List<Name> signers) {
    this.decision = decision;
    this.subject = subject;
    this.signers = signers;
  }

  /**
   * Makes an act of the signatures under a document.
   *
   * @param decision number of the commission's decision, 1 or more
   * @param subject digest of the document
   * @param commission the commission in office
   * @param signatures one of each member who is for it
   * @param keys which keys sign for which accounts
   * @param now time of the move
   * @return the act
   * @throws GovernanceException AUDIT_SIZE while the commission is incomplete, SIGNATURE_FORGED, NOT_IN_BODY,
   *     DUPLICATE_SEAT for a second signature, COMMISSION_MAJORITY_MISSING
   */
  public static CommissionAct of(
      long decision,
      Checksum256 subject,
      AuditCommission commission,
      List<DocumentSignature> signatures,
      SignerKeys keys,
      Instant now) {
    if (decision < 1) {
      throw new InvalidValueException("a decision needs a number of 1 or more, got " + decision);
    }
    if (!commission.isComplete(now)) {
      long present = commission.members().stream().filter(m -> m.isInForce(now)).count();
      throw new GovernanceException(Reason.AUDIT_SIZE, "size", present);
    }
    List<Name> signers = new ArrayList<>();
    for (DocumentSignature signature : signatures) {
      signature.requireGenuine(subject, signature.signer(), keys.until(now));
      signers.add(signature.signer());
    }
    if (!commission.isAdopted(signers, now)) {
      throw new GovernanceException(
          Reason.COMMISSION_MAJORITY_MISSING,
          "votes",
          signers.size(),
          "members",
          commission.members().size());
    }
    return new CommissionAct(decision, subject, List.copyOf(signers));
  }

  /**
   * Number of the decision.
   *
   * @return 1 or more
   */
  public long decision() {
    return decision;
  }

  /**
   * Who signed.
   *
   * @return members in the order of their signatures
   */
  public List<Name> signers() {
    return signers;
  }

  void requireOver(Checksum256 document) {
    if (!subject.equals(document)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision,
          "expected",
          document,
          "actual",
          subject);
    }
  }
}
