package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import java.util.List;

/**
 * What a trustee (хранитель ключа) publishes of his polynomial {@code f(X) = Σ a_k·X^k}: {@code A_k = a_k·G} for every
 * coefficient, and for each a proof that he knows {@code a_k}. The proofs keep a trustee from choosing his points after those
 * of others, so that the sum would be a key of his own.
 *
 * @param points A_0 to A_{t−1}, 33 bytes each
 * @param proofs as many Schnorr proofs: label {@code key}, bound to ceremony, trustee and k
 */
public record TrusteeCommitment(List<Bytes> points, List<SchnorrProof> proofs) {
  /** Refuses an empty commitment and one with fewer or more proofs than points. */
  public TrusteeCommitment {
    points = List.copyOf(points);
    proofs = List.copyOf(proofs);
    if (points.isEmpty() || points.size() != proofs.size()) {
      throw new InvalidValueException("a commitment needs one proof for each of 1 or more points, "
          + "got " + points.size() + " points and " + proofs.size() + " proofs");
    }
    points.forEach(point -> Parts.requirePointSize("point of a commitment", point));
  }

  /**
   * Whether the points are points and every proof holds.
   *
   * @param ceremony digest of the plan of the ceremony
   * @param trustee number of the trustee, from 1
   * @return whether it holds
   */
  public boolean verifies(Checksum256 ceremony, int trustee) {
    for (int k = 0; k < points.size(); k++) {
      Element point;
      try {
        point = P256.decode(points.get(k));
      } catch (InvalidValueException e) {
        return false;
      }
      if (!proofs.get(k).verifies("key", context(ceremony, trustee, k), point)) {
        return false;
      }
    }
    return true;
  }

  static List<Bytes> context(Checksum256 ceremony, int trustee, int k) {
    return List.of(Parts.of(ceremony), Parts.u32(trustee), Parts.u32(k));
  }

  /**
   * {@code Σ j^k·A_k}, the point of the share for a trustee.
   *
   * @param trustee number j of the trustee, from 1
   * @return {@code f(j)·G}
   * @throws InvalidValueException when a point is none
   */
  public Element pointFor(int trustee) {
    Scalar j = Scalar.of(trustee);
    Element sum = P256.neutral();
    for (int k = points.size() - 1; k >= 0; k--) {
      sum = sum.times(j).plus(P256.decode(points.get(k)));
    }
    return sum;
  }

  /**
   * Whether a share is the one committed to: {@code s·G = Σ j^k·A_k}.
   *
   * @param trustee number j of the trustee who got the share
   * @param share s
   * @return whether it holds
   */
  public boolean matches(int trustee, Scalar share) {
    return P256.generator().timesSecret(share).equals(pointFor(trustee));
  }
}
