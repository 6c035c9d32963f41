package io.github.coopj.governance.duty;

import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.agenda.PresentedDemand;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/** What demands for general meetings ask of the Council, and of the Revision commission where the Council breached them. */
final class DemandDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    ZoneId zone = record.charters().inForce(now).zone();
    for (DemandRecord row : record.demands()) {
      switch (row.status()) {
        case PRESENTED -> owed.accept(convene(Demand.restore(row).requirePresented(), zone, now));
        case BREACHED ->
          owed.accept(
              Duty.open(DutyKind.DEMAND_BREACHED, about(row), row.endedAt().toInstant()));
        case COLLECTING, MET, CONVENED -> {
          // nobody owes anything yet, or any more
        }
      }
    }
  }

  private static Duty convene(PresentedDemand demand, ZoneId zone, Instant now) {
    DemandRecord row = demand.snapshot();
    return Duty.until(
        DutyKind.CONVENE_ON_DEMAND,
        about(row),
        row.presentedAt().toInstant(),
        demand.dueOn(zone).plusDays(1).atStartOfDay(zone).toInstant(),
        now);
  }

  private static String about(DemandRecord row) {
    return "demand " + row.text().id();
  }
}
