package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import java.time.Instant;

/** Decided on, not begun. */
public final class PlannedCheck extends AuditCheck {
  PlannedCheck(AuditCheckRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.planned(this);
  }

  /**
   * Begins the check.
   *
   * @param commission the commission
   * @param member a member in office
   * @param now the moment
   * @return the running check
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_BODY, AUDIT_INCOMPLETE
   */
  public RunningCheck begin(AuditCommission commission, Name member, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at);
    commission.requireMember(member, now);
    commission.requireComplete(now);
    return new RunningCheck(new AuditCheckRecord(
        data.plan(), CheckStatus.RUNNING, at, 0, Checksum256.ZERO, Checksum256.ZERO));
  }
}
