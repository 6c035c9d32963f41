package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;

/**
 * One option of a secret ballot, encrypted to the public key {@code Y} of the trustees (exponential ElGamal): {@code α = r·G},
 * {@code β = r·Y + m·G} with {@code m} 1 for the option taken and 0 for the others. Ciphertexts added up are a ciphertext of the
 * sum.
 *
 * @param alpha α, 33 bytes; whether they are a point is asked when the ballot is checked
 * @param beta β, 33 bytes
 */
public record Ciphertext(Bytes alpha, Bytes beta) {
  /** Refuses other sizes, the neutral element among them. */
  public Ciphertext {
    Parts.requirePointSize("alpha", alpha);
    Parts.requirePointSize("beta", beta);
  }
}
