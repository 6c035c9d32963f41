package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;

/**
 * Proof that a ciphertext holds 0 or 1 without telling which (disjunctive Chaum–Pedersen: R. Cramer, I. Damgård, B.
 * Schoenmakers, 1994; for votes Cramer, Gennaro, Schoenmakers, 1997).
 *
 * <p>Prover of {@code b}, with {@code α = r·G} and {@code β = r·Y + b·G}: for the other value {@code e} drawn {@code c_e}, {@code z_e} and
 * {@code A_e = z_e·G − c_e·α}, {@code B_e = z_e·Y − c_e·(β − e·G)}; for his own {@code A_b = w·G}, {@code B_b = w·Y}; {@code c = H("or", S, Y,
 * α, β, A_0, B_0, A_1, B_1)}, {@code c_b = c − c_e}, {@code z_b = w + c_b·r}. Verifier: the equations of {@code A_e}, {@code B_e} for both
 * values, and {@code c_0 + c_1 = c}.
 *
 * @param challenge0 c_0, 32 bytes below the order, as the three others
 * @param response0 z_0
 * @param challenge1 c_1
 * @param response1 z_1
 */
public record OrProof(Bytes challenge0, Bytes response0, Bytes challenge1, Bytes response1) {
  /** Refuses numbers out of range. */
  public OrProof {
    Parts.requireScalar("challenge of 0", challenge0);
    Parts.requireScalar("response of 0", response0);
    Parts.requireScalar("challenge of 1", challenge1);
    Parts.requireScalar("response of 1", response1);
  }

  /** Proves for the bit and the r that the pair was made of; three numbers are drawn and used once. */
  static OrProof prove(
      Bytes statement, Element publicKey, Pair pair, int bit, Scalar r, ScalarSource chance) {
    int other = 1 - bit;
    Scalar[] c = {Scalar.ZERO, Scalar.ZERO};
    Scalar[] z = {Scalar.ZERO, Scalar.ZERO};
    Element[] a = {P256.neutral(), P256.neutral()};
    Element[] b = {P256.neutral(), P256.neutral()};
    c[other] = chance.next();
    z[other] = chance.next();
    a[other] = first(pair, c[other], z[other]);
    b[other] = second(publicKey, pair, other, c[other], z[other]);
    Scalar w = chance.next();
    a[bit] = P256.generator().timesSecret(w);
    b[bit] = publicKey.timesSecret(w);
    Scalar whole = challenge(statement, publicKey, pair, a, b);
    c[bit] = whole.minus(c[other]);
    z[bit] = w.plus(c[bit].times(r));
    return new OrProof(c[0].encode(), z[0].encode(), c[1].encode(), z[1].encode());
  }

  /** Checks. */
  boolean verifies(Bytes statement, Element publicKey, Pair pair) {
    Scalar[] c = {Scalar.decode(challenge0), Scalar.decode(challenge1)};
    Scalar[] z = {Scalar.decode(response0), Scalar.decode(response1)};
    Element[] a = {first(pair, c[0], z[0]), first(pair, c[1], z[1])};
    Element[] b = {second(publicKey, pair, 0, c[0], z[0]), second(publicKey, pair, 1, c[1], z[1])};
    return challenge(statement, publicKey, pair, a, b).equals(c[0].plus(c[1]));
  }

  private static Element first(Pair pair, Scalar c, Scalar z) {
    return P256.sum(P256.generator(), z, pair.alpha(), c.negate());
  }

  private static Element second(Element publicKey, Pair pair, int value, Scalar c, Scalar z) {
    Element blinding = value == 0 ? pair.beta() : pair.beta().minus(P256.generator());
    return P256.sum(publicKey, z, blinding, c.negate());
  }

  private static Scalar challenge(
      Bytes statement, Element publicKey, Pair pair, Element[] a, Element[] b) {
    return P256.hash(
        "or",
        statement,
        publicKey.encode(),
        pair.alpha().encode(),
        pair.beta().encode(),
        a[0].encode(),
        b[0].encode(),
        a[1].encode(),
        b[1].encode());
  }
}
