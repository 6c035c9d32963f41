package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;

/**
 * The equations of the scheme once more, for the verifier alone: written apart from the classes that prove, with the points
 * multiplied one by one.
 */
final class RecordEquations {
  private static final Element G = P256.generator();

  private RecordEquations() {}

  /** {@code c = H(label, context…, A, z·G − c·A)}. */
  static boolean knows(SchnorrProof proof, String label, Element a, Bytes... context) {
    Scalar c = Scalar.decode(proof.challenge());
    Element r = G.times(Scalar.decode(proof.response())).minus(a.times(c));
    Bytes[] parts = new Bytes[context.length + 2];
    System.arraycopy(context, 0, parts, 0, context.length);
    parts[context.length] = a.encode();
    parts[context.length + 1] = r.encode();
    return P256.hash(label, parts).equals(c);
  }

  /** {@code c_0 + c_1 = H("or", S, Y, α, β, A_0, B_0, A_1, B_1)}. */
  static boolean isBit(OrProof proof, Bytes statement, Element y, Element alpha, Element beta) {
    Scalar c0 = Scalar.decode(proof.challenge0());
    Scalar c1 = Scalar.decode(proof.challenge1());
    Scalar z0 = Scalar.decode(proof.response0());
    Scalar z1 = Scalar.decode(proof.response1());
    Bytes a0 = G.times(z0).minus(alpha.times(c0)).encode();
    Bytes a1 = G.times(z1).minus(alpha.times(c1)).encode();
    Bytes b0 = y.times(z0).minus(beta.times(c0)).encode();
    // z·Y − c·(β − G) = z·Y − c·β + c·G
    Bytes b1 = y.times(z1).minus(beta.times(c1)).plus(G.times(c1)).encode();
    return P256.hash("or", statement, y.encode(), alpha.encode(), beta.encode(), a0, b0, a1, b1)
        .minus(c0)
        .equals(c1);
  }

  /** {@code c = H("dec", context…, A, B, X, D, z·G − c·X, z·A − c·D)}. */
  static boolean isShare(
      EqualityProof proof, Bytes[] place, Element a, Element b, Element x, Element d) {
    Scalar c = Scalar.decode(proof.challenge());
    Scalar z = Scalar.decode(proof.response());
    Element p = G.times(z).minus(x.times(c));
    Element q = a.times(z).minus(d.times(c));
    return P256.hash(
            "dec",
            place[0],
            place[1],
            place[2],
            place[3],
            a.encode(),
            b.encode(),
            x.encode(),
            d.encode(),
            p.encode(),
            q.encode())
        .equals(c);
  }

  /** {@code Σ_i Σ_k j^k·A_ik}, power by power; for j = 0 the public key. */
  static Element at(Iterable<TrusteeCommitment> commitments, int j) {
    Element sum = P256.neutral();
    for (TrusteeCommitment commitment : commitments) {
      Scalar power = Scalar.ONE;
      for (Bytes point : commitment.points()) {
        sum = sum.plus(P256.decode(point).times(power));
        power = power.times(Scalar.of(j));
      }
    }
    return sum;
  }

  /** {@code m·G = B − Σ λ_j·D_j}: instead of looking for m, asks whether it is the one stated. */
  static boolean isCount(Element b, int[] trustees, Element[] shares, long stated) {
    Element message = b;
    for (int i = 0; i < trustees.length; i++) {
      Scalar up = Scalar.ONE;
      Scalar down = Scalar.ONE;
      for (int k = 0; k < trustees.length; k++) {
        if (k != i) {
          up = up.times(Scalar.of(trustees[k]));
          down = down.times(Scalar.of(trustees[k]).minus(Scalar.of(trustees[i])));
        }
      }
      message = message.minus(shares[i].times(up.times(down.inverse())));
    }
    return message.equals(G.times(Scalar.of(stated)));
  }
}
