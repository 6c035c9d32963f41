package io.github.coopj.crypto.group;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.internal.bc.BcGroup;
import io.github.coopj.crypto.seal.SealContext;
import io.github.coopj.crypto.seal.SealedData;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/** Secret numbers from a {@link SecureRandom}, and the sealing of such numbers to others. */
public final class SecureScalars implements ScalarSource {
  private final SecureRandom random;

  /**
   * Draws from a source.
   *
   * @param random where the bytes come from
   */
  public SecureScalars(SecureRandom random) {
    this.random = Objects.requireNonNull(random, "random");
  }

  /** Draws 32 bytes until they are 1 to the order - 1, which is the case at once but for one time in 2^32. */
  @Override
  public Scalar next() {
    byte[] drawn = new byte[Scalar.SIZE];
    BigInteger value;
    do {
      random.nextBytes(drawn);
      value = new BigInteger(1, drawn);
    } while (value.signum() == 0 || value.compareTo(BcGroup.ORDER) >= 0);
    Arrays.fill(drawn, (byte) 0);
    return Scalar.of(value);
  }

  /**
   * Seals a number to the owner of a key.
   *
   * @param secret the number
   * @param receiver whose private key will open it, K1 or R1
   * @param context what it is for
   * @return sealed data over the number's 32 bytes
   */
  public Bytes seal(Scalar secret, PublicKey receiver, SealContext context) {
    byte[] plain = secret.encode().toArray();
    try {
      return SealedData.seal(plain, receiver, context, random).toBytes();
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }
}
