package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import java.util.Optional;

/**
 * A ballot as it is handed in.
 *
 * @param ballot the ballot
 * @param way how it comes in
 * @param secret what it answers to secret items, sealed
 */
public record CastBallot(Ballot ballot, BallotWay way, Optional<SecretPart> secret) {
  /**
   * A ballot that is handed in electronically: the member's own, or another's by proxy (BALLOT-09).
   *
   * @param ballot the ballot
   * @param secret what it answers to secret items, sealed
   * @return the ballot, by proxy if another casts it
   */
  public static CastBallot electronic(Ballot ballot, Optional<SecretPart> secret) {
    boolean own = ballot.castBy().equals(ballot.member());
    return new CastBallot(ballot, own ? BallotWay.OWN : BallotWay.PROXY, secret);
  }

  /**
   * A ballot that the secretary enters from paper (BALLOT-02).
   *
   * @param ballot the ballot, cast by the secretary; its document is the scan, see {@link Ballot#entered}
   * @return the ballot
   */
  public static CastBallot paper(Ballot ballot) {
    return new CastBallot(ballot, BallotWay.PAPER, Optional.empty());
  }

  /**
   * A ballot by either road.
   *
   * @param ballot the ballot
   * @param paper whether it is entered from paper
   * @param secret what it answers to secret items, sealed
   * @return as {@link #paper} or {@link #electronic}
   */
  public static CastBallot of(Ballot ballot, boolean paper, Optional<SecretPart> secret) {
    return paper ? new CastBallot(ballot, BallotWay.PAPER, secret) : electronic(ballot, secret);
  }

  /** Whether it names a secret part. */
  boolean answersSecretItems() {
    return !ballot.secret().equals(Checksum256.ZERO);
  }

  /** Whether its document is left out. */
  boolean isWithoutDocument() {
    return ballot.proxyDocument().equals(Checksum256.ZERO);
  }
}
