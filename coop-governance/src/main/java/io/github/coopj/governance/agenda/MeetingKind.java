package io.github.coopj.governance.agenda;

/** Why a meeting is held (MEET-06, MEET-10). */
public enum MeetingKind {
  /** Yearly meeting (годовое): held in the window after the financial year, with its mandatory items. */
  ANNUAL,
  /** Extraordinary meeting (внеочередное): held as needed, on any day. */
  EXTRAORDINARY,
  /** Emergency meeting (экстренное): an extraordinary one that elects the chairman of the Council anew. */
  EMERGENCY
}
