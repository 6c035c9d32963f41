package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.secret.CeremonyRecord;
import io.github.coopj.governance.secret.CommitmentEntry;
import io.github.coopj.governance.secret.Confirmation;
import io.github.coopj.governance.secret.ElectionContent;
import io.github.coopj.governance.secret.OptionCounts;
import io.github.coopj.governance.secret.PublicRecord;
import io.github.coopj.governance.secret.RecordedBallot;
import io.github.coopj.governance.secret.SecretElection;
import io.github.coopj.governance.secret.SecretElectionVerifier;
import io.github.coopj.governance.secret.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The count of the secret items of a meeting done again by anybody from what is published (MEET-26, TALLY-02): only a record
 * that {@link SecretElectionVerifier} finds right, and that is of this meeting, makes one.
 */
public final class SecretRecount {
  private final GeneralMeetingRecord meeting;

  private SecretRecount(GeneralMeetingRecord meeting) {
    this.meeting = meeting;
  }

  /**
   * Puts together what is published of the secret items of a counted meeting.
   *
   * @param meeting the meeting as stored
   * @param election what the secret ballots of its last cycle are about
   * @param ceremony the ceremony that made the key
   * @param roll accounts on the roll, ascending
   * @param ballots ballots accepted in that cycle, in order of acceptance
   * @return the record for the verifier
   */
  public static PublicRecord published(
      GeneralMeetingRecord meeting,
      ElectionContent election,
      CeremonyRecord ceremony,
      List<Name> roll,
      List<StoredBallot> ballots) {
    return new PublicRecord(
        election,
        ceremony.plan(),
        ceremony.commitments().stream().map(CommitmentEntry::commitment).toList(),
        ceremony.complaints(),
        ceremony.confirmations().stream().map(Confirmation::proof).toList(),
        roll,
        recorded(ballots),
        BallotLog.digest(meeting.ballots()),
        meeting.present(),
        meeting.secret().sums(),
        meeting.secret().shares(),
        results(meeting));
  }

  private static List<RecordedBallot> recorded(List<StoredBallot> ballots) {
    Map<Name, Integer> last = new HashMap<>(); // asked by key only
    for (int i = 0; i < ballots.size(); i++) {
      last.put(ballots.get(i).signed().ballot().member(), i);
    }
    List<RecordedBallot> recorded = new ArrayList<>();
    for (StoredBallot each : ballots) {
      SignedBallot signed = each.signed();
      int place = recorded.size();
      recorded.add(new RecordedBallot(
          place + 1L,
          signed.ballot().paper(),
          signed.signature(),
          each.secret(),
          last.getOrDefault(signed.ballot().member(), place) != place));
    }
    return recorded;
  }

  private static List<OptionCounts> results(GeneralMeetingRecord meeting) {
    return meeting.items().stream()
        .filter(ItemRecord::secret)
        .map(item -> new OptionCounts(
            item.number(), item.votesFor(), item.against(), item.abstain(), item.blank()))
        .toList();
  }

  /**
   * Counts the secret items of a meeting again.
   *
   * @param meeting the meeting as stored, counted
   * @param published what is published of it
   * @param keys which keys sign for which accounts
   * @return evidence that the meeting states what its ballots give
   * @throws GovernanceException MINUTES_MISMATCH naming what differs
   * @throws InvalidValueException if the meeting has no secret items
   */
  public static SecretRecount of(
      GeneralMeetingRecord meeting, PublicRecord published, SignerKeys keys) {
    if (meeting.secret().isNone()) {
      throw new InvalidValueException("meeting " + meeting.id() + " has no secret items");
    }
    Recount.requireSame(
        "secret election",
        SecretElection.of(published.election()).digest(),
        meeting.secret().election());
    Recount.requireSame("ballotLog", published.ballotTree(), BallotLog.digest(meeting.ballots()));
    Recount.requireSame("present", published.present(), meeting.present());
    Recount.requireSame("secret items", published.results(), results(meeting));
    Verdict verdict = SecretElectionVerifier.verify(published, keys);
    if (!verdict.holds()) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH,
          "figure",
          verdict.step() + " " + verdict.number(),
          "stated",
          verdict.problem(),
          "expected",
          Verdict.HOLDS.step());
    }
    return new SecretRecount(meeting);
  }

  /** Refuses to serve for another meeting or state of it. */
  void requireOf(GeneralMeetingRecord row) {
    Recount.requireSame("secret count", meeting.secret(), row.secret());
    Recount.requireSame("secret items", results(meeting), results(row));
  }
}
