package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.board.ExecutiveDecision;
import io.github.coopj.governance.board.LiabilityRegulation;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedRecord;
import io.github.coopj.governance.section.ActiveSection;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionDecision;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.governance.section.SectionRecord;
import java.lang.invoke.MethodHandles;
import java.time.Instant;

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
  private final SectionMeetings meetings = new SectionMeetings(charters);
  private final SectionChairs chairs = new SectionChairs(charters);
  private final ReservedQuestions reserved = new ReservedQuestions(charters);

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
        id, data.plan(), decision, MembershipTables.count(context, coop, now), charter, now);
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
    long members = MembershipTables.sectionMembers(context, coop).boundTo(section.id(), now);
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
        ? SectionDecision.of(CouncilTables.inForce(context, coop, ground.id()), subject, charter)
        : SectionDecision.of(
            MeetingTables.decision(context, coop, ground.id(), ground.item()), subject, charter);
  }

  @ContractAction
  void regulate(Context context, SectionActions.Regulate data) {
    Name coop = data.text().cooperative();
    Table<LiabilityRegulation> regulations = SectionTables.regulations(context, coop);
    regulations.insert(
        context.receiver(),
        LiabilityRegulation.adopt(
            data.text(),
            ExecutiveDecision.find(
                data.body(),
                data.decision(),
                BoardTables.executive(context, coop),
                Persons.now(context)),
            regulations.last()));
  }

  @ContractAction
  void plan(Context context, SectionActions.PlanMeeting data) {
    meetings.plan(context, data);
  }

  @ContractAction
  void call(Context context, SectionActions.Call data) {
    meetings.call(context, data);
  }

  @ContractAction
  void convene(Context context, SectionActions.Convene data) {
    meetings.convene(context, data);
  }

  @ContractAction
  void ballot(Context context, SectionActions.HandIn data) {
    meetings.ballot(context, data);
  }

  @ContractAction
  void count(Context context, SectionActions.Count data) {
    meetings.count(context, data);
  }

  @ContractAction
  void repeat(Context context, SectionActions.Repeat data) {
    meetings.repeat(context, data);
  }

  @ContractAction
  void elect(Context context, SectionActions.Elect data) {
    chairs.elect(context, data);
  }

  @ContractAction
  void attorney(Context context, SectionActions.Issue data) {
    chairs.attorney(context, data);
  }

  @ContractAction
  void attorneyBy(Context context, SectionActions.IssueBy data) {
    chairs.attorneyBy(context, data);
  }

  @ContractAction
  void attorneyOf(Context context, SectionActions.IssueOf data) {
    chairs.attorneyOf(context, data);
  }

  @ContractAction
  void suspend(Context context, SectionActions.Suspend data) {
    chairs.suspend(context, data);
  }

  @ContractAction
  void refuse(Context context, SectionActions.Refuse data) {
    chairs.refuse(context, data);
  }

  @ContractAction
  void revoke(Context context, SectionActions.Revoke data) {
    chairs.revoke(context, data);
  }

  @ContractAction
  void minutes(Context context, SectionActions.AddMinutes data) {
    chairs.minutes(context, data);
  }

  @ContractAction
  void liability(Context context, SectionActions.AddLiability data) {
    chairs.liability(context, data);
  }

  @ContractAction
  void remove(Context context, SectionActions.Remove data) {
    chairs.remove(context, data);
  }

  @ContractAction
  void vacate(Context context, SectionActions.Vacate data) {
    chairs.vacate(context, data);
  }

  @ContractAction
  void act(Context context, SectionActions.Act data) {
    chairs.act(context, data);
  }

  @ContractAction
  void planReserved(Context context, SectionActions.PlanReserved data) {
    reserved.planReserved(context, data);
  }

  @ContractAction
  void askReserved(Context context, SectionActions.AskReserved data) {
    reserved.askReserved(context, data);
  }

  @ContractAction
  void sumReserved(Context context, SectionActions.SumReserved data) {
    reserved.sumReserved(context, data);
  }

  @ContractAction
  void signReserved(Context context, SectionActions.SignReserved data) {
    reserved.signReserved(context, data);
  }

  @ContractAction
  void repeatReserved(Context context, SectionActions.RepeatReserved data) {
    reserved.repeatReserved(context, data);
  }
}
