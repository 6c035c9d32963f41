package io.github.coopj.chain.consensus;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;

/**
 * How far a producer has bound itself, on whatever fork: it never signs another block of that number or below, nor of that
 * slot or before (protocol rule: a range of block numbers is confirmed once).
 *
 * @param producer the producer
 * @param block highest number of a block it signed, 1 to 2^32 - 1
 * @param slot latest slot of a block it signed
 */
public record Watermark(Name producer, @AbiType("uint32") long block, BlockTimestamp slot) {
  /** Checks the range. */
  public Watermark {
    if (block < 1 || block > 0xffff_ffffL) {
      throw new InvalidValueException("a block number is 1 to 2^32-1, got " + block);
    }
  }

  /**
   * The watermark raised by one more block.
   *
   * @param number number of the block
   * @param time slot of the block
   * @return a watermark that is not lower in either
   */
  Watermark raised(long number, BlockTimestamp time) {
    return new Watermark(
        producer, Math.max(block, number), time.slot() > slot.slot() ? time : slot);
  }
}
