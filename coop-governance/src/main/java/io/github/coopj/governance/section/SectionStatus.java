package io.github.coopj.governance.section;

/** How far a section has come. */
public enum SectionStatus {
  /** It has members, meetings and a chairman. */
  ACTIVE,
  /** It was closed. An end. */
  CLOSED
}
