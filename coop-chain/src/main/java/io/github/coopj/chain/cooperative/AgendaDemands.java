package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.BreachedDemand;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.meeting.GeneralMeeting;
import java.time.Instant;

/** How meetings are demanded, out of the tables (MEET-07, MEET-08). */
final class AgendaDemands {
  private final Charters charters;

  AgendaDemands(Charters charters) {
    this.charters = charters;
  }

  void demand(Context context, AgendaActions.Begin data) {
    Name coop = data.text().cooperative();
    Signed.by(context, coop, data.signature());
    AgendaTables.demands(context, coop)
        .insert(
            context.receiver(),
            Demand.begin(data.text())
                .sign(
                    data.signature(),
                    MembershipTables.lookup(context, coop),
                    Signed.keys(context),
                    Persons.now(context))
                .snapshot());
  }

  void signdemand(Context context, AgendaActions.SignDemand data) {
    Signed.by(context, data.coop(), data.signature());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .sign(
                data.signature(),
                MembershipTables.lookup(context, data.coop()),
                Signed.keys(context),
                Persons.now(context)));
  }

  void withdraw(Context context, AgendaActions.Withdraw data) {
    Persons.acting(context, data.coop(), data.member());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .withdraw(data.member()));
  }

  void present(Context context, AgendaActions.Present data) {
    Persons.acting(context, data.coop(), data.by());
    Instant now = Persons.now(context);
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .present(
                MembershipTables.count(context, data.coop(), now),
                MembershipTables.lookup(context, data.coop()),
                charters.current(context, data.coop()),
                now));
  }

  void auditdemand(Context context, AgendaActions.AuditDemand data) {
    Name coop = data.text().cooperative();
    AgendaTables.demands(context, coop)
        .insert(
            context.receiver(),
            Demand.ofCommission(
                    data.text(),
                    AuditTables.decision(context, coop, data.decision()),
                    charters.current(context, coop),
                    Persons.now(context))
                .snapshot());
  }

  void meet(Context context, AgendaActions.Meet data) {
    GeneralMeeting meeting = MeetingTables.meeting(context, data.coop(), data.meeting());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireOwed()
            .meet(
                CouncilTables.inForce(context, data.coop(), meeting.snapshot().councilDecisionId()),
                meeting.convocation().digest(),
                MeetingTables.agendaOf(context, data.coop(), data.meeting()),
                Persons.now(context)));
  }

  void breach(Context context, AgendaActions.Breach data) {
    BreachedDemand breached = AgendaTables.demand(context, data.coop(), data.demand())
        .requirePresented()
        .breach(charters.current(context, data.coop()).zone(), Persons.now(context));
    AgendaTables.breaches(context, data.coop()).insert(context.receiver(), breached.report());
    store(context, breached);
  }

  void convened(Context context, AgendaActions.Convened data) {
    context.requireAuthorization(CooperativeAccounts.MEETING);
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireBreached()
            .convened(data.meeting()));
  }

  private static void store(Context context, Demand next) {
    AgendaTables.demands(context, next.cooperative()).update(next.snapshot());
  }
}
