package io.github.coopj.chain.contract;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;

/**
 * What an account may use: bytes of RAM, and its share of the chain's NET and CPU.
 *
 * @param ramBytes bytes of RAM, {@value #UNLIMITED} for any number
 * @param netWeight weight among all accounts' NET weights, {@value #UNLIMITED} for no limit
 * @param cpuWeight weight among all accounts' CPU weights, {@value #UNLIMITED} for no limit
 */
public record AccountLimits(
    @AbiName("ram_bytes") long ramBytes,
    @AbiName("net_weight") long netWeight,
    @AbiName("cpu_weight") long cpuWeight) {
  /** No limit. */
  public static final long UNLIMITED = -1;

  /** Limits of an account that has none, as a new account is. */
  public static final AccountLimits NONE = new AccountLimits(UNLIMITED, UNLIMITED, UNLIMITED);

  /** Checks the ranges. */
  public AccountLimits {
    if (ramBytes < UNLIMITED || netWeight < UNLIMITED || cpuWeight < UNLIMITED) {
      throw new InvalidValueException("limits of an account are -1 or more, got " + ramBytes + ", "
          + netWeight + " and " + cpuWeight);
    }
  }
}
