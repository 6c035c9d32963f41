package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A trustee's secret polynomial {@code f(X) = Σ a_k·X^k} of degree t − 1 (A. Shamir, 1979; T. Pedersen, 1991). It stays on the
 * trustee's device and is of no use once the ceremony has ended.
 */
public final class TrusteePolynomial {
  private final List<Scalar> coefficients;

  private TrusteePolynomial(List<Scalar> coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Draws a polynomial.
   *
   * @param threshold t, how many trustees decrypt together; 1 or more
   * @param chance where the coefficients come from
   * @return the polynomial
   * @throws InvalidValueException for a threshold below 1
   */
  public static TrusteePolynomial draw(int threshold, ScalarSource chance) {
    Parts.require(threshold >= 1, "threshold must be 1 or more, got " + threshold);
    List<Scalar> coefficients = new ArrayList<>();
    for (int k = 0; k < threshold; k++) {
      coefficients.add(chance.next());
    }
    return new TrusteePolynomial(List.copyOf(coefficients));
  }

  /**
   * What the trustee publishes.
   *
   * @param ceremony digest of the plan of the ceremony
   * @param trustee his number, from 1
   * @param chance for the proofs
   * @return points and proofs
   */
  public TrusteeCommitment commitment(Checksum256 ceremony, int trustee, ScalarSource chance) {
    List<Bytes> points = new ArrayList<>();
    List<SchnorrProof> proofs = new ArrayList<>();
    for (int k = 0; k < coefficients.size(); k++) {
      Scalar a = coefficients.get(k);
      points.add(P256.generator().timesSecret(a).encode());
      proofs.add(
          SchnorrProof.prove("key", TrusteeCommitment.context(ceremony, trustee, k), a, chance));
    }
    return new TrusteeCommitment(points, proofs);
  }

  /**
   * The share for a trustee, {@code f(j)}; to be sealed to him.
   *
   * @param trustee number j, from 1
   * @return a secret
   * @throws InvalidValueException for a number below 1: f(0) is the secret itself
   */
  public Scalar shareFor(int trustee) {
    Parts.require(trustee >= 1, "trustees are numbered from 1, got " + trustee);
    Scalar j = Scalar.of(trustee);
    Scalar sum = Scalar.ZERO;
    for (int k = coefficients.size() - 1; k >= 0; k--) {
      sum = sum.times(j).plus(coefficients.get(k));
    }
    return sum;
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "TrusteePolynomial";
  }
}
