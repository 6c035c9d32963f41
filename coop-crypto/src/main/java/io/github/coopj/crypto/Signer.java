package io.github.coopj.crypto;

/**
 * Something that can sign for one public key: a {@link PrivateKey}, a card, a remote wallet.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Signer {
  /**
   * The key that the signatures recover to.
   *
   * @return always the same key
   */
  PublicKey publicKey();

  /**
   * Signs.
   *
   * @param digest the SHA-256 to sign, for a transaction its signing digest
   * @return a canonical signature of the type of {@link #publicKey()}
   */
  Signature sign(Checksum256 digest);
}
