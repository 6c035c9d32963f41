package io.github.coopj.governance.aid;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Aid to a member in hard circumstances, from the mutual aid fund (материальная помощь; FUND-07). It is not paid back.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param programme programme that it belongs to (CPP-04)
 * @param amount above zero
 * @param ground code of the circumstance, one of the purposes of the mutual aid fund
 * @param evidence digest of the papers that show it
 * @param regulation digest of the regulation on aid that allows it
 */
public record AidGrant(
    Name cooperative,
    Name member,
    @AbiType("uint64") long programme,
    Asset amount,
    Name ground,
    Checksum256 evidence,
    Checksum256 regulation) {
  /** Refuses a grant of nothing and one that names no ground. */
  public AidGrant {
    if (!amount.isPositive()
        || member.isEmpty()
        || ground.isEmpty()
        || evidence.equals(Checksum256.ZERO)
        || regulation.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "aid names a member, a ground and an amount above zero, got " + amount);
    }
  }

  /**
   * Subject of the Council's question AID.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AID_GRANT, this);
  }

  /**
   * The grant once the Council has adopted it.
   *
   * @param decision decision AID over {@link #digest}
   * @return what may be paid
   * @throws io.github.coopj.governance.GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public Granted<AidGrant> adopted(DecisionInForce decision) {
    decision.requireAbout(QuestionType.AID, digest());
    return new Granted<>(this, decision.effectiveAt());
  }
}
