package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.TransactionHeader;
import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * NET and CPU that one transaction may use, by the block, the chain, its header and those who pay; and what it has used
 * (protocol rule: transaction_context.cpp, init and finalize). Which limit is the lowest decides the error.
 */
final class TransactionBill {
  /** How much longer than a payer can afford a transaction may run, as nodes are configured. */
  private static final long LEEWAY_US = 31_000;

  private final ResourceLimits resources;
  private final ChainConfiguration configuration;
  private final Collection<Name> payers;
  private final long slot;
  private final long netBytes;
  private long netLimit;
  private boolean netDueToBlock = true;
  private long cpuLimit;
  private boolean cpuDueToBlock = true;

  TransactionBill(
      ResourceLimits resources,
      ChainConfiguration configuration,
      TransactionHeader header,
      Collection<Name> payers,
      long slot,
      long netBytes,
      long blockNet,
      long blockCpu) {
    this.resources = resources;
    this.configuration = configuration;
    this.payers = payers;
    this.slot = slot;
    this.netBytes = netBytes;
    this.netLimit = blockNet;
    this.cpuLimit = blockCpu;
    lowerNet(configuration.maxTransactionNetUsage());
    lowerCpu(configuration.maxTransactionCpuUsage());
    if (header.maxNetUsageWords() > 0) {
      lowerNet(header.maxNetUsageWords() * NetUsage.WORD);
    }
    if (header.maxCpuUsageMs() > 0) {
      lowerCpu(header.maxCpuUsageMs() * 1000L);
    }
  }

  /** Fails early if it is plain that the transaction cannot be paid; a negative CPU is not known yet. */
  void begin(long statedCpuUs) {
    if (statedCpuUs > 0) {
      requireCpu(statedCpuUs, cpuDueToBlock);
    }
    long affordable = affordableNet();
    long leeway = affordable > Long.MAX_VALUE - configuration.netUsageLeeway()
        ? Long.MAX_VALUE
        : affordable + configuration.netUsageLeeway();
    requireNet(
        netBytes,
        Math.min(netLimit, leeway) / NetUsage.WORD * NetUsage.WORD,
        netDueToBlock && leeway >= netLimit);
  }

  /** Has a transaction cut once it has used all the CPU that it may be billed. */
  void limit(Meter meter, LongSupplier nanoTime, long began) {
    long affordable = affordableCpu();
    boolean dueToPayer =
        affordable <= Long.MAX_VALUE - LEEWAY_US && affordable + LEEWAY_US <= cpuLimit;
    ChainError error = ChainError.TX_CPU_USAGE_EXCEEDED;
    String why = "transaction was executing for too long";
    if (dueToPayer) {
      error = ChainError.LEEWAY_DEADLINE;
      why = "transaction took longer than the CPU that its payer may use allows for";
    } else if (cpuDueToBlock) {
      error = ChainError.BLOCK_CPU_USAGE_EXCEEDED;
      why = "not enough time left in block to complete executing transaction";
    }
    long most = dueToPayer ? affordable + LEEWAY_US : cpuLimit;
    meter.add(nanoTime, began, most * 1000, error, why + ", which may take " + most + " us");
  }

  /** Bills the payers, or fails if that is more than one of them or the block can bear. */
  void end(long cpuUs) {
    lowerNet(affordableNet());
    long affordable = affordableCpu();
    if (affordable <= cpuLimit) {
      lowerCpu(affordable);
    }
    requireNet(netBytesBilled(), netLimit, netDueToBlock);
    if (cpuUs < configuration.minTransactionCpuUsage()) {
      throw new ChainException(
          ChainError.TRANSACTION,
          "cannot bill CPU time less than the minimum of " + configuration.minTransactionCpuUsage()
              + " us, got " + cpuUs);
    }
    requireCpu(cpuUs, cpuDueToBlock);
    resources.bill(payers, cpuUs, netBytesBilled(), slot);
  }

  /** Whole words in bytes. */
  long netBytesBilled() {
    return NetUsage.words(netBytes) * NetUsage.WORD;
  }

  private void lowerNet(long limit) {
    if (limit <= netLimit) {
      netLimit = limit;
      netDueToBlock = false;
    }
  }

  private void lowerCpu(long limit) {
    if (limit <= cpuLimit) {
      cpuLimit = limit;
      cpuDueToBlock = false;
    }
  }

  private long affordableNet() {
    long least = Long.MAX_VALUE;
    for (Name payer : payers) {
      least = Math.min(least, resources.availableNet(payer, slot));
    }
    return least;
  }

  private long affordableCpu() {
    long least = Long.MAX_VALUE;
    for (Name payer : payers) {
      least = Math.min(least, resources.availableCpu(payer, slot));
    }
    return least;
  }

  private static void requireNet(long bytes, long limit, boolean dueToBlock) {
    if (bytes <= limit) {
      return;
    }
    throw dueToBlock
        ? new ChainException(
            ChainError.BLOCK_NET_USAGE, "not enough space left in block: " + bytes + " > " + limit)
        : new ChainException(
            ChainError.TX_NET_USAGE, "transaction net usage is too high: " + bytes + " > " + limit);
  }

  private void requireCpu(long cpuUs, boolean dueToBlock) {
    if (cpuUs <= cpuLimit) {
      return;
    }
    throw dueToBlock
        ? new ChainException(
            ChainError.BLOCK_CPU_USAGE_EXCEEDED,
            "billed CPU time (" + cpuUs
                + " us) is greater than the billable CPU time left in the block (" + cpuLimit
                + " us)")
        : new ChainException(
            ChainError.TX_CPU_USAGE_EXCEEDED,
            "billed CPU time (" + cpuUs
                + " us) is greater than the maximum billable CPU time for the transaction ("
                + cpuLimit + " us)");
  }
}
