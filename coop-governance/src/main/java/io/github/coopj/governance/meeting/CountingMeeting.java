package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.document.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Voting has ended with a quorum and the ballots are being counted, in the order of the ballot log and in parts of any size, so
 * that no step takes longer the more ballots there are (TALLY-01). What is counted is hashed once more: the count ends only if it
 * has seen exactly the ballots that were accepted.
 */
public final class CountingMeeting extends MeetingState implements GeneralMeeting {
  /** The most ballots of one part. */
  public static final int MAX_BATCH = 1_000;

  CountingMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The numbers of the ballots that come next.
   *
   * @param limit how many at most, 1 to {@link #MAX_BATCH}
   * @return numbers in the cycle, ascending; none if all are counted
   * @throws InvalidValueException if the limit is out of range
   */
  public List<Long> next(int limit) {
    if (limit < 1 || limit > MAX_BATCH) {
      throw new InvalidValueException(
          "ballots are counted 1 to " + MAX_BATCH + " at once, got " + limit);
    }
    long from = row.counted().size() + 1;
    long until = Math.min(row.ballots().size(), row.counted().size() + limit);
    return LongStream.rangeClosed(from, until).boxed().toList();
  }

  /**
   * Counts the next ballots. With the last of them every item is adopted or rejected, candidates take the seats there are
   * (TALLY-04), and the elected chairman and secretary take over.
   *
   * @param batch ballots in the order of the log, none left out; replaced ones are among them and count nowhere (BALLOT-08)
   * @param charter the charter of the draft
   * @return {@link CountingMeeting} while ballots are left, otherwise {@link CountedMeeting}
   * @throws GovernanceException COUNT_GAP if a ballot is left out, comes twice or out of order, or there is none of its number;
   *     COUNT_MISMATCH if the ballots counted are not those accepted; as for {@link OpenMeeting#accept} for a ballot that does
   *     not fit; CHARTER_VERSION_MISMATCH
   */
  public GeneralMeeting count(List<LoggedBallot> batch, Charter charter) {
    BallotCheck check = new BallotCheck(row, charter);
    VoteSums sums = new VoteSums(row.items());
    MerkleTree.Frontier counted = row.counted();
    for (LoggedBallot next : batch) {
      if (next.number() != counted.size() + 1 || next.number() > row.ballots().size()) {
        throw new GovernanceException(
            Reason.COUNT_GAP,
            "number",
            next.number(),
            "expected",
            counted.size() + 1,
            "ballots",
            row.ballots().size());
      }
      counted = BallotLog.append(counted, next.ballot().digest());
      if (next.counts()) {
        sums.add(check.answers(next.ballot()));
      }
    }
    MeetingEdit edit = new MeetingEdit(row);
    edit.items = sums.items();
    edit.counted = counted;
    if (counted.size() < row.ballots().size()) {
      return new CountingMeeting(edit.toRecord(MeetingStatus.COUNTING));
    }
    requireSame("ballotLog", BallotLog.digest(counted), BallotLog.digest(row.ballots()));
    return decide(edit, charter.meeting());
  }

  private CountedMeeting decide(MeetingEdit edit, MeetingPolicy policy) {
    List<ItemRecord> decided = new ArrayList<>();
    for (ItemRecord item : edit.items) {
      requireSame("present", item.votes(), row.present());
      boolean adopted =
          policy.majorityFor(item.type()).isAdopted(item.votesFor(), row.present(), row.eligible());
      decided.add(item.with(adopted ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED));
    }
    edit.items = SeatElection.fill(decided);
    Officers officers = Officers.of(row, decided);
    edit.chair = officers.chair();
    edit.secretary = officers.secretary();
    return new CountedMeeting(edit.toRecord(MeetingStatus.COUNTED));
  }

  private static void requireSame(String figure, Object counted, Object accepted) {
    if (!counted.equals(accepted)) {
      throw new GovernanceException(
          Reason.COUNT_MISMATCH, "figure", figure, "counted", counted, "accepted", accepted);
    }
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.counting(this);
  }
}
