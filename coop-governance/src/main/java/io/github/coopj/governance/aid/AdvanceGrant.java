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
 * Money handed to a member to spend it for the cooperative (аванс под отчёт; FUND-19).
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param programme programme that it belongs to (CPP-04)
 * @param amount above zero
 * @param fund code of the fund that what he spends it on is charged to
 * @param purpose code of what he spends it on, one of the fund's purposes
 * @param reportBy when he reports
 * @param regulation digest of the regulation on advances that allows it
 */
public record AdvanceGrant(
    Name cooperative,
    Name member,
    @AbiType("uint64") long programme,
    Asset amount,
    Name fund,
    Name purpose,
    TimePointSec reportBy,
    Checksum256 regulation) {
  /** Refuses a grant of nothing and one that names no ground. */
  public AdvanceGrant {
    if (!amount.isPositive()
        || member.isEmpty()
        || fund.isEmpty()
        || purpose.isEmpty()
        || regulation.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "an advance names a member, a ground and an amount above zero, got " + amount);
    }
  }

  /**
   * Subject of the Council's question AID.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.ADVANCE_GRANT, this);
  }

  /**
   * The grant once the Council has adopted it.
   *
   * @param decision decision AID over {@link #digest}
   * @return what may be paid
   * @throws io.github.coopj.governance.GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public Granted<AdvanceGrant> adopted(DecisionInForce decision) {
    decision.requireAbout(QuestionType.AID, digest());
    return new Granted<>(this, decision.effectiveAt());
  }
}
