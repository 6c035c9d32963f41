package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
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

/**
 * A general meeting (общее собрание), from draft to decisions in force:
 *
 * <pre>
 * Draft -convene-> Convened -open-> Open -close-> Counted -sign-> Held
 *                     ^  |                  |
 *                     |  +-expire-> Failed  +---> Failed
 *                     +-reconvene- QuorumMissed &lt;-+
 * </pre>
 *
 * <p>A state has only the moves that it allows and arises only through them, or from a stored row by {@link #restore}. A
 * move answers with the next state and leaves this one as it is; a refused move throws {@link GovernanceException} and
 * changes nothing. The charter given to a move must be the version that the meeting was drafted under.
 *
 * <p>What there is one of per member is not kept here. The caller tells the state what its tables say about one member:
 * on the roll, already notified, already voted. So a ballot costs one look-up, whatever the number of members.
 */
public sealed interface GeneralMeeting
    permits DraftMeeting,
        ConvenedMeeting,
        OpenMeeting,
        QuorumMissed,
        CountedMeeting,
        HeldMeeting,
        FailedMeeting {
  /**
   * The meeting as stored.
   *
   * @return the row; {@link #restore} of it equals this state
   */
  GeneralMeetingRecord snapshot();

  /**
   * Number of the meeting, across all cooperatives.
   *
   * @return 1 or more
   */
  default long id() {
    return snapshot().id();
  }

  /**
   * This meeting, if it is a draft.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default DraftMeeting requireDraft() {
    return MeetingState.require(this, DraftMeeting.class, MeetingStatus.DRAFT);
  }

  /**
   * This meeting, if it is convened.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default ConvenedMeeting requireConvened() {
    return MeetingState.require(this, ConvenedMeeting.class, MeetingStatus.CONVENED);
  }

  /**
   * This meeting, if it is open.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default OpenMeeting requireOpen() {
    return MeetingState.require(this, OpenMeeting.class, MeetingStatus.OPEN);
  }

  /**
   * This meeting, if it is without quorum.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default QuorumMissed requireQuorumMissed() {
    return MeetingState.require(this, QuorumMissed.class, MeetingStatus.QUORUM_MISSED);
  }

  /**
   * This meeting, if it is counted.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default CountedMeeting requireCounted() {
    return MeetingState.require(this, CountedMeeting.class, MeetingStatus.COUNTED);
  }

  /**
   * This meeting, if it is held.
   *
   * @return the state
   * @throws GovernanceException WRONG_STATE
   */
  default HeldMeeting requireHeld() {
    return MeetingState.require(this, HeldMeeting.class, MeetingStatus.HELD);
  }

  /**
   * Answers with one of the cases, whichever this state is.
   *
   * @param cases one function per state
   * @param <R> type of the answer
   * @return what the function of this state answers
   */
  <R> R match(Cases<R> cases);

  /**
   * One function per state.
   *
   * @param <R> type of the answer
   */
  interface Cases<R> {
    /**
     * For a draft.
     *
     * @param meeting the state
     * @return the answer
     */
    R draft(DraftMeeting meeting);

    /**
     * For a convened meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R convened(ConvenedMeeting meeting);

    /**
     * For an open meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R open(OpenMeeting meeting);

    /**
     * For a meeting without quorum.
     *
     * @param meeting the state
     * @return the answer
     */
    R quorumMissed(QuorumMissed meeting);

    /**
     * For a counted meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R counted(CountedMeeting meeting);

    /**
     * For a held meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R held(HeldMeeting meeting);

    /**
     * For a failed meeting.
     *
     * @param meeting the state
     * @return the answer
     */
    R failed(FailedMeeting meeting);
  }

  /**
   * Drafts a meeting of members.
   *
   * @param id number of the meeting across all cooperatives, 1 or more
   * @param kind annual or extraordinary
   * @param agenda version 1 or later of the agenda
   * @param chairCandidate who presides until a chairman is elected; a candidate of the agenda if it elects one
   * @param secretaryCandidate who keeps the minutes until a secretary is elected; a candidate of the agenda if it elects
   *     one; not the chairman, unless the cooperative has one member
   * @param opensAt when voting opens, after {@code now}
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter charter in force
   * @param now time of the move
   * @return the draft
   * @throws GovernanceException MEETING_TIMES_INVALID, AGENDA_ITEM_MISSING, MEETING_OUTSIDE_ANNUAL_WINDOW,
   *     CANDIDATE_NOT_ON_AGENDA, NOTICE_LATE if notices could no longer be timely, CYCLE_BELOW_LEGAL_FLOOR
   */
  static DraftMeeting draft(
      long id,
      MeetingKind kind,
      Agenda agenda,
      Name chairCandidate,
      Name secretaryCandidate,
      Instant opensAt,
      Instant closesAt,
      Charter charter,
      Instant now) {
    return draft(
        id,
        MeetingBody.MEMBERS,
        kind,
        agenda,
        chairCandidate,
        secretaryCandidate,
        opensAt,
        closesAt,
        charter,
        now);
  }

  /**
   * Drafts a meeting of members or of authorised representatives.
   *
   * @param id number of the meeting across all cooperatives, 1 or more
   * @param body whose meeting it is
   * @param kind annual or extraordinary
   * @param agenda version 1 or later of the agenda
   * @param chairCandidate who presides until a chairman is elected
   * @param secretaryCandidate who keeps the minutes until a secretary is elected
   * @param opensAt when voting opens, after {@code now}
   * @param closesAt when voting closes, after {@code opensAt}
   * @param charter charter in force
   * @param now time of the move
   * @return the draft
   * @throws GovernanceException as for a meeting of members
   */
  static DraftMeeting draft(
      long id,
      MeetingBody body,
      MeetingKind kind,
      Agenda agenda,
      Name chairCandidate,
      Name secretaryCandidate,
      Instant opensAt,
      Instant closesAt,
      Charter charter,
      Instant now) {
    MeetingEdit edit = new MeetingEdit();
    edit.id = id;
    edit.cooperative = charter.account();
    edit.body = body;
    edit.kind = kind;
    edit.charterVersion = charter.version();
    edit.agendaVersion = agenda.version();
    edit.agendaHash = agenda.digest();
    edit.items = agenda.items().stream().map(ItemRecord::fresh).toList();
    edit.chair = chairCandidate;
    edit.secretary = secretaryCandidate;
    edit.opensAt = TimePointSec.of(opensAt);
    edit.closesAt = TimePointSec.of(closesAt);
    agenda.requireMandatoryItems(kind, charter.annual());
    MeetingState.requireCandidate(agenda, ItemType.MEETING_CHAIR, chairCandidate);
    MeetingState.requireCandidate(agenda, ItemType.MEETING_SECRETARY, secretaryCandidate);
    MeetingState.requireTimes(edit.opensAt, edit.closesAt, now);
    if (kind == MeetingKind.ANNUAL) {
      LocalDate date = LocalDate.ofInstant(edit.opensAt.toInstant(), charter.zone());
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
    QuorumRule.requireAllowed(1, charter.meeting());
    GeneralMeetingRecord row = edit.toRecord(MeetingStatus.DRAFT);
    MeetingState.requireTimelyNotice(row, charter, now);
    return new DraftMeeting(row);
  }

  /**
   * The state of a stored row.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the state
   * @throws InvalidValueException if the parts contradict each other
   */
  static GeneralMeeting restore(GeneralMeetingRecord row) {
    MeetingCheck.requireConsistent(row);
    return switch (row.status()) {
      case DRAFT -> new DraftMeeting(row);
      case CONVENED -> new ConvenedMeeting(row);
      case OPEN -> new OpenMeeting(row);
      case QUORUM_MISSED -> new QuorumMissed(row);
      case COUNTED -> new CountedMeeting(row);
      case HELD -> new HeldMeeting(row);
      case FAILED -> new FailedMeeting(row);
    };
  }
}
