package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.Optional;

/**
 * Cryptography for contracts, for context-free actions too (protocol rules: crypto.cpp of the node). A {@code require}
 * that does not hold fails the transaction with CRYPTO_API.
 */
public interface Crypto {
  /**
   * SHA-256.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum256 sha256(Bytes data);

  /**
   * SHA-1.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum160 sha1(Bytes data);

  /**
   * SHA-512.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum512 sha512(Bytes data);

  /**
   * RIPEMD-160.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum160 ripemd160(Bytes data);

  /**
   * Requires that data has a SHA-256.
   *
   * @param data what to hash
   * @param expected digest that it must have
   */
  void requireSha256(Bytes data, Checksum256 expected);

  /**
   * Requires that data has a SHA-1.
   *
   * @param data what to hash
   * @param expected digest that it must have
   */
  void requireSha1(Bytes data, Checksum160 expected);

  /**
   * Requires that data has a SHA-512.
   *
   * @param data what to hash
   * @param expected digest that it must have
   */
  void requireSha512(Bytes data, Checksum512 expected);

  /**
   * Requires that data has a RIPEMD-160.
   *
   * @param data what to hash
   * @param expected digest that it must have
   */
  void requireRipemd160(Bytes data, Checksum160 expected);

  /**
   * Key that made a signature; of WebAuthn ones only with the feature WEBAUTHN_KEY.
   *
   * @param digest what was signed
   * @param signature the signature
   * @return the recovered key
   */
  PublicKey recoverKey(Checksum256 digest, Signature signature);

  /**
   * Requires that a key made a signature.
   *
   * @param digest what was signed
   * @param signature the signature
   * @param expected key that must have made it
   */
  void requireRecoveredKey(Checksum256 digest, Signature signature, PublicKey expected);

  /**
   * SHA3-256. With the feature CRYPTO_PRIMITIVES.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum256 sha3(Bytes data);

  /**
   * Keccak-256, which differs from SHA3-256 in how it pads. With the feature CRYPTO_PRIMITIVES.
   *
   * @param data what to hash
   * @return the digest
   */
  Checksum256 keccak256(Bytes data);

  /**
   * Power of a number modulo another one; all are unsigned, the most significant byte first. With the feature
   * CRYPTO_PRIMITIVES. Numbers that would take too long are refused with SUBJECTIVE_BLOCK_PRODUCTION, an exponent longer
   * than the other numbers among them.
   *
   * @param base the base
   * @param exponent the exponent
   * @param modulus the modulus; a modulus of zeros gives zeros
   * @return as many bytes as the modulus has; empty if that has none
   */
  Optional<Bytes> modExp(Bytes base, Bytes exponent, Bytes modulus);

  /**
   * The compression function of BLAKE2b (EIP-152). With the feature CRYPTO_PRIMITIVES.
   *
   * @param rounds how many rounds, 0 to 2^32 - 1
   * @param state 64 bytes
   * @param message 128 bytes
   * @param offset0 low part of the offset, 8 bytes
   * @param offset1 high part of the offset, 8 bytes
   * @param last whether this is the last block
   * @return the next state, 64 bytes; empty if the number of some bytes is wrong
   */
  Optional<Bytes> blake2f(
      long rounds, Bytes state, Bytes message, Bytes offset0, Bytes offset1, boolean last);

  /**
   * Point that made a K1 signature. With the feature CRYPTO_PRIMITIVES.
   *
   * @param signature 65 bytes, the first of them 27 to 34
   * @param digest 32 bytes
   * @return the point, 65 bytes of which the first is 4; empty if there is none
   */
  Optional<Bytes> k1Recover(Bytes signature, Bytes digest);
}
