package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.contract.Crypto;
import io.github.coopj.crypto.Blake2;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Cryptography for the contract of one execution. */
final class CryptoCalls implements Crypto {
  private static final int MOST_WORK = 106;
  private static final int COMPACT = 65;
  private static final int LOWEST_RECOVERY = 27;
  private static final int HIGHEST_RECOVERY = 34;
  private static final BigInteger FIELD =
      BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(32)).subtract(BigInteger.valueOf(977));
  private static final BigInteger SEVEN = BigInteger.valueOf(7);

  private final TransactionContext transaction;
  private final Meter meter;

  CryptoCalls(TransactionContext transaction) {
    this.transaction = transaction;
    this.meter = transaction.meter();
  }

  @Override
  public Checksum256 sha256(Bytes data) {
    meter.longOperation();
    return Checksum256.sha256(data);
  }

  @Override
  public Checksum160 sha1(Bytes data) {
    meter.longOperation();
    return Checksum160.of(Digests.sha1(data.toArray()));
  }

  @Override
  public Checksum512 sha512(Bytes data) {
    meter.longOperation();
    return Checksum512.sha512(data);
  }

  @Override
  public Checksum160 ripemd160(Bytes data) {
    meter.longOperation();
    return Checksum160.ripemd160(data);
  }

  @Override
  public void requireSha256(Bytes data, Checksum256 expected) {
    requireSame(sha256(data), expected);
  }

  @Override
  public void requireSha1(Bytes data, Checksum160 expected) {
    requireSame(sha1(data), expected);
  }

  @Override
  public void requireSha512(Bytes data, Checksum512 expected) {
    requireSame(sha512(data), expected);
  }

  @Override
  public void requireRipemd160(Bytes data, Checksum160 expected) {
    requireSame(ripemd160(data), expected);
  }

  private static void requireSame(Object found, Object expected) {
    if (!found.equals(expected)) {
      throw new ChainException(ChainError.CRYPTO_API, "hash mismatch: " + found);
    }
  }

  @Override
  public PublicKey recoverKey(Checksum256 digest, Signature signature) {
    meter.longOperation();
    if (signature.type() == KeyType.WA && !transaction.isActive(ProtocolFeature.WEBAUTHN_KEY)) {
      throw new ChainException(
          ChainError.UNACTIVATED_SIGNATURE_TYPE,
          "signatures of authenticators are not known before the feature WEBAUTHN_KEY");
    }
    return signature.recover(digest);
  }

  @Override
  public void requireRecoveredKey(Checksum256 digest, Signature signature, PublicKey expected) {
    PublicKey key = recoverKey(digest, signature);
    if (!key.equals(expected)) {
      throw new ChainException(
          ChainError.CRYPTO_API, "expected key " + expected + ", recovered key " + key);
    }
  }

  @Override
  public Checksum256 sha3(Bytes data) {
    requirePrimitives();
    return Checksum256.of(Digests.sha3(data.toArray()));
  }

  @Override
  public Checksum256 keccak256(Bytes data) {
    requirePrimitives();
    return Checksum256.of(Digests.keccak256(data.toArray()));
  }

  @Override
  public Optional<Bytes> modExp(Bytes base, Bytes exponent, Bytes modulus) {
    requirePrimitives();
    int longest = Math.max(base.size(), modulus.size());
    if (longest < exponent.size() || 5 * log2(exponent.size()) + 8 * log2(longest) > MOST_WORK) {
      throw new ChainException(
          ChainError.SUBJECTIVE_BLOCK_PRODUCTION,
          "power with an exponent of " + exponent.size() + " bytes and numbers of " + longest
              + " bytes takes too long");
    }
    if (modulus.isEmpty()) {
      return Optional.empty();
    }
    byte[] padded = new byte[modulus.size()];
    BigInteger divisor = unsigned(modulus);
    if (divisor.signum() != 0) {
      byte[] power = unsigned(base).modPow(unsigned(exponent), divisor).toByteArray();
      int skipped = Math.max(0, power.length - padded.length);
      System.arraycopy(
          power, skipped, padded, padded.length - power.length + skipped, power.length - skipped);
    }
    return Optional.of(Bytes.of(padded));
  }

  @Override
  public Optional<Bytes> blake2f(
      long rounds, Bytes state, Bytes message, Bytes offset0, Bytes offset1, boolean last) {
    requirePrimitives();
    if (state.size() != Blake2.STATE
        || message.size() != Blake2.MESSAGE
        || offset0.size() != Blake2.OFFSET
        || offset1.size() != Blake2.OFFSET) {
      return Optional.empty();
    }
    byte[] next = Blake2.compress(
        rounds,
        state.toArray(),
        message.toArray(),
        new byte[][] {offset0.toArray(), offset1.toArray()},
        last,
        meter::longOperation);
    return Optional.of(Bytes.of(next));
  }

  @Override
  public Optional<Bytes> k1Recover(Bytes signature, Bytes digest) {
    requirePrimitives();
    if (signature.size() != COMPACT
        || digest.size() != Checksum256.SIZE
        || (signature.get(0) & 0xff) < LOWEST_RECOVERY
        || (signature.get(0) & 0xff) > HIGHEST_RECOVERY) {
      return Optional.empty();
    }
    try {
      PublicKey key = Signature.ofCompact(KeyType.K1, signature.toArray())
          .recover(Checksum256.of(digest.toArray()));
      return Optional.of(uncompressed(key.toPoint()));
    } catch (InvalidValueException | CoopException e) {
      return Optional.empty();
    }
  }

  /** The point with both coordinates: y^2 = x^3 + 7, of the two roots the one whose last bit the compressed form tells. */
  private static Bytes uncompressed(byte[] compressed) {
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(compressed, 1, compressed.length));
    BigInteger root = x.pow(3).add(SEVEN).modPow(FIELD.add(BigInteger.ONE).shiftRight(2), FIELD);
    BigInteger y = root.testBit(0) == ((compressed[0] & 1) == 1) ? root : FIELD.subtract(root);
    byte[] point = new byte[COMPACT];
    point[0] = 4;
    System.arraycopy(compressed, 1, point, 1, 32);
    byte[] bytes = y.toByteArray();
    int taken = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - taken, point, COMPACT - taken, taken);
    return Bytes.of(point);
  }

  private static BigInteger unsigned(Bytes bytes) {
    return new BigInteger(1, bytes.toArray());
  }

  /** The least exponent of two that is not below a number; 0 for 0 and 1. */
  private static int log2(int number) {
    return number <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
  }

  private void requirePrimitives() {
    meter.longOperation();
    transaction.requireFeature(ProtocolFeature.CRYPTO_PRIMITIVES);
  }
}
