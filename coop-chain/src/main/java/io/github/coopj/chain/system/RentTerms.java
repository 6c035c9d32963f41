package io.github.coopj.chain.system;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * On what terms resources are rented.
 *
 * @param days days a payment lasts, 1 to 365
 * @param minimumFee smallest payment in minor units of the system token, 1 or more
 * @param ramCapacity bytes of RAM that may be rented out in all, 0 or more
 */
@AbiName("rent_terms")
public record RentTerms(
    @AbiType("uint32") long days,
    @AbiName("minimum_fee") long minimumFee,
    @AbiName("ram_capacity") long ramCapacity) {
  /** Terms of the platform: 30 days, 0.0001 AXON at least, 8 GiB of RAM. */
  public static final RentTerms DEFAULT = new RentTerms(30, 1, 8L << 30);

  private static final long MAX_DAYS = 365;
  private static final long DAY_SECONDS = 24L * 60 * 60;

  /** Checks the ranges. */
  public RentTerms {
    if (days < 1 || days > MAX_DAYS) {
      throw new InvalidValueException("rent lasts 1 to " + MAX_DAYS + " days, got " + days);
    }
    if (minimumFee < 1) {
      throw new InvalidValueException(
          "the smallest payment is 1 minor unit or more, got " + minimumFee);
    }
    if (ramCapacity < 0) {
      throw new InvalidValueException("RAM to rent out is 0 bytes or more, got " + ramCapacity);
    }
  }

  /** When a payment made now ends. */
  TimePointSec end(TimePointSec now) {
    return now.plusSeconds(days * DAY_SECONDS);
  }
}
