package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/** The Council has decided; members are being notified. */
public final class ConvenedMeeting extends MeetingState implements GeneralMeeting {
  ConvenedMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * Records that a member was notified in time (NOTICE-01, NOTICE-03, NOTICE-04).
   *
   * @param member account of the member
   * @param onRoll whether the account is on the roll
   * @param alreadyNotified whether a notice to it is recorded for this cycle
   * @param charter the charter of the draft
   * @param now time of the notice
   * @return the meeting with one more notified
   * @throws GovernanceException NOT_ON_ROLL, ALREADY_NOTIFIED, NOTICE_LATE, CHARTER_VERSION_MISMATCH
   */
  public ConvenedMeeting notify(
      Name member, boolean onRoll, boolean alreadyNotified, Charter charter, Instant now) {
    requireCharter(row, charter);
    if (!onRoll) {
      throw new GovernanceException(Reason.NOT_ON_ROLL, "account", member, "meeting", row.id());
    }
    if (alreadyNotified) {
      throw new GovernanceException(
          Reason.ALREADY_NOTIFIED, "account", member, "cycle", row.cycle());
    }
    requireTimelyNotice(row, charter, now);
    MeetingEdit edit = new MeetingEdit(row);
    edit.notified++;
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  /**
   * Opens voting on the appointed day (MEET-17).
   *
   * @param charter the charter of the draft
   * @param now time of the move, from opening until before closing
   * @return the open meeting
   * @throws GovernanceException MEETING_TOO_EARLY, MEETING_TIME_PASSED, MEMBERS_NOT_NOTIFIED if the charter blocks a
   *     meeting with members not notified (NOTICE-06), CHARTER_VERSION_MISMATCH
   */
  public OpenMeeting open(Charter charter, Instant now) {
    requireCharter(row, charter);
    if (now.isBefore(row.opensAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.opensAt());
    }
    if (!now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TIME_PASSED, "now", TimePointSec.of(now), "until", row.closesAt());
    }
    if (charter.notice().blockIfUndelivered() && row.notified() < row.eligible()) {
      throw new GovernanceException(
          Reason.MEMBERS_NOT_NOTIFIED, "notified", row.notified(), "of", row.eligible());
    }
    return new OpenMeeting(new MeetingEdit(row).toRecord(MeetingStatus.OPEN));
  }

  /**
   * Gives up a meeting that was not opened before its closing time.
   *
   * @param now time of the move, not before closing
   * @return the failed meeting
   * @throws GovernanceException MEETING_TOO_EARLY
   */
  public FailedMeeting expire(Instant now) {
    if (now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
    }
    return fail(new MeetingEdit(row), FailureCause.NOT_OPENED);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.convened(this);
  }
}
