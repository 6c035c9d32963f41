package io.github.coopj.governance.meeting;

/** How a ballot comes in. All count alike, and a member votes in one way only (BALLOT-02, BALLOT-09). */
public enum BallotWay {
  /** The member signs it himself. */
  OWN,
  /** Another member signs it by a power of attorney of the member. */
  PROXY,
  /** The secretary of the meeting enters what the member filled in on paper. */
  PAPER
}
