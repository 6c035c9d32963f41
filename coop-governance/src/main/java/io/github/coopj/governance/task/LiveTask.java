package io.github.coopj.governance.task;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import java.time.Instant;
import java.util.List;

/** Neither carried out nor disputed. */
public abstract sealed class LiveTask extends Task permits OpenTask, AcceptedTask {
  LiveTask(TaskRecord data) {
    super(data);
  }

  /**
   * Ends the task.
   *
   * @param by its owner, or for a task without one a member of the body that has to carry it out
   * @param evidence digest of the paper that shows it
   * @param mandates the mandates of all bodies
   * @param now the moment; it may be late
   * @return the task carried out
   * @throws GovernanceException NOT_ITS_OWNER, NOT_IN_BODY, OUT_OF_ORDER
   */
  public DoneTask done(Name by, Checksum256 evidence, MandateRegister mandates, Instant now) {
    return new DoneTask(ended(TaskStatus.DONE, by, evidence, mandates, now));
  }

  /**
   * Objects to the task.
   *
   * @param by its owner, or for a task without one a member of the body that has to carry it out
   * @param grounds digest of the paper that says why
   * @param mandates the mandates of all bodies
   * @param now the moment
   * @return the task in dispute
   * @throws GovernanceException NOT_ITS_OWNER, NOT_IN_BODY, OUT_OF_ORDER
   */
  public DisputedTask dispute(Name by, Checksum256 grounds, MandateRegister mandates, Instant now) {
    return new DisputedTask(ended(TaskStatus.DISPUTED, by, grounds, mandates, now));
  }

  private TaskRecord ended(
      TaskStatus end, Name by, Checksum256 paper, MandateRegister mandates, Instant now) {
    if (paper.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("task " + data.id() + " ends with a paper");
    }
    return data.ended(end, by, requireExecutor(by, mandates, now), paper);
  }

  /**
   * Refuses who has nothing to do with the task. Without a Board its tasks are the Council's (COUNCIL-09).
   *
   * @return the moment
   */
  TimePointSec requireExecutor(Name by, MandateRegister mandates, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    TimePointSec last =
        data.acceptedAt().equals(TimePointSec.EPOCH) ? data.since() : data.acceptedAt();
    if (at.compareTo(last) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", last);
    }
    if (!data.text().owner().isEmpty()) {
      if (!data.text().owner().equals(by)) {
        throw notItsOwner(by, data.id());
      }
      return at;
    }
    Office.Body body = executor(mandates, now);
    boolean seated =
        seats(body, mandates, now).stream().anyMatch(mandate -> mandate.holder().equals(by));
    if (!seated) {
      throw new GovernanceException(Reason.NOT_IN_BODY, "account", by, "body", body, "at", at);
    }
    return at;
  }

  private Office.Body executor(MandateRegister mandates, Instant now) {
    Office.Body body = data.text().executor();
    return seats(body, mandates, now).isEmpty() ? Office.Body.COUNCIL : body;
  }

  private static List<Mandate> seats(Office.Body body, MandateRegister mandates, Instant now) {
    return mandates.inForce(now).stream()
        .filter(mandate -> mandate.office().body() == body)
        .toList();
  }
}
