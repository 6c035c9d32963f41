package io.github.coopj.governance.meeting;

import io.github.coopj.governance.notice.SignedReaction;
import io.github.coopj.governance.proxy.ProxyPower;
import java.util.Optional;

/**
 * What the tables hold about the member of a ballot and about who casts it, before it is accepted. Every part is one row, so
 * that accepting a ballot takes as long at a large meeting as at a small one.
 *
 * @param roll who is on the roll
 * @param last the last ballot accepted for the member at this meeting, of whatever cycle
 * @param personVoted whether the person has a ballot that counts now, by this account or by another (ORG-04)
 * @param power the last power of attorney of the member
 * @param votes for whom the one who casts the ballot has voted so far
 * @param reaction the member's last reaction to the agenda (NOTICE-02)
 */
public record BallotStanding(
    RollLookup roll,
    Optional<AcceptedBallot> last,
    boolean personVoted,
    Optional<ProxyPower> power,
    Optional<ProxyVotes> votes,
    Optional<SignedReaction> reaction) {
  /**
   * What there is of a member who votes himself and for the first time.
   *
   * @param roll who is on the roll
   * @return nothing else
   */
  public static BallotStanding of(RollLookup roll) {
    return new BallotStanding(
        roll, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
