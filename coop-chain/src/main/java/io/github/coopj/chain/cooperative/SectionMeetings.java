package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.section.ActingMandate;
import io.github.coopj.governance.section.CalledMeeting;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the members of a section meet, out of the tables (KU-08, KU-13, KU-14). */
final class SectionMeetings {
  private final Charters charters;

  SectionMeetings(Charters charters) {
    this.charters = charters;
  }

  void plan(Context context, SectionActions.PlanMeeting data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.proposer());
    MembershipTables.requireActive(context, coop, data.proposer());
    Table<SectionTables.NumberRow> numbers = SectionTables.numbers(context);
    long id = NextId.after(SectionTables.NUMBERS_FROM, numbers, SectionTables.NumberRow::id);
    numbers.insert(context.receiver(), new SectionTables.NumberRow(id, coop));
    SectionTables.calls(context, coop)
        .insert(
            context.receiver(),
            new SectionCall(
                id,
                coop,
                data.section(),
                data.agenda(),
                data.chair(),
                data.opensAt(),
                data.closesAt()));
    NextId.give(context, id);
  }

  void call(Context context, SectionActions.Call data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    Persons.acting(context, coop, data.chairman());
    Instant now = Persons.now(context);
    SectionCall call = SectionTables.call(context, coop, data.meeting())
        .requireFree(matter -> RulingTables.standing(context, coop, matter), now);
    Roll roll = sectionRoll(context, call, now);
    ActingMandate mandate =
        SectionTables.mandates(context, coop).requireHeldBy(data.chairman(), now);
    called(
        context,
        SectionMeeting.call(
            call,
            SectionTables.section(context, coop, call.section()).requireActive(),
            mandate,
            roll,
            SectionTables.competent(context, coop),
            charters.current(context, coop),
            now),
        roll);
  }

  void convene(Context context, SectionActions.Convene data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    Instant now = Persons.now(context);
    SectionCall call = SectionTables.call(context, coop, data.meeting())
        .requireFree(matter -> RulingTables.standing(context, coop, matter), now);
    Roll roll = sectionRoll(context, call, now);
    called(
        context,
        SectionMeeting.call(
            call,
            SectionTables.section(context, coop, call.section()).requireActive(),
            CouncilTables.inForce(context, coop, data.decision()),
            roll,
            SectionTables.competent(context, coop),
            charters.current(context, coop),
            now),
        roll);
  }

  void ballot(Context context, SectionActions.HandIn data) {
    Ballot ballot = data.ballot();
    Name coop = SectionTables.coopOf(context, ballot.meetingId());
    Persons.acting(context, coop, ballot.member());
    new SignedBallot(ballot, data.signature()).requireGenuine(Signed.keys(context));
    CalledMeeting meeting =
        SectionTables.meeting(context, coop, ballot.meetingId()).requireCalled();
    Table<SectionTables.RollRow> roll = SectionTables.roll(context, meeting.id());
    Optional<SectionTables.RollRow> entry = roll.find(ballot.member().value());
    boolean voted = entry.filter(row -> meeting.hasVoted(row.votedCycle())).isPresent();
    meeting.requireAcceptable(
        ballot,
        entry.isPresent(),
        voted,
        SectionTables.charter(context, charters, meeting),
        Persons.now(context));
    Table<SectionTables.BallotRow> ballots = SectionTables.ballots(context, meeting.id());
    ballots.insert(
        context.receiver(),
        new SectionTables.BallotRow(
            NextId.of(ballots, SectionTables.BallotRow::key), ballot, data.signature()));
    roll.update(new SectionTables.RollRow(ballot.member(), ballot.cycle()));
  }

  void count(Context context, SectionActions.Count data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    CalledMeeting meeting = SectionTables.meeting(context, coop, data.meeting()).requireCalled();
    List<Ballot> kept = new ArrayList<>();
    SectionTables.ballots(context, data.meeting()).forEach(row -> kept.add(row.ballot()));
    List<Name> roll = new ArrayList<>();
    SectionTables.roll(context, data.meeting()).forEach(row -> roll.add(row.member()));
    SectionMeeting counted = meeting.close(
        meeting.counting(kept),
        Roll.of(roll),
        SectionTables.charter(context, charters, meeting),
        Persons.now(context));
    SectionTables.meetings(context, coop).update(counted.snapshot());
  }

  void repeat(Context context, SectionActions.Repeat data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    Persons.acting(context, coop, meeting.snapshot().call().chair());
    SectionTables.meetings(context, coop)
        .update(meeting
            .requireMissed()
            .repeat(
                data.opensAt(),
                data.closesAt(),
                SectionTables.charter(context, charters, meeting),
                Persons.now(context))
            .snapshot());
  }

  private static Roll sectionRoll(Context context, SectionCall call, Instant now) {
    return Roll.ofVoters(MembershipTables.voters(
        context,
        call.cooperative(),
        MembershipTables.sectionMembers(context, call.cooperative()).of(call.section(), now)));
  }

  private static void called(Context context, CalledMeeting meeting, Roll roll) {
    SectionMeetingRecord row = meeting.snapshot();
    SectionTables.meetings(context, row.call().cooperative()).insert(context.receiver(), row);
    Table<SectionTables.RollRow> rows = SectionTables.roll(context, meeting.id());
    for (Name member : roll.accounts()) {
      rows.insert(context.receiver(), new SectionTables.RollRow(member, 0));
    }
  }
}
