package io.github.coopj.chain.consensus;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;

/** How the key of a block signature is found: computed, or known already because it was computed ahead elsewhere. */
@FunctionalInterface
public interface SignatureRecovery {
  /** Computes it. */
  SignatureRecovery COMPUTED = Signature::recover;

  /**
   * The key that made a signature.
   *
   * @param signature the signature
   * @param digest what was signed
   * @return the signer
   * @throws InvalidValueException if no key yields this signature
   */
  PublicKey recover(Signature signature, Checksum256 digest);
}
