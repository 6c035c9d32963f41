package io.github.coopj.chain.client;

import io.github.coopj.Bytes;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;

/**
 * What became of a transaction that was accepted.
 *
 * @param id its id
 * @param block number of the block it is in, or going to be in
 * @param blockTime slot of that block
 * @param cpuUsageUs CPU billed, microseconds
 * @param netUsageWords NET billed, words of 8 bytes
 * @param returnValue what its first action returned, empty for nothing
 */
public record PushResult(
    Checksum256 id,
    long block,
    BlockTimestamp blockTime,
    long cpuUsageUs,
    long netUsageWords,
    Bytes returnValue) {}
