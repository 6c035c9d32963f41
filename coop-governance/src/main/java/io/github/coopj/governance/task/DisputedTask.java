package io.github.coopj.governance.task;

/** Objected to, with grounds. */
public final class DisputedTask extends Task {
  DisputedTask(TaskRecord data) {
    super(data);
  }
}
