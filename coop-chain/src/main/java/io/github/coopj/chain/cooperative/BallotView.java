package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.AcceptedBallot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.MinutesNarrative;
import io.github.coopj.governance.proxy.ProxyPower;
import io.github.coopj.governance.proxy.ProxyRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * The votes so far on the open items of a meeting that is open, where the charter lets everybody see them (TALLY-01).
   *
   * @param meeting number of the meeting
   * @param charter the charter of the draft
   * @return open items with their votes, without outcome
   * @throws io.github.coopj.governance.GovernanceException TALLY_CLOSED where the charter counts after the end only, WRONG_STATE
   */
  public List<ItemRecord> runningTally(long meeting, Charter charter) {
    GeneralMeetingRecord row = chain
        .row(
            CooperativeAccounts.MEETING,
            cooperative,
            MeetingTables.MEETINGS,
            meeting,
            GeneralMeetingRecord.class)
        .orElseThrow(() -> MeetingTables.unknown(cooperative, meeting));
    Map<Name, Long> last = new HashMap<>();
    Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            MeetingTables.ROLL,
            MeetingTables.RollRow.class,
            voter -> voter.member().value())
        .forEach(voter -> last.put(voter.member(), voter.ballot()));
    List<LoggedBallot> log = new ArrayList<>();
    for (MeetingTables.BallotRow ballot : Pages.all(
        chain,
        CooperativeAccounts.MEETING,
        new Name(meeting),
        MeetingTables.BALLOTS,
        MeetingTables.BallotRow.class,
        MeetingTables.BallotRow::key)) {
      if (ballot.key() >= BallotLog.key(row.ballotsFrom(), 1)) {
        log.add(new LoggedBallot(
            log.size() + 1L,
            ballot.ballot(),
            last.getOrDefault(ballot.ballot().member(), 0L),
            ballot.secret()));
      }
    }
    return GeneralMeeting.restore(row).requireOpen().runningTally(log, charter);
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
