package io.github.coopj.governance.duty;

import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
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
    council(record, now, owed);
    audit(record, now, owed);
    seats(record, owed);
  }

  /** Of the Council nobody is left over for a seat that fell vacant before its time, nor below the least size. */
  private static void council(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    List<Mandate> council = record.council().members();
    int needed = Math.max(record.charters().inForce(now).council().minSize(), strength(council));
    long present = council.stream().filter(mandate -> mandate.isInForce(now)).count();
    if (present < needed) {
      owed.accept(Duty.open(DutyKind.ELECT_COUNCIL, "Council", shortSince(council, needed, now)));
    }
    boolean headed = Council.restore(record.council()).chairman(now).isPresent();
    if (present > 0 && !headed) {
      owed.accept(
          Duty.open(DutyKind.ELECT_CHAIRMAN, "Chairman of the Council", headless(record, now)));
    }
  }

  /** How many mandates were in force together when most were. */
  private static int strength(List<Mandate> mandates) {
    return mandates.stream()
        .mapToInt(one -> (int) mandates.stream()
            .filter(other -> other.isInForce(one.from().toInstant()))
            .count())
        .max()
        .orElse(0);
  }

  /** Since when the Council has no Chairman: his mandate ended, or a meeting recalled him. */
  private static Instant headless(CooperativeRecord record, Instant now) {
    List<Instant> ends = new ArrayList<>();
    for (Mandate mandate : record.council().members()) {
      if (mandate.office() == Office.CHAIRMAN) {
        ends.add(mandate.until().toInstant());
      }
    }
    for (GeneralMeetingRecord meeting : record.meetings()) {
      if (meeting.status() == MeetingStatus.HELD
          && meeting.items().stream().anyMatch(item -> item.type() == ItemType.RE_ELECT)) {
        ends.add(meeting.heldAt().toInstant());
      }
    }
    return ends.stream()
        .filter(end -> !end.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(now);
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

  /** What the next general meeting has to hear of a commission that lacks members (AUDIT-01, AUDIT-04). */
  private static void audit(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    record
        .audit()
        .flatMap(commission -> commission.vacancy(record.charters().inForce(now).account(), now))
        .ifPresent(vacancy -> owed.accept(Duty.open(
            DutyKind.APPOINT_AUDIT,
            vacancy.item() + ": " + vacancy.standing() + ", in office " + vacancy.inOffice(),
            vacancy.since().toInstant())));
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
      SeatElection election = SeatElection.of(
          meeting.items(),
          type,
          record.charters().version(meeting.charterVersion()).meeting().electionTie());
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
