package io.github.coopj.governance.duty;

import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.council.ClosedSession;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.task.TaskRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is stored of a cooperative, as far as duties follow from it. */
public interface CooperativeRecord {
  /**
   * All versions of its charter.
   *
   * @return the history
   */
  CharterHistory charters();

  /**
   * When it was founded; nothing was owed before.
   *
   * @return the moment of the founding meeting
   */
  Instant foundedAt();

  /**
   * Memberships and applications.
   *
   * @return in any order
   */
  List<MembershipRecord> memberships();

  /**
   * The Council elected last.
   *
   * @return its mandates
   */
  CouncilRecord council();

  /**
   * The Revision commission appointed last.
   *
   * @return empty if none ever was
   */
  Optional<AuditCommission> audit();

  /**
   * Remarks of the Revision commission, whatever became of them.
   *
   * @return in any order
   */
  List<RemarkRecord> remarks();

  /**
   * Sessions of the Council that were held and closed.
   *
   * @return in any order
   */
  List<ClosedSession> sessions();

  /**
   * Questions of the Council, whatever became of them.
   *
   * @return in any order
   */
  List<CouncilDecisionRecord> questions();

  /**
   * General meetings, whatever became of them.
   *
   * @return in any order
   */
  List<GeneralMeetingRecord> meetings();

  /**
   * Demands for meetings, whatever became of them.
   *
   * @return in any order
   */
  List<DemandRecord> demands();

  /**
   * Sections, closed ones included.
   *
   * @return in any order
   */
  List<Section> sections();

  /**
   * Mandates of the chairmen of all sections.
   *
   * @return those in office and those before
   */
  SectionMandates sectionMandates();

  /**
   * Powers of attorney that the Chairman of the Council refused to chairmen of sections.
   *
   * @return in any order
   */
  List<AttorneyRefusal> refusals();

  /**
   * Plans of the Board.
   *
   * @return in any order
   */
  List<Plan> plans();

  /**
   * Tasks, whatever became of them.
   *
   * @return in any order
   */
  List<TaskRecord> tasks();
}
