package io.github.coopj.chain.system;

/** Products of two longs divided by a third, exactly and rounded down. */
final class WideInteger {
  private WideInteger() {}

  /**
   * a * b / c, rounded down, where the product may have up to 126 bits.
   *
   * @param a 0 or more
   * @param b 0 to 2^31 - 1
   * @param c 1 to 2^31 - 1
   * @throws ArithmeticException if the quotient has more than 63 bits
   */
  static long multiplyDivide(long a, long b, long c) {
    // a = high * c + low, so a * b / c = high * b + low * b / c, where low * b has at most 62 bits
    return Math.addExact(Math.multiplyExact(a / c, b), a % c * b / c);
  }
}
