package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/** Who demanded the meeting convened it himself after the Council's time had passed (MEET-07). */
public final class ConvenedDemand extends Demand {
  ConvenedDemand(DemandRecord data) {
    super(data);
  }

  /**
   * Refuses whoever may not appoint a repeat cycle of the meeting.
   *
   * @param account who wants to
   * @param meeting number of the meeting
   * @throws GovernanceException NOT_THE_DEMANDER unless he demanded and the meeting is the one convened
   */
  public void requireConvener(Name account, long meeting) {
    if (data.meeting() != meeting || !data.signers().contains(account)) {
      throw new GovernanceException(Reason.NOT_THE_DEMANDER, "account", account);
    }
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.convened(this);
  }
}
