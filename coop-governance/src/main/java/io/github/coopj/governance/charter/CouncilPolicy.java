package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.Period;
import java.util.Objects;

/**
 * Size, term and voting of the Council (совет; COUNCIL-02, COUNCIL-04, COUNCIL-28, COUNCIL-30, CHAIR-06).
 *
 * @param minSize fewest members, 1 or more
 * @param maxSize most members
 * @param term how long a mandate lasts
 * @param quorum share of the members in office that must vote; 0/1 for none
 * @param majorityBase of whom the majority is counted
 * @param castingVote whether the Chairman's own vote decides where exactly half of the base votes for
 * @param quorumNeedsChairman whether no quorum is reached unless the Chairman or a deputy votes
 * @param absenteeHours least length of an absentee vote (заочное голосование) in hours; 0 for none
 * @param boardSeatAllowed whether a member of the Council may sit in the Board too
 */
public record CouncilPolicy(
    int minSize,
    int maxSize,
    Period term,
    Ratio quorum,
    MajorityBase majorityBase,
    boolean castingVote,
    boolean quorumNeedsChairman,
    int absenteeHours,
    boolean boardSeatAllowed) {
  /** Refuses an empty size range and an empty term. */
  public CouncilPolicy {
    Objects.requireNonNull(quorum, "quorum");
    Objects.requireNonNull(majorityBase, "majorityBase");
    if (minSize < 1 || maxSize < minSize) {
      throw new InvalidValueException(
          "council.maxSize must be council.minSize " + minSize + " or more, got " + maxSize);
    }
    if (term.isZero() || term.isNegative()) {
      throw new InvalidValueException("council.term must be longer than nothing, got " + term);
    }
    if (absenteeHours < 0) {
      throw new InvalidValueException(
          "council.absenteeHours must not be negative, got " + absenteeHours);
    }
  }
}
