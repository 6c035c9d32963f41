package io.github.coopj.governance.task;

/** Carried out, with evidence. */
public final class DoneTask extends Task {
  DoneTask(TaskRecord data) {
    super(data);
  }
}
