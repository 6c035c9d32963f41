package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Appointments;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.EscalatedDecision;
import io.github.coopj.governance.council.Execution;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.PowerMap;
import io.github.coopj.governance.council.RoutineTask;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Elections;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeasureRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the actions of {@link CouncilActions} do; part of {@link CouncilContract}. */
final class CouncilSeats {
  static final Name MEASURES = Name.of("measures");
  private static final Name EXECUTIONS = Name.of("executions");

  private final Charters charters;

  CouncilSeats(Charters charters) {
    this.charters = charters;
  }

  void elect(Context context, CouncilActions.Elect data) {
    Name coop = data.coop();
    HeldMeeting meeting = MeetingTables.held(context, coop, data.meeting());
    Council next = Elections.after(
        CouncilTables.councilOf(context, coop),
        meeting.decisions(),
        charters.current(context, coop),
        MembershipTables.lookup(context, coop),
        Mandates.outside(context, coop, Office.Body.COUNCIL));
    seat(context, coop, next);
  }

  void discipline(Context context, CouncilActions.Impose data) {
    Name coop = data.measure().cooperative();
    HeldMeeting meeting = MeetingTables.held(context, coop, data.meeting());
    Table<MeasureRecord> measures =
        context.table(MEASURES, coop, MeasureRecord.class, MeasureRecord::decision);
    measures.insert(
        context.receiver(),
        data.measure()
            .imposed(
                meeting,
                data.item(),
                CouncilTables.councilOf(context, coop),
                measures.find(meeting.decision(data.item()).id())));
  }

  void deputy(Context context, CouncilActions.AppointDeputy data) {
    Council council = acting(context, data.coop(), data.by());
    Council next = council.withDeputy(
        effect(context, data.coop(), data.decision()),
        data.member(),
        charters.current(context, data.coop()),
        Mandates.outside(context, data.coop(), Office.Body.COUNCIL),
        Persons.now(context));
    seat(context, data.coop(), next);
  }

  void undeputy(Context context, CouncilActions.RemoveDeputy data) {
    Council council = acting(context, data.coop(), data.by());
    DecisionInForce decision = effect(context, data.coop(), data.decision());
    seat(
        context,
        data.coop(),
        Appointments.removeDeputy(council, decision, data.member(), Persons.now(context)));
  }

  void letAct(Context context, CouncilActions.LetAct data) {
    Council council = acting(context, data.coop(), data.by());
    DecisionInForce decision = effect(context, data.coop(), data.decision());
    seat(
        context,
        data.coop(),
        Appointments.electActing(council, decision, data.member(), Persons.now(context)));
  }

  void suspend(Context context, CouncilActions.Suspend data) {
    Name coop = data.suspension().cooperative();
    Council council = acting(context, coop, data.by());
    Council next = council.withSuspendedChairman(
        effect(context, coop, data.decision()),
        data.suspension(),
        charters.current(context, coop),
        Persons.now(context));
    seat(context, coop, next);
  }

  void vacate(Context context, CouncilActions.Vacate data) {
    seat(
        context,
        data.coop(),
        CouncilTables.councilOf(context, data.coop())
            .withoutLeavers(MembershipTables.lookup(context, data.coop()), Persons.now(context)));
  }

  void convened(Context context, CouncilActions.Convened data) {
    Name coop = data.suspension().cooperative();
    Council council = CouncilTables.councilOf(context, coop);
    GeneralMeeting meeting = MeetingTables.meeting(context, coop, data.meeting());
    Council next = Elections.convened(
        council,
        CouncilTables.inForce(context, coop, council.suspensionId()),
        data.suspension(),
        meeting,
        CouncilTables.inForce(context, coop, meeting.snapshot().councilDecisionId()),
        charters.current(context, coop));
    seat(context, coop, next);
  }

  void signByVoters(Context context, CouncilActions.SignByVoters data) {
    PendingDecision decision =
        CouncilTables.question(context, data.coop(), data.decision()).requirePendingSignature();
    Checksum256 hash = decision.hash();
    List<Name> signers = new ArrayList<>();
    for (DocumentSignature signature : data.signatures()) {
      Persons.acting(context, data.coop(), signature.signer());
      Signed.require(context, signature, hash, signature.signer());
      signers.add(signature.signer());
    }
    Charter charter = charters.current(context, data.coop());
    ComplianceReport report = CouncilTables.report(context, data.coop(), decision, charter);
    CouncilTables.store(
        context,
        data.coop(),
        decision.signByVoters(
            CouncilTables.councilOf(context, data.coop()),
            signers,
            hash,
            report,
            charter,
            Persons.now(context)));
    CouncilTables.attach(context, data.coop(), report.snapshot());
  }

  void signReport(Context context, CouncilActions.SignReport data) {
    PendingDecision decision =
        CouncilTables.question(context, data.coop(), data.decision()).requirePendingSignature();
    Name signer = data.signature().signer();
    Persons.acting(context, data.coop(), signer);
    CouncilTables.requireFree(
        context, data.coop(), decision, charters.current(context, data.coop()));
    Council council = CouncilTables.councilOf(context, data.coop());
    ComplianceReport report = ComplianceReport.of(
        decision,
        Stream.<RoutineTask>concat(data.checklists().stream(), data.expenses().stream())
            .findFirst(),
        CouncilTables.standing(context, data.coop(), decision),
        council,
        charters.current(context, data.coop()),
        data.signature().signedAt().toInstant());
    Signed.require(context, data.signature(), report.digest(), signer);
    CouncilTables.store(
        context,
        data.coop(),
        decision.sign(council, signer, report, report.digest(), Persons.now(context)));
    CouncilTables.attach(context, data.coop(), report.snapshot());
  }

  void escalate(Context context, CouncilActions.Escalate data) {
    Council council = acting(context, data.coop(), data.by());
    CouncilTables.store(
        context,
        data.coop(),
        EscalatedDecision.of(
            CouncilTables.question(context, data.coop(), data.decision()),
            council,
            data.by(),
            charters.current(context, data.coop()),
            Persons.now(context)));
  }

  void distribute(Context context, CouncilActions.Distribute data) {
    Name coop = data.map().cooperative();
    Council council = acting(context, coop, data.by());
    data.map()
        .requireAdopted(effect(context, coop, data.decision()), council, Persons.now(context));
    context
        .table(CouncilTables.POWERS, coop, PowerMap.class, row -> 0)
        .put(context.receiver(), data.map());
  }

  /** The Council, of which the person who acts is a member. */
  private static Council acting(Context context, Name coop, Name member) {
    Persons.acting(context, coop, member);
    Council council = CouncilTables.councilOf(context, coop);
    council.requireMember(member, Persons.now(context));
    return council;
  }

  /** A decision in force that has its effect now and never again. */
  private static DecisionInForce effect(Context context, Name coop, long id) {
    Table<Execution> executions =
        context.table(EXECUTIONS, coop, Execution.class, Execution::decision);
    DecisionInForce decision = CouncilTables.inForce(context, coop, id);
    executions.insert(
        context.receiver(),
        Execution.once(
            executions.find(id),
            decision,
            CouncilTables.councilOf(context, coop),
            Persons.now(context)));
    return decision;
  }

  private static void seat(Context context, Name coop, Council next) {
    CouncilTables.councils(context, coop).update(new CouncilTables.CouncilRow(next.snapshot()));
  }
}
