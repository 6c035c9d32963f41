package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;

/** The Council let its time pass; by the charter, who demanded may convene himself (MEET-07). */
public final class BreachedDemand extends OwedDemand {
  BreachedDemand(DemandRecord data) {
    super(data);
  }

  /**
   * What the Revision commission is told.
   *
   * @return the report
   */
  public BreachReport report() {
    return new BreachReport(
        data.text().cooperative(),
        data.text().id(),
        data.presentedAt(),
        data.endedAt(),
        Office.Body.AUDIT);
  }

  /**
   * Refuses whoever may not convene the meeting in place of the Council.
   *
   * @param account who wants to convene
   * @param agenda agenda he convenes with
   * @param charter the charter in force
   * @throws GovernanceException NOT_THE_DEMANDER unless the charter lets demanders convene and he is one,
   *     DEMAND_ITEM_MISSING if the agenda lacks what was demanded
   */
  public void requireConvener(Name account, Agenda agenda, Charter charter) {
    if (!charter.demand().demanderConvenes() || !data.signers().contains(account)) {
      throw new GovernanceException(Reason.NOT_THE_DEMANDER, "account", account);
    }
    for (AgendaItem item : data.text().items()) {
      if (!agenda.contains(item)) {
        throw new GovernanceException(Reason.DEMAND_ITEM_MISSING, "item", item.title());
      }
    }
  }

  /**
   * Who demanded has convened the meeting, see {@code ByDemander}; nobody can convene another on this demand.
   *
   * @param meeting number of the meeting, 1 or more
   * @return the demand, at its end
   */
  public ConvenedDemand convened(long meeting) {
    DemandRecord next = data.convened(meeting);
    next.requireConsistent();
    return new ConvenedDemand(next);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.breached(this);
  }
}
