package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** P-256 by the textbook: affine points of plain integers (SEC 1, section 2.2.1); null is the point at infinity. */
final class AffineP256 {
  static final BigInteger P =
      hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
  static final BigInteger B =
      hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
  static final BigInteger N =
      hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
  static final Point G = new Point(
      hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
      hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

  record Point(BigInteger x, BigInteger y) {}

  private AffineP256() {}

  static @Nullable Point add(@Nullable Point a, @Nullable Point b) {
    if (a == null) {
      return b;
    }
    if (b == null) {
      return a;
    }
    BigInteger slope;
    if (a.x().equals(b.x())) {
      if (a.y().add(b.y()).mod(P).signum() == 0) {
        return null;
      }
      slope = a.x()
          .pow(2)
          .subtract(BigInteger.ONE)
          .multiply(BigInteger.valueOf(3))
          .multiply(a.y().shiftLeft(1).modInverse(P));
    } else {
      slope = b.y().subtract(a.y()).multiply(b.x().subtract(a.x()).modInverse(P));
    }
    BigInteger x = slope.pow(2).subtract(a.x()).subtract(b.x()).mod(P);
    return new Point(x, slope.multiply(a.x().subtract(x)).subtract(a.y()).mod(P));
  }

  static @Nullable Point multiply(@Nullable Point point, BigInteger factor) {
    Point sum = null;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum);
      if (factor.testBit(bit)) {
        sum = add(sum, point);
      }
    }
    return sum;
  }

  static @Nullable Point subtract(@Nullable Point a, @Nullable Point b) {
    return b == null ? a : add(a, new Point(b.x(), P.subtract(b.y())));
  }

  /** P is 3 modulo 4, so a root is the power (P + 1) / 4. */
  static @Nullable Point decode(Bytes bytes) {
    if (bytes.size() == 1) {
      return null;
    }
    BigInteger x = new BigInteger(1, bytes.slice(1, 33).toArray());
    BigInteger square =
        x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
    BigInteger y = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    return new Point(x, y.testBit(0) == (bytes.get(0) == 3) ? y : P.subtract(y));
  }

  static Bytes encode(@Nullable Point point) {
    return point == null
        ? Bytes.ofHex("00")
        : Bytes.ofHex((point.y().testBit(0) ? "03" : "02") + "%064x".formatted(point.x()));
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }
}
