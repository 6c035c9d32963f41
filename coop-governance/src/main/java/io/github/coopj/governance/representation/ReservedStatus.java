package io.github.coopj.governance.representation;

/** How far a reserved question has come. */
public enum ReservedStatus {
  /** Sections are asked. */
  ASKED,
  /** Too few members came to meetings of sections. */
  MISSED,
  /** Adopted or not; not in force. */
  DECIDED,
  /** Adopted and in force. */
  SIGNED
}
