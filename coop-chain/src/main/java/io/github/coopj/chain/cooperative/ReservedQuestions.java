package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedQuestion;
import io.github.coopj.governance.representation.ReservedRecord;
import io.github.coopj.governance.representation.SignedQuestion;
import java.time.Instant;

/** How questions reserved to all members go through the sections, out of the tables (DMEET-08). */
final class ReservedQuestions {
  private final Charters charters;

  ReservedQuestions(Charters charters) {
    this.charters = charters;
  }

  void planReserved(Context context, SectionActions.PlanReserved data) {
    Persons.acting(context, data.coop(), data.proposer());
    CouncilTables.councilOf(context, data.coop())
        .requireMember(data.proposer(), Persons.now(context));
    Table<ReservedCall> calls = SectionTables.reservedCalls(context, data.coop());
    long id = NextId.of(calls, ReservedCall::id);
    calls.insert(
        context.receiver(),
        new ReservedCall(data.coop(), id, data.item(), data.opensAt(), data.closesAt()));
    NextId.give(context, id);
  }

  void askReserved(Context context, SectionActions.AskReserved data) {
    Name coop = data.coop();
    DecisionInForce decision = CouncilTables.inForce(context, coop, data.decision());
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
                    MembershipTables.count(context, coop, at),
                    charters.current(context, coop),
                    Persons.now(context))
                .snapshot());
    send(context, CooperativeAccounts.MEETING, new MeetingActions.Asked(coop, data.question()));
  }

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

  void signReserved(Context context, SectionActions.SignReserved data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.signature().signer());
    SignedQuestion signed = SectionTables.reserved(context, coop, data.question())
        .requireDecided()
        .sign(
            data.signature(),
            CouncilTables.councilOf(context, coop),
            Signed.keys(context),
            Persons.now(context));
    SectionTables.reserved(context, coop).update(signed.snapshot());
    send(context, CooperativeAccounts.MEETING, new MeetingActions.Ruled(coop, data.question()));
    signed
        .toCarryOut()
        .forEach(decision -> send(
            context,
            CooperativeAccounts.TASK,
            new TaskContract.FromMeeting(coop, decision.meetingId(), decision.item())));
  }

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

  private static void send(Context context, Name contract, Record data) {
    context.sendInline(
        JavaContract.action(contract, data, PermissionLevel.active(context.receiver())));
  }

  private Charter charter(Context context, ReservedQuestion question) {
    ReservedRecord row = question.snapshot();
    return charters.version(context, row.call().cooperative(), row.charterVersion());
  }
}
