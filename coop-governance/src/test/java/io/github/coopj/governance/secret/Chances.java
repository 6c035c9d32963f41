package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.math.BigInteger;
import java.util.Random;

/** Chance that repeats itself. */
public final class Chances {
  private Chances() {}

  /** Numbers that follow from a seed. */
  public static ScalarSource seeded(long seed) {
    Random random = new Random(seed);
    return () -> {
      byte[] bytes = new byte[Scalar.SIZE];
      while (true) {
        random.nextBytes(bytes);
        try {
          return Scalar.decode(Bytes.of(bytes));
        } catch (InvalidValueException e) {
          bytes[0] = 0;
        }
      }
    };
  }

  /** The draws of {@code vectors.py}. */
  static ScalarSource ofVectors() {
    int[] drawn = {0};
    return () -> {
      drawn[0]++;
      BigInteger hash = new BigInteger(
          1,
          Checksum256.sha256(Bytes.ofUtf8("coopj secret vectors " + drawn[0])).toBytes());
      return scalar(hash.mod(AffineP256.N.subtract(BigInteger.ONE)).add(BigInteger.ONE));
    };
  }

  static Scalar scalar(BigInteger value) {
    return Scalar.decode(Bytes.ofHex("%064x".formatted(value)));
  }

  /** A point that is nobody's. */
  static Bytes point(long seed) {
    return Group.P256.generator().times(seeded(seed).next()).encode();
  }
}
