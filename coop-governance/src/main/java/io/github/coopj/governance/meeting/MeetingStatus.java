package io.github.coopj.governance.meeting;

/** Which state of {@link GeneralMeeting} a stored row is in. */
public enum MeetingStatus {
  /** Agenda and times are written, the Council has not decided. */
  DRAFT,
  /** The Council's decision is in force, the roll is frozen, members are being notified. */
  CONVENED,
  /** Ballots are accepted. */
  OPEN,
  /** Voting has ended with a quorum; the ballots are being counted. */
  COUNTING,
  /** The cycle ended without quorum and a further cycle is possible. */
  QUORUM_MISSED,
  /** Quorum was met and votes are counted; the minutes wait for signatures. */
  COUNTED,
  /** The minutes are signed; the decisions bind. */
  HELD,
  /** The meeting ended without decisions and has no further cycle. */
  FAILED
}
