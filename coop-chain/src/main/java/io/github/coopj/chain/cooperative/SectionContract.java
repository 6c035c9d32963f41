package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedQuestion;
import io.github.coopj.governance.representation.ReservedRecord;
import io.github.coopj.governance.section.ActingMandate;
import io.github.coopj.governance.section.ActiveSection;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.CalledMeeting;
import io.github.coopj.governance.section.LiabilityRegulation;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionDecision;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.governance.section.SectionRecord;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds cooperative sections (кооперативные участки) to tables: founding and closing, meetings with their own quorum,
 * chairmen and their papers (KU-01 to KU-23). The rules are those of {@link Section}, {@link SectionMeeting} and {@link
 * SectionMandates}. To which section a member belongs, {@link MembershipContract} holds.
 */
@ContractTable(name = "sections", row = SectionRecord.class)
@ContractTable(name = "regulations", row = LiabilityRegulation.class)
@ContractTable(name = "numbers", row = SectionTables.NumberRow.class)
@ContractTable(name = "calls", row = SectionCall.class)
@ContractTable(name = "meetings", row = SectionMeetingRecord.class)
@ContractTable(name = "roll", row = SectionTables.RollRow.class)
@ContractTable(name = "ballots", row = SectionTables.BallotRow.class)
@ContractTable(name = "mandates", row = SectionMandateRecord.class)
@ContractTable(name = "refusals", row = AttorneyRefusal.class)
@ContractTable(name = "acts", row = SectionTables.ActRow.class)
@ContractTable(name = "reservedcall", row = ReservedCall.class)
@ContractTable(name = "reserved", row = ReservedRecord.class)
public final class SectionContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public SectionContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void found(Context context, SectionActions.Found data) {
    Name coop = data.plan().cooperative();
    Charter charter = charters.current(context, coop);
    Instant now = Persons.now(context);
    Table<SectionRecord> sections = SectionTables.sections(context, coop);
    long id = NextId.of(sections, SectionRecord::id);
    SectionDecision decision =
        decision(context, coop, data.ground(), data.plan().digest(), charter);
    decision.requireUnused(SectionTables.all(context, coop));
    Section section = Section.found(
        id, data.plan(), decision, MembershipContract.count(context, coop, now), charter, now);
    sections.insert(context.receiver(), section.snapshot());
    NextId.give(context, id);
  }

  @ContractAction
  void close(Context context, SectionActions.Close data) {
    Name coop = data.coop();
    Instant now = Persons.now(context);
    ActiveSection section = SectionTables.section(context, coop, data.section()).requireActive();
    SectionDecision decision = decision(
        context, coop, data.ground(), section.closingSubject(), charters.current(context, coop));
    long members = MembershipContract.sectionMembers(context, coop).boundTo(section.id(), now);
    SectionTables.sections(context, coop)
        .update(section.close(decision, members, now).snapshot());
  }

  private static SectionDecision decision(
      Context context,
      Name coop,
      SectionActions.Ground ground,
      Checksum256 subject,
      Charter charter) {
    return ground.by() == SectionPolicy.Founder.COUNCIL
        ? SectionDecision.of(CouncilContract.inForce(context, coop, ground.id()), subject, charter)
        : SectionDecision.of(
            MeetingTables.held(context, coop, ground.id()).decision(ground.item()),
            subject,
            charter);
  }

  @ContractAction
  void regulate(Context context, SectionActions.Regulate data) {
    Table<LiabilityRegulation> regulations = SectionTables.regulations(context, data.coop());
    regulations.put(
        context.receiver(),
        LiabilityRegulation.approve(
            data.coop(),
            data.text(),
            CouncilContract.inForce(context, data.coop(), data.decision()),
            regulations.find(0)));
  }

  @ContractAction
  void plan(Context context, SectionActions.PlanMeeting data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.proposer());
    MembershipContract.requireActive(context, coop, data.proposer());
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

  @ContractAction
  void call(Context context, SectionActions.Call data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    Persons.acting(context, coop, data.chairman());
    Instant now = Persons.now(context);
    SectionCall call = SectionTables.call(context, coop, data.meeting());
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
            charters.current(context, coop),
            now),
        roll);
  }

  @ContractAction
  void convene(Context context, SectionActions.Convene data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    Instant now = Persons.now(context);
    SectionCall call = SectionTables.call(context, coop, data.meeting());
    Roll roll = sectionRoll(context, call, now);
    called(
        context,
        SectionMeeting.call(
            call,
            SectionTables.section(context, coop, call.section()).requireActive(),
            CouncilContract.inForce(context, coop, data.decision()),
            roll,
            charters.current(context, coop),
            now),
        roll);
  }

  private static Roll sectionRoll(Context context, SectionCall call, Instant now) {
    return Roll.ofVoters(MembershipContract.voters(
        context,
        call.cooperative(),
        MembershipContract.sectionMembers(context, call.cooperative()).of(call.section(), now)));
  }

  private static void called(Context context, CalledMeeting meeting, Roll roll) {
    SectionMeetingRecord row = meeting.snapshot();
    SectionTables.meetings(context, row.call().cooperative()).insert(context.receiver(), row);
    Table<SectionTables.RollRow> rows = SectionTables.roll(context, meeting.id());
    for (Name member : roll.accounts()) {
      rows.insert(context.receiver(), new SectionTables.RollRow(member, 0));
    }
  }

  @ContractAction
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
        ballot, entry.isPresent(), voted, charter(context, meeting), Persons.now(context));
    Table<SectionTables.BallotRow> ballots = SectionTables.ballots(context, meeting.id());
    ballots.insert(
        context.receiver(),
        new SectionTables.BallotRow(
            NextId.of(ballots, SectionTables.BallotRow::key), ballot, data.signature()));
    roll.update(new SectionTables.RollRow(ballot.member(), ballot.cycle()));
  }

  @ContractAction
  void count(Context context, SectionActions.Count data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    CalledMeeting meeting = SectionTables.meeting(context, coop, data.meeting()).requireCalled();
    List<Ballot> kept = new ArrayList<>();
    SectionTables.ballots(context, data.meeting()).forEach(row -> kept.add(row.ballot()));
    List<Name> roll = new ArrayList<>();
    SectionTables.roll(context, data.meeting()).forEach(row -> roll.add(row.member()));
    SectionMeeting counted = meeting.close(
        meeting.counting(kept), Roll.of(roll), charter(context, meeting), Persons.now(context));
    SectionTables.meetings(context, coop).update(counted.snapshot());
  }

  @ContractAction
  void repeat(Context context, SectionActions.Repeat data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    Persons.acting(context, coop, meeting.snapshot().call().chair());
    SectionTables.meetings(context, coop)
        .update(meeting
            .requireMissed()
            .repeat(
                data.opensAt(), data.closesAt(), charter(context, meeting), Persons.now(context))
            .snapshot());
  }

  private Charter charter(Context context, SectionMeeting meeting) {
    SectionMeetingRecord row = meeting.snapshot();
    return charters.version(context, row.call().cooperative(), row.charterVersion());
  }

  @ContractAction
  void elect(Context context, SectionActions.Elect data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    Instant now = Persons.now(context);
    store(
        context,
        coop,
        SectionTables.mandates(context, coop)
            .elect(
                meeting.requireCompetent(),
                CouncilContract.councilOf(context, coop).chairman(now).orElse(Name.EMPTY),
                charter(context, meeting),
                now));
  }

  @ContractAction
  void attorney(Context context, SectionActions.Issue data) {
    Name coop = data.attorney().cooperative();
    DocumentSignature signature = data.signature();
    Persons.acting(context, coop, signature.signer());
    Council council = CouncilContract.councilOf(context, coop);
    store(
        context,
        coop,
        mandate(context, coop, data.attorney().section())
            .withAttorney(
                data.attorney(), signature, council, Signed.keys(context), Persons.now(context)));
  }

  @ContractAction
  void attorneyBy(Context context, SectionActions.IssueBy data) {
    Name coop = data.attorney().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.attorney().section())
            .withAttorney(
                data.attorney(),
                CouncilContract.inForce(context, coop, data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void refuse(Context context, SectionActions.Refuse data) {
    Persons.acting(context, data.coop(), data.by());
    SectionTables.refusals(context, data.coop())
        .put(
            context.receiver(),
            AttorneyRefusal.of(
                mandate(context, data.coop(), data.section()),
                data.by(),
                data.grounds(),
                CouncilContract.councilOf(context, data.coop()),
                Persons.now(context)));
  }

  @ContractAction
  void revoke(Context context, SectionActions.Revoke data) {
    Persons.acting(context, data.coop(), data.by());
    Council council = CouncilContract.councilOf(context, data.coop());
    store(
        context,
        data.coop(),
        mandate(context, data.coop(), data.section())
            .withAttorneyRevoked(data.by(), council, Persons.now(context)));
  }

  @ContractAction
  void minutes(Context context, SectionActions.AddMinutes data) {
    Name coop = data.minutes().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.minutes().section())
            .withMinutes(
                data.minutes(), data.signature(), Signed.keys(context), Persons.now(context)));
  }

  @ContractAction
  void liability(Context context, SectionActions.AddLiability data) {
    Name coop = data.contract().cooperative();
    store(
        context,
        coop,
        mandate(context, coop, data.contract().section())
            .withLiability(
                data.contract(), data.signature(), Signed.keys(context), Persons.now(context)));
  }

  @ContractAction
  void remove(Context context, SectionActions.Remove data) {
    Name coop = SectionTables.coopOf(context, data.meeting());
    SectionMeeting meeting = SectionTables.meeting(context, coop, data.meeting());
    store(
        context,
        coop,
        mandate(context, coop, meeting.section())
            .removed(meeting.requireCompetent(), data.item(), Persons.now(context)));
  }

  @ContractAction
  void vacate(Context context, SectionActions.Vacate data) {
    store(
        context,
        data.coop(),
        SectionTables.mandates(context, data.coop())
            .withoutLeavers(
                MembershipContract.sectionMembers(context, data.coop()), Persons.now(context)));
  }

  @ContractAction
  void act(Context context, SectionActions.Act data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.chairman());
    Instant now = Persons.now(context);
    SectionTables.mandates(context, coop)
        .requireHeldBy(data.chairman(), now)
        .requireAct(data.act(), data.section(), SectionTables.regulation(context, coop), now);
    Table<SectionTables.ActRow> acts = SectionTables.acts(context, coop);
    acts.insert(
        context.receiver(),
        new SectionTables.ActRow(
            NextId.of(acts, SectionTables.ActRow::id),
            data.section(),
            data.chairman(),
            data.act(),
            data.document(),
            TimePointSec.of(now)));
  }

  @ContractAction
  void planReserved(Context context, SectionActions.PlanReserved data) {
    Persons.acting(context, data.coop(), data.proposer());
    CouncilContract.councilOf(context, data.coop())
        .requireMember(data.proposer(), Persons.now(context));
    Table<ReservedCall> calls = SectionTables.reservedCalls(context, data.coop());
    long id = NextId.of(calls, ReservedCall::id);
    calls.insert(
        context.receiver(),
        new ReservedCall(data.coop(), id, data.item(), data.opensAt(), data.closesAt()));
    NextId.give(context, id);
  }

  @ContractAction
  void askReserved(Context context, SectionActions.AskReserved data) {
    Name coop = data.coop();
    DecisionInForce decision = CouncilContract.inForce(context, coop, data.decision());
    Instant at = decision.effectiveAt().toInstant();
    ReservedCall call = SectionTables.reservedCalls(context, coop)
        .find(data.question())
        .orElseThrow(
            () -> new InvalidValueException("no question " + data.question() + " is planned"));
    SectionTables.reserved(context, coop)
        .insert(
            context.receiver(),
            ReservedQuestion.ask(
                    call,
                    decision,
                    Delegates.mode(context, coop, at),
                    MembershipContract.count(context, coop, at),
                    charters.current(context, coop),
                    Persons.now(context))
                .snapshot());
  }

  @ContractAction
  void sumReserved(Context context, SectionActions.SumReserved data) {
    ReservedQuestion question = SectionTables.reserved(context, data.coop(), data.question());
    SectionTables.reserved(context, data.coop())
        .update(question
            .requireAsked()
            .sum(
                SectionTables.competent(context, data.coop()),
                charter(context, question),
                Persons.now(context))
            .snapshot());
  }

  @ContractAction
  void repeatReserved(Context context, SectionActions.RepeatReserved data) {
    context.requireAuthorization(data.coop());
    ReservedQuestion question = SectionTables.reserved(context, data.coop(), data.question());
    SectionTables.reserved(context, data.coop())
        .update(question
            .requireMissed()
            .repeat(
                data.opensAt(), data.closesAt(), charter(context, question), Persons.now(context))
            .snapshot());
  }

  private Charter charter(Context context, ReservedQuestion question) {
    ReservedRecord row = question.snapshot();
    return charters.version(context, row.call().cooperative(), row.charterVersion());
  }

  private static ActingMandate mandate(Context context, Name coop, long section) {
    return SectionTables.mandates(context, coop).requireInOffice(section, Persons.now(context));
  }

  private static void store(Context context, Name coop, SectionMandate mandate) {
    SectionTables.mandateRows(context, coop).update(mandate.snapshot());
  }

  private static void store(Context context, Name coop, SectionMandates mandates) {
    Table<SectionMandateRecord> rows = SectionTables.mandateRows(context, coop);
    mandates.mandates().forEach(mandate -> rows.put(context.receiver(), mandate.snapshot()));
  }
}
