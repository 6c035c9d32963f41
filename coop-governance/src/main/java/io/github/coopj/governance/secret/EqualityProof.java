package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that {@code D = x·A} and {@code X = x·G} have the same {@code x} (D. Chaum, T. Pedersen, 1992).
 *
 * <p>Prover: {@code P = w·G}, {@code Q = w·A}, {@code c = H("dec", context…, X, D, P, Q)}, {@code z = w + c·x}. Verifier:
 * {@code P = z·G − c·X}, {@code Q = z·A − c·D} and the same {@code c}. The context holds {@code A}.
 *
 * @param challenge c, 32 bytes below the order
 * @param response z, 32 bytes below the order
 */
public record EqualityProof(Bytes challenge, Bytes response) {
  /** Refuses numbers out of range. */
  public EqualityProof {
    Parts.requireScalar("challenge", challenge);
    Parts.requireScalar("response", response);
  }

  /**
   * Proves.
   *
   * @param context what the proof is bound to, {@code A} among it
   * @param base {@code A}
   * @param secret {@code x}
   * @param chance where {@code w} comes from; used once
   * @return the proof
   */
  public static EqualityProof prove(
      List<Bytes> context, Element base, Scalar secret, ScalarSource chance) {
    Element key = P256.generator().timesSecret(secret);
    Element product = base.timesSecret(secret);
    Scalar w = chance.next();
    Scalar c =
        challenge(context, key, product, P256.generator().timesSecret(w), base.timesSecret(w));
    return new EqualityProof(c.encode(), w.plus(c.times(secret)).encode());
  }

  /**
   * Checks.
   *
   * @param context what the proof should be bound to, {@code A} among it
   * @param base {@code A}
   * @param key {@code X}
   * @param product {@code D}
   * @return whether it holds
   */
  public boolean verifies(List<Bytes> context, Element base, Element key, Element product) {
    Scalar c = Scalar.decode(challenge);
    Scalar z = Scalar.decode(response);
    Element p = P256.sum(P256.generator(), z, key, c.negate());
    Element q = P256.sum(base, z, product, c.negate());
    return challenge(context, key, product, p, q).equals(c);
  }

  private static Scalar challenge(
      List<Bytes> context, Element key, Element product, Element p, Element q) {
    List<Bytes> parts = new ArrayList<>(context);
    for (Element element : List.of(key, product, p, q)) {
      parts.add(element.encode());
    }
    return P256.hash("dec", parts.toArray(Bytes[]::new));
  }
}
