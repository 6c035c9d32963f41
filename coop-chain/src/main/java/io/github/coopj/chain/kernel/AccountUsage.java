package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;

/**
 * What an account has used.
 *
 * @param net NET bytes, averaged over a day
 * @param cpu CPU microseconds, averaged over a day
 * @param ramBytes bytes of RAM it is billed now
 */
public record AccountUsage(
    UsageAccumulator net,
    UsageAccumulator cpu,
    @AbiType("uint64") long ramBytes) {
  /** Nothing used yet. */
  static final AccountUsage NONE =
      new AccountUsage(UsageAccumulator.EMPTY, UsageAccumulator.EMPTY, 0);

  AccountUsage withRam(long bytes) {
    return new AccountUsage(net, cpu, bytes);
  }

  AccountUsage with(long netBytes, long cpuUs, long slot) {
    return new AccountUsage(
        net.add(netBytes, slot, UsageAccumulator.ACCOUNT_WINDOW),
        cpu.add(cpuUs, slot, UsageAccumulator.ACCOUNT_WINDOW),
        ramBytes);
  }
}
