package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.MerkleTree;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The ballots accepted in a cycle, in order of acceptance, as a {@link MerkleTree}: appending one and proving that one is there
 * both take as many hashes as the number of ballots has binary digits. The minutes state its digest; whoever has the digests of
 * the ballots can recompute it and see that none was added, lost, changed or moved (MEET-26).
 */
public final class BallotLog {
  /** The most ballots of one cycle. */
  public static final long MAX_BALLOTS = 0xffff_ffffL;

  private BallotLog() {}

  /**
   * The log after one more ballot.
   *
   * @param log log so far, {@link MerkleTree.Frontier#EMPTY} at the beginning of a cycle
   * @param ballot digest of the ballot accepted
   * @return the log with it
   */
  public static MerkleTree.Frontier append(MerkleTree.Frontier log, Checksum256 ballot) {
    return log.append(leaf(ballot));
  }

  /**
   * What the minutes state of a log.
   *
   * @param log the log
   * @return digest over the number and all ballots
   */
  public static Checksum256 digest(MerkleTree.Frontier log) {
    return MerkleTree.seal(log.size(), log.root());
  }

  /**
   * What the minutes state of a whole cycle.
   *
   * @param ballots digests of the ballots in order of acceptance
   * @return digest over the number and all ballots
   */
  public static Checksum256 of(List<Checksum256> ballots) {
    return digest(MerkleTree.Frontier.of(leaves(ballots)));
  }

  /**
   * Shows that a ballot is in the log.
   *
   * @param ballots digests of all ballots in order of acceptance
   * @param number number of the ballot in the cycle, from 1
   * @return proof that needs nothing but the digest of the log to be checked
   * @throws InvalidValueException if there is no such ballot
   */
  public static BallotProof proof(List<Checksum256> ballots, int number) {
    MerkleTree.Inclusion inclusion = MerkleTree.inclusion(leaves(ballots), number - 1);
    return new BallotProof(number, ballots.size(), inclusion.path());
  }

  /**
   * Where a ballot is stored among those of all cycles of a meeting: cycle after cycle, in each in the order of the log.
   *
   * @param cycle cycle, 1 or more
   * @param number number of the ballot in the cycle, 1 to {@link #MAX_BALLOTS}
   * @return key of the ballot, ascending
   * @throws InvalidValueException if the number is out of range
   */
  public static long key(int cycle, long number) {
    if (cycle < 1 || number < 1 || number > MAX_BALLOTS) {
      throw new InvalidValueException("ballots are numbered 1 to " + MAX_BALLOTS
          + " in cycles from 1, got " + number + " in cycle " + cycle);
    }
    return ((long) cycle << 32) | number;
  }

  /**
   * Where the last ballot of a member is stored.
   *
   * @param cycle first cycle of the log it is in
   * @param number number of the ballot in the log, 0 for none
   * @return key of the ballot, empty if there is none
   * @throws InvalidValueException if the number is out of range
   */
  public static Optional<Long> lastKey(int cycle, long number) {
    return number == 0 ? Optional.empty() : Optional.of(key(cycle, number));
  }

  static Checksum256 leaf(Checksum256 ballot) {
    return Checksum256.sha256(ByteBuffer.allocate(1 + Checksum256.SIZE)
        .put((byte) 0)
        .put(ballot.toBytes())
        .array());
  }

  private static List<Checksum256> leaves(List<Checksum256> ballots) {
    return ballots.stream().map(BallotLog::leaf).toList();
  }
}
