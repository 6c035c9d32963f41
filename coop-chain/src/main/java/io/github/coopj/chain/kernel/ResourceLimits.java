package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.core.name.Name;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * What accounts may use and have used of NET, CPU and RAM, by the node's accounting (protocol rule: resource_limits.cpp).
 * Weights share what blocks offer on average; an account without a weight has no limit.
 */
final class ResourceLimits {
  private final ChainState state;

  ResourceLimits(ChainState state) {
    this.state = state;
  }

  /** Begins with nothing used, and with blocks as if they had been full. */
  void initialize() {
    state.totals.set(ResourceTotals.initial());
  }

  AccountUsage usage(Name account) {
    return state.accounts.of(account).usage();
  }

  /** Limits of an account, those included that begin to count with the next block. */
  AccountLimits limits(Name account) {
    AccountLimits changed = state.changedLimits.get(account);
    return changed == null ? state.accounts.of(account).limits() : changed;
  }

  /** Sets limits; whether RAM was taken away, so that what is in use must be looked at. */
  boolean setLimits(Name account, AccountLimits limits) {
    AccountLimits before = limits(account);
    state.changedLimits.put(account, limits);
    return limits.ramBytes() >= 0
        && (before.ramBytes() < 0 || limits.ramBytes() < before.ramBytes());
  }

  void addRam(Name account, long delta) {
    if (delta == 0) {
      return;
    }
    AccountEntry entry = state.accounts.of(account);
    AccountUsage usage = entry.usage();
    long bytes = usage.ramBytes() + delta;
    if (bytes < 0) {
      throw new ChainException(
          ChainError.TRANSACTION,
          "RAM usage of " + account + " would leave its range: " + usage.ramBytes() + " + "
              + delta);
    }
    state.accounts.put(account, entry.with(usage.withRam(bytes)));
  }

  void requireRam(Name account) {
    long limit = limits(account).ramBytes();
    long used = usage(account).ramBytes();
    if (limit >= 0 && used > limit) {
      throw new ChainException(
          ChainError.RAM_USAGE_EXCEEDED,
          "account " + account + " has insufficient ram; needs " + used + " bytes has " + limit
              + " bytes");
    }
  }

  /** NET bytes that an account can still pay for; {@link Long#MAX_VALUE} without a limit. */
  long availableNet(Name account, long slot) {
    long weight = limits(account).netWeight();
    if (weight < 0) {
      return Long.MAX_VALUE;
    }
    ResourceTotals totals = totals();
    return available(usage(account).net(), slot, weight, totals.netWeight(), totals.virtualNet());
  }

  /** CPU microseconds that an account can still pay for; {@link Long#MAX_VALUE} without a limit. */
  long availableCpu(Name account, long slot) {
    long weight = limits(account).cpuWeight();
    if (weight < 0) {
      return Long.MAX_VALUE;
    }
    ResourceTotals totals = totals();
    return available(usage(account).cpu(), slot, weight, totals.cpuWeight(), totals.virtualCpu());
  }

  private static long available(
      UsageAccumulator usage, long slot, long weight, long allWeights, long virtualLimit) {
    if (allWeights == 0) {
      return Long.MAX_VALUE;
    }
    int window = UsageAccumulator.ACCOUNT_WINDOW;
    BigInteger most = BigInteger.valueOf(virtualLimit)
        .multiply(BigInteger.valueOf(window))
        .multiply(BigInteger.valueOf(weight))
        .divide(BigInteger.valueOf(allWeights));
    BigInteger left = most.subtract(usage.add(0, slot, window).usedInWindow(window));
    return left.signum() <= 0 ? 0 : left.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  /** Bills a transaction to accounts, each of which must be able to afford all of it. */
  void bill(Collection<Name> accounts, long cpuUs, long netBytes, long slot) {
    ResourceTotals totals = totals();
    for (Name account : accounts) {
      AccountEntry entry = state.accounts.of(account);
      AccountUsage usage = entry.usage().with(netBytes, cpuUs, slot);
      AccountLimits limits = limits(account);
      state.accounts.put(account, entry.with(usage));
      if (limits.cpuWeight() >= 0
          && totals.cpuWeight() > 0
          && usage
              .cpu()
              .exceeds(
                  totals.virtualCpu(),
                  limits.cpuWeight(),
                  totals.cpuWeight(),
                  UsageAccumulator.ACCOUNT_WINDOW)) {
        throw new ChainException(
            ChainError.TX_CPU_USAGE_EXCEEDED,
            "authorizing account " + account
                + " has insufficient cpu resources for this transaction");
      }
      if (limits.netWeight() >= 0
          && totals.netWeight() > 0
          && usage
              .net()
              .exceeds(
                  totals.virtualNet(),
                  limits.netWeight(),
                  totals.netWeight(),
                  UsageAccumulator.ACCOUNT_WINDOW)) {
        throw new ChainException(
            ChainError.TX_NET_USAGE,
            "authorizing account " + account
                + " has insufficient net resources for this transaction");
      }
    }
  }

  ResourceTotals totals() {
    ResourceTotals totals = state.totals.get();
    if (totals == null) {
      throw new IllegalStateException("the chain has no totals of its resources");
    }
    return totals;
  }

  /** Ends a block: changed limits take effect, and what the block used moves the averages. */
  void endBlock(long number, long cpuUs, long netBytes, ChainConfiguration configuration) {
    ResourceTotals before = totals();
    long net = before.netWeight();
    long cpu = before.cpuWeight();
    long ram = before.ramBytes();
    for (Map.Entry<Name, AccountLimits> changed = state.changedLimits.first();
        changed != null;
        changed = state.changedLimits.first()) {
      AccountEntry entry = state.accounts.of(changed.getKey());
      AccountLimits old = entry.limits();
      AccountLimits now = changed.getValue();
      net += positive(now.netWeight()) - positive(old.netWeight());
      cpu += positive(now.cpuWeight()) - positive(old.cpuWeight());
      ram += positive(now.ramBytes()) - positive(old.ramBytes());
      state.accounts.put(changed.getKey(), entry.with(now));
      state.changedLimits.remove(changed.getKey());
    }
    ElasticLimit netLimit =
        ElasticLimit.of(configuration.maxBlockNetUsage(), configuration.targetBlockNetUsagePct());
    ElasticLimit cpuLimit =
        ElasticLimit.of(configuration.maxBlockCpuUsage(), configuration.targetBlockCpuUsagePct());
    UsageAccumulator netUse = before.net().add(netBytes, number, UsageAccumulator.BLOCK_WINDOW);
    UsageAccumulator cpuUse = before.cpu().add(cpuUs, number, UsageAccumulator.BLOCK_WINDOW);
    state.totals.set(new ResourceTotals(
        netUse,
        cpuUse,
        net,
        cpu,
        ram,
        netLimit.next(before.virtualNet(), netUse.average()),
        cpuLimit.next(before.virtualCpu(), cpuUse.average()),
        netLimit,
        cpuLimit));
  }

  private static long positive(long limit) {
    return Math.max(limit, 0);
  }
}
