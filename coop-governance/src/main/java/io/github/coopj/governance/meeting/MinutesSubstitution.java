package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MinutesPolicy;
import java.time.Instant;
import java.util.Optional;

/** Who takes the place of a signer of the minutes who refused or let his time pass (MIN-03). */
final class MinutesSubstitution {
  private final GeneralMeetingRecord row;
  private final Charter charter;

  MinutesSubstitution(GeneralMeetingRecord row, Charter charter) {
    this.row = row;
    this.charter = charter;
  }

  /** First moment at which the signatures are overdue. */
  Instant due() {
    return row.signing()
        .since()
        .toInstant()
        .atZone(charter.zone())
        .plusDays(charter.minutes().signDays())
        .toInstant();
  }

  CountedMeeting passOn(Instant now) {
    if (row.signing().isEscalated()) {
      throw new GovernanceException(Reason.MINUTES_ESCALATED, "meeting", row.id());
    }
    Name late = late(now)
        .orElseThrow(() -> new GovernanceException(
            Reason.SUBSTITUTE_NOT_DUE, "meeting", row.id(), "dueAt", TimePointSec.of(due())));
    boolean chairs = late.equals(row.chair());
    Optional<Name> next =
        substitute(chairs ? ItemType.MEETING_CHAIR : ItemType.MEETING_SECRETARY, late);
    TimePointSec at = TimePointSec.of(now);
    MeetingEdit edit = new MeetingEdit(row);
    if (next.isEmpty()) {
      edit.signing = row.signing().escalated(at);
      return new CountedMeeting(edit.toRecord(MeetingStatus.COUNTED));
    }
    if (chairs) {
      edit.chair = next.get();
    } else {
      edit.secretary = next.get();
    }
    edit.signing = row.signing().replaced(late, at);
    edit.minutesHash = Checksum256.ZERO;
    edit.minutesSigners.clear();
    return new CountedMeeting(edit.toRecord(MeetingStatus.COUNTED));
  }

  private Optional<Name> late(Instant now) {
    boolean overdue = !now.isBefore(due());
    return MinutesSigners.missing(row, charter).stream()
        .filter(signer -> overdue || row.signing().hasRefused(signer))
        .findFirst();
  }

  private Optional<Name> substitute(ItemType office, Name late) {
    if (charter.minutes().substitution() == MinutesPolicy.Substitution.AUDIT) {
      return Optional.empty();
    }
    return Officers.elected(row.items(), office).stream()
        .filter(each -> !each.equals(late)
            && !each.equals(row.chair())
            && !each.equals(row.secretary())
            && !row.signing().replaced().contains(each))
        .findFirst();
  }
}
