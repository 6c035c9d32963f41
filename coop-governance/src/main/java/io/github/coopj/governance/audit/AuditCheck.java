package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of the Revision commission (AUDIT-02, AUDIT-06): a {@link PlannedCheck} becomes a {@link RunningCheck}, in
 * which every record read is logged, and ends as a {@link ConcludedCheck}. States arise through moves or from {@link
 * #restore} only.
 */
public abstract sealed class AuditCheck permits PlannedCheck, RunningCheck, ConcludedCheck {
  final AuditCheckRecord data;

  AuditCheck(AuditCheckRecord data) {
    this.data = data;
  }

  /**
   * A check the commission has decided on.
   *
   * @param plan what is checked
   * @param decision decision CHECK on that plan
   * @return the planned check
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static PlannedCheck plan(CheckPlan plan, AuditDecision decision) {
    decision.requireAbout(plan.topic());
    return new PlannedCheck(new AuditCheckRecord(
        plan, CheckStatus.PLANNED, decision.effectiveAt(), 0, Checksum256.ZERO, Checksum256.ZERO));
  }

  /**
   * Restores a stored check.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the check in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static AuditCheck restore(AuditCheckRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case PLANNED -> new PlannedCheck(stored);
      case RUNNING -> new RunningCheck(stored);
      case CONCLUDED -> new ConcludedCheck(stored);
    };
  }

  /**
   * The check as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public AuditCheckRecord snapshot() {
    return data;
  }

  /**
   * Whether entries are the whole log of this check, in order and unchanged.
   *
   * @param log the entries from the first on
   * @return whether they are what the check recorded
   */
  public boolean isLog(List<AuditAccess> log) {
    Checksum256 check = data.plan().digest();
    Checksum256 previous = Checksum256.ZERO;
    long number = 0;
    for (AuditAccess access : log) {
      number++;
      if (!access.check().equals(check)
          || access.number() != number
          || !access.previous().equals(previous)) {
        return false;
      }
      previous = access.digest();
    }
    return number == data.reads() && previous.equals(data.lastRead());
  }

  /**
   * This check, if it has not begun.
   *
   * @return the planned check
   * @throws GovernanceException WRONG_STATE
   */
  public PlannedCheck requirePlanned() {
    return require(PlannedCheck.class, CheckStatus.PLANNED);
  }

  /**
   * This check, if it is running.
   *
   * @return the running check
   * @throws GovernanceException WRONG_STATE
   */
  public RunningCheck requireRunning() {
    return require(RunningCheck.class, CheckStatus.RUNNING);
  }

  /**
   * This check, if it has ended.
   *
   * @return the concluded check
   * @throws GovernanceException WRONG_STATE
   */
  public ConcludedCheck requireConcluded() {
    return require(ConcludedCheck.class, CheckStatus.CONCLUDED);
  }

  private <S extends AuditCheck> S require(Class<S> state, CheckStatus needed) {
    return States.require(this, state, "check " + data.plan().id(), data.status(), needed);
  }

  /**
   * Answers by state.
   *
   * @param <R> type of the answer
   * @param cases one answer per state
   * @return what the case of this state answers
   */
  public abstract <R> R match(Cases<R> cases);

  /**
   * One answer per state.
   *
   * @param <R> type of the answer
   */
  public interface Cases<R> {
    /**
     * For a check not begun.
     *
     * @param check the state
     * @return the answer
     */
    R planned(PlannedCheck check);

    /**
     * For a running check.
     *
     * @param check the state
     * @return the answer
     */
    R running(RunningCheck check);

    /**
     * For a check that has ended.
     *
     * @param check the state
     * @return the answer
     */
    R concluded(ConcludedCheck check);
  }

  void requireNotBefore(TimePointSec at) {
    if (at.compareTo(data.since()) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", data.since());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditCheck check && data.equals(check.data);
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
