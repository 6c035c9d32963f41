package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Accepted;
import io.github.coopj.governance.meeting.AcceptedBallot;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.BallotRefusal;
import io.github.coopj.governance.meeting.BallotStanding;
import io.github.coopj.governance.meeting.CastBallot;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MinutesNarrative.RejectedBallot;
import io.github.coopj.governance.meeting.ProxyVotes;
import io.github.coopj.governance.meeting.SecretPart;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that hold the ballots of one meeting, whose they are and which were refused. */
final class BallotTables {
  static final Name PROXY_VOTES = Name.of("proxyvotes");
  static final Name REFUSED = Name.of("refused");

  private final Context context;
  private final Name coop;
  private final GeneralMeetingRecord meeting;
  private final Table<MeetingTables.RollRow> roll;
  private final Table<MeetingTables.BallotRow> ballots;
  private final Table<MeetingTables.VotersRow> voters;
  private final Table<ProxyVotes> proxyVotes;
  private final Table<RefusedRow> refused;

  BallotTables(Context context, GeneralMeetingRecord meeting) {
    this.context = context;
    this.coop = meeting.cooperative();
    this.meeting = meeting;
    Name scope = new Name(meeting.id());
    this.roll = MeetingTables.roll(context, meeting.id());
    this.ballots = MeetingTables.ballots(context, meeting.id());
    this.voters = MeetingTables.voters(context, meeting.id());
    this.proxyVotes =
        context.table(PROXY_VOTES, scope, ProxyVotes.class, row -> row.proxy().value());
    this.refused = context.table(REFUSED, scope, RefusedRow.class, RefusedRow::prefix);
  }

  /**
   * A ballot in the list of those refused.
   *
   * @param number its number in the list, from 1
   * @param entry what the list says
   */
  public record Refused(long number, RejectedBallot entry) {}

  /**
   * Refused ballots whose digests begin with the same 8 bytes; scope is the number of the meeting.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param ballots the ballots
   */
  public record RefusedRow(long prefix, List<Refused> ballots) {
    /** Copies the list. */
    public RefusedRow {
      ballots = List.copyOf(ballots);
    }
  }

  /** What there is of the member of a ballot and of who casts it. */
  BallotStanding standing(Ballot ballot) {
    Optional<AcceptedBallot> last = roll.find(ballot.member().value())
        .flatMap(row -> BallotLog.lastKey(row.votedCycle(), row.ballot()))
        .flatMap(ballots::find)
        .map(row -> new AcceptedBallot(row.ballot(), row.way()));
    return new BallotStanding(
        account -> roll.contains(account.value()),
        last,
        voterKey(ballot.member())
            .filter(key -> voters(key).voted().contains(vote(key)))
            .isPresent(),
        ProxyContract.last(context, coop, ballot.member()),
        proxyVotes.find(ballot.castBy().value()),
        AgendaTables.reactions(context, meeting.id()).find(ballot.member().value()));
  }

  /** Keeps a ballot that was accepted; gives its key. */
  long keep(
      Accepted accepted,
      CastBallot cast,
      DocumentSignature signature,
      Optional<SecretBallot> secret) {
    Ballot ballot = cast.ballot();
    long number = accepted.meeting().snapshot().ballots().size();
    long key = BallotLog.key(meeting.ballotsFrom(), number);
    ballots.insert(
        context.receiver(),
        new MeetingTables.BallotRow(key, ballot, signature, cast.way(), secret));
    roll.update(new MeetingTables.RollRow(ballot.member(), meeting.ballotsFrom(), number));
    accepted.votes().ifPresent(votes -> proxyVotes.put(context.receiver(), votes));
    voterKey(ballot.member()).ifPresent(this::recordVoter);
    return key;
  }

  /** Keeps a ballot that was listed as refused. */
  void keep(BallotRefusal.Listed listed) {
    RefusedRow row = refusedLike(listed.entry().ballot());
    List<Refused> next = new ArrayList<>(row.ballots());
    next.add(new Refused(listed.meeting().snapshot().rejected().size(), listed.entry()));
    refused.put(context.receiver(), new RefusedRow(row.prefix(), next));
  }

  /** Whether a ballot is in the list of those refused. */
  boolean isListed(Ballot ballot) {
    Checksum256 digest = ballot.digest();
    return refusedLike(digest).ballots().stream()
        .anyMatch(each -> each.entry().ballot().equals(digest));
  }

  /** The secret part with what it is about, where the cycle has secret items. */
  Optional<SecretPart> secretPart(Optional<SecretBallot> secret) {
    return secret.flatMap(
        part -> election(context, meeting).map(election -> new SecretPart(election, part)));
  }

  /** What the secret ballots of the running cycle are about, if it was opened with secret items. */
  static Optional<SecretElection> election(Context context, GeneralMeetingRecord meeting) {
    return MeetingTables.elections(context, meeting.id())
        .find(meeting.cycle())
        .map(row -> SecretElection.of(row.content()));
  }

  private void recordVoter(Checksum256 key) {
    MeetingTables.VotersRow row = voters(key);
    if (!row.voted().contains(vote(key))) {
      List<MeetingTables.VoterInCycle> voted = new ArrayList<>(row.voted());
      voted.add(vote(key));
      voters.put(context.receiver(), new MeetingTables.VotersRow(row.prefix(), voted));
    }
  }

  /** The key of a voter; a member who was never verified stands for himself. */
  private Optional<Checksum256> voterKey(Name member) {
    return Optional.of(Persons.verificationOf(context, coop, member).voterKey())
        .filter(key -> !key.equals(Checksum256.ZERO));
  }

  private MeetingTables.VoterInCycle vote(Checksum256 key) {
    return new MeetingTables.VoterInCycle(key, meeting.ballotsFrom());
  }

  private MeetingTables.VotersRow voters(Checksum256 key) {
    long prefix = prefix(key);
    return voters.find(prefix).orElse(new MeetingTables.VotersRow(prefix, List.of()));
  }

  private RefusedRow refusedLike(Checksum256 digest) {
    long prefix = prefix(digest);
    return refused.find(prefix).orElse(new RefusedRow(prefix, List.of()));
  }

  private static long prefix(Checksum256 digest) {
    return new AbiReader(digest.toBytes()).readI64();
  }
}
