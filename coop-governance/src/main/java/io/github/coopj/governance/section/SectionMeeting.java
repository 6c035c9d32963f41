package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.notice.NoticeClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the members of one section (собрание пайщиков кооперативного участка; KU-08, KU-12). It is called by the
 * chairman of the section, or by the Council where there is none yet. Every member has one vote, the chairman as a member
 * too, and nobody has a casting vote (KU-20).
 *
 * <p>{@link CalledMeeting} becomes {@link CompetentMeeting}, or {@link MissedMeeting}, which may be called again with the
 * same agenda (KU-14). States arise through moves or from {@link #restore} only.
 */
public abstract sealed class SectionMeeting permits CalledMeeting, MissedMeeting, CompetentMeeting {
  final SectionMeetingRecord row;

  SectionMeeting(SectionMeetingRecord row) {
    this.row = row;
  }

  /**
   * Calls a meeting by the chairman of the section (KU-17); calling is the notice.
   *
   * @param call what for
   * @param section the section
   * @param mandate mandate of its chairman
   * @param roll members of the section at this moment
   * @param held meetings of sections with quorum that were held before
   * @param charter the charter in force
   * @param now the moment
   * @return the meeting
   * @throws GovernanceException SECTION_CLOSED or OUTSIDE_SECTION if section or mandate are not those of the call,
   *     NOT_IN_BODY if the mandate is over, NO_MEMBERS_ON_ROLL, NOT_ON_ROLL for who presides, NOT_IN_SECTION for a
   *     candidate (KU-15), RUN_OFF_DUE (KU-16), NOTICE_LATE
   */
  public static CalledMeeting call(
      SectionCall call,
      ActiveSection section,
      SectionMandate mandate,
      Roll roll,
      List<CompetentMeeting> held,
      Charter charter,
      Instant now) {
    if (mandate.section() != call.section()) {
      throw new GovernanceException(
          Reason.OUTSIDE_SECTION, "act", SectionAct.CALL_MEETING, "section", mandate.section());
    }
    mandate.requireInOffice(now);
    return call(call, section, roll, held, charter, now);
  }

  /**
   * Calls a meeting by decision of the Council.
   *
   * @param call what for
   * @param section the section
   * @param decision decision CONVENE_MEETING in force on {@link SectionCall#digest}
   * @param roll members of the section at this moment
   * @param held meetings of sections with quorum that were held before
   * @param charter the charter in force
   * @param now the moment, not before the decision
   * @return the meeting
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER, and all of {@link
   *     #call(SectionCall, ActiveSection, SectionMandate, Roll, List, Charter, Instant)} but those of the mandate
   */
  public static CalledMeeting call(
      SectionCall call,
      ActiveSection section,
      DecisionInForce decision,
      Roll roll,
      List<CompetentMeeting> held,
      Charter charter,
      Instant now) {
    decision.requireAbout(QuestionType.CONVENE_MEETING, call.digest());
    Section.requireNotBefore(now, decision.effectiveAt());
    return call(call, section, roll, held, charter, now);
  }

  private static CalledMeeting call(
      SectionCall call,
      ActiveSection section,
      Roll roll,
      List<CompetentMeeting> held,
      Charter charter,
      Instant now) {
    boolean own = call.cooperative().equals(section.snapshot().plan().cooperative());
    if (call.section() != section.id() || !own) {
      throw new GovernanceException(Reason.SECTION_CLOSED, "section", call.section());
    }
    if (roll.size() == 0) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", 0);
    }
    if (!roll.contains(call.chair())) {
      throw new GovernanceException(
          Reason.NOT_ON_ROLL, "account", call.chair(), "meeting", call.id());
    }
    for (Name candidate : call.agenda().candidatesFor(ItemType.SECTION_CHAIR)) {
      if (!roll.contains(candidate)) {
        throw new GovernanceException(
            Reason.NOT_IN_SECTION, "account", candidate, "section", call.section());
      }
    }
    ChairElection.requireRunOff(call, roll, held);
    requireNotice(call.opensAt(), charter, now);
    return new CalledMeeting(new SectionMeetingRecord(
        call,
        charter.version(),
        SectionMeetingStatus.CALLED,
        roll.size(),
        roll.digest(),
        TimePointSec.of(now),
        1,
        call.opensAt(),
        call.closesAt(),
        List.of(),
        List.of()));
  }

  static void requireNotice(TimePointSec opensAt, Charter charter, Instant now) {
    int days = charter.sections().noticeDays();
    Instant opening = opensAt.toInstant();
    if (!NoticeClock.isTimely(now, opening, days, charter.notice().counting(), charter.zone())) {
      throw new GovernanceException(
          Reason.NOTICE_LATE,
          "days",
          NoticeClock.daysBetween(now, opening, charter.zone()),
          "required",
          days,
          "lastDay",
          NoticeClock.lastDay(opening, days, charter.notice().counting(), charter.zone()));
    }
  }

  static void requireCharter(SectionMeetingRecord row, Charter charter) {
    if (charter.version() != row.charterVersion()
        || !charter.account().equals(row.call().cooperative())) {
      throw new GovernanceException(
          Reason.CHARTER_VERSION_MISMATCH,
          "charter",
          charter.account() + "/" + charter.version(),
          "expected",
          row.call().cooperative() + "/" + row.charterVersion());
    }
  }

  /**
   * Restores a stored meeting.
   *
   * @param row what {@link #snapshot} gave
   * @return the meeting in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static SectionMeeting restore(SectionMeetingRecord row) {
    boolean over = row.status() != SectionMeetingStatus.CALLED;
    boolean competent = row.status() == SectionMeetingStatus.COMPETENT;
    boolean ok = row.members() >= 1
        && row.cycles().size() == (over ? row.cycle() : row.cycle() - 1)
        && row.items().size() == (competent ? row.call().agenda().items().size() : 0);
    for (int i = 0; i < row.cycles().size(); i++) {
      SectionCycle cycle = row.cycles().get(i);
      ok &= cycle.cycle() == i + 1
          && cycle.present() <= row.members()
          && cycle.isMet() == (competent && cycle.cycle() == row.cycle());
    }
    if (!ok) {
      throw new InvalidValueException(
          "the record of meeting " + row.call().id() + " of a section contradicts itself");
    }
    return switch (row.status()) {
      case CALLED -> new CalledMeeting(row);
      case MISSED -> new MissedMeeting(row);
      case COMPETENT -> new CompetentMeeting(row);
    };
  }

  /**
   * The meeting as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SectionMeetingRecord snapshot() {
    return row;
  }

  /**
   * Number of the meeting.
   *
   * @return 1 or more
   */
  public long id() {
    return row.call().id();
  }

  /**
   * Number of the section.
   *
   * @return 1 or more
   */
  public long section() {
    return row.call().section();
  }

  /**
   * What an item asks, wherever it stands on an agenda: the same question has the same matter in every section and at the
   * meeting of representatives (KU-08, DMEET-08).
   *
   * @param item an item of any agenda
   * @return digest over everything but its number
   */
  public static Checksum256 matter(AgendaItem item) {
    AgendaItem first = new AgendaItem(
        1,
        item.type(),
        item.title(),
        item.draftDecision(),
        item.candidates(),
        item.seats(),
        item.subject());
    return new Agenda(1, List.of(first)).digest();
  }

  /**
   * This meeting, if votes are expected.
   *
   * @return the meeting
   * @throws GovernanceException WRONG_STATE
   */
  public CalledMeeting requireCalled() {
    return require(CalledMeeting.class, SectionMeetingStatus.CALLED);
  }

  /**
   * This meeting, if it had no quorum.
   *
   * @return the meeting
   * @throws GovernanceException WRONG_STATE
   */
  public MissedMeeting requireMissed() {
    return require(MissedMeeting.class, SectionMeetingStatus.MISSED);
  }

  /**
   * This meeting, if it had a quorum.
   *
   * @return the meeting
   * @throws GovernanceException WRONG_STATE
   */
  public CompetentMeeting requireCompetent() {
    return require(CompetentMeeting.class, SectionMeetingStatus.COMPETENT);
  }

  /**
   * This meeting, for who asks many.
   *
   * @return the meeting if it had a quorum
   */
  public Optional<CompetentMeeting> ifCompetent() {
    return this instanceof CompetentMeeting met ? Optional.of(met) : Optional.empty();
  }

  /**
   * Until when members of the section stay in it: while votes are expected, nobody comes or goes (KU-23).
   *
   * @return the meeting and its closing, empty once it is counted
   */
  public Optional<OpenAssembly> openUntil() {
    return this instanceof CalledMeeting
        ? Optional.of(new OpenAssembly(id(), section(), row.closesAt()))
        : Optional.empty();
  }

  private <S extends SectionMeeting> S require(Class<S> state, SectionMeetingStatus needed) {
    return States.require(this, state, "section meeting " + id(), row.status(), needed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SectionMeeting meeting && row.equals(meeting.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
