package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;

/** Votes are counted; nothing binds before the minutes are signed (MEET-23). */
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
    if (!MinutesSigners.of(row, charter).contains(signer)) {
      throw new GovernanceException(
          Reason.NOT_A_MINUTES_SIGNER,
          "account",
          signer,
          "signers",
          MinutesSigners.of(row, charter));
    }
    if (!missingSigners(charter).contains(signer)) {
      throw new GovernanceException(Reason.MINUTES_ALREADY_SIGNED, "account", signer);
    }
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

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.counted(this);
  }
}
