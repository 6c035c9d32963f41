package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
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

  /**
   * Refuses a plan that is not the next after this ceremony: the first alternate takes the place of the trustee that failed;
   * where there is none, the Council names trustees anew, and not him.
   *
   * @param plan plan of the next ceremony
   * @throws GovernanceException TRUSTEE_FAILED, ALTERNATE_PASSED_OVER
   */
  public void requireNext(CeremonyPlan plan) {
    Name gone = row.plan().trustees().get(row.failed() - 1).account();
    if (plan.trustees().stream().anyMatch(trustee -> trustee.account().equals(gone))) {
      throw new GovernanceException(Reason.TRUSTEE_FAILED, "account", gone);
    }
    Optional<CeremonyPlan> next = nextPlan(plan.endsAt());
    if (next.isPresent() && !next.get().equals(plan)) {
      throw new GovernanceException(
          Reason.ALTERNATE_PASSED_OVER,
          "account",
          row.plan().alternates().get(0).account(),
          "expected",
          next.get().digest());
    }
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
