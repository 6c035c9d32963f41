package io.github.coopj.governance.agenda;

/** Too few of those who disagree supported the change. */
public final class FailedChange extends AgendaChange {
  FailedChange(ChangeRecord data) {
    super(data);
  }
}
