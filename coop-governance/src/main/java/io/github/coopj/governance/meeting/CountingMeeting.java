package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.LateItems;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.document.MerkleTree;
import io.github.coopj.governance.secret.Decryption;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.EncryptedSums;
import io.github.coopj.governance.secret.OptionCounts;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Voting has ended with a quorum and the ballots are being counted, in the order of the ballot log and in parts of any size, so
 * that no step takes longer the more ballots there are (TALLY-01). What is counted is hashed once more: the count ends only if it
 * has seen exactly the ballots that were accepted.
 */
public final class CountingMeeting extends MeetingState implements GeneralMeeting {
  /** The most ballots of one part. */
  public static final int MAX_BATCH = 1_000;

  /** The most sealed answers of one part: each takes as long as many open ones. */
  private static final int MAX_SEALED = 64;

  CountingMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The numbers of the ballots that come next.
   *
   * @param limit how many at most, 1 to {@link #MAX_BATCH}; fewer where items are secret
   * @return numbers in the cycle, ascending; none if all are counted
   * @throws InvalidValueException if the limit is out of range
   */
  public List<Long> next(int limit) {
    if (limit < 1 || limit > MAX_BATCH) {
      throw new InvalidValueException(
          "ballots are counted 1 to " + MAX_BATCH + " at once, got " + limit);
    }
    long secret = row.items().stream().filter(ItemRecord::secret).count();
    long most = secret == 0 ? limit : Math.min(limit, MAX_SEALED / secret);
    long from = row.counted().size() + 1;
    long until = Math.min(row.ballots().size(), row.counted().size() + most);
    return LongStream.rangeClosed(from, until).boxed().toList();
  }

  /**
   * Counts the next ballots of a meeting without secret items.
   *
   * @param batch ballots in the order of the log, none left out; replaced ones are among them and count nowhere (BALLOT-08)
   * @param charter the charter of the draft
   * @param now time of the move
   * @return {@link CountingMeeting} while ballots are left, otherwise {@link CountedMeeting}
   * @throws GovernanceException as for a meeting with secret items
   */
  public GeneralMeeting count(List<LoggedBallot> batch, Charter charter, Instant now) {
    return count(batch, Optional.empty(), charter, now);
  }

  /**
   * Counts the next ballots. With the last of them every item is adopted or rejected, candidates take the seats there are
   * (TALLY-04), and the elected chairman and secretary take over; where items are secret, only once trustees have decrypted
   * their sums ({@link #decrypt}).
   *
   * @param batch ballots in the order of the log, none left out; replaced ones are among them and count nowhere (BALLOT-08)
   * @param election what the secret ballots are about; empty without secret items
   * @param charter the charter of the draft
   * @param now time of the move
   * @return {@link CountingMeeting} while ballots or shares are missing, otherwise {@link CountedMeeting}
   * @throws GovernanceException COUNT_GAP if a ballot is left out, comes twice or out of order, or there is none of its number;
   *     COUNT_MISMATCH if the ballots counted are not those accepted; SECRET_PART_MISMATCH, SECRET_OTHER_ELECTION; as for
   *     {@link OpenMeeting#accept} for a ballot that does not fit; CHARTER_VERSION_MISMATCH
   */
  public GeneralMeeting count(
      List<LoggedBallot> batch, Optional<SecretElection> election, Charter charter, Instant now) {
    BallotCheck check = new BallotCheck(row, charter);
    VoteSums sums = new VoteSums(row.items());
    List<SecretBallot> sealed = new ArrayList<>();
    MerkleTree.Frontier counted = row.counted();
    for (LoggedBallot next : batch) {
      requireNext(next, counted);
      counted = BallotLog.append(counted, next.ballot().digest());
      check.requireNamed(next.ballot(), next.secret());
      if (next.counts()) {
        sums.add(check.answers(next.ballot()));
        next.secret().ifPresent(sealed::add);
      }
    }
    MeetingEdit edit = new MeetingEdit(row);
    edit.items = sums.items();
    edit.counted = counted;
    edit.secret = secret(check, election, sealed);
    boolean complete = counted.size() == row.ballots().size();
    if (complete) {
      requireSame("ballotLog", BallotLog.digest(counted), BallotLog.digest(row.ballots()));
    }
    return complete && row.secret().isNone()
        ? decide(edit, charter, now)
        : new CountingMeeting(edit.toRecord(MeetingStatus.COUNTING));
  }

  private void requireNext(LoggedBallot next, MerkleTree.Frontier counted) {
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
  }

  private SecretCount secret(
      BallotCheck check, Optional<SecretElection> election, List<SecretBallot> sealed) {
    if (row.secret().isNone() && election.isEmpty()) {
      return SecretCount.NONE;
    }
    SecretElection of = election.orElseThrow(
        () -> new InvalidValueException("secret items are counted with their election"));
    check.requireElection(of);
    return row.secret().plus(of, sealed);
  }

  /**
   * Takes a trustee's share of the sums of the secret items. Its proof shows whose it is, so anybody may hand it in. With as
   * many shares as the key needs the counts of these items are known, and the meeting is counted (TALLY-01). Without a quorum
   * there is no count, so nothing is ever decrypted.
   *
   * @param share the share
   * @param election what the secret ballots are about
   * @param charter the charter of the draft
   * @param now time of the move
   * @return {@link CountingMeeting} while shares are missing, otherwise {@link CountedMeeting}
   * @throws GovernanceException COUNT_INCOMPLETE while ballots are left, SECRET_OTHER_ELECTION, SECRET_SHARE_INVALID,
   *     SECRET_PART_TWICE, SECRET_COUNT_IMPOSSIBLE, COUNT_MISMATCH, CHARTER_VERSION_MISMATCH
   */
  public GeneralMeeting decrypt(
      DecryptionShare share, SecretElection election, Charter charter, Instant now) {
    new BallotCheck(row, charter).requireElection(election);
    requireAllCounted();
    EncryptedSums sums = row.secret().encrypted(election);
    requireShare(share, sums);
    MeetingEdit edit = new MeetingEdit(row);
    edit.secret = row.secret().plus(share);
    if (edit.secret.shares().size() < election.content().keys().threshold()) {
      return new CountingMeeting(edit.toRecord(MeetingStatus.COUNTING));
    }
    Map<Integer, OptionCounts> counts = new HashMap<>();
    Decryption.combine(sums, edit.secret.shares(), row.present())
        .forEach(each -> counts.put(each.item(), each));
    edit.items = row.items().stream()
        .map(item -> item.decrypted(Optional.ofNullable(counts.get(item.number()))))
        .toList();
    return decide(edit, charter, now);
  }

  private void requireShare(DecryptionShare share, EncryptedSums sums) {
    if (!share.verifies(sums)) {
      throw new GovernanceException(
          Reason.SECRET_SHARE_INVALID, "trustee", share.trustee(), "part", "decryption");
    }
    if (row.secret().shares().stream().anyMatch(each -> each.trustee() == share.trustee())) {
      throw new GovernanceException(
          Reason.SECRET_PART_TWICE, "trustee", share.trustee(), "part", "decryption");
    }
  }

  /**
   * Gives up the secret items, whose sums too few trustees have decrypted in the days of the charter: nothing is decided on
   * them, and they hold up the open items no longer.
   *
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the counted meeting
   * @throws GovernanceException COUNT_INCOMPLETE while ballots are left,
   *     MEETING_TOO_EARLY, CHARTER_VERSION_MISMATCH
   */
  public CountedMeeting giveUpSecret(Charter charter, Instant now) {
    requireCharter(row, charter);
    requireAllCounted();
    Instant from =
        row.closesAt().toInstant().plus(Duration.ofDays(charter.secret().decryptDays()));
    if (now.isBefore(from)) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", TimePointSec.of(from));
    }
    return decide(new MeetingEdit(row), charter, now);
  }

