package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session of the Council (заседание совета): {@link CalledSession}, then {@link RunningSession}, then {@link
 * ClosedSession}, which it becomes with minutes only (COUNCIL-27).
 */
public abstract sealed class CouncilSession permits CalledSession, RunningSession, ClosedSession {
  /** Members who may call together where the Chairman does not (CHAIR-07). */
  private static final int CALLERS = 2;

  final SessionRecord data;

  CouncilSession(SessionRecord data) {
    this.data = data;
  }

  /**
   * Calls the Council together. The acting Chairman does so at any time; once the monthly session is overdue, or while
   * nobody acts as Chairman, a deputy or any two members do (CHAIR-07).
   *
   * @param id number of the session, 1 or more
   * @param plan who calls, for what and when
   * @param council the Council
   * @param clock its sessions so far
   * @param now the moment
   * @return the called session
   * @throws GovernanceException NOT_IN_COUNCIL, NOT_CONVENER, OUT_OF_ORDER if it is to open in the past
   */
  public static CalledSession call(
      long id, SessionPlan plan, Council council, SessionClock clock, Instant now) {
    List<Name> callers = plan.callers();
    for (Name caller : callers) {
      council.requireMember(caller, now);
    }
    Optional<Name> acting = council.actingChairman(now);
    boolean byChairman = acting.filter(callers::contains).isPresent();
    boolean byOthers = (acting.isEmpty() || clock.isOverdue(now))
        && (callers.size() >= CALLERS
            || callers.stream().anyMatch(council.deputies(now)::contains));
    if (!byChairman && !byOthers) {
      throw new GovernanceException(
          Reason.NOT_CONVENER, "callers", callers, "dueOn", clock.dueOn(now));
    }
    CouncilDecision.requireNotBefore(plan.opensAt(), TimePointSec.of(now));
    SessionRecord called = new SessionRecord(
        id,
        plan,
        SessionStatus.CALLED,
        Name.EMPTY,
        TimePointSec.EPOCH,
        List.of(),
        TimePointSec.EPOCH,
        Checksum256.ZERO);
    called.requireConsistent();
    return new CalledSession(called);
  }

  /**
   * Restores a stored session.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the session in its state
   * @throws io.github.coopj.InvalidValueException if the parts contradict each other
   */
  public static CouncilSession restore(SessionRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case CALLED -> new CalledSession(stored);
      case RUNNING -> new RunningSession(stored);
      case CLOSED -> new ClosedSession(stored);
    };
  }

  /**
   * The session as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SessionRecord snapshot() {
    return data;
  }

  /**
   * Number of the session.
   *
   * @return 1 or more
   */
  public long id() {
    return data.id();
  }

  /**
   * How far the session has come.
   *
   * @return the status that belongs to the state
   */
  public SessionStatus status() {
    return data.status();
  }

  /**
   * This session, if it was called and not opened yet.
   *
   * @return the session
   * @throws GovernanceException WRONG_STATE
   */
  public CalledSession requireCalled() {
    return require(CalledSession.class, SessionStatus.CALLED);
  }

  /**
   * This session, if it is running.
   *
   * @return the session
   * @throws GovernanceException WRONG_STATE
   */
  public RunningSession requireRunning() {
    return require(RunningSession.class, SessionStatus.RUNNING);
  }

  /**
   * This session, if it was closed with its minutes.
   *
   * @return the session
   * @throws GovernanceException WRONG_STATE
   */
  public ClosedSession requireClosed() {
    return require(ClosedSession.class, SessionStatus.CLOSED);
  }

  /**
   * Those of some sessions that were closed.
   *
   * @param sessions sessions in any state
   * @return the closed ones in the order given
   */
  public static List<ClosedSession> closed(List<? extends CouncilSession> sessions) {
    return sessions.stream()
        .filter(session -> session.status() == SessionStatus.CLOSED)
        .map(CouncilSession::requireClosed)
        .toList();
  }

  private <S extends CouncilSession> S require(Class<S> state, SessionStatus needed) {
    return States.require(this, state, "session " + id(), status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CouncilSession session && data.equals(session.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
