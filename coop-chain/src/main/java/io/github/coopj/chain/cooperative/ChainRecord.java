package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.council.ClosedSession;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.council.CouncilSession;
import io.github.coopj.governance.council.SessionRecord;
import io.github.coopj.governance.duty.CooperativeRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.task.TaskRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the tables hold of a cooperative that duties follow from; each table is read when it is asked for. */
final class ChainRecord implements CooperativeRecord {
  private final ChainClient chain;
  private final Name cooperative;

  ChainRecord(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  @Override
  public CharterHistory charters() {
    List<Charter> versions = rows(
            CooperativeAccounts.REGISTRY, Charters.TABLE, CharterRow.class, CharterRow::version)
        .stream()
        .map(row -> CharterReader.read(row.json(), "charter version " + row.version()))
        .toList();
    if (versions.isEmpty()) {
      throw unfounded();
    }
    return CharterHistory.of(versions);
  }

  @Override
  public Instant foundedAt() {
    return memberships().stream()
        .filter(membership -> membership.decisionId() == Founding.DECISION)
        .map(membership -> membership.decidedAt().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow(this::unfounded);
  }

  @Override
  public List<MembershipRecord> memberships() {
    return rows(
        CooperativeAccounts.MEMBERSHIP,
        MembershipTables.MEMBERS,
        MembershipRecord.class,
        row -> row.account().value());
  }

  @Override
  public CouncilRecord council() {
    return chain
        .row(
            CooperativeAccounts.COUNCIL,
            cooperative,
            CouncilTables.COUNCILS,
            0,
            CouncilTables.CouncilRow.class)
        .map(CouncilTables.CouncilRow::council)
        .orElseThrow(this::unfounded);
  }

  @Override
  public Optional<AuditCommission> audit() {
    return chain.row(
        CooperativeAccounts.AUDIT, cooperative, AuditTables.COMMISSION, 0, AuditCommission.class);
  }

  @Override
  public List<RemarkRecord> remarks() {
    return rows(
        CooperativeAccounts.AUDIT,
        AuditTables.REMARKS,
        RemarkRecord.class,
        row -> row.content().id());
  }

  @Override
  public List<ClosedSession> sessions() {
    return CouncilSession.closed(rows(
            CooperativeAccounts.SESSION,
            SessionContract.SESSIONS,
            SessionRecord.class,
            SessionRecord::id)
        .stream()
        .map(CouncilSession::restore)
        .toList());
  }

  @Override
  public List<CouncilDecisionRecord> questions() {
    return rows(
        CooperativeAccounts.COUNCIL,
        CouncilTables.DECISIONS,
        CouncilDecisionRecord.class,
        CouncilDecisionRecord::id);
  }

  @Override
  public List<DemandRecord> demands() {
    return rows(
        CooperativeAccounts.AGENDA,
        AgendaTables.DEMANDS,
        DemandRecord.class,
        row -> row.text().id());
  }

  @Override
  public List<Section> sections() {
    return new SectionView(chain, cooperative).all();
  }

  @Override
  public SectionMandates sectionMandates() {
    return new SectionView(chain, cooperative).mandates();
  }

  @Override
  public List<AttorneyRefusal> refusals() {
    return new SectionView(chain, cooperative).refusals();
  }

  @Override
  public List<Plan> plans() {
    return rows(
        CooperativeAccounts.EXECUTIVE,
        ExecutiveContract.PLANS,
        Plan.class,
        plan -> plan.text().id());
  }

  @Override
  public List<TaskRecord> tasks() {
    return rows(CooperativeAccounts.TASK, TaskContract.TASKS, TaskRecord.class, TaskRecord::id);
  }

  @Override
  public List<GeneralMeetingRecord> meetings() {
    return rows(
        CooperativeAccounts.MEETING,
        MeetingTables.MEETINGS,
        GeneralMeetingRecord.class,
        GeneralMeetingRecord::id);
  }

  private <R extends Record> List<R> rows(
      Name contract, Name table, Class<R> type, ToLongFunction<R> key) {
    return Pages.all(chain, contract, cooperative, table, type, key);
  }

  private InvalidValueException unfounded() {
    return new InvalidValueException("no cooperative " + cooperative + " has been founded");
  }
}
