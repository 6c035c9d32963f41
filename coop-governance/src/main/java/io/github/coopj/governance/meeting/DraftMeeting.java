package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;

/** Agenda, times and officers are written; nobody has convened (AGENDA-04). */
public final class DraftMeeting extends MeetingState implements GeneralMeeting {
  DraftMeeting(GeneralMeetingRecord row) {
    super(row);
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
    AuditItems.requireConclusion(row, given, charter);
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
    AuditItems.requireDisagreements(row, passed, meetings);
  }

  /**
   * Convenes the meeting and freezes the roll (MEET-05, MEET-16).
   *
   * @param act decision of the Council, or signature of a demander, over the digest of {@link #convocation}
   * @param papers agenda, proposals, consents, and whose meeting may decide what
   * @param eligible number on the roll on the date of the act, 1 or more
   * @param rollDigest digest of that roll, see {@link Roll#digest}
   * @param roll the same roll, asked for the candidates only
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened meeting, nobody notified yet
   * @throws GovernanceException as {@link ConveningAct#requireConvenes}; MEETING_OFFICERS_SAME unless there is one member
   *     only or the charter lets one person hold both offices (AGENDA-07), NO_MEMBERS_ON_ROLL, NOT_ON_ROLL for a candidate, MODE_MISMATCH, ITEM_RESERVED, PROPOSALS_UNDECIDED,
   *     PROPOSAL_NOT_ON_AGENDA, AGENDA_ITEM_MISSING, ITEM_OBLIGATORY, NO_CONSENT, NOTICE_LATE if notices could no longer be
   *     timely, CHARTER_VERSION_MISMATCH
   */
  public ConvenedMeeting convene(
      ConveningAct act,
      ConveningPapers papers,
      long eligible,
      Checksum256 rollDigest,
      RollLookup roll,
      Charter charter,
      Instant now) {
    requireCharter(row, charter);
    act.requireConvenes(convocation(), papers.agenda(), charter, now);
    if (eligible < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", eligible);
    }
    if (charter.agenda().officersDiffer() && eligible > 1 && row.chair().equals(row.secretary())) {
      throw new GovernanceException(Reason.MEETING_OFFICERS_SAME, "account", row.chair());
    }
    requireOfficersOnRoll(row, roll);
    papers.require(row, charter, act.effectiveAt().toInstant());
    requireTimelyNotice(row, charter, now);
    MeetingEdit edit = new MeetingEdit(row);
    edit.councilDecisionId = act.decisionId();
    edit.demandId = act.demandId();
    edit.rollAt = act.effectiveAt();
    edit.eligible = eligible;
    edit.rollDigest = rollDigest;
    edit.notice = NoticeState.ofWhole(message(row));
    return new ConvenedMeeting(edit.toRecord(MeetingStatus.CONVENED));
  }

  /**
   * Begins to draw up the roll of this meeting, frozen at the moment the act took effect, in steps of bounded size (MEET-16).
   *
   * @param act decision of the Council, or signature of a demander, over the digest of {@link #convocation}
   * @param agenda the agenda of the draft
   * @param charter the charter of the draft
   * @param now time of the move
   * @return a roll with nobody on it yet
   * @throws GovernanceException as {@link ConveningAct#requireConvenes}; CHARTER_VERSION_MISMATCH
   */
  public RollBuilder beginRoll(ConveningAct act, Agenda agenda, Charter charter, Instant now) {
    requireCharter(row, charter);
    act.requireConvenes(convocation(), agenda, charter, now);
    return RollBuilder.begin(row.id(), act);
  }

  /**
   * Convenes the meeting with a roll held in memory.
   *
   * @param act decision of the Council, or signature of a demander, over the digest of {@link #convocation}
   * @param papers agenda, proposals, consents, and whose meeting may decide what
   * @param roll the roll on the date of the act
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the convened meeting, nobody notified yet
   * @throws GovernanceException as for a roll held in a table
   */
  public ConvenedMeeting convene(
      ConveningAct act, ConveningPapers papers, Roll roll, Charter charter, Instant now) {
    return convene(act, papers, roll.size(), roll.digest(), roll, charter, now);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.draft(this);
  }
}
