package io.github.coopj.governance.task;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.body.MandateRegister;
import java.time.Instant;

/** Set, and not accepted. */
public final class OpenTask extends LiveTask {
  OpenTask(TaskRecord data) {
    super(data);
  }

  /**
   * Takes the task on.
   *
   * @param by its owner, or for a task without one a member of the body that has to carry it out
   * @param mandates the mandates of all bodies
   * @param now the moment
   * @return the task accepted; its time does not change
   * @throws GovernanceException NOT_ITS_OWNER, NOT_IN_BODY, OUT_OF_ORDER
   */
  public AcceptedTask accept(Name by, MandateRegister mandates, Instant now) {
    return new AcceptedTask(data.accepted(by, requireExecutor(by, mandates, now)));
  }
}
