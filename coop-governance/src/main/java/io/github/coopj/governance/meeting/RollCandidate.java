package io.github.coopj.governance.meeting;

/**
 * An account that a roll may have to name.
 *
 * @param voter the account and who stands behind it
 * @param member whether it was a member at the moment the roll is frozen at
 */
public record RollCandidate(Voter voter, boolean member) {}
