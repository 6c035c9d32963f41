package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.Discussion;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.notice.Delivery;
import io.github.coopj.governance.notice.NoticeClock;
import io.github.coopj.governance.notice.NoticeProof;
import io.github.coopj.governance.notice.NoticeRecord;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.CommittingCeremony;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretElection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Council has decided; members are being notified. */
public final class ConvenedMeeting extends MeetingState implements GeneralMeeting {
  ConvenedMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The proof of how a member is told, to go on with (NOTICE-01, NOTICE-07).
   *
   * @param member account of the member
   * @param onRoll whether the account is on the roll
   * @param reachable ways by which he can be reached; asked at the first attempt only
   * @param before the last proof stored for him, if any
   * @param charter the charter of the draft
   * @return that proof if it is of this notice, else one without attempts
   * @throws GovernanceException NOT_ON_ROLL, CHARTER_VERSION_MISMATCH
   */
  public NoticeProof noticeTo(
      Name member,
      boolean onRoll,
      Set<NoticeChannel> reachable,
      Optional<NoticeRecord> before,
      Charter charter) {
    requireCharter(row, charter);
    if (!onRoll) {
      throw new GovernanceException(Reason.NOT_ON_ROLL, "account", member, "meeting", row.id());
    }
    return before
        .filter(stored -> isOfThisNotice(stored) && stored.member().equals(member))
        .map(NoticeProof::restore)
        .orElseGet(() -> NoticeProof.begin(
            row.id(), row.cycle(), member, row.notice().message(), reachable, charter.notice()));
  }

