package io.github.coopj.chain.system;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;

/**
 * What a payment rents: a quarter of it as weight of NET, a quarter as weight of CPU, the rest as bytes of RAM, one for
 * one with the minor units paid. What cannot be divided goes to RAM, so that the parts always add up.
 *
 * @param netWeight weight of NET, 0 or more
 * @param cpuWeight weight of CPU, 0 or more
 * @param ramBytes bytes of RAM, 0 or more
 */
@AbiName("rent_share")
public record RentShare(
    @AbiName("net_weight") long netWeight,
    @AbiName("cpu_weight") long cpuWeight,
    @AbiName("ram_bytes") long ramBytes) {
  /** Nothing. */
  public static final RentShare NONE = new RentShare(0, 0, 0);

  private static final int QUARTER = 4;

  /** Checks the ranges. */
  public RentShare {
    if (netWeight < 0 || cpuWeight < 0 || ramBytes < 0) {
      throw new InvalidValueException("parts of a rent are 0 or more, got " + netWeight + ", "
          + cpuWeight + " and " + ramBytes);
    }
  }

  /**
   * Divides a payment.
   *
   * @param payment minor units, 0 or more
   * @return the parts, which add up to the payment
   */
  public static RentShare of(long payment) {
    long quarter = payment / QUARTER;
    return new RentShare(quarter, quarter, payment - 2 * quarter);
  }

  RentShare plus(RentShare other) {
    return new RentShare(
        Math.addExact(netWeight, other.netWeight),
        Math.addExact(cpuWeight, other.cpuWeight),
        Math.addExact(ramBytes, other.ramBytes));
  }

  RentShare minus(RentShare other) {
    return new RentShare(
        netWeight - other.netWeight, cpuWeight - other.cpuWeight, ramBytes - other.ramBytes);
  }

  /** With so many bytes of RAM more, or fewer if negative. */
  RentShare plusRam(long bytes) {
    return new RentShare(netWeight, cpuWeight, Math.addExact(ramBytes, bytes));
  }
}
