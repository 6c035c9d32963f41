package io.github.coopj.crypto.internal.bc;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** Points of NIST P-256 (secp256r1) as a group of prime order, written additively. */
public final class BcGroup {
  /** Bytes of a point other than the neutral one: 02 or 03, then x. */
  public static final int POINT = 33;

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

  /** The order of the group, a prime. */
  public static final BigInteger ORDER = CURVE.getN();

  /** The generator. */
  public static final Point GENERATOR = new Point(CURVE.getG());

  /** The neutral element. */
  public static final Point NEUTRAL = new Point(CURVE.getCurve().getInfinity());

  private BcGroup() {}

  /**
   * Reads a point other than the neutral one. The cofactor is 1, so every point of the curve is of the group.
   *
   * @param compressed the bytes
   * @return the point, or null when they are not 33 bytes beginning with 02 or 03, or x is of no point
   */
  public static @Nullable Point decode(byte[] compressed) {
    if (compressed.length != POINT || (compressed[0] != 2 && compressed[0] != 3)) {
      return null;
    }
    try {
      return new Point(CURVE.getCurve().decodePoint(compressed));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * {@code a·first + b·second} for public numbers: the time depends on them.
   *
   * @param first a point
   * @param a its factor, 0 to the order - 1
   * @param second another point
   * @param b its factor, 0 to the order - 1
   * @return the sum
   */
  public static Point sum(Point first, BigInteger a, Point second, BigInteger b) {
    if (first.isNeutral() || second.isNeutral()) { // the library has no tables for it
      return first.times(a).plus(second.times(b));
    }
    return new Point(ECAlgorithms.sumOfTwoMultiplies(first.point, a, second.point, b));
  }

  /** One point; the neutral element too. */
  public static final class Point {
    private final ECPoint point;

    private Point(ECPoint point) {
      this.point = point.normalize();
    }

    /**
     * Adds.
     *
     * @param other a point
     * @return the sum
     */
    public Point plus(Point other) {
      return new Point(point.add(other.point));
    }

    /**
     * Subtracts.
     *
     * @param other a point
     * @return the difference
     */
    public Point minus(Point other) {
      return new Point(point.subtract(other.point));
    }

    /**
     * Multiplies by a public number: the time depends on it.
     *
     * @param factor 0 to the order - 1
     * @return the product
     */
    public Point times(BigInteger factor) {
      return new Point(point.multiply(factor));
    }

    /**
     * Multiplies by a secret number: the sequence of group operations is the same for all of them.
     *
     * @param factor 0 to the order - 1
     * @return the product
     */
    public Point timesSecret(BigInteger factor) {
      return new Point(ECAlgorithms.multiplySecret(point, factor));
    }

    /**
     * The bytes.
     *
     * @return 33 bytes, or the single byte 00 for the neutral element
     */
    public byte[] encode() {
      return point.getEncoded(true);
    }

    /**
     * Whether this is the neutral element.
     *
     * @return true for the point at infinity
     */
    public boolean isNeutral() {
      return point.isInfinity();
    }
  }
}
