package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.OpenMeeting;
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
        counting.decrypt(
            data.share(),
            requireElection(context, counting),
            loaded.charter(),
            Persons.now(context)));
  }

  void giveUpSecret(Context context, MeetingActions.GiveUpSecret data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    MeetingTables.store(
        context,
        loaded,
        loaded.meeting().requireCounting().giveUpSecret(loaded.charter(), Persons.now(context)));
  }

  private static GeneralMeeting counted(
      Context context, MeetingTables.Loaded loaded, CountingMeeting counting, int limit) {
    Table<MeetingTables.BallotRow> ballots = MeetingTables.ballots(context, counting.id());
    Table<MeetingTables.RollRow> roll = MeetingTables.roll(context, counting.id());
    int first = counting.snapshot().ballotsFrom();
    List<LoggedBallot> batch = new ArrayList<>();
    for (long number : counting.next(limit)) {
      MeetingTables.BallotRow row = stored(ballots.find(BallotLog.key(first, number)));
      MeetingTables.RollRow voter = stored(roll.find(row.ballot().member().value()));
      batch.add(new LoggedBallot(number, row.ballot(), voter.ballot(), row.secret()));
    }
    return counting.count(
        batch, election(context, counting), loaded.charter(), Persons.now(context));
  }

  private static Optional<SecretElection> election(Context context, GeneralMeeting meeting) {
    return BallotTables.election(context, meeting.snapshot());
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
