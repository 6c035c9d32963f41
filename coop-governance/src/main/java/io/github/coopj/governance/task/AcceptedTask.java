package io.github.coopj.governance.task;

/** Taken on by a member of the body. */
public final class AcceptedTask extends LiveTask {
  AcceptedTask(TaskRecord data) {
    super(data);
  }
}
