package io.github.coopj.governance.meeting;

import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;

/**
 * The answers to the secret items that come with a ballot (MEET-13).
 *
 * @param election what they answer
 * @param ballot the answers, sealed
 */
public record SecretPart(SecretElection election, SecretBallot ballot) {}
