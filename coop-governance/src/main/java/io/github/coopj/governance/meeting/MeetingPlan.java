package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is planned for a meeting apart from its agenda: whose it is, who presides and writes, and when it is held.
 *
 * @param body whose meeting it is
 * @param kind annual or extraordinary
 * @param chair who presides until a chairman is elected; a candidate of the agenda if it elects one
 * @param secretary who keeps the minutes until a secretary is elected; a candidate of the agenda if it elects one; not the
 *     chairman, unless the cooperative has one member
 * @param agendaClosesAt first second in which reactions to the agenda and changes of it are no longer taken (AGENDA-14), not
 *     after {@code opensAt}
 * @param opensAt when voting opens
 * @param closesAt when voting closes, after {@code opensAt}
 */
public record MeetingPlan(
    MeetingBody body,
    MeetingKind kind,
    Name chair,
    Name secretary,
    TimePointSec agendaClosesAt,
    TimePointSec opensAt,
    TimePointSec closesAt) {
  /**
   * A plan in which the agenda can be discussed until the opening, too late for changing it.
   *
   * @param body whose meeting it is
   * @param kind annual or extraordinary
   * @param chair who presides until a chairman is elected
   * @param secretary who keeps the minutes until a secretary is elected
   * @param opensAt when voting opens
   * @param closesAt when voting closes, after {@code opensAt}
   */
  public MeetingPlan(
      MeetingBody body,
      MeetingKind kind,
      Name chair,
      Name secretary,
      TimePointSec opensAt,
      TimePointSec closesAt) {
    this(body, kind, chair, secretary, opensAt, opensAt, closesAt);
  }

  /**
   * Drafts the meeting.
   *
   * @param id number of the meeting across all cooperatives, 1 or more
   * @param agenda version 1 or later of the agenda
   * @param charter charter in force
   * @param now time of the move, before the opening
   * @return the draft
   * @throws GovernanceException MEETING_TIMES_INVALID, AGENDA_ITEM_MISSING, MEETING_OUTSIDE_ANNUAL_WINDOW,
   *     CANDIDATE_NOT_ON_AGENDA, PRESIDES_ON_HIMSELF, NOTICE_LATE if notices could no longer be timely, CYCLE_BELOW_LEGAL_FLOOR
   */
  public DraftMeeting draft(long id, Agenda agenda, Charter charter, Instant now) {
    agenda.requireMandatoryItems(kind, charter.annual());
    requireCandidate(agenda, chair, secretary);
    requireImpartial(agenda, chair);
    MeetingState.requireTimes(opensAt, closesAt, now);
    MeetingState.requireTimes(agendaClosesAt, closesAt, now);
    if (agendaClosesAt.compareTo(opensAt) > 0) {
      throw new GovernanceException(
          Reason.MEETING_TIMES_INVALID,
          "now",
          TimePointSec.of(now),
          "opensAt",
          agendaClosesAt,
          "closesAt",
          opensAt);
    }
    requireInsideWindow(kind, opensAt, charter);
    QuorumRule.requireAllowed(1, charter.meeting());
    MeetingEdit edit = new MeetingEdit();
    edit.id = id;
    edit.cooperative = charter.account();
    edit.body = body;
    edit.kind = kind;
    edit.charterVersion = charter.version();
    edit.agendaVersion = agenda.version();
    edit.agendaHash = agenda.digest();
    edit.items = ItemRecord.fresh(agenda);
    edit.chair = chair;
    edit.secretary = secretary;
    edit.agendaClosesAt = agendaClosesAt;
    edit.opensAt = opensAt;
    edit.closesAt = closesAt;
    GeneralMeetingRecord row = edit.toRecord(MeetingStatus.DRAFT);
    MeetingState.requireTimelyNotice(row, charter, now);
    return new DraftMeeting(row);
  }

  static void requireInsideWindow(MeetingKind kind, TimePointSec opensAt, Charter charter) {
    if (kind != MeetingKind.ANNUAL) {
      return;
    }
    LocalDate date = LocalDate.ofInstant(opensAt.toInstant(), charter.zone());
    AnnualWindow window = AnnualWindow.near(date, charter.financialYearEnd(), charter.annual());
    if (!window.contains(date)) {
      throw new GovernanceException(
          Reason.MEETING_OUTSIDE_ANNUAL_WINDOW,
          "date",
          date,
          "from",
          window.from(),
          "until",
          window.until());
    }
  }

  static void requireCandidate(Agenda agenda, Name chair, Name secretary) {
    requireCandidate(agenda, ItemType.MEETING_CHAIR, chair);
    requireCandidate(agenda, ItemType.MEETING_SECRETARY, secretary);
  }

  /** Whom a measure is about votes as a member and does not preside, nor stand for it (MEET-27). */
  static void requireImpartial(Agenda agenda, Name chair) {
    List<Name> candidates = agenda.candidatesFor(ItemType.MEETING_CHAIR);
    for (Name questioned : agenda.underQuestion()) {
      if (questioned.equals(chair) || candidates.contains(questioned)) {
        throw new GovernanceException(Reason.PRESIDES_ON_HIMSELF, "account", questioned);
      }
    }
  }

  private static void requireCandidate(Agenda agenda, ItemType type, Name designated) {
    List<Name> candidates = agenda.candidatesFor(type);
    if (designated.isEmpty() || (!candidates.isEmpty() && !candidates.contains(designated))) {
      throw new GovernanceException(
          Reason.CANDIDATE_NOT_ON_AGENDA, "account", designated, "item", type);
    }
  }
}
