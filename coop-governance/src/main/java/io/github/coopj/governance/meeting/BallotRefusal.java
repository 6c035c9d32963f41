package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.document.MerkleTree;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.MinutesNarrative.RejectedBallot;
import io.github.coopj.governance.person.Verification;
import java.time.Instant;
import java.util.List;

/**
 * Lists ballots that are invalid, late or second ones, so that the minutes name each with its reason; they count neither for
 * presence nor for votes (TALLY-03). The reason is never typed by hand: it is the refusal that the ballot meets.
 */
public final class BallotRefusal {
  private final GeneralMeeting meeting;
  private final GeneralMeetingRecord row;
  private final Charter charter;
  private final Instant now;

  /**
   * A ballot refused and listed.
   *
   * @param meeting the meeting with it in its list
   * @param entry what the list says
   */
  public record Listed(GeneralMeeting meeting, RejectedBallot entry) {}

  /**
   * Begins to judge a ballot.
   *
   * @param meeting the meeting, from its opening until its minutes are signed by the first
   * @param secretary who lists the ballot
   * @param charter the charter of the draft
   * @param now time of the move
   * @throws GovernanceException WRONG_STATE, NOT_THE_SECRETARY, MINUTES_ALREADY_SIGNED, CHARTER_VERSION_MISMATCH
   */
  public BallotRefusal(GeneralMeeting meeting, Name secretary, Charter charter, Instant now) {
    this.meeting = meeting;
    this.row = meeting.snapshot();
    this.charter = charter;
    this.now = now;
    MeetingState.requireCharter(row, charter);
    switch (row.status()) {
      case QUORUM_MISSED, COUNTING, COUNTED -> requireUnsigned();
      default -> meeting.requireOpen();
    }
    if (!secretary.equals(row.secretary())) {
      throw new GovernanceException(
          Reason.NOT_THE_SECRETARY, "account", secretary, "secretary", row.secretary());
    }
  }

  private void requireUnsigned() {
    if (!row.minutesSigners().isEmpty()) {
      throw new GovernanceException(
          Reason.MINUTES_ALREADY_SIGNED, "account", row.minutesSigners().get(0).signer());
    }
  }

  /**
   * Lists a ballot that is refused.
   *
   * @param cast the ballot; what another than the secretary cast is judged as an electronic one, whatever it is called
   * @param signature the signature it came with
   * @param standing what there is of its member and of who casts it
   * @param caster what the cooperative knows of who casts it
   * @param listed whether it is in the list
   * @param keys which keys sign for which accounts
   * @return the meeting and the entry
   * @throws GovernanceException BALLOT_ACCEPTABLE if nothing refuses it, BALLOT_LISTED if it is in the list
   */
  public Listed list(
      CastBallot cast,
      DocumentSignature signature,
      BallotStanding standing,
      Verification caster,
      boolean listed,
      SignerKeys keys) {
    Ballot ballot = cast.ballot();
    if (listed) {
      throw new GovernanceException(
          Reason.BALLOT_LISTED, "account", ballot.member(), "ballot", ballot.digest());
    }
    Reason reason = reason(cast, signature, standing, caster, keys);
    RejectedBallot entry =
        new RejectedBallot(ballot.member(), ballot.digest(), reason.name(), TimePointSec.of(now));
    MeetingEdit edit = new MeetingEdit(row);
    edit.rejected = append(row.rejected(), entry);
    return new Listed(GeneralMeeting.restore(edit.toRecord(row.status())), entry);
  }

  private Reason reason(
      CastBallot cast,
      DocumentSignature signature,
      BallotStanding standing,
      Verification caster,
      SignerKeys keys) {
    Ballot ballot = cast.ballot();
    try {
      caster.requireVerified(ballot.castBy(), now);
      new SignedBallot(ballot, signature).requireGenuine(keys);
      if (meeting instanceof OpenMeeting open) {
        open.accept(judged(cast), standing, charter, now);
      } else {
        boolean onRoll = standing.roll().contains(ballot.member());
        new BallotCheck(row, charter).requireAcceptable(ballot, onRoll, now);
      }
    } catch (GovernanceException refused) {
      return refused.reason();
    }
    throw new GovernanceException(Reason.BALLOT_ACCEPTABLE, "account", ballot.member());
  }

  private CastBallot judged(CastBallot cast) {
    boolean paper = cast.way() == BallotWay.PAPER && cast.ballot().castBy().equals(row.secretary());
    return CastBallot.of(cast.ballot(), paper, cast.secret());
  }

  /**
   * What the minutes state of a whole list.
   *
   * @param entries the entries in the order in which they were listed
   * @return digest over the number and all entries
   */
  public static Checksum256 digestOf(List<RejectedBallot> entries) {
    MerkleTree.Frontier log = MerkleTree.Frontier.EMPTY;
    for (RejectedBallot entry : entries) {
      log = append(log, entry);
    }
    return BallotLog.digest(log);
  }

  private static MerkleTree.Frontier append(MerkleTree.Frontier log, RejectedBallot entry) {
    return BallotLog.append(log, DocumentDigest.of(DocumentType.BALLOT, entry));
  }
}
