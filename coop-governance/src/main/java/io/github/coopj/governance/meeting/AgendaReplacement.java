package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaDiff;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.notice.NoticeClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the next version of an agenda into a convened meeting (AGENDA-16, AGENDA-18). A moved meeting is notified anew as a
 * whole, and so is one of which somebody has not been told yet; otherwise added and amended items are notified anew while there
 * is time for it; what comes later is noted as late where the
 * charter lets late items be decided by the whole roll, and refused elsewhere.
 */
final class AgendaReplacement {
  private final GeneralMeetingRecord row;
  private final AgendaAmendment amendment;
  private final Charter charter;
  private final Instant now;

  AgendaReplacement(
      GeneralMeetingRecord row, AgendaAmendment amendment, Charter charter, Instant now) {
    this.row = row;
    this.amendment = amendment;
    this.charter = charter;
    this.now = now;
  }

  ConvenedMeeting apply() {
    requireOpenToChanges();
    Agenda next = amendment.next();
    Officers officers = Officers.impartial(row, next);
    MeetingPlan.requireCandidate(next, officers.chair(), officers.secretary());
    MeetingPlan.requireImpartial(next, officers.chair());
    MeetingEdit edit = new MeetingEdit(row);
    edit.chair = officers.chair();
    edit.secretary = officers.secretary();
    edit.agendaVersion = next.version();
    edit.agendaHash = next.digest();
    edit.items = ItemRecord.fresh(next);
    if (amendment.isMoved()) {
      move(edit);
    } else {
      edit.notice = new NoticeState(
          row.notice().message(), moved(row.notice().news()), moved(row.notice().late()), false);
      if (amendment.addsItems()) {
        announce(edit);
      }
    }
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  /** Another agenda in a repeat cycle is another meeting (MEET-22). */
  private void requireOpenToChanges() {
    TimePointSec since =
        row.cycles().isEmpty() ? row.opensAt() : row.cycles().get(0).opensAt();
    if (!now.isBefore(since.toInstant())) {
      throw new GovernanceException(Reason.AGENDA_CLOSED, "since", since);
    }
  }

  private void move(MeetingEdit edit) {
    edit.opensAt = amendment.content().opensAt();
    edit.closesAt = amendment.content().closesAt();
    MeetingState.requireTimes(edit.opensAt, edit.closesAt, now);
    MeetingPlan.requireInsideWindow(row.kind(), edit.opensAt, charter);
    edit.notified = 0;
    edit.notice = NoticeState.NONE;
    GeneralMeetingRecord next = edit.toRecord(MeetingStatus.CONVENED);
    MeetingState.requireTimelyNotice(next, charter, now);
    edit.notice = NoticeState.ofWhole(MeetingState.message(next));
  }

  private void announce(MeetingEdit edit) {
    List<Integer> news =
        amendment.diff().news().stream().map(AgendaItem::number).toList();
    NoticeState before = edit.notice;
    boolean told = row.notified() == row.eligible();
    List<Integer> both = sorted(Stream.concat(before.news().stream(), news.stream()));
    edit.notice = new NoticeState(before.message(), told ? both : List.of(), before.late(), false);
    GeneralMeetingRecord next = edit.toRecord(MeetingStatus.CONVENED);
    if (isTimely(next)) {
      edit.notified = 0;
      edit.notice =
          new NoticeState(MeetingState.message(next), edit.notice.news(), before.late(), false);
      return;
    }
    if (!charter.agenda().lateItemIfAllPresent()) {
      MeetingState.requireTimelyNotice(next, charter, now);
    }
    edit.notice = new NoticeState(
        before.message(),
        before.news(),
        sorted(Stream.concat(before.late().stream(), news.stream())),
        false);
  }

  private boolean isTimely(GeneralMeetingRecord next) {
    return NoticeClock.isTimely(
        now,
        next.opensAt().toInstant(),
        MeetingState.noticeDays(next, charter),
        charter.notice().counting(),
        charter.zone());
  }

  /** Numbers of the next version for items of the last one that are still there. */
  private List<Integer> moved(List<Integer> numbers) {
    return sorted(numbers.stream()
        .flatMap(number -> amendment.diff().lines().stream()
            .filter(line -> line.kind() == AgendaDiff.Kind.KEPT
                && line.before().map(AgendaItem::number).equals(Optional.of(number)))
            .flatMap(line -> line.after().stream())
            .map(AgendaItem::number)));
  }

  private static List<Integer> sorted(Stream<Integer> numbers) {
    return numbers.distinct().sorted().toList();
  }
}
