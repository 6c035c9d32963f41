package io.github.coopj.governance.meeting;

import io.github.coopj.governance.secret.SecretBallot;
import java.util.Optional;

/**
 * An accepted ballot as it is published.
 *
 * @param signed the ballot with its signature
 * @param secret its answers to the secret items, sealed
 */
public record StoredBallot(SignedBallot signed, Optional<SecretBallot> secret) {}
