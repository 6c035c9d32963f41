package io.github.coopj.governance.meeting;

/**
 * A ballot that was accepted.
 *
 * @param ballot the ballot
 * @param way how it came in
 */
public record AcceptedBallot(Ballot ballot, BallotWay way) {}
