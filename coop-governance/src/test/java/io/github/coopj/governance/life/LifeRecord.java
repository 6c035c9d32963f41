package io.github.coopj.governance.life;

import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.council.ClosedSession;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.duty.CooperativeRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.task.TaskRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is stored of a life, for the duties that follow from it. */
record LifeRecord(
    CharterHistory charters,
    Instant foundedAt,
    List<MembershipRecord> memberships,
    CouncilRecord council,
    List<CouncilDecisionRecord> questions,
    List<GeneralMeetingRecord> meetings)
    implements CooperativeRecord {
  @Override
  public Optional<AuditCommission> audit() {
    return Optional.empty();
  }

  @Override
  public List<RemarkRecord> remarks() {
    return List.of();
  }

  @Override
  public List<DemandRecord> demands() {
    return List.of();
  }

  @Override
  public List<ClosedSession> sessions() {
    return List.of();
  }

  @Override
  public List<Section> sections() {
    return List.of();
  }

  @Override
  public SectionMandates sectionMandates() {
    return SectionMandates.NONE;
  }

  @Override
  public List<AttorneyRefusal> refusals() {
    return List.of();
  }

  @Override
  public List<Plan> plans() {
    return List.of();
  }

  @Override
  public List<TaskRecord> tasks() {
    return List.of();
  }
}
