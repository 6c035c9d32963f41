package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import java.util.List;

/** Adopted and signed. */
public final class DecisionInForce extends CouncilDecision {
  private final Checksum256 hash;

  DecisionInForce(CouncilDecisionRecord data) {
    this(data, data.contentHash());
  }

  private DecisionInForce(CouncilDecisionRecord data, Checksum256 hash) {
    super(data);
    this.hash = hash;
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
    return hash;
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
   * What the decision amounts to once the general meeting has put something else in its place (MEET-11). It is not stored: the
   * decision as it was taken and signed stays as it is.
   *
   * @param subject digest of what takes its place
   * @return this decision about that subject
   */
  public DecisionInForce amounting(Checksum256 subject) {
    return new DecisionInForce(data.about(subject), hash);
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
