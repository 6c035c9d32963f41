package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;

/**
 * Sum of ciphertexts of one option: {@code A = Σα}, {@code B = Σβ}.
 *
 * @param alpha A: 33 bytes, or 00 for the sum of nothing
 * @param beta B: as A
 */
public record CipherSum(Bytes alpha, Bytes beta) {
  /** Refuses what is no element. */
  public CipherSum {
    P256.decodeSum(alpha);
    P256.decodeSum(beta);
  }

  static CipherSum of(Pair pair) {
    return new CipherSum(pair.alpha().encode(), pair.beta().encode());
  }

  Pair pair() {
    return new Pair(P256.decodeSum(alpha), P256.decodeSum(beta));
  }
}
