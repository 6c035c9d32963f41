package io.github.coopj.governance.task;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.audit.DeliveredRemark;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task: an {@link OpenTask} may be accepted; open or accepted it ends as a {@link DoneTask} with evidence, or as a {@link
 * DisputedTask} with grounds (COUNCIL-13, BOARD-03, AUDIT-10). It is due at the end of a day; nothing happens then but that
 * it is overdue.
 */
public abstract sealed class Task permits LiveTask, DoneTask, DisputedTask {
  final TaskRecord data;

  Task(TaskRecord data) {
    this.data = data;
  }

  /**
   * What a task of the meeting is about.
   *
   * @param cooperative account of the cooperative
   * @param decision number of the meeting's decision
   * @param subject digest of the document decided on, zero if there was none
   */
  public record MeetingWill(
      Name cooperative, @AbiType("uint64") long decision, Checksum256 subject) {}

  /**
   * The task that a decision of the general meeting gives to the Council, for the days of the charter (COUNCIL-13).
   *
   * @param id number of the task, 1 or more
   * @param decision the decision in force
   * @param charter the charter in force
   * @return the task, counted from the day the decision took effect
   * @throws GovernanceException OTHER_COOPERATIVE
   */
  public static OpenTask of(long id, MeetingDecision decision, Charter charter) {
    decision.requireOf(charter.account(), decision.type());
    MeetingWill will = new MeetingWill(decision.cooperative(), decision.id(), decision.subject());
    TaskText text = new TaskText(
        decision.cooperative(),
        Office.Body.COUNCIL,
        Name.EMPTY,
        DocumentDigest.of(DocumentType.TASK, will),
        charter.taskDays());
    return new OpenTask(TaskRecord.set(
        id, text, TaskSource.MEETING, decision.id(), TimePointSec.of(decision.effectiveAt())));
  }

  /**
   * The task that the Council sets (BOARD-03).
   *
   * @param id number of the task, 1 or more
   * @param text what is to be done
   * @param decision decision TASK of the Council on its digest
   * @return the task, counted from the day the decision took effect
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static OpenTask of(long id, TaskText text, DecisionInForce decision) {
    decision.requireAbout(QuestionType.TASK, text.digest());
    return new OpenTask(
        TaskRecord.set(id, text, TaskSource.COUNCIL, decision.id(), decision.effectiveAt()));
  }

  /**
   * The task that a remark of the Revision commission gives to the body it is addressed to (AUDIT-10).
   *
   * @param id number of the task, 1 or more
   * @param remark the remark, delivered
   * @param charter the charter in force
   * @return the task, counted from the day of delivery
   */
  public static OpenTask of(long id, DeliveredRemark remark, Charter charter) {
    RemarkRecord row = remark.snapshot();
    TaskText text = new TaskText(
        row.content().cooperative(),
        row.content().addressee(),
        Name.EMPTY,
        row.content().digest(),
        charter.audit().responseDays());
    return new OpenTask(TaskRecord.set(
        id, text, TaskSource.REMARK, row.content().id(), row.delivery().at()));
  }

  /**
   * Restores a stored task.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the task in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Task restore(TaskRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case OPEN -> new OpenTask(stored);
      case ACCEPTED -> new AcceptedTask(stored);
      case DONE -> new DoneTask(stored);
      case DISPUTED -> new DisputedTask(stored);
    };
  }

  /**
   * The task as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public TaskRecord snapshot() {
    return data;
  }

  /**
   * Last day on which it may be carried out: the day it was set and its days.
   *
   * @param charter the charter in force
   * @return the day in the zone of the cooperative
   */
  public LocalDate dueOn(Charter charter) {
    return data.since()
        .toInstant()
        .atZone(charter.zone())
        .toLocalDate()
        .plusDays(data.text().days());
  }

  /**
   * First moment at which it is late.
   *
   * @param charter the charter in force
   * @return the start of the day after {@link #dueOn}
   */
  public Instant lateFrom(Charter charter) {
    return dueOn(charter).plusDays(1).atStartOfDay(charter.zone()).toInstant();
  }

  /**
   * Whether it is, or was, not carried out in time.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return whether it ended late, or has not ended and the time is over
   */
  public boolean isLate(Charter charter, Instant now) {
    boolean ended = !data.endedAt().equals(TimePointSec.EPOCH);
    return !(ended ? data.endedAt().toInstant() : now).isBefore(lateFrom(charter));
  }

  /**
   * This task, if nobody has accepted it.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  public OpenTask requireOpen() {
    return States.require(
        this, OpenTask.class, "task " + data.id(), data.status(), TaskStatus.OPEN);
  }

  /**
   * This task, if it has not ended.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  public LiveTask requireLive() {
    return States.require(
        this, LiveTask.class, "task " + data.id(), data.status(), TaskStatus.ACCEPTED);
  }

  static GovernanceException notItsOwner(Name account, long id) {
    return new GovernanceException(Reason.NOT_ITS_OWNER, "account", account, "what", "task " + id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Task task && data.equals(task.data);
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
