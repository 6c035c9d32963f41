package io.github.coopj.governance.fund;

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
 * What the Council finds a thing worth that a member brings as a contribution in kind (оценка имущественного взноса; FUND-20).
 *
 * @param cooperative account of the cooperative
 * @param member who brings it
 * @param programme programme that it is brought to
 * @param asset what kind of thing
 * @param description digest of its description
 * @param value what it is worth, above zero
 */
public record Valuation(
    Name cooperative,
    Name member,
    @AbiType("uint64") long programme,
    AssetKind asset,
    Checksum256 description,
    Asset value) {
  /** Refuses money, nothing and things not described. */
  public Valuation {
    if (!asset.isInKind() || !value.isPositive() || description.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "a valuation describes a thing and gives a value above zero, got " + asset + " worth "
              + value);
    }
  }

  /**
   * Subject of the Council's question VALUATION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.VALUATION, this);
  }

  /**
   * The valuation once the Council has adopted it.
   *
   * @param decision decision VALUATION over {@link #digest}
   * @return the valuation in force
   * @throws io.github.coopj.governance.GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public InForce adopted(DecisionInForce decision) {
    decision.requireAbout(QuestionType.VALUATION, digest());
    return new InForce(this, decision);
  }

  /** A valuation that the Council has adopted. */
  public static final class InForce {
    private final Valuation valuation;
    private final DecisionInForce decision;

    private InForce(Valuation valuation, DecisionInForce decision) {
      this.valuation = valuation;
      this.decision = decision;
    }

    /**
     * Whether a contribution brings exactly what was valued, and not before the valuation.
     *
     * @param contribution the contribution
     * @return true if the value may be booked
     */
    public boolean covers(Contribution contribution) {
      return valuation.member().equals(contribution.member())
          && valuation.programme() == contribution.programme()
          && valuation.asset() == contribution.asset()
          && valuation.value().equals(contribution.amount())
          && decision.effectiveAt().compareTo(contribution.at()) <= 0;
    }
  }
}
