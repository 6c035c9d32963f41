package io.github.coopj.governance.council;

/** How the Council votes on a question. */
public enum VotingForm {
  /** In a session, on the question of any member. */
  SESSION,
  /**
   * By absentee vote (заочное голосование; COUNCIL-28): opened by the Chairman or a deputy only, for at least the time of
   * the charter (CHAIR-09). Majority and signature are those of any vote.
   */
  ABSENTEE,
  /** Not at all: an automated system decided under a {@link SignatureGrant} (COUNCIL-06). Nobody can put such a question. */
  AUTOMATIC
}
