package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedQuestion;
import io.github.coopj.governance.representation.ReservedRecord;
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
}
