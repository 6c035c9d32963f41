package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.MerkleTree;
import java.util.List;

/**
 * Evidence that a ballot is in the log of a cycle: the hashes beside its way to the root, from the leaf upwards, as many as the
 * number of ballots has binary digits at most (MEET-26).
 *
 * @param number number of the ballot in the cycle, from 1
 * @param ballots number of ballots in the log
 * @param path one hash for every level
 */
public record BallotProof(long number, long ballots, List<Checksum256> path) {
  /** Copies the path. */
  public BallotProof {
    path = List.copyOf(path);
  }

  /**
   * Whether the proof holds against the minutes.
   *
   * @param ballot digest of the ballot, see {@link Ballot#digest}
   * @param ballotLog digest of the log, as {@link MinutesTally} states it
   * @return true if the log has this ballot in this place
   */
  public boolean verifies(Checksum256 ballot, Checksum256 ballotLog) {
    return new MerkleTree.Inclusion(number - 1, ballots, path)
        .rootFrom(BallotLog.leaf(ballot))
        .filter(root -> MerkleTree.seal(ballots, root).equals(ballotLog))
        .isPresent();
  }
}
