package io.github.coopj.governance.audit;

import io.github.coopj.crypto.Checksum256;

/** The commission has adopted its result. */
public final class ConcludedCheck extends AuditCheck {
  ConcludedCheck(AuditCheckRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.concluded(this);
  }

  /**
   * What the check has shown.
   *
   * @return digest of the report
   */
  public Checksum256 report() {
    return data.report();
  }
}
