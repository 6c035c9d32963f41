package io.github.coopj.governance.secret;

import io.github.coopj.core.time.TimePointSec;
import java.util.Optional;

/** A ceremony that a trustee made void; it has no way on, and its plan names who may take his place. */
public final class VoidCeremony implements KeyCeremony {
  private final CeremonyRecord row;

  VoidCeremony(CeremonyRecord row) {
    this.row = row;
  }

  /**
   * Who failed.
   *
   * @return number of the trustee, from 1
   */
  public int failed() {
    return row.failed();
  }

  /**
   * Plan of the next ceremony, with the first alternate in his place.
   *
   * @param endsAt when the next ceremony ends
   * @return the plan, empty if there is no alternate
   */
  public Optional<CeremonyPlan> nextPlan(TimePointSec endsAt) {
    return row.plan().without(row.failed(), endsAt);
  }

  @Override
  public CeremonyRecord snapshot() {
    return row;
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.voided(this);
  }
}
