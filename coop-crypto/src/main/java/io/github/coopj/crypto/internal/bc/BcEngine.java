package io.github.coopj.crypto.internal.bc;

import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.internal.SignatureEngine;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** The engine that is always there: Bouncy Castle's curves with their own field arithmetic. */
public final class BcEngine implements SignatureEngine {
  private static final int SIZE = 32;
  private static final Curve K1 = new Curve("secp256k1");
  private static final Curve R1 = new Curve("secp256r1");

  /** Creates the engine; it has no state of its own. */
  public BcEngine() {}

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public boolean isSecret(KeyType type, byte[] secret) {
    return secret.length == SIZE && curve(type).isScalar(new BigInteger(1, secret));
  }

  @Override
  public boolean isPoint(KeyType type, byte[] point) {
    return curve(type).decode(point) != null;
  }

  @Override
  public byte[] publicPoint(KeyType type, byte[] secret) {
    Curve curve = curve(type);
    return new FixedPointCombMultiplier()
        .multiply(curve.g, new BigInteger(1, secret))
        .normalize()
        .getEncoded(true);
  }

  @Override
  public byte[] sign(KeyType type, byte[] secret, byte[] digest, int attempt) {
    Curve curve = curve(type);
    BigInteger d = new BigInteger(1, secret);
    BigInteger e = new BigInteger(1, digest);
    byte[] reduced = BigIntegers.asUnsignedByteArray(SIZE, e.mod(curve.n));
    try (NonceGenerator nonces = new NonceGenerator(secret, reduced, attempt)) {
      while (true) {
        byte[] candidate = nonces.next();
        BigInteger k = new BigInteger(1, candidate);
        Arrays.fill(candidate, (byte) 0);
        if (!curve.isScalar(k)) {
          continue;
        }
        ECPoint point = new FixedPointCombMultiplier().multiply(curve.g, k).normalize();
        BigInteger x = point.getAffineXCoord().toBigInteger();
        BigInteger r = x.mod(curve.n);
        if (r.signum() == 0) {
          continue;
        }
        BigInteger s =
            BigIntegers.modOddInverse(curve.n, k).multiply(e.add(r.multiply(d))).mod(curve.n);
        if (s.signum() == 0) {
          continue;
        }
        int recovery =
            (point.getAffineYCoord().testBitZero() ? 1 : 0) | (x.compareTo(curve.n) >= 0 ? 2 : 0);
        if (s.compareTo(curve.halfN) > 0) {
          s = curve.n.subtract(s);
          recovery ^= 1;
        }
        byte[] compact = new byte[1 + 2 * SIZE];
        compact[0] = (byte) (27 + 4 + recovery);
        BigIntegers.asUnsignedByteArray(r, compact, 1, SIZE);
        BigIntegers.asUnsignedByteArray(s, compact, 1 + SIZE, SIZE);
        return compact;
      }
    }
  }

  @Override
  public byte @Nullable [] recover(KeyType type, byte[] compact, byte[] digest) {
    Curve curve = curve(type);
    int recovery = (compact[0] - 27) & 3;
    BigInteger r = new BigInteger(1, compact, 1, SIZE);
    BigInteger s = new BigInteger(1, compact, 1 + SIZE, SIZE);
    if (!curve.isScalar(r) || !curve.isScalar(s)) {
      return null;
    }
    byte[] encoded = new byte[1 + SIZE];
    encoded[0] = (byte) (2 + (recovery & 1));
    if ((recovery & 2) == 0) {
      System.arraycopy(compact, 1, encoded, 1, SIZE);
    } else {
      BigInteger x = r.add(curve.n);
      if (x.bitLength() > 8 * SIZE) {
        return null;
      }
      BigIntegers.asUnsignedByteArray(x, encoded, 1, SIZE);
    }
    ECPoint ephemeral = curve.decode(encoded);
    if (ephemeral == null) {
      return null;
    }
    BigInteger inverse = BigIntegers.modOddInverseVar(curve.n, r);
    BigInteger e = new BigInteger(1, digest);
    BigInteger ofBase = e.multiply(inverse).negate().mod(curve.n);
    BigInteger ofEphemeral = s.multiply(inverse).mod(curve.n);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(curve.g, ofBase, ephemeral, ofEphemeral);
    return key.isInfinity() ? null : key.normalize().getEncoded(true);
  }

  @Override
  public byte @Nullable [] agree(KeyType type, byte[] secret, byte[] point) {
    Curve curve = curve(type);
    ECPoint other = curve.decode(point);
    if (other == null) {
      return null;
    }
    ECPoint common = other.multiply(new BigInteger(1, secret)).normalize();
    return common.getAffineXCoord().getEncoded();
  }

  private static Curve curve(KeyType type) {
    return switch (type) {
      case K1 -> K1;
      case R1 -> R1;
      case WA -> throw new IllegalArgumentException("WA is not a curve: use R1");
    };
  }

  /** One curve with what every call needs of it. */
  private static final class Curve {
    final ECCurve field;
    final ECPoint g;
    final BigInteger n;
    final BigInteger halfN;

    Curve(String name) {
      X9ECParameters parameters = CustomNamedCurves.getByName(name);
      field = parameters.getCurve();
      g = parameters.getG();
      n = parameters.getN();
      halfN = n.shiftRight(1);
    }

    boolean isScalar(BigInteger value) {
      return value.signum() > 0 && value.compareTo(n) < 0;
    }

    @Nullable ECPoint decode(byte[] compressed) {
      if (compressed.length != 1 + SIZE || (compressed[0] != 2 && compressed[0] != 3)) {
        return null;
      }
      try {
        return field.decodePoint(compressed);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
