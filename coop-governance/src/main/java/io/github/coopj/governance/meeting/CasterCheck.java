package io.github.coopj.governance.meeting;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.BallotPolicy;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.Optional;

/** Refuses who may not cast a ballot, and a second ballot of one member (MEET-04, BALLOT-02, BALLOT-08, BALLOT-09). */
final class CasterCheck {
  private final GeneralMeetingRecord row;
  private final Charter charter;
  private final CastBallot cast;
  private final BallotStanding standing;

  CasterCheck(GeneralMeetingRecord row, Charter charter, CastBallot cast, BallotStanding standing) {
    this.row = row;
    this.charter = charter;
    this.cast = cast;
    this.standing = standing;
  }

  /** Refuses a caster who is not entitled; the votes of a proxy come back with this one among them. */
  Optional<ProxyVotes> requireEntitled(Instant now) {
    switch (cast.way()) {
      case OWN -> requireMember();
      case PROXY -> {
        return Optional.of(requireProxy(now));
      }
      case PAPER -> requireSecretary();
    }
    return Optional.empty();
  }

  /**
   * Refuses a second ballot of a member; one that replaces another comes from the same hand in the same cycle, or follows one
   * that was carried over.
   *
   * @return whether it replaces one
   */
  boolean requireFirstOrReplacing() {
    Optional<AcceptedBallot> counting =
        standing.last().filter(last -> last.ballot().cycle() >= row.ballotsFrom());
    boolean inThisCycle =
        counting.filter(last -> last.ballot().cycle() == row.cycle()).isPresent();
    if (inThisCycle) {
      requireSameHand(counting.get());
    }
    boolean stands = inThisCycle && (isPaper() || !charter.meeting().revoteAllowed());
    boolean votedElsewhere = standing.personVoted() && counting.isEmpty();
    if (votedElsewhere || stands) {
      throw new GovernanceException(
          Reason.BALLOT_ALREADY_CAST, "account", cast.ballot().member(), "cycle", row.cycle());
    }
    return counting.isPresent();
  }

  private boolean isPaper() {
    return cast.way() == BallotWay.PAPER;
  }

  private void requireSameHand(AcceptedBallot last) {
    if (last.way() != cast.way() || !last.ballot().castBy().equals(cast.ballot().castBy())) {
      throw new GovernanceException(
          Reason.BALLOT_CAST_OTHERWISE,
          "account",
          last.ballot().member(),
          "way",
          last.way(),
          "castBy",
          last.ballot().castBy());
    }
  }

  private void requireMember() {
    if (!cast.ballot().castBy().equals(cast.ballot().member()) || !cast.isWithoutDocument()) {
      throw otherMember();
    }
  }

  private GovernanceException otherMember() {
    return new GovernanceException(
        Reason.BALLOT_OTHER_MEMBER,
        "account",
        cast.ballot().castBy(),
        "expected",
        cast.ballot().member());
  }

  private ProxyVotes requireProxy(Instant now) {
    BallotPolicy policy = charter.ballots();
    Ballot ballot = cast.ballot();
    if (policy.maxProxies() == 0) {
      throw otherMember();
    }
    if (row.body() != MeetingBody.MEMBERS) {
      throw new GovernanceException(
          Reason.PROXY_AT_OTHER_BODY, "meeting", row.id(), "body", row.body());
    }
    MeetingState.requireOnRoll(row, ballot.castBy(), standing.roll());
    standing
        .power()
        .filter(power -> power.snapshot().paper().principal().equals(ballot.member())
            && power.snapshot().paper().cooperative().equals(row.cooperative()))
        .orElseThrow(() -> new GovernanceException(
            Reason.PROXY_UNKNOWN, "account", ballot.member(), "document", ballot.proxyDocument()))
        .requireCovers(ballot.proxyDocument(), ballot.castBy(), row.id(), now);
    requireNothingSecret();
    return standing
        .votes()
        .filter(votes -> votes.proxy().equals(ballot.castBy()))
        .orElse(ProxyVotes.none(ballot.castBy()))
        .with(ballot.member(), row.ballotsFrom(), policy.maxProxies());
  }

  private void requireSecretary() {
    Ballot ballot = cast.ballot();
    if (!ballot.castBy().equals(row.secretary())) {
      throw new GovernanceException(
          Reason.NOT_THE_SECRETARY, "account", ballot.castBy(), "secretary", row.secretary());
    }
    if (ballot.castBy().equals(ballot.member())) {
      throw new GovernanceException(Reason.PAPER_OF_SECRETARY, "account", ballot.member());
    }
    if (cast.isWithoutDocument()) {
      throw new GovernanceException(Reason.PAPER_NEEDS_SCAN, "account", ballot.member());
    }
    requireNothingSecret();
  }

  private void requireNothingSecret() {
    if (cast.secret().isPresent() || cast.answersSecretItems()) {
      throw new GovernanceException(
          Reason.BALLOT_SECRET_FOR_ANOTHER,
          "account",
          cast.ballot().member(),
          "castBy",
          cast.ballot().castBy());
    }
  }
}
