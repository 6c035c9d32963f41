package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.ProducerSchedule;
import java.util.Optional;

/**
 * What is known of the next block before its header is complete: all that who produces it and how much it confirms
 * decide.
 *
 * @param finality what is irreversible with that block
 * @param activeSchedule schedule the block after it is produced under
 * @param pending schedule announced in an earlier header and still not active with that block
 */
public record Preview(
    DposFinality finality, ProducerSchedule activeSchedule, Optional<BlockState.Pending> pending) {
  /**
   * The schedule that a new proposal would follow: the one announced last, active yet or not.
   *
   * @return the schedule
   */
  public ProducerSchedule latestSchedule() {
    return pending.map(BlockState.Pending::schedule).orElse(activeSchedule);
  }
}
