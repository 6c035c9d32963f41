package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.grow;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.AuditActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.audit.AuditChair;
import io.github.coopj.governance.audit.AuditCheck;
import io.github.coopj.governance.audit.AuditStanding;
import io.github.coopj.governance.audit.CheckPlan;
import io.github.coopj.governance.audit.CheckType;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.Disagreement;
import io.github.coopj.governance.audit.RemarkContent;
import io.github.coopj.governance.audit.RemarkKind;
import io.github.coopj.governance.audit.RemarkStatus;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The Revision commission on the chain. */
class AuditTest {
  private static final Name FIRST = member(6);
  private static final Name SECOND = member(7);
  private static final Name THIRD = member(8);
  private static final TimePointSec YEAR_FROM =
      TimePointSec.of(Instant.parse("2024-12-31T21:00:00Z"));
  private static final TimePointSec YEAR_END =
      TimePointSec.of(Instant.parse("2025-12-31T21:00:00Z"));

  private static Audits commission(Cooperative coop) {
    grow(coop, 8);
    Audits audits = new Audits(coop);
    audits.appoint(FIRST, SECOND, THIRD);
    return audits;
  }

  private static CheckPlan plan(long id) {
    return new CheckPlan(
        Cooperative.ACCOUNT, id, CheckType.STATEMENTS, Name.EMPTY, YEAR_FROM, YEAR_END);
  }

