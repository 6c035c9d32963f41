package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * The block that transactions are executed for.
 *
 * @param number its number
 * @param timestamp its slot
 * @param producer its producer
 * @param previousId id of the block before
 * @param previous header of the block before
 * @param latestSchedule schedule that a new proposal would follow: the one announced last, active yet or not
 * @param announced whether the header announces the proposed schedule, which is then proposed no longer
 * @param activeSchedule schedule that is active in the block
 * @param features digests of the protocol features that the block activates
 */
public record BlockInfo(
    long number,
    BlockTimestamp timestamp,
    Name producer,
    Checksum256 previousId,
    BlockHeader previous,
    ProducerSchedule latestSchedule,
    boolean announced,
    ProducerSchedule activeSchedule,
    List<Checksum256> features) {
  /** Copies the list. */
  public BlockInfo {
    features = List.copyOf(features);
  }

  /**
   * A block that activates no feature, the latest schedule being the active one.
   *
   * @param number its number
   * @param timestamp its slot
   * @param producer its producer
   * @param previousId id of the block before
   * @param previous header of the block before
   * @param latestSchedule the schedule
   * @param announced whether the header announces the proposed schedule
   */
  public BlockInfo(
      long number,
      BlockTimestamp timestamp,
      Name producer,
      Checksum256 previousId,
      BlockHeader previous,
      ProducerSchedule latestSchedule,
      boolean announced) {
    this(
        number,
        timestamp,
        producer,
        previousId,
        previous,
        latestSchedule,
        announced,
        latestSchedule,
        List.of());
  }

  /** Start of the slot in milliseconds since 1970. */
  long timestampMillis() {
    return BlockTimestamp.EPOCH_MS + timestamp.slot() * BlockTimestamp.INTERVAL_MS;
  }
}
