package io.github.coopj.governance.aid;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A loan to a member by the regulation on loans (заём; FUND-19). No interest is booked: what it costs, if anything, is a membership contribution of its programme.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param programme programme that it belongs to (CPP-04)
 * @param amount above zero
 * @param repayBy when it is to be paid back
 * @param regulation digest of the regulation on loans that allows it
 */
public record LoanGrant(
    Name cooperative,
    Name member,
    @AbiType("uint64") long programme,
    Asset amount,
    TimePointSec repayBy,
    Checksum256 regulation) {
  /** Refuses a grant of nothing and one that names no ground. */
  public LoanGrant {
    if (!amount.isPositive() || member.isEmpty() || regulation.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "a loan names a member, a ground and an amount above zero, got " + amount);
    }
  }

  /**
   * Subject of the Council's question AID.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.LOAN_GRANT, this);
  }

  /**
   * The grant once the Council has adopted it.
   *
   * @param decision decision AID over {@link #digest}
   * @return what may be paid
   * @throws io.github.coopj.governance.GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public Granted<LoanGrant> adopted(DecisionInForce decision) {
    decision.requireAbout(QuestionType.AID, digest());
    return new Granted<>(this, decision.effectiveAt());
  }
}