  private static List<Duty> duties(Cooperative coop, DutyKind kind) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == kind)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-29")
  @Tag("AUDIT-01")
  @Tag("AUDIT-03")
  @Tag("AUDIT-04")
  void elect_seatsWhomTheMeetingAppointed_forOneYear(Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    assertThat(audits.members()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(audits.view().commission().orElseThrow().chairman(coop.now())).contains(FIRST);
    assertRefused(
        coop.chain(), () -> coop.chain().push(audits.elect(1)), Reason.DECISION_ALREADY_USED);
    long seated = meetings.hold(Audits.agenda(founder(2)));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(audits.elect(seated)),
            Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", founder(2));
    long two = meetings.hold(Audits.agenda(FIRST, SECOND));
    assertRefused(coop.chain(), () -> coop.chain().push(audits.elect(two)), Reason.AUDIT_SIZE)
        .hasFact("size", 2);
    long nobody = meetings.hold(Steps.plainAgenda());
    assertRefused(coop.chain(), () -> coop.chain().push(audits.elect(nobody)), Reason.AUDIT_SIZE);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).isEmpty();
    coop.advance(Duration.ofDays(366));
    assertThat(audits.view().commission().orElseThrow().standing(coop.now()))
        .isEqualTo(AuditStanding.EXPIRED);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).hasSize(1);
    assertRefused(() -> audits.propose(plan(1).topic(), FIRST), Reason.NOT_IN_BODY)
        .hasFact("account", FIRST);
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-04")
  @Tag("AUDIT-05")
  void revisor_decidesAlone_byOneSignature(Cooperative coop) {
    grow(coop, 6);
    Audits audits = new Audits(coop);
    audits.appoint(FIRST);
    assertThat(audits.view().commission().orElseThrow().chairman(coop.now())).contains(FIRST);
    long decision = audits.decide(plan(1).topic());
    assertThat(audits.view().question(decision).orElseThrow().requireAdopted().responsible())
        .containsExactly(FIRST);
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-04")
  @Tag("AUDIT-07")
  @Tag("AUDIT-08")
  void question_needsMoreThanHalfOfAllMembers_signed(Cooperative coop) {
    grow(coop, 8);
    Audits audits = new Audits(coop);
    long meeting = new Meetings(coop).hold(Audits.agenda(FIRST, SECOND, THIRD));
    coop.chain().push(audits.elect(meeting));
    assertRefused(() -> audits.propose(plan(1).topic(), FIRST), Reason.NOT_ONE_CHAIRMAN);
    long chair = audits.decide(new AuditChair(Cooperative.ACCOUNT, SECOND).topic());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(audits.chair(chair, FIRST)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(audits.chair(chair, SECOND));
    assertRefused(() -> audits.propose(plan(1).topic(), founder(1)), Reason.NOT_IN_BODY);
    long question = audits.propose(plan(1).topic(), SECOND);
    coop.chain().push(audits.vote(question, SECOND, Vote.FOR));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(audits.vote(question, SECOND, Vote.AGAINST)),
        Reason.ALREADY_VOTED);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(audits.vote(question, founder(1), Vote.FOR)),
        Reason.NOT_IN_BODY);
    coop.chain().push(audits.vote(question, FIRST, Vote.AGAINST));
    assertRefused(
        coop.chain(), () -> coop.chain().push(audits.close(question)), Reason.VOTE_STILL_OPEN);
    coop.advance(Duration.ofDays(3));
    coop.chain().push(audits.close(question));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(audits.act(new AuditActions.Plan(plan(1), question), founder(1))),
        Reason.WRONG_STATE);
  }

  /** A check that was decided on, in which one secret record was read, and that was concluded. */
  private static void checked(Cooperative coop, Audits audits, long id) {
    coop.chain()
        .push(audits.act(new AuditActions.Plan(plan(id), audits.decide(plan(id).topic())), FIRST));
    coop.chain().push(audits.act(new AuditActions.Begin(Cooperative.ACCOUNT, id, FIRST), FIRST));
    coop.chain().push(read(audits, id, FIRST, "secret list"));
    Checksum256 report = digest("report " + id);
    AuditCheck check = audits.view().check(id).orElseThrow();
    long decision = audits.decide(check.requireRunning().result(report).topic());
    coop.chain()
        .push(audits.act(
            new AuditActions.Conclude(Cooperative.ACCOUNT, id, report, decision), FIRST));
  }

  private static Action read(Audits audits, long check, Name reader, String document) {
    return audits.act(
        new AuditActions.Read(Cooperative.ACCOUNT, check, reader, digest(document), true), reader);
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-02")
  @Tag("AUDIT-06")
  void check_logsEveryRecordRead_byMembersOnly(Cooperative coop) {
    Audits audits = commission(coop);
    checked(coop, audits, 1);
    AuditCheck check = audits.view().check(1).orElseThrow();
    assertThat(check.requireConcluded().report()).isEqualTo(digest("report 1"));
    assertThat(audits.view().log(1)).singleElement().satisfies(access -> {
      assertThat(access.reader()).isEqualTo(FIRST);
      assertThat(access.secret()).isTrue();
    });
    assertThat(check.isLog(audits.view().log(1))).isTrue();
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(read(audits, 1, FIRST, "one more")),
        Reason.WRONG_STATE);
    coop.chain()
        .push(audits.act(new AuditActions.Plan(plan(2), audits.decide(plan(2).topic())), FIRST));
    coop.chain().push(audits.act(new AuditActions.Begin(Cooperative.ACCOUNT, 2, FIRST), FIRST));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(read(audits, 2, founder(1), "a record")),
        Reason.NOT_IN_BODY);
  }

  private static Agenda annual(AgendaItem conclusion) {
    return new Agenda(
        1,
        List.of(
            election(1, ItemType.MEETING_CHAIR, founder(1)),
            election(2, ItemType.MEETING_SECRETARY, founder(2)),
            item(3, ItemType.ANNUAL_REPORT),
            conclusion.at(4),
            item(5, ItemType.COUNCIL_REPORT)));
  }

  private static AgendaItem conclusion(ItemType type, Checksum256 subject) {
    return new AgendaItem(2, type, "Заключение", "Принять к сведению", List.of(), subject);
  }

  private static Action conveneAnnual(Meetings meetings, AgendaItem second) {
    long id = meetings.draft(meetings.draft(
        MeetingKind.ANNUAL,
        annual(second),
        founder(1),
        founder(2),
        Duration.ofDays(60),
        Duration.ofDays(1)));
    return meetings.convene(id, meetings.decide(id));
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-13")
  @Tag("AGENDA-06")
  void annualMeeting_needsTheConclusion_orThatThereIsNone(Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    AgendaItem none =
        conclusion(ItemType.AUDIT_CONCLUSION_MISSING, digest("the commission is ill"));
    coop.chain().push(conveneAnnual(meetings, none));
    checked(coop, audits, 1);
    ConclusionContent content = new ConclusionContent(
        Cooperative.ACCOUNT,
        YEAR_FROM,
        YEAR_END,
        digest("conclusion"),
        List.of(plan(1).digest()));
    AgendaItem item = conclusion(ItemType.AUDIT_CONCLUSION, content.digest());
    Action early = conveneAnnual(meetings, item);
    assertRefused(coop.chain(), () -> coop.chain().push(early), Reason.AUDIT_CONCLUSION_UNKNOWN)
        .hasFact("item", 4);
    long check = audits.decide(plan(2).topic());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(audits.act(new AuditActions.Give(content, List.of(1L), check), FIRST)),
        Reason.DECISION_OF_OTHER_TYPE);
    long decision = audits.decide(content.topic());
    coop.chain().push(audits.act(new AuditActions.Give(content, List.of(1L), decision), FIRST));
    assertThat(audits.view().conclusions()).containsExactly(content);
    coop.chain().push(early);
    assertRefused(
        () -> coop.chain().push(conveneAnnual(meetings, none)), Reason.AUDIT_CONCLUSION_GIVEN);
  }

  private static RemarkContent remark(long id) {
    return new RemarkContent(
        Cooperative.ACCOUNT, id, RemarkKind.REMARK, Office.Body.COUNCIL, digest("remark " + id));
  }

  private static void delivered(Cooperative coop, Audits audits, long id) {
    coop.chain()
        .push(audits.act(
            new AuditActions.Issue(remark(id), audits.decide(remark(id).topic())), FIRST));
    coop.chain()
        .push(
            audits.act(new AuditActions.Deliver(Cooperative.ACCOUNT, id, founder(1)), founder(1)));
  }

  private static RemarkStatus status(Audits audits, long id) {
    return audits.view().remark(id).orElseThrow().snapshot().status();
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-09")
  @Tag("AUDIT-10")
  @Tag("AUDIT-11")
  @Tag("MEET-30")
  void remark_leftUnanswered_isOverdue_thenBeforeTheMeeting(Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    delivered(coop, audits, 1);
    assertThat(duties(coop, DutyKind.ANSWER_REMARK)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("remark 1");
      assertThat(duty.overdue()).isFalse();
    });
    Disagreement silence = new Disagreement(
        Cooperative.ACCOUNT, remark(1).digest(), Office.Body.COUNCIL, Checksum256.ZERO);
    long decision = audits.decide(silence.topic());
    Action escalate =
        audits.act(new AuditActions.Escalate(Cooperative.ACCOUNT, 1, decision), FIRST);
    coop.advance(Duration.ofDays(29));
    assertRefused(coop.chain(), () -> coop.chain().push(escalate), Reason.REMARK_NOT_DUE);
    coop.advance(Duration.ofDays(2));
    assertThat(duties(coop, DutyKind.ANSWER_REMARK))
        .extracting(Duty::overdue)
        .containsExactly(true);
    coop.chain().push(escalate);
    assertThat(status(audits, 1)).isEqualTo(RemarkStatus.ESCALATED);
    assertThat(duties(coop, DutyKind.ANSWER_REMARK)).isEmpty();
    assertThat(duties(coop, DutyKind.DECIDE_DISAGREEMENT))
        .extracting(Duty::about)
        .containsExactly("remark 1");
    assertRefused(() -> meetings.hold(Steps.plainAgenda()), Reason.DISAGREEMENT_LEFT_OUT)
        .hasFact("remark", 1);
    meetings.hold(new Agenda(
        1,
        List.of(new AgendaItem(
            1,
            ItemType.OTHER,
            "Разногласие ревизионной комиссии и Совета",
            "Поддержать комиссию",
            List.of(),
            silence.digest()))));
    assertThat(duties(coop, DutyKind.DECIDE_DISAGREEMENT)).isEmpty();
    meetings.hold(Steps.plainAgenda());
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-10")
  @Tag("AUDIT-11")
  void remark_isAcceptedAndCarriedOut_orObjectedTo(Cooperative coop) {
    Audits audits = commission(coop);
    delivered(coop, audits, 1);
    delivered(coop, audits, 2);
    Checksum256 paper = digest("decision of the Council");
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(audits.act(new AuditActions.Accept(Cooperative.ACCOUNT, 1, FIRST, paper), FIRST)),
        Reason.NOT_IN_BODY);
    coop.chain()
        .push(audits.act(
            new AuditActions.Accept(Cooperative.ACCOUNT, 1, founder(1), paper), founder(1)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(audits.act(
                new AuditActions.Execute(Cooperative.ACCOUNT, 1, founder(2), Checksum256.ZERO),
                founder(2))),
        Reason.EVIDENCE_MISSING);
    coop.chain()
        .push(audits.act(
            new AuditActions.Execute(Cooperative.ACCOUNT, 1, founder(2), digest("evidence")),
            founder(2)));
    assertThat(status(audits, 1)).isEqualTo(RemarkStatus.EXECUTED);
    coop.chain()
        .push(audits.act(
            new AuditActions.Disagree(Cooperative.ACCOUNT, 2, founder(1), paper), founder(1)));
    assertThat(duties(coop, DutyKind.ANSWER_REMARK)).isEmpty();
    Disagreement objection =
        new Disagreement(Cooperative.ACCOUNT, remark(2).digest(), Office.Body.COUNCIL, paper);
    long decision = audits.decide(objection.topic());
    coop.chain()
        .push(audits.act(new AuditActions.Escalate(Cooperative.ACCOUNT, 2, decision), FIRST));
    assertThat(status(audits, 2)).isEqualTo(RemarkStatus.ESCALATED);
  }
}
