package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Agenda, times and officers are written; the Council has not decided (AGENDA-04). */
public final class DraftMeeting extends MeetingState implements GeneralMeeting {
  DraftMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * What the Council has to decide.
   *
   * @return the document whose digest is the subject of the Council's decision
   */
  public Convocation convocation() {
    return new Convocation(
        row.cooperative(),
        row.id(),
        row.body(),
        row.kind(),
        row.agendaVersion(),
        row.agendaHash(),
        row.chair(),
        row.secretary(),
        row.opensAt(),
        row.closesAt(),
        row.charterVersion());
  }

  /**
   * Asks that what the agenda says of the commission's conclusion is true (AGENDA-06, AUDIT-13): an item AUDIT_CONCLUSION
   * is on a conclusion that was given on the financial year before the meeting, and an item AUDIT_CONCLUSION_MISSING
   * stands for none.
   *
   * @param given conclusions that the Revision commission has given
   * @param charter the charter of the draft
   * @throws GovernanceException AUDIT_CONCLUSION_UNKNOWN, AUDIT_CONCLUSION_GIVEN, CHARTER_VERSION_MISMATCH
   */
  public void requireConclusion(List<ConclusionContent> given, Charter charter) {
    requireCharter(row, charter);
    LocalDate opens = LocalDate.ofInstant(row.opensAt().toInstant(), charter.zone());
    LocalDate after = AnnualWindow.near(opens, charter.financialYearEnd(), charter.annual())
        .yearEnd()
        .plusDays(1);
    TimePointSec end = TimePointSec.of(after.atStartOfDay(charter.zone()).toInstant());
    List<Checksum256> ofYear = given.stream()
        .filter(conclusion -> conclusion.until().equals(end))
        .map(ConclusionContent::digest)
        .toList();
    for (ItemRecord item : row.items()) {
      if (item.type() == ItemType.AUDIT_CONCLUSION && !ofYear.contains(item.subject())) {
        throw new GovernanceException(Reason.AUDIT_CONCLUSION_UNKNOWN, "item", item.number());
      }
      if (item.type() == ItemType.AUDIT_CONCLUSION_MISSING && !ofYear.isEmpty()) {
        throw new GovernanceException(Reason.AUDIT_CONCLUSION_GIVEN, "item", item.number());
      }
    }
  }

  /**
   * Asks that the meeting decides what the Revision commission passed on and no meeting has taken up yet: the Council
   * cannot leave it out (AUDIT-11, MEET-30).
   *
   * @param passed remarks that were passed to the general meeting
   * @param meetings all meetings of the cooperative
   * @throws GovernanceException DISAGREEMENT_LEFT_OUT naming the first remark
   */
  public void requireDisagreements(
      List<EscalatedRemark> passed, List<GeneralMeetingRecord> meetings) {
    for (EscalatedRemark remark : passed) {
      Checksum256 question = remark.disagreement().digest();
      boolean taken = meetings.stream()
          .filter(meeting ->
              meeting.status() != MeetingStatus.DRAFT && meeting.status() != MeetingStatus.FAILED)
          .anyMatch(meeting -> asks(meeting, question));
      if (!taken && !asks(row, question)) {
        throw new GovernanceException(
            Reason.DISAGREEMENT_LEFT_OUT, "remark", remark.snapshot().content().id());
      }
    }
  }

  private static boolean asks(GeneralMeetingRecord meeting, Checksum256 question) {
    return meeting.items().stream().anyMatch(item -> item.subject().equals(question));
  }

  /**
   * Convenes the meeting by the Council's decision in force and freezes the roll (MEET-05, MEET-16).
   *
   * @param decision decision CONVENE_MEETING over the digest of {@link #convocation}
   * @param eligible number on the roll on the date of the decision, 1 or more
   * @param rollDigest digest of that roll, see {@link Roll#digest}
   * @param roll the same roll, asked for the candidates only
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened meeting, nobody notified yet
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER if the decision is
   *     not in force yet, MEETING_OFFICERS_SAME unless there is one member only, NO_MEMBERS_ON_ROLL, NOT_ON_ROLL for a
   *     candidate, NOTICE_LATE if notices could no longer be timely, CHARTER_VERSION_MISMATCH
   */
  public ConvenedMeeting convene(
      DecisionInForce decision,
      long eligible,
      Checksum256 rollDigest,
      RollLookup roll,
      Charter charter,
      Instant now) {
    requireDecision(decision, charter, now);
    if (eligible < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", eligible);
    }
    if (eligible > 1 && row.chair().equals(row.secretary())) {
      throw new GovernanceException(Reason.MEETING_OFFICERS_SAME, "account", row.chair());
    }
    requireOnRoll(row, row.chair(), roll);
    requireOnRoll(row, row.secretary(), roll);
    for (ItemRecord item : row.items()) {
      if (item.type() == ItemType.MEETING_CHAIR || item.type() == ItemType.MEETING_SECRETARY) {
        requireOnRoll(row, item.candidates().get(0), roll);
      }
    }
    requireTimelyNotice(row, charter, now);
    MeetingEdit edit = new MeetingEdit(row);
    edit.councilDecisionId = decision.id();
    edit.rollAt = decision.effectiveAt();
    edit.eligible = eligible;
    edit.rollDigest = rollDigest;
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  /**
   * Begins to draw up the roll of this meeting, frozen at the moment the decision took effect, in steps of bounded size
   * (MEET-16).
   *
   * @param decision decision CONVENE_MEETING over the digest of {@link #convocation}
   * @param charter the charter of the draft
   * @param now time of the move
   * @return a roll with nobody on it yet
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER if the decision is not in
   *     force yet, CHARTER_VERSION_MISMATCH
   */
  public RollBuilder beginRoll(DecisionInForce decision, Charter charter, Instant now) {
    requireDecision(decision, charter, now);
    return RollBuilder.begin(row.id(), decision.id(), decision.effectiveAt());
  }

  private void requireDecision(DecisionInForce decision, Charter charter, Instant now) {
    requireCharter(row, charter);
    decision.requireAbout(QuestionType.CONVENE_MEETING, convocation().digest());
    if (decision.effectiveAt().toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
    }
  }

  /**
   * Convenes the meeting with a roll held in memory.
   *
   * @param decision decision CONVENE_MEETING over the digest of {@link #convocation}
   * @param roll the roll on the date of the decision
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened meeting, nobody notified yet
   * @throws GovernanceException as for a roll held in a table
   */
  public ConvenedMeeting convene(
      DecisionInForce decision, Roll roll, Charter charter, Instant now) {
    return convene(decision, roll.size(), roll.digest(), roll, charter, now);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.draft(this);
  }
}
