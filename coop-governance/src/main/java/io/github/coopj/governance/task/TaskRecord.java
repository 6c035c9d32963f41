package io.github.coopj.governance.task;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A task as it is stored.
 *
 * @param id number of the task, 1 or more
 * @param text what is to be done
 * @param source where it comes from
 * @param decision number of the decision or remark
 * @param since when it was set: when the decision took effect, or the remark was delivered
 * @param status what became of it
 * @param acceptedBy who accepted it, empty if nobody did
 * @param acceptedAt when, {@link TimePointSec#EPOCH} if nobody did
 * @param endedBy who carried it out or disputed it, empty if nobody did
 * @param endedAt when, {@link TimePointSec#EPOCH} if nobody did
 * @param paper digest of evidence or grounds, zero if there is none
 */
public record TaskRecord(
    @AbiType("uint64") long id,
    TaskText text,
    TaskSource source,
    @AbiType("uint64") long decision,
    TimePointSec since,
    TaskStatus status,
    Name acceptedBy,
    TimePointSec acceptedAt,
    Name endedBy,
    TimePointSec endedAt,
    Checksum256 paper) {
  static TaskRecord set(
      long id, TaskText text, TaskSource source, long decision, TimePointSec since) {
    return new TaskRecord(
        id,
        text,
        source,
        decision,
        since,
        TaskStatus.OPEN,
        Name.EMPTY,
        TimePointSec.EPOCH,
        Name.EMPTY,
        TimePointSec.EPOCH,
        Checksum256.ZERO);
  }

  TaskRecord accepted(Name by, TimePointSec at) {
    return new TaskRecord(
        id, text, source, decision, since, TaskStatus.ACCEPTED, by, at, endedBy, endedAt, paper);
  }

  TaskRecord ended(TaskStatus end, Name by, TimePointSec at, Checksum256 document) {
    return new TaskRecord(
        id, text, source, decision, since, end, acceptedBy, acceptedAt, by, at, document);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean ended = status == TaskStatus.DONE || status == TaskStatus.DISPUTED;
    boolean accepted = !acceptedBy.isEmpty();
    boolean fits = id > 0
        && ended != endedBy.isEmpty()
        && ended != endedAt.equals(TimePointSec.EPOCH)
        && ended != paper.equals(Checksum256.ZERO)
        && accepted != acceptedAt.equals(TimePointSec.EPOCH)
        && (status != TaskStatus.ACCEPTED || accepted)
        && (status != TaskStatus.OPEN || !accepted);
    if (!fits) {
      throw new InvalidValueException("the record of task " + id + " contradicts itself");
    }
  }
}
