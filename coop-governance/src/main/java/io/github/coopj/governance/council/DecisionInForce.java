package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import java.util.List;

/** Adopted and signed. */
public final class DecisionInForce extends CouncilDecision {
  DecisionInForce(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.inForce(this);
  }

  /**
   * From when it is in force: the time of the signature.
   *
   * @return the time
   */
  public TimePointSec effectiveAt() {
    return data.effectiveAt();
  }

  /**
   * Who signed.
   *
   * @return the account
   */
  public Name signer() {
    return data.signer();
  }

  /**
   * The hash that was signed.
   *
   * @return digest of {@link CouncilDecisionContent}
   */
  public Checksum256 hash() {
    return data.contentHash();
  }

  /**
   * Digest of the charter by which the vote was counted, so that everybody can look up its rules (IND-05).
   *
   * @return see {@link Charter#digest()}
   */
  public Checksum256 charterDigest() {
    return data.charterDigest();
  }

  /**
   * Who answers for the decision (COUNCIL-25).
   *
   * @return members who voted for, in the order of voting; nobody for an automatic decision, for which {@link
   *     AutomaticAct#responsible()} do
   */
  public List<Name> responsible() {
    return data.votersFor();
  }
}
