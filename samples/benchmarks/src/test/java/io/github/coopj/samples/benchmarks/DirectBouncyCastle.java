package io.github.coopj.samples.benchmarks;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** K1 recovery as a caller of Bouncy Castle writes it: no checks, no types, recovery ids 0 and 1. */
final class DirectBouncyCastle {
  private static final X9ECParameters K1 = CustomNamedCurves.getByName("secp256k1");

  private DirectBouncyCastle() {}

  static byte[] recover(byte[] compact, byte[] digest) {
    BigInteger n = K1.getN();
    byte[] encoded = Arrays.copyOf(compact, 33);
    encoded[0] = (byte) (2 + ((compact[0] - 27) & 1));
    ECPoint ephemeral = K1.getCurve().decodePoint(encoded);
    BigInteger inverse = BigIntegers.modOddInverseVar(n, new BigInteger(1, compact, 1, 32));
    BigInteger ofBase = new BigInteger(1, digest).multiply(inverse).negate().mod(n);
    BigInteger ofEphemeral =
        new BigInteger(1, compact, 33, 32).multiply(inverse).mod(n);
    return ECAlgorithms.sumOfTwoMultiplies(K1.getG(), ofBase, ephemeral, ofEphemeral)
        .normalize()
        .getEncoded(true);
  }
}
