package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import java.nio.ByteBuffer;

/**
 * One digest over the ballots accepted in a cycle, in order of acceptance. The meeting records it; whoever has the
 * digests of the ballots can recompute it, see that an own ballot is among them, and that none was added, lost or changed
 * (MEET-26).
 */
public final class BallotLog {
  /** Log without a ballot. */
  public static final Checksum256 EMPTY = Checksum256.ZERO;

  private BallotLog() {}

  /**
   * The log after one more ballot.
   *
   * @param log log so far, {@link #EMPTY} at the beginning of a cycle
   * @param ballot digest of the ballot accepted
   * @return SHA-256 of both
   */
  public static Checksum256 append(Checksum256 log, Checksum256 ballot) {
    return Checksum256.sha256(
        ByteBuffer.allocate(64).put(log.toBytes()).put(ballot.toBytes()).array());
  }

  /**
   * The log of a whole cycle.
   *
   * @param ballots digests of the ballots in order of acceptance
   * @return the log
   */
  public static Checksum256 of(Iterable<Checksum256> ballots) {
    Checksum256 log = EMPTY;
    for (Checksum256 ballot : ballots) {
      log = append(log, ballot);
    }
    return log;
  }
}
