package io.github.coopj.governance.section;

/** How far a meeting of a section has come. */
public enum SectionMeetingStatus {
  /** It is called; members vote between opening and closing. */
  CALLED,
  /** Too few came; it may be repeated. */
  MISSED,
  /** It had a quorum and is counted. An end. */
  COMPETENT
}
