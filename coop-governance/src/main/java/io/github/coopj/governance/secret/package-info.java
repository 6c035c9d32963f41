/**
 * Secret ballots (тайное голосование) of a general meeting: who voted is public, how is not, and anybody can check the
 * count from the public record alone (MEET-03, MEET-13, MEET-26, TALLY-01).
 *
 * <p>Exponential ElGamal on P-256, summed under encryption and decrypted by any {@code t} of {@code n} trustees, with
 * proofs that every ballot is well-formed and every share right: R. Cramer, R. Gennaro, B. Schoenmakers, <i>A secure and
 * optimally efficient multi-authority election scheme</i> (1997), as in the homomorphic part of the Belenios
 * specification; keys after T. Pedersen, <i>A threshold cryptosystem without a trusted party</i> (1991). Every challenge is
 * a hash of the whole statement (D. Bernhard, O. Pereira, B. Warinschi, <i>How not to prove yourself</i>, 2012).
 *
 * <p>Promised: fewer than {@code t} trustees learn nothing but the result; nobody votes twice, for another, or with more
 * than one option; a false count is found by anybody. Not promised: freedom from coercion, secrecy of a unanimous vote,
 * secrecy when {@code t} trustees collude or the voter's device is taken over.
 *
 * <p>No clock, no IO, no chance of its own: numbers are drawn from the {@link io.github.coopj.crypto.group.ScalarSource} of
 * the caller. Start at {@link io.github.coopj.governance.secret.KeyCeremony}, {@link
 * io.github.coopj.governance.secret.SecretElection} and {@link io.github.coopj.governance.secret.SecretElectionVerifier}.
 */
@NullMarked
package io.github.coopj.governance.secret;

import org.jspecify.annotations.NullMarked;
