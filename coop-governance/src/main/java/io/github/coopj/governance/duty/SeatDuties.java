package io.github.coopj.governance.duty;

import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.meeting.SeatElection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Bodies that are not there in the strength they need, and seats that an election did not fill. */
final class SeatDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    int needed = record.charters().inForce(now).council().minSize();
    List<Mandate> council = record.council().members();
    if (council.stream().filter(mandate -> mandate.isInForce(now)).count() < needed) {
      owed.accept(Duty.open(DutyKind.ELECT_COUNCIL, "Council", shortSince(council, needed, now)));
    }
    audit(record, now, owed);
    seats(record, owed);
  }

  /** Moment from which fewer than so many of the mandates are in force. */
  private static Instant shortSince(List<Mandate> mandates, int needed, Instant now) {
    List<Instant> ends = new ArrayList<>();
    for (Mandate mandate : mandates) {
      ends.add(mandate.until().toInstant());
    }
    ends.sort(Comparator.reverseOrder());
    if (ends.size() >= needed) {
      return ends.get(needed - 1);
    }
    return mandates.stream()
        .map(mandate -> mandate.from().toInstant())
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  private static void audit(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    AuditCommission commission = record.audit().orElse(null);
    if (commission != null && !commission.isComplete(now)) {
      int needed = commission.members().size() == 1 ? 1 : 3;
      owed.accept(Duty.open(
          DutyKind.APPOINT_AUDIT,
          "Revision commission",
          shortSince(commission.members(), needed, now)));
    }
  }

  /** Of each kind of election the last one held counts: a later one was for the seats left over. */
  private static void seats(CooperativeRecord record, Consumer<Duty> owed) {
    Map<ItemType, GeneralMeetingRecord> last = new EnumMap<>(ItemType.class);
    for (GeneralMeetingRecord meeting : record.meetings()) {
      if (meeting.status() == MeetingStatus.HELD) {
        for (ItemRecord item : meeting.items()) {
          if (item.seats() > 0) {
            last.merge(item.type(), meeting, SeatDuties::later);
          }
        }
      }
    }
    last.forEach((type, meeting) -> {
      SeatElection election = SeatElection.of(meeting.items(), type);
      int open = election.vacant() + election.runOffSeats();
      if (open > 0) {
        owed.accept(Duty.open(
            DutyKind.FILL_SEATS,
            type + " of meeting " + meeting.id() + ": " + open,
            meeting.heldAt().toInstant()));
      }
    });
  }

  private static GeneralMeetingRecord later(GeneralMeetingRecord one, GeneralMeetingRecord other) {
    return one.heldAt().compareTo(other.heldAt()) >= 0 ? one : other;
  }
}
