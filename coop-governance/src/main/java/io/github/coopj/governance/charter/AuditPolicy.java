package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.Period;

/**
 * Rules of the Revision commission (ревизионная комиссия, AUDIT-01).
 *
 * @param term how long a mandate lasts
 */
public record AuditPolicy(Period term) {
  /** Refuses an empty term. */
  public AuditPolicy {
    if (term.isZero() || term.isNegative()) {
      throw new InvalidValueException("audit.term must be longer than nothing, got " + term);
    }
  }
}