  private void requireAllCounted() {
    if (row.counted().size() < row.ballots().size()) {
      throw new GovernanceException(
          Reason.COUNT_INCOMPLETE,
          "counted",
          row.counted().size(),
          "ballots",
          row.ballots().size());
    }
  }

  private CountedMeeting decide(MeetingEdit edit, Charter charter, Instant now) {
    MeetingPolicy policy = charter.meeting();
    boolean lateDecided = LateItems.areDecided(row.present(), row.eligible(), charter.agenda());
    List<ItemRecord> decided = new ArrayList<>();
    for (ItemRecord item : edit.items) {
      if (item.secret() && item.votes() == 0) {
        decided.add(item.with(ItemOutcome.NOT_COUNTED));
        continue;
      }
      requireSame("present", item.votes(), row.present());
      boolean adopted =
          policy.majorityFor(item.type()).isAdopted(item.votesFor(), row.present(), row.eligible());
      boolean decidable = lateDecided || !row.notice().late().contains(item.number());
      decided.add(item.with(
          !decidable
              ? ItemOutcome.NOT_NOTIFIED
              : adopted ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED));
    }
    edit.items = SeatElection.fill(decided, policy.electionTie());
    Officers officers = Officers.of(row, decided);
    edit.chair = officers.chair();
    edit.secretary = officers.secretary();
    edit.signing = SigningState.from(TimePointSec.of(now));
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
