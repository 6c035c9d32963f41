package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;

/**
 * The block that transactions are executed for.
 *
 * @param number its number
 * @param timestamp its slot
 * @param producer its producer
 * @param previousId id of the block before
 * @param previous header of the block before
 * @param latestSchedule schedule that a new proposal would follow: the one announced last, active yet or not
 */
public record BlockInfo(
    long number,
    BlockTimestamp timestamp,
    Name producer,
    Checksum256 previousId,
    BlockHeader previous,
    ProducerSchedule latestSchedule) {}
