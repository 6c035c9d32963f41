package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.meeting.AcceptedBallot;
import io.github.coopj.governance.meeting.MinutesNarrative;
import io.github.coopj.governance.proxy.ProxyPower;
import io.github.coopj.governance.proxy.ProxyRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How votes came in at the meetings of a cooperative, which were refused, and who may vote for whom. */
public final class BallotView {
  private final ChainClient chain;
  private final Name cooperative;

  BallotView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * How the ballots of a meeting came in: by their members, by proxy or on paper.
   *
   * @param meeting number of the meeting
   * @return in the order of acceptance, ballots of all cycles
   */
  public List<AcceptedBallot> accepted(long meeting) {
    return Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            MeetingTables.BALLOTS,
            MeetingTables.BallotRow.class,
            MeetingTables.BallotRow::key)
        .stream()
        .map(row -> new AcceptedBallot(row.ballot(), row.way()))
        .toList();
  }

  /**
   * Ballots of a meeting that were refused and listed (TALLY-03).
   *
   * @param meeting number of the meeting
   * @return in the order in which they were listed, as the minutes name them
   */
  public List<MinutesNarrative.RejectedBallot> refused(long meeting) {
    return Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            BallotTables.REFUSED,
            BallotTables.RefusedRow.class,
            BallotTables.RefusedRow::prefix)
        .stream()
        .flatMap(row -> row.ballots().stream())
        .sorted(Comparator.comparingLong(BallotTables.Refused::number))
        .map(BallotTables.Refused::entry)
        .toList();
  }

  /**
   * A registered power of attorney.
   *
   * @param power number of the power
   * @return the power, if there is one
   */
  public Optional<ProxyPower> power(long power) {
    return chain
        .row(CooperativeAccounts.PROXY, cooperative, ProxyContract.POWERS, power, ProxyRecord.class)
        .map(ProxyPower::restore);
  }
}
