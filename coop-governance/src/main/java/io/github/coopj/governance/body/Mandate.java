package io.github.coopj.governance.body;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A mandate (полномочия): one account holds one office for a time, by a decision.
 *
 * @param holder who holds it
 * @param office the office
 * @param from first second in office
 * @param until first second no longer in office; not before {@code from}
 * @param ground the decision that gave the mandate
 */
public record Mandate(
    Name holder, Office office, TimePointSec from, TimePointSec until, Ground ground) {
  /** Refuses a mandate of nobody and one that ends before it begins. */
  public Mandate {
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(ground, "ground");
    if (holder.isEmpty()) {
      throw new InvalidValueException("a mandate needs a holder");
    }
    if (until.compareTo(from) < 0) {
      throw new InvalidValueException(
          "a mandate must not end before it begins, got " + from + " to " + until);
    }
  }

  /**
   * A mandate for a term.
   *
   * @param holder who holds it
   * @param office the office
   * @param from first moment in office
   * @param term how long it lasts, by the calendar of the zone
   * @param zone zone of the cooperative
   * @param ground the decision that gave the mandate
   * @return the mandate
   */
  public static Mandate ofTerm(
      Name holder, Office office, Instant from, Period term, ZoneId zone, Ground ground) {
    TimePointSec begin = TimePointSec.of(from);
    TimePointSec end = TimePointSec.of(begin.toInstant().atZone(zone).plus(term).toInstant());
    return new Mandate(holder, office, begin, end, ground);
  }

  /**
   * Whether the holder is in office.
   *
   * @param at the moment
   * @return whether {@code from ≤ at < until}
   */
  public boolean isInForce(Instant at) {
    return !at.isBefore(from.toInstant()) && at.isBefore(until.toInstant());
  }
}
