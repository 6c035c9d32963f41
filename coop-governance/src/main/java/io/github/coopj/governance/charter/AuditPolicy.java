package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.Period;

/**
 * Rules of the Revision commission (ревизионная комиссия, AUDIT-01, AUDIT-10).
 *
 * @param term how long a mandate lasts
 * @param responseDays days in which the Council and the Board consider and carry out a remark, from the day of its
 *     delivery; 1 to {@link #MAX_RESPONSE_DAYS}
 */
public record AuditPolicy(Period term, int responseDays) {
  /** A charter may ask for an earlier answer than this, never for a later one (AUDIT-10). */
  public static final int MAX_RESPONSE_DAYS = 30;

  /** Refuses an empty term and days out of range. */
  public AuditPolicy {
    if (term.isZero() || term.isNegative()) {
      throw new InvalidValueException("audit.term must be longer than nothing, got " + term);
    }
    if (responseDays < 1 || responseDays > MAX_RESPONSE_DAYS) {
      throw new InvalidValueException("audit.responseDays must lie between 1 and "
          + MAX_RESPONSE_DAYS + ", got " + responseDays);
    }
  }
}
