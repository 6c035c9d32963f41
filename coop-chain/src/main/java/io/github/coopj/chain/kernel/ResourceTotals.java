package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;

/**
 * What the chain knows of its resources as a whole after a block.
 *
 * @param net use of NET by blocks
 * @param cpu use of CPU by blocks
 * @param netWeight sum of the NET weights of all accounts that have one
 * @param cpuWeight sum of the CPU weights of all accounts that have one
 * @param ramBytes sum of the RAM limits of all accounts that have one
 * @param virtualNet NET bytes a block that all accounts share by weight
 * @param virtualCpu CPU microseconds a block that all accounts share by weight
 * @param netLimit how the virtual NET follows the use
 * @param cpuLimit how the virtual CPU follows the use
 */
public record ResourceTotals(
    UsageAccumulator net,
    UsageAccumulator cpu,
    @AbiType("uint64") long netWeight,
    @AbiType("uint64") long cpuWeight,
    @AbiType("uint64") long ramBytes,
    @AbiType("uint64") long virtualNet,
    @AbiType("uint64") long virtualCpu,
    ElasticLimit netLimit,
    ElasticLimit cpuLimit) {
  /** The state of a new chain: as if congested, by the default limits until the first block is ended. */
  static ResourceTotals initial() {
    ElasticLimit net = ElasticLimit.of(1_048_576, 1_000);
    ElasticLimit cpu = ElasticLimit.of(200_000, 1_000);
    return new ResourceTotals(
        UsageAccumulator.EMPTY, UsageAccumulator.EMPTY, 0, 0, 0, net.max(), cpu.max(), net, cpu);
  }
}
