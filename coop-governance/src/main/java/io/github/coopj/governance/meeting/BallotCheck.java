package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses ballots that do not fit an open meeting; what passes is an answer for each item. */
final class BallotCheck {
  private final GeneralMeetingRecord row;
  private final Charter charter;

  BallotCheck(GeneralMeetingRecord row, Charter charter) {
    MeetingState.requireCharter(row, charter);
    this.row = row;
    this.charter = charter;
  }

  /**
   * Refuses a ballot that cannot come in now.
   *
   * @throws GovernanceException MEETING_TOO_EARLY, BALLOT_LATE, NOT_ON_ROLL and as for {@link #answers}
   */
  void requireAcceptable(Ballot ballot, boolean onRoll, Instant now) {
    if (now.isBefore(row.opensAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.opensAt());
    }
    if (!now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.BALLOT_LATE,
          "account",
          ballot.member(),
          "now",
          TimePointSec.of(now),
          "until",
          row.closesAt());
    }
    requireCycle(ballot, row.cycle());
    answers(ballot);
    if (!onRoll) {
      throw new GovernanceException(
          Reason.NOT_ON_ROLL, "account", ballot.member(), "meeting", row.id());
    }
  }

  /**
   * Refuses a secret part that is not the one the ballot names, or whose proofs do not hold.
   *
   * @throws GovernanceException SECRET_PART_MISMATCH, SECRET_OTHER_ELECTION, SECRET_PROOF_INVALID
   */
  void requireSecretPart(Ballot ballot, Optional<SecretPart> part) {
    requireNamed(ballot, part.map(SecretPart::ballot));
    if (part.isPresent()) {
      SecretElection election = part.get().election();
      requireElection(election);
      election.requireValid(part.get().ballot(), ballot.member());
    }
  }

  /** Refuses a secret part that is not the one the ballot names. */
  void requireNamed(Ballot ballot, Optional<SecretBallot> part) {
    if (!part.map(SecretBallot::digest).orElse(Checksum256.ZERO).equals(ballot.secret())) {
      throw new GovernanceException(Reason.SECRET_PART_MISMATCH, "account", ballot.member());
    }
  }

  /** Refuses an election that is not the one of this cycle. */
  void requireElection(SecretElection election) {
    if (!election.digest().equals(row.secret().election())) {
      throw new GovernanceException(
          Reason.SECRET_OTHER_ELECTION,
          "election",
          election.digest(),
          "expected",
          row.secret().election());
    }
  }

  /** Refuses a ballot of another meeting, or of a cycle before the first one given or after the running one. */
  private void requireCycle(Ballot ballot, int first) {
    if (!ballot.cooperative().equals(row.cooperative()) || ballot.meetingId() != row.id()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_MEETING,
          "ballot",
          ballot.cooperative() + "#" + ballot.meetingId(),
          "expected",
          row.cooperative() + "#" + row.id());
    }
    if (ballot.cycle() < first || ballot.cycle() > row.cycle()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_CYCLE, "ballot", ballot.cycle(), "expected", row.cycle());
    }
  }

  /**
   * Refuses a ballot that leaves an item open where the charter asks for every answer (BALLOT-04): an open item, or the secret
   * ones of a member who votes himself.
   *
   * @throws GovernanceException ITEM_UNANSWERED
   */
  void requireComplete(CastBallot cast) {
    if (!charter.ballots().requireAll()) {
      return;
    }
    @Nullable Choice[] answers = answers(cast.ballot());
    for (int place = 0; place < answers.length; place++) {
      ItemRecord item = row.items().get(place);
      boolean answered = item.secret()
          ? cast.way() != BallotWay.OWN || cast.answersSecretItems()
          : answers[place] != null;
      if (!answered) {
        throw new GovernanceException(Reason.ITEM_UNANSWERED, "item", item.number());
      }
    }
  }

  /**
   * The answers of a ballot of this meeting, accepted already or not.
   *
   * @return one answer per item in the order of the agenda, null for a blank
   * @throws GovernanceException BALLOT_OTHER_MEETING, BALLOT_OTHER_CYCLE, BALLOT_OTHER_AGENDA,
   *     BALLOT_UNKNOWN_ITEM, SECRET_ITEM_OPEN, BALLOT_DUPLICATE_ITEM, BALLOT_CHOICE_NOT_OFFERED
   */
  @Nullable Choice[] answers(Ballot ballot) {
    requireCycle(ballot, row.ballotsFrom());
    if (ballot.agendaVersion() != row.agendaVersion()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_AGENDA,
          "ballot",
          ballot.agendaVersion(),
          "expected",
          row.agendaVersion());
    }
    List<Choice> options = BallotForm.options(charter.meeting());
    @Nullable Choice[] answers = new @Nullable Choice[row.items().size()];
    for (Answer answer : ballot.answers()) {
      int place = answer.item() - 1;
      if (place < 0 || place >= answers.length) {
        throw new GovernanceException(
            Reason.BALLOT_UNKNOWN_ITEM, "item", answer.item(), "items", answers.length);
      }
      if (row.items().get(place).secret()) {
        throw new GovernanceException(Reason.SECRET_ITEM_OPEN, "item", answer.item());
      }
      if (answers[place] != null) {
        throw new GovernanceException(Reason.BALLOT_DUPLICATE_ITEM, "item", answer.item());
      }
      if (!options.contains(answer.choice())) {
        throw new GovernanceException(
            Reason.BALLOT_CHOICE_NOT_OFFERED, "item", answer.item(), "choice", answer.choice());
      }
      answers[place] = answer.choice();
    }
    return answers;
  }
}
