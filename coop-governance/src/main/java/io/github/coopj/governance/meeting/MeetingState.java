package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.NoticeClock;
import io.github.coopj.governance.notice.NoticeProof;
import io.github.coopj.governance.notice.NoticeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all states of a meeting share: the row, equality by it, and the checks that several moves make. */
abstract class MeetingState {
  final GeneralMeetingRecord row;

  MeetingState(GeneralMeetingRecord row) {
    this.row = row;
  }

  /**
   * The meeting as stored.
   *
   * @return the row
   */
  public GeneralMeetingRecord snapshot() {
    return row;
  }

  /**
   * What the running cycle is convened by.
   *
   * @return the document whose digest the Council decides on, or a demander signs
   */
  public Convocation convocation() {
    return Convocation.of(row, row.cycle(), row.opensAt(), row.closesAt());
  }

  /** What members are told: everything the convocation says. */
  static Checksum256 message(GeneralMeetingRecord row) {
    return DocumentDigest.of(
        DocumentType.NOTICE, Convocation.of(row, row.cycle(), row.opensAt(), row.closesAt()));
  }

  /**
   * Who was told and who was not (NOTICE-06).
   *
   * @param roll members on the roll in its order
   * @param proofs finds the proof stored for a member
   * @param charter the charter of the draft
   * @return the report
   */
  public ConveningReport conveningReport(
      List<Name> roll, Function<Name, Optional<NoticeRecord>> proofs, Charter charter) {
    requireCharter(row, charter);
    return ConveningReport.of(
        row.id(),
        row.cycle(),
        row.opensAt(),
        noticeDays(row, charter),
        roll,
        member -> proofs.apply(member).filter(this::isOfThisNotice).map(NoticeProof::restore),
        charter);
  }

  final boolean isOfThisNotice(NoticeRecord stored) {
    return stored.meeting() == row.id()
        && stored.cycle() == row.cycle()
        && stored.message().equals(row.notice().message());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeetingState that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + row.cooperative() + "#" + row.id() + ", cycle "
        + row.cycle() + ", " + row.present() + " of " + row.eligible() + "]";
  }

  static <S extends GeneralMeeting> S require(
      GeneralMeeting meeting, Class<S> state, MeetingStatus needed) {
    return States.require(
        meeting, state, "meeting " + meeting.id(), meeting.snapshot().status(), needed);
  }

  /** Refuses a meeting whose last cycle has ended without a quorum. */
  static void requireQuorum(GeneralMeetingRecord row) {
    if (row.cycles().size() == row.cycle() && !row.cycles().get(row.cycle() - 1).isMet()) {
      CycleRecord missed = row.cycles().get(row.cycle() - 1);
      throw new GovernanceException(
          Reason.NO_QUORUM,
          "present",
          missed.present(),
          "required",
          missed.required(),
          "of",
          row.eligible(),
          "cycle",
          missed.cycle(),
          "rule",
          QuorumRule.ruleOf(missed.cycle()));
    }
  }

  static void requireCharter(GeneralMeetingRecord row, Charter charter) {
    if (!charter.account().equals(row.cooperative()) || charter.version() != row.charterVersion()) {
      throw new GovernanceException(
          Reason.CHARTER_VERSION_MISMATCH,
          "charter",
          charter.account() + "#" + charter.version(),
          "expected",
          row.cooperative() + "#" + row.charterVersion());
    }
  }

  static void requireTimes(TimePointSec opensAt, TimePointSec closesAt, Instant now) {
    if (!opensAt.toInstant().isAfter(now) || closesAt.seconds() <= opensAt.seconds()) {
      throw new GovernanceException(
          Reason.MEETING_TIMES_INVALID,
          "now",
          TimePointSec.of(now),
          "opensAt",
          opensAt,
          "closesAt",
          closesAt);
    }
  }

  static void requireOnRoll(GeneralMeetingRecord row, Name account, RollLookup roll) {
    if (!roll.contains(account)) {
      throw new GovernanceException(Reason.NOT_ON_ROLL, "account", account, "meeting", row.id());
    }
  }

  /** Who presides and writes, and whoever stands for that, is on the roll (MEET-25). */
  static void requireOfficersOnRoll(GeneralMeetingRecord row, RollLookup roll) {
    requireOnRoll(row, row.chair(), roll);
    requireOnRoll(row, row.secretary(), roll);
    for (ItemRecord item : row.items()) {
      if (item.type() == ItemType.MEETING_CHAIR || item.type() == ItemType.MEETING_SECRETARY) {
        requireOnRoll(row, item.candidates().get(0), roll);
      }
    }
  }

  static int noticeDays(GeneralMeetingRecord row, Charter charter) {
    List<Integer> news = row.notice().news();
    List<ItemType> types = row.items().stream()
        .filter(item -> news.isEmpty() || news.contains(item.number()))
        .map(ItemRecord::type)
        .toList();
    return row.cycle() > 1
        ? NoticeClock.requiredDaysOfRepeat(
            types, charter.notice(), charter.meeting().repeatNoticeDays())
        : NoticeClock.requiredDays(types, charter.notice());
  }

  static void requireTimelyNotice(GeneralMeetingRecord row, Charter charter, Instant now) {
    int days = noticeDays(row, charter);
    Instant opensAt = row.opensAt().toInstant();
    if (!NoticeClock.isTimely(now, opensAt, days, charter.notice().counting(), charter.zone())) {
      throw new GovernanceException(
          Reason.NOTICE_LATE,
          "days",
          NoticeClock.daysBetween(now, opensAt, charter.zone()),
          "required",
          days,
          "lastDay",
          NoticeClock.lastDay(opensAt, days, charter.notice().counting(), charter.zone()));
    }
  }

  static FailedMeeting fail(MeetingEdit edit, FailureCause cause) {
    edit.failure = cause;
    return new FailedMeeting(edit.toRecord(MeetingStatus.FAILED));
  }
}
