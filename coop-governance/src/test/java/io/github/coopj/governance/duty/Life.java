package io.github.coopj.governance.duty;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.council.ClosedSession;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.VoteEntry;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.task.TaskRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is stored of a small cooperative, filled in by a test. */
final class Life implements CooperativeRecord {
  private static final TimePointSec FOREVER = new TimePointSec(0xFFFF_FFFFL);

  private final CharterHistory charters;
  private final Instant foundedAt;
  final List<MembershipRecord> memberships = new ArrayList<>();
  final List<CouncilDecisionRecord> questions = new ArrayList<>();
  final List<GeneralMeetingRecord> meetings = new ArrayList<>();
  final List<Plan> plans = new ArrayList<>();
  final List<TaskRecord> tasks = new ArrayList<>();
  final List<RemarkRecord> remarks = new ArrayList<>();
  final List<DemandRecord> demands = new ArrayList<>();
  final List<Section> sections = new ArrayList<>();
  final List<AttorneyRefusal> refusals = new ArrayList<>();
  SectionMandates chairmen = SectionMandates.NONE;
  List<Mandate> council;
  Optional<AuditCommission> audit = Optional.empty();

  private Life(Charter charter, Instant foundedAt) {
    this.charters = CharterHistory.of(List.of(charter));
    this.foundedAt = foundedAt;
    this.council = mandates(
        TimePointSec.of(foundedAt), FOREVER, Office.CHAIRMAN, Office.MEMBER, Office.MEMBER);
  }

  /** A cooperative founded at a moment, whose Council never ends and decides something each month of some years. */
  static Life founded(String at, String zone, String financialYearEnd) {
    return founded(at, zone, financialYearEnd, "");
  }

  /** The same with entries of the charter's policy, each after a comma. */
  static Life founded(String at, String zone, String financialYearEnd, String policy) {
    Charter charter = CharterReader.read("""
        {"account": "coop", "title": "Потребительское общество «Заря»", "kind": "CONSUMER",
         "profile": "PLATFORM", "version": 1, "effectiveFrom": "2020-01-01", "zone": "%s",
         "financialYearEnd": "%s", "currency": "2,RUB", "policy": {"council.minSize": 3%s}}
        """.formatted(zone, financialYearEnd, policy), "test");
    return new Life(charter, Instant.parse(at));
  }

  /** Mandates of members 0, 1, 2 …, one for each office. */
  static List<Mandate> mandates(TimePointSec from, TimePointSec until, Office... offices) {
    List<Mandate> mandates = new ArrayList<>();
    for (int i = 0; i < offices.length; i++) {
      mandates.add(new Mandate(Fixtures.member(i), offices[i], from, until, Ground.ofMeeting(1)));
    }
    return mandates;
  }

  Charter charter() {
    return charters.latest();
  }

  /** An application received at a moment. */
  void applied(String account, String at) {
    memberships.add(new MembershipRecord(
        Name.of(account),
        PersonKind.INDIVIDUAL,
        Fixtures.paper("person"),
        Fixtures.paper("application"),
        Name.EMPTY,
        MembershipStatus.APPLIED,
        TimePointSec.of(Instant.parse(at)),
        TimePointSec.EPOCH,
        TimePointSec.EPOCH,
        0));
  }

  /** A question whose vote ends at a moment, in some state. */
  void question(long id, DecisionStatus status, String at) {
    TimePointSec moment = TimePointSec.of(Instant.parse(at));
    boolean voting = status == DecisionStatus.VOTING;
    boolean signed = status == DecisionStatus.IN_FORCE;
    questions.add(new CouncilDecisionRecord(
        id,
        new CouncilQuestion(
            QuestionType.OTHER, Fixtures.paper("question " + id), List.of(), VotingForm.ABSENTEE),
        Fixtures.member(0),
        status,
        List.of(new VoteEntry(Fixtures.member(0), Vote.FOR)),
        new TimePointSec(moment.seconds() - 3_600),
        moment,
        voting ? TimePointSec.EPOCH : moment,
        signed ? moment : TimePointSec.EPOCH,
        signed ? Fixtures.member(0) : Name.EMPTY,
        "",
        voting ? Checksum256.ZERO : Fixtures.paper("charter")));
  }

  /** Duties of some kind at a moment. */
  List<Duty> duties(DutyKind kind, String at) {
    return Duties.of(this, Instant.parse(at)).stream()
        .filter(duty -> duty.kind() == kind)
        .toList();
  }

  @Override
  public CharterHistory charters() {
    return charters;
  }

  @Override
  public Instant foundedAt() {
    return foundedAt;
  }

  @Override
  public List<MembershipRecord> memberships() {
    return memberships;
  }

  @Override
  public CouncilRecord council() {
    return new CouncilRecord(council, TimePointSec.EPOCH, 0);
  }

  @Override
  public Optional<AuditCommission> audit() {
    return audit;
  }

  @Override
  public List<DemandRecord> demands() {
    return demands;
  }

  @Override
  public List<RemarkRecord> remarks() {
    return remarks;
  }

  @Override
  public List<ClosedSession> sessions() {
    return List.of();
  }

  @Override
  public List<CouncilDecisionRecord> questions() {
    return questions;
  }

  @Override
  public List<Section> sections() {
    return sections;
  }

  @Override
  public SectionMandates sectionMandates() {
    return chairmen;
  }

  @Override
  public List<AttorneyRefusal> refusals() {
    return refusals;
  }

  @Override
  public List<Plan> plans() {
    return plans;
  }

  @Override
  public List<TaskRecord> tasks() {
    return tasks;
  }

  @Override
  public List<GeneralMeetingRecord> meetings() {
    return meetings;
  }
}
