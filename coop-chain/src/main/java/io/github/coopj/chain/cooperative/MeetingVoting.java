package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.SecretPart;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.person.Verified;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretElection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a meeting is opened, voted in and counted, out of the tables. */
final class MeetingVoting {
  private final Charters charters;

  MeetingVoting(Charters charters) {
    this.charters = charters;
  }

  void open(Context context, MeetingActions.Open data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    ConvenedMeeting convened = loaded.meeting().requireConvened();
    Optional<ReadyCeremony> ceremony = SecretContract.ready(context, loaded.coop(), data.meeting());
    OpenMeeting open = convened.open(ceremony, loaded.charter(), Persons.now(context));
    convened
        .election(ceremony, loaded.charter())
        .ifPresent(election -> MeetingTables.elections(context, data.meeting())
            .insert(context.receiver(), new MeetingTables.ElectionRow(election.content())));
    MeetingTables.store(context, loaded, open);
  }

  void expire(Context context, MeetingActions.Expire data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    MeetingTables.store(
        context, loaded, loaded.meeting().requireConvened().expire(Persons.now(context)));
  }

  void ballot(Context context, MeetingActions.HandIn data) {
    Ballot ballot = data.ballot();
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, ballot.meetingId());
    Verified person = Persons.acting(context, loaded.coop(), ballot.member());
    new SignedBallot(ballot, data.signature()).requireGenuine(Signed.keys(context));
    OpenMeeting open = loaded.meeting().requireOpen();
    Table<MeetingTables.RollRow> roll = MeetingTables.roll(context, ballot.meetingId());
    Table<MeetingTables.BallotRow> ballots = MeetingTables.ballots(context, ballot.meetingId());
    MeetingTables.RollRow row = roll.find(ballot.member().value()).orElse(null);
    boolean voted = row != null && open.hasVoted(row.votedCycle());
    boolean votedElsewhere = !voted && recordVoter(context, person, ballot);
    ReactionCall.requireRsvp(
        ballot.member(),
        AgendaTables.reactions(context, ballot.meetingId()).find(ballot.member().value()),
        loaded.charter().notice());
    OpenMeeting next = open.accept(
        ballot,
        data.secret().map(part -> new SecretPart(requireElection(context, open), part)),
        row != null,
        voted,
        votedElsewhere,
        loaded.charter(),
        Persons.now(context));
    long number = next.snapshot().ballots().size();
    long key = BallotLog.key(ballot.cycle(), number);
    ballots.insert(
        context.receiver(),
        new MeetingTables.BallotRow(key, ballot, data.signature(), data.secret()));
    Agenda agenda = MeetingTables.agendaOf(context, loaded.coop(), ballot.meetingId());
    Delegates.link(context, loaded.coop(), key, ballot, agenda, loaded.charter());
    if (row != null) {
      roll.update(row.voted(ballot.cycle(), number));
    }
    MeetingTables.store(context, loaded, next);
  }

  void close(Context context, MeetingActions.Close data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    GeneralMeeting closed =
        loaded.meeting().requireOpen().close(loaded.charter(), Persons.now(context));
    MeetingTables.store(
        context,
        loaded,
        closed instanceof CountingMeeting counting
            ? counted(context, loaded, counting, CountingMeeting.MAX_BATCH)
            : closed);
  }

  void count(Context context, MeetingActions.Count data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    CountingMeeting counting = loaded.meeting().requireCounting();
    MeetingTables.store(context, loaded, counted(context, loaded, counting, data.limit()));
  }

  void decrypt(Context context, MeetingActions.Decrypt data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    CountingMeeting counting = loaded.meeting().requireCounting();
    MeetingTables.store(
        context,
        loaded,
        counting.decrypt(data.share(), requireElection(context, counting), loaded.charter()));
  }

  void giveUpSecret(Context context, MeetingActions.GiveUpSecret data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    MeetingTables.store(
        context,
        loaded,
        loaded.meeting().requireCounting().giveUpSecret(loaded.charter(), Persons.now(context)));
  }

  /** Records that the voter behind the account votes in the cycle, or says that he has by another account (ORG-04). */
  private static boolean recordVoter(Context context, Verified person, Ballot ballot) {
    Table<MeetingTables.VotersRow> table = MeetingTables.voters(context, ballot.meetingId());
    long prefix = new AbiReader(person.voterKey().toBytes()).readI64();
    MeetingTables.VotersRow row =
        table.find(prefix).orElse(new MeetingTables.VotersRow(prefix, List.of()));
    MeetingTables.VoterInCycle vote =
        new MeetingTables.VoterInCycle(person.voterKey(), ballot.cycle());
    if (row.voted().contains(vote)) {
      return true;
    }
    List<MeetingTables.VoterInCycle> voted = new ArrayList<>(row.voted());
    voted.add(vote);
    table.put(context.receiver(), new MeetingTables.VotersRow(prefix, voted));
    return false;
  }

  private static GeneralMeeting counted(
      Context context, MeetingTables.Loaded loaded, CountingMeeting counting, int limit) {
    Table<MeetingTables.BallotRow> ballots = MeetingTables.ballots(context, counting.id());
    Table<MeetingTables.RollRow> roll = MeetingTables.roll(context, counting.id());
    int cycle = counting.snapshot().cycle();
    List<LoggedBallot> batch = new ArrayList<>();
    for (long number : counting.next(limit)) {
      MeetingTables.BallotRow row = stored(ballots.find(BallotLog.key(cycle, number)));
      MeetingTables.RollRow voter = stored(roll.find(row.ballot().member().value()));
      batch.add(new LoggedBallot(number, row.ballot(), voter.ballot(), row.secret()));
    }
    return counting.count(batch, election(context, counting), loaded.charter());
  }

  private static Optional<SecretElection> election(Context context, GeneralMeeting meeting) {
    return MeetingTables.elections(context, meeting.id())
        .find(meeting.snapshot().cycle())
        .map(row -> SecretElection.of(row.content()));
  }

  private static SecretElection requireElection(Context context, GeneralMeeting meeting) {
    return election(context, meeting)
        .orElseThrow(
            () -> new InvalidValueException("meeting " + meeting.id() + " has no secret items"));
  }

  private static <R> R stored(Optional<R> row) {
    return row.orElseThrow(
        () -> new InvalidValueException("a row of a ballot or of its voter is missing"));
  }
}
