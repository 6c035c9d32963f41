package io.github.coopj.governance.agenda;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Enough demanded the meeting; the Council has to convene it. */
public final class PresentedDemand extends OwedDemand {
  PresentedDemand(DemandRecord data) {
    super(data);
  }

  /**
   * Last day on which the Council can convene (MEET-07).
   *
   * @param zone zone of the cooperative
   * @return the day, by the charter that was in force at presentation
   */
  public LocalDate dueOn(ZoneId zone) {
    return LocalDate.ofInstant(data.presentedAt().toInstant(), zone).plusDays(data.conveneDays());
  }

  /**
   * Whether the Council owes the meeting longer than it may.
   *
   * @param zone zone of the cooperative
   * @param now the moment
   * @return false on the last day, true from the day after it
   */
  public boolean isOverdue(ZoneId zone, Instant now) {
    return LocalDate.ofInstant(now, zone).isAfter(dueOn(zone));
  }

  /**
   * States that the Council let its time pass.
   *
   * @param zone zone of the cooperative
   * @param now time of the move, after the last day
   * @return the demand, breached
   * @throws GovernanceException DEMAND_NOT_DUE
   */
  public BreachedDemand breach(ZoneId zone, Instant now) {
    if (!isOverdue(zone, now)) {
      throw new GovernanceException(Reason.DEMAND_NOT_DUE, "dueOn", dueOn(zone));
    }
    return new BreachedDemand(data.ended(DemandStatus.BREACHED, TimePointSec.of(now), 0));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.presented(this);
  }
}
