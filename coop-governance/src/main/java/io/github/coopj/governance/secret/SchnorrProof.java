package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that somebody knows {@code a} of a public {@code A = a·G} (C. Schnorr, 1991; made non-interactive after Fiat and
 * Shamir).
 *
 * <p>Prover: {@code R = w·G}, {@code c = H(label, context…, A, R)}, {@code z = w + c·a}. Verifier: {@code R = z·G − c·A} and the
 * same {@code c}.
 *
 * @param challenge c, 32 bytes below the order
 * @param response z, 32 bytes below the order
 */
public record SchnorrProof(Bytes challenge, Bytes response) {
  /** Refuses numbers out of range. */
  public SchnorrProof {
    Parts.requireScalar("challenge", challenge);
    Parts.requireScalar("response", response);
  }

  /**
   * Proves.
   *
   * @param label what the proof is for
   * @param context what it is bound to
   * @param secret the number known
   * @param chance where {@code w} comes from; used once
   * @return the proof
   */
  public static SchnorrProof prove(
      String label, List<Bytes> context, Scalar secret, ScalarSource chance) {
    Element point = P256.generator().timesSecret(secret);
    Scalar w = chance.next();
    Scalar c = challenge(label, context, point, P256.generator().timesSecret(w));
    return new SchnorrProof(c.encode(), w.plus(c.times(secret)).encode());
  }

  /**
   * Checks.
   *
   * @param label what the proof should be for
   * @param context what it should be bound to
   * @param point {@code A}
   * @return whether it holds
   */
  public boolean verifies(String label, List<Bytes> context, Element point) {
    Scalar c = Scalar.decode(challenge);
    Element r = P256.sum(P256.generator(), Scalar.decode(response), point, c.negate());
    return challenge(label, context, point, r).equals(c);
  }

  private static Scalar challenge(String label, List<Bytes> context, Element point, Element r) {
    List<Bytes> parts = new ArrayList<>(context);
    parts.add(point.encode());
    parts.add(r.encode());
    return P256.hash(label, parts.toArray(Bytes[]::new));
  }
}
