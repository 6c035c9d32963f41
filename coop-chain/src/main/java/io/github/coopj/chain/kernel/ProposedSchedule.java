package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.core.abi.AbiType;

/**
 * A schedule that waits for the block it was proposed in to become irreversible.
 *
 * @param block number of that block
 * @param schedule the schedule
 */
public record ProposedSchedule(@AbiType("uint32") long block, ProducerSchedule schedule) {}