  private void requireOfThisNotice(NoticeProof proof) {
    if (!isOfThisNotice(proof.snapshot())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          row.id(),
          "expected",
          row.notice().message(),
          "actual",
          proof.snapshot().message());
    }
  }

  /**
   * Records that a notice was handed to a carrier (NOTICE-01, NOTICE-03, NOTICE-04). Where the charter lets a meeting open
   * although somebody was not told in time, a late notice is recorded too and does not count.
   *
   * @param proof what {@link #noticeTo} gave
   * @param channel way it goes
   * @param receipt digest of the carrier's receipt
   * @param charter the charter of the draft
   * @param now time of the notice
   * @return the meeting with one more notified, and the proof with one more attempt
   * @throws GovernanceException NOTICE_LATE, CHARTER_VERSION_MISMATCH, DECISION_ON_OTHER_SUBJECT for a proof of another
   *     notice; ALREADY_NOTIFIED, NO_CHANNEL_LEFT, NOTICE_OTHER_CHANNEL
   */
  public Told send(
      NoticeProof proof, NoticeChannel channel, Checksum256 receipt, Charter charter, Instant now) {
    requireCharter(row, charter);
    requireOfThisNotice(proof);
    NoticeProof sent = proof.sent(channel, receipt, now);
    if (charter.notice().blockIfUndelivered()) {
      requireTimelyNotice(row, charter, now);
    }
    return new Told(notified(isTimely(now, charter) ? 1 : 0), sent);
  }

  /**
   * Records what a carrier says of a notice. A notice that failed does not count any more, and the next way is tried.
   *
   * @param proof the proof stored for the member
   * @param delivery DELIVERED or FAILED
   * @param receipt digest of the carrier's receipt
   * @param charter the charter of the draft
   * @return the meeting and the proof
   * @throws GovernanceException CHARTER_VERSION_MISMATCH, DECISION_ON_OTHER_SUBJECT for a proof of another notice,
   *     WRONG_STATE unless the last attempt is on its way
   */
  public Told report(NoticeProof proof, Delivery delivery, Checksum256 receipt, Charter charter) {
    requireCharter(row, charter);
    requireOfThisNotice(proof);
    boolean counted = proof.notifiedAt().filter(at -> isTimely(at, charter)).isPresent();
    NoticeProof reported = proof.reported(delivery, receipt);
    return new Told(notified(counted && !reported.isNotified() ? -1 : 0), reported);
  }

  private boolean isTimely(Instant at, Charter charter) {
    return NoticeClock.isTimely(
        at,
        row.opensAt().toInstant(),
        noticeDays(row, charter),
        charter.notice().counting(),
        charter.zone());
  }

  private ConvenedMeeting notified(int by) {
    MeetingEdit edit = new MeetingEdit(row);
    edit.notified += by;
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  /**
   * How members are asked for their reaction to the agenda (AGENDA-12).
   *
   * @return the call, open until the cut-off
   */
  public ReactionCall reactionCall() {
    return new ReactionCall(row.id(), row.agendaHash(), row.eligible(), row.agendaClosesAt());
  }

  /**
   * Opens the threads of the agenda (AGENDA-15): from the convening until the opening of the meeting.
   *
   * @param agenda the agenda
   * @return a discussion without posts
   */
  public Discussion discussion(Agenda agenda) {
    return Discussion.begin(row.id(), agenda, row.rollAt(), row.opensAt());
  }

  /**
   * The first version of the agenda, formed by the act that convened the meeting (AGENDA-01, AGENDA-17).
   *
   * @param agenda the agenda of the draft
   * @return a history of one version
   * @throws GovernanceException AGENDA_OTHER_VERSION
   */
  public AgendaHistory history(Agenda agenda) {
    return AgendaHistory.begin(agenda, row.councilDecisionId());
  }

  /**
   * Puts the next version of the agenda in place (AGENDA-16, AGENDA-17, AGENDA-18).
   *
   * @param history all versions so far
   * @param amendment the next version, made of the last one
   * @param decision decision AGENDA over the digest of the amendment
   * @param papers what convening asks for, with the next version as the agenda
   * @param roll the frozen roll, asked for the candidates only
   * @param charter the charter of the draft
   * @param now time of the move, before the opening
   * @return the meeting, with members to be notified anew of what is new to them
   * @throws GovernanceException AGENDA_CLOSED from the opening on and in repeat cycles, DECISION_OF_OTHER_TYPE,
   *     DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER, CANDIDATE_NOT_ON_AGENDA, NOT_ON_ROLL, NOTICE_LATE,
   *     MEETING_TIMES_INVALID, MEETING_OUTSIDE_ANNUAL_WINDOW, CHARTER_VERSION_MISMATCH; as {@link DraftMeeting#convene} for
   *     the papers
   */
  public Amended amend(
      AgendaHistory history,
      AgendaAmendment amendment,
      DecisionInForce decision,
      ConveningPapers papers,
      RollLookup roll,
      Charter charter,
      Instant now) {
    requireCharter(row, charter);
    if (!history.last().digest().equals(row.agendaHash())
        || amendment.content().meeting() != row.id()) {
      throw new InvalidValueException("the agendas are not those of meeting " + row.id());
    }
    AgendaHistory next = history.amend(amendment, decision, now);
    ConvenedMeeting amended = new AgendaReplacement(row, amendment, charter, now).apply();
    papers.require(amended.row, charter, row.rollAt().toInstant());
    requireOfficersOnRoll(amended.row, roll);
    return new Amended(amended, next);
  }

  /**
   * Asks of an amended agenda that what it says of the commission's conclusion is true, and that no disagreement of the
   * commission was taken off it which no other meeting decides (AUDIT-13, MEET-30).
   *
   * @param before the meeting before its agenda was amended
   * @param given conclusions that the Revision commission has given
   * @param passed remarks that were passed to the general meeting
   * @param meetings all meetings of the cooperative
   * @param charter the charter of the draft
   * @throws GovernanceException AUDIT_CONCLUSION_UNKNOWN, AUDIT_CONCLUSION_GIVEN, DISAGREEMENT_LEFT_OUT naming the first
   *     remark, CHARTER_VERSION_MISMATCH
   */
  public void requireAuditItems(
      ConvenedMeeting before,
      List<ConclusionContent> given,
      List<EscalatedRemark> passed,
      List<GeneralMeetingRecord> meetings,
      Charter charter) {
    requireCharter(row, charter);
    AuditItems.requireConclusion(row, given, charter);
    List<EscalatedRemark> asked = passed.stream()
        .filter(remark -> AuditItems.asks(before.row, remark.disagreement().digest()))
        .toList();
    AuditItems.requireDisagreements(row, asked, meetings);
  }

  /**
   * Opens voting on the appointed day (MEET-17). A meeting that opens although somebody was not told in time is flagged, and
   * what it was told of too late is decided by the whole roll or not at all (NOTICE-06, AGENDA-18).
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
    boolean incomplete = row.notified() < row.eligible();
    if (incomplete && charter.notice().blockIfUndelivered()) {
      throw new GovernanceException(
          Reason.MEMBERS_NOT_NOTIFIED, "notified", row.notified(), "of", row.eligible());
    }
    MeetingEdit edit = new MeetingEdit(row);
    edit.notice = row.notice().opened(incomplete);
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
   *     SECRET_ATTEMPT, TRUSTEE_FAILED, ALTERNATE_PASSED_OVER, TRUSTEES_TOO_FEW, SECRET_CEREMONY_OVER, WRONG_STATE unless the ceremony before is void,
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
    SecretItems.requirePlan(row, plan, previous, decision.effectiveAt(), charter.secret(), now);
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
