package io.github.coopj.governance.duty;

import io.github.coopj.InvalidValueException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something owed at a moment.
 *
 * @param kind what
 * @param about whose application, which meeting, decision or body: for people and for telling duties apart
 * @param since when it became due
 * @param until first moment at which it is late; empty if no rule sets one
 * @param overdue whether that moment has come
 */
public record Duty(
    DutyKind kind, String about, Instant since, Optional<Instant> until, boolean overdue)
    implements Comparable<Duty> {
  private static final Comparator<Duty> ORDER = Comparator.comparing(
          (Duty duty) -> duty.until.orElse(Instant.MAX))
      .thenComparing(Duty::since)
      .thenComparing(Duty::kind)
      .thenComparing(Duty::about);

  /** Refuses what is late before it is due. */
  public Duty {
    if (until.isPresent() && until.get().isBefore(since)) {
      throw new InvalidValueException(
          kind + " of " + about + " is due since " + since + " and late from " + until.get());
    }
  }

  static Duty until(DutyKind kind, String about, Instant since, Instant until, Instant now) {
    return new Duty(kind, about, since, Optional.of(until), !now.isBefore(until));
  }

  static Duty open(DutyKind kind, String about, Instant since) {
    return new Duty(kind, about, since, Optional.empty(), false);
  }

  /** What is late first or late soonest comes first; what has no end comes last. */
  @Override
  public int compareTo(Duty other) {
    return ORDER.compare(this, other);
  }
}
