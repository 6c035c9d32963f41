package io.github.coopj.governance.share;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the cooperative owes to a member from his share, and until when (FUND-12). The right to it never expires.
 *
 * @param member account of the member
 * @param amount what became due, above zero
 * @param dueSince when it became due
 * @param payBy the first moment at which it is late
 */
public record ReturnDuty(Name member, Asset amount, TimePointSec dueSince, TimePointSec payBy) {
  /**
   * The duty that the charter sets.
   *
   * @param member account of the member
   * @param amount what became due
   * @param dueSince when it became due
   * @param charter charter in force then
   * @return paid in time until the end of the last day of the charter's months, in its time zone
   */
  public static ReturnDuty of(Name member, Asset amount, TimePointSec dueSince, Charter charter) {
    LocalDate day = dueSince.toInstant().atZone(charter.zone()).toLocalDate();
    Instant late =
        charter.money().payBy(day).plusDays(1).atStartOfDay(charter.zone()).toInstant();
    return new ReturnDuty(member, amount, dueSince, TimePointSec.of(late));
  }

  /**
   * Whether it is late, if it is not paid.
   *
   * @param now the moment
   * @return true from {@link #payBy} on
   */
  public boolean isLate(Instant now) {
    return !now.isBefore(payBy.toInstant());
  }
}
