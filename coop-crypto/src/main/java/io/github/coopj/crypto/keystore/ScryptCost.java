package io.github.coopj.crypto.keystore;

import io.github.coopj.InvalidValueException;

/**
 * How much work it is to try one password, in the terms of scrypt (RFC 7914).
 *
 * <p>Memory needed: 128 * r * 2^logN bytes, at most 512 MiB, so that no file can exhaust its reader.
 *
 * @param logN logarithm to base 2 of the cost, 10 to 22; with r of 1 at most 15, since scrypt asks for less than 16 * r bits
 * @param r block size, 1 to 64
 * @param p repetitions, 1 to 16
 */
public record ScryptCost(int logN, int r, int p) {
  /** 128 MiB and some tenths of a second: for key files of people and cooperatives. */
  public static final ScryptCost STANDARD = new ScryptCost(17, 8, 1);

  private static final long MAX_MEMORY = 512L << 20;

  /**
   * Checks the ranges.
   *
   * @throws InvalidValueException when a number is out of range or more than 512 MiB would be needed
   */
  public ScryptCost {
    if (logN < 10 || logN > 22 || r < 1 || r > 64 || p < 1 || p > 16) {
      throw new InvalidValueException(
          "scrypt cost must have logN 10 to 22, r 1 to 64, p 1 to 16, got " + logN + ", " + r + ", "
              + p);
    }
    if (logN >= 16 * r) {
      throw new InvalidValueException(
          "scrypt cost must have logN below 16 times r, got " + logN + ", " + r);
    }
    long memory = (128L * r) << logN;
    if (memory > MAX_MEMORY) {
      throw new InvalidValueException(
          "scrypt cost must need at most 512 MiB, got " + (memory >> 20) + " MiB");
    }
  }

  int n() {
    return 1 << logN;
  }
}
