package io.github.coopj.chain.node;

import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.time.BlockTimestamp;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Which slot the next block is of: that of the clock's time, or the one after the head where blocks are made faster than
 * slots pass. Blocks run ahead of the clock by a bounded time only; others would refuse them, and transactions that are
 * signed by the clock would be expired for them.
 */
final class SlotClock {
  /** Slots by which a block may be late before it is better to begin another one. */
  private static final int LATE = 2;

  private final InstantSource clock;
  private final Duration maxLead;

  SlotClock(InstantSource clock, Duration maxLead) {
    this.clock = clock;
    this.maxLead = maxLead;
  }

  /** Slot of a block that follows the head now. */
  BlockTimestamp next(BlockTimestamp head) {
    BlockTimestamp next = head.next();
    BlockTimestamp now = BlockTimestamp.of(clock.instant());
    return now.slot() > next.slot() ? now : next;
  }

  /** As {@link #next}, refused if that slot is too far ahead of the clock. */
  BlockTimestamp nextInTime(BlockTimestamp head) {
    BlockTimestamp next = next(head);
    if (next.toInstant().isAfter(clock.instant().plus(maxLead))) {
      throw new ChainException(
          ChainError.BLOCK_FROM_THE_FUTURE,
          "the next block is of slot " + next + ", more than " + maxLead + " ahead of the clock, "
              + clock.instant() + "; wait, or move the clock");
    }
    return next;
  }

  /** Latest slot that a block made elsewhere may be of. */
  BlockTimestamp latest() {
    return BlockTimestamp.of(clock.instant().plus(maxLead));
  }

  /** Whether the clock has come to a later slot. */
  boolean isOver(BlockTimestamp slot) {
    return BlockTimestamp.of(clock.instant()).slot() > slot.slot();
  }

  /** Whether it has been over for so long that a block of it would tell contracts a time that has passed. */
  boolean isLongOver(BlockTimestamp slot) {
    return BlockTimestamp.of(clock.instant()).slot() > slot.slot() + LATE;
  }
}
