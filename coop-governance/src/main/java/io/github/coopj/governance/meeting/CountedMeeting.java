package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;

/**
 * Votes are counted and the minutes wait for their signatures; nothing binds before they are signed (MEET-23). A signer who
 * refuses, or lets his time pass, may be replaced by the next whom the same ballot elected; where there is none, it is reported
 * to the Revision commission. No time that passes ever stands for a signature (MIN-03).
 */
public final class CountedMeeting extends MeetingState implements GeneralMeeting {
  CountedMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The figures that the minutes must state.
   *
   * @return figures of this meeting
   */
  public MinutesTally tally() {
    return MinutesTally.of(row);
  }

  /**
   * Who still has to sign the minutes (ESIG-05).
   *
   * @param charter the charter of the draft
   * @return accounts in the order of the charter
   */
  public List<Name> missingSigners(Charter charter) {
    requireCharter(row, charter);
    return MinutesSigners.missing(row, charter);
  }

  /**
   * Signs the minutes (протокол). The last signature that the charter asks for makes the meeting held and its decisions
   * binding (MEET-23, MEET-24, MIN-01).
   *
   * @param signer chairman of the meeting or, where the charter asks for both, its secretary
   * @param minutes seal of the minutes signed, see {@link Minutes#seal}
   * @param charter the charter of the draft
   * @param now time of the signature
   * @return {@link CountedMeeting} while signatures are missing, otherwise {@link HeldMeeting}
   * @throws GovernanceException NOT_A_MINUTES_SIGNER, MINUTES_ALREADY_SIGNED, MINUTES_MISMATCH if the minutes state other
   *     figures than this meeting has or are not those signed before, CHARTER_VERSION_MISMATCH
   */
  public GeneralMeeting sign(Name signer, MinutesSeal minutes, Charter charter, Instant now) {
    requireCharter(row, charter);
    requireSigner(signer, charter);
    Checksum256 tally = tally().digest();
    if (!minutes.tally().equals(tally)) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH, "figure", "tally", "stated", minutes.tally(), "expected", tally);
    }
    Checksum256 hash = minutes.digest();
    if (!row.minutesSigners().isEmpty() && !row.minutesHash().equals(hash)) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH,
          "figure",
          "minutes",
          "stated",
          hash,
          "expected",
          row.minutesHash());
    }
    MeetingEdit edit = new MeetingEdit(row);
    edit.minutesHash = hash;
    edit.minutesSigners.add(new MinutesSignature(signer, TimePointSec.of(now)));
    if (edit.minutesSigners.size() < MinutesSigners.of(row, charter).size()) {
      return new CountedMeeting(edit.toRecord(MeetingStatus.COUNTED));
    }
    edit.heldAt = TimePointSec.of(now);
    return new HeldMeeting(edit.toRecord(MeetingStatus.HELD));
  }

  /**
   * Refuses to sign the minutes. Another may then take the signer's place at once; until then he may still sign.
   *
   * @param signer chairman of the meeting or, where the charter asks for both, its secretary
   * @param grounds why, in words
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the meeting with the refusal
   * @throws GovernanceException NOT_A_MINUTES_SIGNER, MINUTES_ALREADY_SIGNED, MINUTES_REFUSED if he refused before,
   *     REFUSAL_WITHOUT_GROUNDS, CHARTER_VERSION_MISMATCH
   */
  public CountedMeeting refuseToSign(Name signer, String grounds, Charter charter, Instant now) {
    requireCharter(row, charter);
    requireSigner(signer, charter);
    if (row.signing().hasRefused(signer)) {
      throw new GovernanceException(Reason.MINUTES_REFUSED, "account", signer);
    }
    if (grounds.isBlank()) {
      throw new GovernanceException(Reason.REFUSAL_WITHOUT_GROUNDS, "account", signer);
    }
    MeetingEdit edit = new MeetingEdit(row);
    edit.signing = row.signing().refused(new MinutesRefusal(signer, grounds, TimePointSec.of(now)));
    return new CountedMeeting(edit.toRecord(MeetingStatus.COUNTED));
  }

  /**
   * First moment at which another may take the place of a signer who has neither signed nor refused (MIN-03).
   *
   * @param charter the charter of the draft
   * @return the days of the charter after the votes were counted, or after the signer took the place of another
   * @throws GovernanceException CHARTER_VERSION_MISMATCH
   */
  public Instant signaturesDue(Charter charter) {
    requireCharter(row, charter);
    return new MinutesSubstitution(row, charter).due();
  }

  /**
   * Puts the next whom the same ballot elected in the place of a signer who refused or let his time pass; he has the same time,
   * and everybody signs the minutes that name him. Where the ballot elected nobody else, or the charter wants it so, it is
   * reported to the Revision commission instead, which may demand another meeting (AUDIT-12); a late signature still counts.
   *
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the meeting with another signer, or reported; never signed
   * @throws GovernanceException SUBSTITUTE_NOT_DUE, MINUTES_ESCALATED if it was reported before, CHARTER_VERSION_MISMATCH
   */
  public CountedMeeting passOn(Charter charter, Instant now) {
    requireCharter(row, charter);
    return new MinutesSubstitution(row, charter).passOn(now);
  }

  private void requireSigner(Name signer, Charter charter) {
    List<Name> signers = MinutesSigners.of(row, charter);
    if (!signers.contains(signer)) {
      throw new GovernanceException(
          Reason.NOT_A_MINUTES_SIGNER, "account", signer, "signers", signers);
    }
    if (!missingSigners(charter).contains(signer)) {
      throw new GovernanceException(Reason.MINUTES_ALREADY_SIGNED, "account", signer);
    }
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.counted(this);
  }
}
