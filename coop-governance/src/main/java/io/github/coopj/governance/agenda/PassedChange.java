package io.github.coopj.governance.agenda;

/** Enough of those who disagree supported the change. */
public final class PassedChange extends AgendaChange {
  PassedChange(ChangeRecord data) {
    super(data);
  }
}
