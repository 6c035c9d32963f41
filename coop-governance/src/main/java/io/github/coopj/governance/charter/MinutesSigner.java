package io.github.coopj.governance.charter;

/** Who signs the minutes (протокол) of a general meeting (ESIG-05). */
public enum MinutesSigner {
  /** The chairman of the meeting. */
  CHAIR,
  /** The secretary of the meeting. */
  SECRETARY
}
