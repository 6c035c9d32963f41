package io.github.coopj.governance.council;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the Council meets at least once in each calendar month (COUNCIL-26), in the zone of the cooperative. A session
 * counts for the month in which it was opened; where the charter says so, an absentee vote counts for the month in which
 * it was counted, if anybody voted. The month in which the Council took office is not a whole one and asks for nothing.
 */
public final class SessionClock {
  private final ZoneId zone;
  private final YearMonth since;
  private final TreeSet<YearMonth> held = new TreeSet<>();

  private SessionClock(ZoneId zone, YearMonth since) {
    this.zone = zone;
    this.since = since;
  }

  /**
   * The clock of a Council.
   *
   * @param since when it took office
   * @param sessions its closed sessions
   * @param questions its questions in any state
   * @param charter the charter in force
   * @return the clock
   */
  public static SessionClock of(
      Instant since,
      List<ClosedSession> sessions,
      List<? extends CouncilDecision> questions,
      Charter charter) {
    return ofTimes(
        since,
        sessions,
        questions.stream().flatMap(question -> absentee(question).stream()).toList(),
        charter);
  }

  /**
   * The clock of a Council whose absentee votes were noted when they were counted.
   *
   * @param since when it took office
   * @param sessions its closed sessions
   * @param absentee what {@link #absentee} gave of its questions, in any order
   * @param charter the charter in force
   * @return the clock
   */
  public static SessionClock ofTimes(
      Instant since, List<ClosedSession> sessions, List<TimePointSec> absentee, Charter charter) {
    SessionClock clock =
        new SessionClock(charter.zone(), YearMonth.from(since.atZone(charter.zone())));
    for (ClosedSession session : sessions) {
      clock.held.add(clock.month(session.snapshot().openedAt().toInstant()));
    }
    if (charter.sessions().absenteeIsSession()) {
      absentee.forEach(at -> clock.held.add(clock.month(at.toInstant())));
    }
    return clock;
  }

  /**
   * When a question was counted that the charter may take for a session.
   *
   * @param question a question in any state
   * @return when it was counted, if that was an absentee vote in which anybody voted
   */
  public static Optional<TimePointSec> absentee(CouncilDecision question) {
    boolean held = question.snapshot().question().form() == VotingForm.ABSENTEE
        && question.status() != DecisionStatus.VOTING
        && !question.votes().isEmpty();
    return held ? Optional.of(question.snapshot().decidedAt()) : Optional.empty();
  }

  /**
   * Whole months without a session; one is missed from its end on, that is from day 1 of the next.
   *
   * @param now the moment
   * @return the months in their order
   */
  public List<YearMonth> missed(Instant now) {
    List<YearMonth> missed = new ArrayList<>();
    for (YearMonth month = since.plusMonths(1);
        month.isBefore(month(now));
        month = month.plusMonths(1)) {
      if (!held.contains(month)) {
        missed.add(month);
      }
    }
    return Collections.unmodifiableList(missed);
  }

  /**
   * Last day on which the next session is in time.
   *
   * @param now the moment
   * @return last day of the month after that of the last session, or after that of taking office
   */
  public LocalDate dueOn(Instant now) {
    YearMonth last = held.floor(month(now));
    return (last == null || last.isBefore(since) ? since : last).plusMonths(1).atEndOfMonth();
  }

  /**
   * Whether the next session is late.
   *
   * @param now the moment
   * @return whether {@link #dueOn} is over
   */
  public boolean isOverdue(Instant now) {
    return now.atZone(zone).toLocalDate().isAfter(dueOn(now));
  }

  private YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(zone));
  }
}
