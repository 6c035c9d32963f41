package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.CommittingCeremony;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretElection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    return open(Optional.empty(), charter, now);
  }

  /**
   * Opens voting on the appointed day (MEET-17). Where items are voted on in secret their key must be there (MEET-13).
   *
   * @param ceremony the ceremony that made the key; not needed without secret items
   * @param charter the charter of the draft
   * @param now time of the move, from opening until before closing
   * @return the open meeting
   * @throws GovernanceException SECRET_KEYS_MISSING and as for a meeting without secret items
   */
  public OpenMeeting open(Optional<ReadyCeremony> ceremony, Charter charter, Instant now) {
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
    MeetingEdit edit = new MeetingEdit(row);
    edit.secret = election(ceremony, charter)
        .map(election -> new SecretCount(election.digest(), List.of(), List.of()))
        .orElse(SecretCount.NONE);
    return new OpenMeeting(edit.toRecord(MeetingStatus.OPEN));
  }

  /**
   * What the secret ballots of this cycle are about: its agenda, its roll, its secret items and the key made for the meeting
   * (MEET-03, MEET-13).
   *
   * @param ceremony the ceremony that made the key
   * @param charter the charter of the draft
   * @return the election, empty without secret items
   * @throws GovernanceException SECRET_KEYS_MISSING without a ceremony of this meeting, CHARTER_VERSION_MISMATCH
   */
  public Optional<SecretElection> election(Optional<ReadyCeremony> ceremony, Charter charter) {
    requireCharter(row, charter);
    return SecretItems.election(row, ceremony, charter.meeting());
  }

  /**
   * Begins the ceremony in which trustees (хранители ключа) make the key of the secret ballots of this meeting. The Council
   * names them by a decision over the digest of the plan; they are on the roll, stand for no office in this meeting, and one at
   * least is outside the Council.
   *
   * @param plan who makes the key, and until when; over before the meeting opens
   * @param previous the ceremony before, if there was one; it is void
   * @param decision decision OTHER of the Council over the digest of the plan
   * @param roll the roll of this meeting
   * @param council the Council
   * @param charter the charter of the draft
   * @param now time of the move
   * @return a ceremony without a commitment
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER, SECRET_PLAN_OTHER_MEETING,
   *     SECRET_ATTEMPT, TRUSTEES_TOO_FEW, SECRET_CEREMONY_OVER, WRONG_STATE unless the ceremony before is void,
   *     SECRET_NEEDS_MEMBERS, NOT_ON_ROLL, TRUSTEE_IS_CANDIDATE, TRUSTEES_ALL_IN_COUNCIL, CHARTER_VERSION_MISMATCH
   */
  public CommittingCeremony beginCeremony(
      CeremonyPlan plan,
      Optional<KeyCeremony> previous,
      DecisionInForce decision,
      RollLookup roll,
      Council council,
      Charter charter,
      Instant now) {
    requireCharter(row, charter);
    decision.requireAbout(QuestionType.OTHER, plan.digest());
    SecretItems.requirePlan(row, plan, previous, decision.effectiveAt(), now);
    return KeyCeremony.begin(plan, SecretItems.eligibility(row, roll, council, now));
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
