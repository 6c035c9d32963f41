package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.grow;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.AuditActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.chain.cooperative.ExitActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.audit.AuditStanding;
import io.github.coopj.governance.audit.CheckPlan;
import io.github.coopj.governance.audit.CheckStatus;
import io.github.coopj.governance.audit.CheckType;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.membership.Exclusion;
import io.github.coopj.governance.membership.ExitApplication;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.proxy.ProxyPaper;
import io.github.coopj.governance.section.MandateEnd;
import io.github.coopj.governance.section.SectionMembership;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Members leave or are excluded, and everything that rests on membership ends with it. */
class ExitTest {
  private static final Name ANNA = Name.of("anna");
  private static final Name FIRST = member(6);
  private static final Name SECOND = member(7);
  private static final Name THIRD = member(8);

  private static List<Duty> duties(Cooperative coop, DutyKind kind) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == kind)
        .toList();
  }

  private static Council council(Cooperative coop) {
    return coop.view().council().orElseThrow();
  }

  private static Action seat(Cooperative coop, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilActions.Elect(Cooperative.ACCOUNT, meeting),
            CHAIRMAN);
  }

  private static long seated(Cooperative coop, Meetings meetings, Name member) {
    long meeting = meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL, member)));
    coop.chain().push(seat(coop, meeting));
    return meeting;
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-02")
  @Tag("MEET-02")
  void leave_endsTheSeatInTheCouncil_andOwesAnElection(Cooperative coop, Meetings meetings) {
    coop.admit("anna", "boris");
    seated(coop, meetings, ANNA);
    assertThat(council(coop).isMember(ANNA, coop.now())).isTrue();
    assertThat(duties(coop, DutyKind.ELECT_COUNCIL)).isEmpty();
    coop.chain().push(coop.actions().leave(ANNA));
    coop.advance(Duration.ofSeconds(1));
    assertThat(coop.membership(ANNA).status()).isEqualTo(MembershipStatus.EXITED);
    assertThat(council(coop).membersInOffice(coop.now()))
        .containsExactlyElementsOf(Cooperative.FOUNDERS);
    assertThat(duties(coop, DutyKind.ELECT_COUNCIL)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("Council");
      assertThat(duty.since())
          .isEqualTo(coop.membership(ANNA).snapshot().memberUntil().toInstant());
    });
    assertRefused(
        coop.chain(), () -> coop.chain().push(coop.actions().leave(ANNA)), Reason.WRONG_STATE);
    seated(coop, meetings, Name.of("boris"));
    assertThat(duties(coop, DutyKind.ELECT_COUNCIL)).isEmpty();
  }

  @CoopTest(startsAt = START)
  void leave_isSignedByTheMember_sinceHeIsOne(Cooperative coop) {
    coop.admit("anna");
    ExitApplication application =
        new ExitApplication(Cooperative.ACCOUNT, ANNA, TimePointSec.of(coop.now()));
    Action forged = coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new ExitActions.Leave(
                application, coop.actions().signature(founder(2), application.digest())),
            ANNA);
    assertRefused(coop.chain(), () -> coop.chain().push(forged), Reason.SIGNATURE_FORGED);
    ExitApplication early = new ExitApplication(
        Cooperative.ACCOUNT, ANNA, TimePointSec.of(coop.now().minus(Duration.ofDays(400))));
    Action old = coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new ExitActions.Leave(early, coop.actions().signature(ANNA, early.digest())),
            ANNA);
    assertRefused(coop.chain(), () -> coop.chain().push(old), Reason.OUT_OF_ORDER);
    assertThat(coop.membership(ANNA).status()).isEqualTo(MembershipStatus.ACTIVE);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-01")
  void chairmanWhoLeaves_leavesADutyToElectAnother(Cooperative coop) {
    assertThat(duties(coop, DutyKind.ELECT_CHAIRMAN)).isEmpty();
    coop.chain().push(coop.actions().leave(CHAIRMAN));
    coop.advance(Duration.ofSeconds(1));
    assertThat(council(coop).chairman(coop.now())).isEmpty();
    assertThat(duties(coop, DutyKind.ELECT_CHAIRMAN)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("Chairman of the Council");
      assertThat(duty.since())
          .isEqualTo(coop.membership(CHAIRMAN).snapshot().memberUntil().toInstant());
    });
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-16")
  void leave_afterTheRollIsFrozen_changesNeitherItNorTheVote(Cooperative coop, Meetings meetings) {
    coop.admit("anna");
    long id = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(31), Duration.ofDays(1));
    coop.chain().push(coop.actions().leave(ANNA));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    assertThat(meetings.roll(id)).contains(ANNA);
    coop.chain().push(meetings.handIn(meetings.ballot(id, ANNA, Choice.FOR)));
    long next = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(31), Duration.ofDays(1));
    assertThat(meetings.roll(next)).containsExactlyElementsOf(Cooperative.FOUNDERS);
  }

  private static CheckPlan plan(long id) {
    return new CheckPlan(
        Cooperative.ACCOUNT,
        id,
        CheckType.STATEMENTS,
        Name.EMPTY,
        TimePointSec.of(Instant.parse("2024-12-31T21:00:00Z")),
        TimePointSec.of(Instant.parse("2025-12-31T21:00:00Z")));
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-03")
  @Tag("AUDIT-04")
  void commissionOfTwoAfterAnExit_finishesItsChecks_beginsNone_andOwesAnItem(Cooperative coop) {
    grow(coop, 8);
    Audits audits = new Audits(coop);
    audits.appoint(FIRST, SECOND, THIRD);
    for (long id = 1; id <= 2; id++) {
      coop.chain()
          .push(
              audits.act(new AuditActions.Plan(plan(id), audits.decide(plan(id).topic())), FIRST));
    }
    coop.chain().push(audits.act(new AuditActions.Begin(Cooperative.ACCOUNT, 1, FIRST), FIRST));
    coop.chain().push(coop.actions().leave(THIRD));
    coop.advance(Duration.ofSeconds(1));
    assertThat(audits.members()).containsExactly(FIRST, SECOND);
    assertThat(audits.view().commission().orElseThrow().standing(coop.now()))
        .isEqualTo(AuditStanding.INCOMPLETE);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("AUDIT_COMMISSION: INCOMPLETE, in office 2");
      assertThat(duty.since())
          .isEqualTo(coop.membership(THIRD).snapshot().memberUntil().toInstant());
    });
    assertRefused(() -> audits.propose(plan(3).topic(), THIRD), Reason.NOT_IN_BODY);
    assertRefused(() -> audits.propose(plan(3).topic(), FIRST), Reason.AUDIT_INCOMPLETE)
        .hasFact("members", 2);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(audits.act(new AuditActions.Begin(Cooperative.ACCOUNT, 2, FIRST), FIRST)),
        Reason.AUDIT_INCOMPLETE);
    Checksum256 report = digest("report");
    long result = audits.decide(
        audits.view().check(1).orElseThrow().requireRunning().result(report).topic());
    coop.chain()
        .push(audits.act(new AuditActions.Conclude(Cooperative.ACCOUNT, 1, report, result), FIRST));
    assertThat(audits.view().check(1).orElseThrow().snapshot().status())
        .isEqualTo(CheckStatus.CONCLUDED);
    coop.admit("anna");
    audits.appoint(FIRST, SECOND, ANNA);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).isEmpty();
    audits.propose(plan(3).topic(), FIRST);
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-01")
  void commission_actsUntilTheLastSecondOfItsYear(Cooperative coop) {
    grow(coop, 8);
    Audits audits = new Audits(coop);
    audits.appoint(FIRST, SECOND, THIRD);
    Instant end =
        audits.view().commission().orElseThrow().members().get(0).until().toInstant();
    Instant from =
        audits.view().commission().orElseThrow().members().get(0).from().toInstant();
    assertThat(end)
        .as("a year of the calendar in the zone of the cooperative")
        .isEqualTo(from.atZone(coop.charter().zone()).plusYears(1).toInstant());
    coop.advance(Duration.between(coop.now(), end.minusSeconds(2)));
    audits.propose(plan(1).topic(), FIRST);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).isEmpty();
    coop.advance(Duration.between(coop.now(), end));
    assertRefused(() -> audits.propose(plan(2).topic(), FIRST), Reason.NOT_IN_BODY);
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("AUDIT_COMMISSION: EXPIRED, in office 0");
      assertThat(duty.since()).isEqualTo(end);
    });
  }

  @CoopTest(startsAt = START)
  @Tag("KU-10")
  void leave_endsThePlaceInTheSection_theDelegation_andTheChair(Cooperative coop) {
    Sections sections = new Sections(coop);
    coop.admit("anna", "boris");
    long north = sections.found("Северный", ANNA, Name.of("boris"), founder(2));
    sections.elect(north, ANNA, ANNA, Name.of("boris"), founder(2));
    SectionMembership place = sections.view().place(Name.of("boris")).orElseThrow();
    assertThat(place.delegateAt(sections.view().mandates(), coop.now())).contains(ANNA);
    coop.chain().push(coop.actions().leave(Name.of("boris")));
    coop.advance(Duration.ofSeconds(1));
    SectionMembership left = sections.view().place(Name.of("boris")).orElseThrow();
    assertThat(left.at(coop.now())).isEmpty();
    assertThat(left.choiceAt(coop.now())).isEmpty();
    assertThat(left.delegateAt(sections.view().mandates(), coop.now())).isEmpty();
    assertThat(sections.chairman(north).holder()).isEqualTo(ANNA);
    coop.chain().push(coop.actions().leave(ANNA));
    coop.advance(Duration.ofSeconds(1));
    assertThat(sections.view().mandates().inOffice(north, coop.now())).isEmpty();
    assertThat(sections.view().mandates().mandates())
        .extracting(mandate -> mandate.snapshot().end())
        .containsExactly(MandateEnd.LEFT);
    long meeting = sections.plan(north, Sections.election(founder(2)), founder(2));
    sections.convene(meeting);
    assertThat(sections.meeting(meeting).snapshot().members()).isEqualTo(1);
  }

  @CoopTest(startsAt = START)
  @Tag("BALLOT-09")
  void leave_endsThePowersOfAttorneyToVote_givenAndHeld(TestChain chain) {
    Cooperative coop = Cooperative.found(chain, Cooperative.charterWith("\"proxy.max\": 5"));
    coop.admit("anna", "boris");
    Ballots ballots = new Ballots(coop);
    Duration year = Duration.ofDays(365);
    ProxyPaper given = ballots.paper(ANNA, founder(3), 0, year);
    long first = Cooperative.number(chain.push(ballots.register(given)));
    ProxyPaper held = ballots.paper(founder(4), ANNA, 0, year);
    long second = Cooperative.number(chain.push(ballots.register(held)));
    ProxyPaper others = ballots.paper(founder(5), founder(3), 0, year);
    long third = Cooperative.number(chain.push(ballots.register(others)));
    chain.push(coop.actions().leave(Name.of("boris")));
    assertThat(revoked(coop, first)).as("boris has nothing to do with it").isFalse();
    chain.push(coop.actions().leave(ANNA));
    assertThat(revoked(coop, first)).isTrue();
    assertThat(revoked(coop, second)).isTrue();
    assertThat(revoked(coop, third)).isFalse();
    chain.push(ballots.register(ballots.paper(founder(4), founder(3), 0, year)));
  }

  private static boolean revoked(Cooperative coop, long power) {
    return !coop.view()
        .votes()
        .power(power)
        .orElseThrow()
        .snapshot()
        .revokedAt()
        .equals(TimePointSec.EPOCH);
  }

  private static Agenda exclusion(Exclusion exclusion) {
    return agenda(new AgendaItem(
        1, ItemType.EXCLUSION, "Исключение пайщика", "Исключить", List.of(), exclusion.digest()));
  }

  private static Action exclude(Cooperative coop, Exclusion exclusion, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new ExitActions.Exclude(exclusion, meeting, 1),
            founder(5));
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-03")
  void exclude_endsMembershipAndMandate_byTheDecisionOfTheMeetingOnHim(
      Cooperative coop, Meetings meetings) {
    coop.admit("anna", "boris");
    Audits audits = new Audits(coop);
    audits.appoint(ANNA);
    Exclusion exclusion =
        new Exclusion(Cooperative.ACCOUNT, ANNA, digest("не вносит членские взносы"));
    long other = meetings.hold(Steps.plainAgenda());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(exclude(coop, exclusion, other)),
        Reason.DECISION_OF_OTHER_TYPE);
    long meeting = meetings.hold(exclusion(exclusion));
    Exclusion ofBoris = new Exclusion(Cooperative.ACCOUNT, Name.of("boris"), exclusion.grounds());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(exclude(coop, ofBoris, meeting)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(exclude(coop, exclusion, meeting));
    coop.advance(Duration.ofSeconds(1));
    assertThat(coop.membership(ANNA).status()).isEqualTo(MembershipStatus.EXITED);
    assertThat(audits.members()).isEmpty();
    assertThat(duties(coop, DutyKind.APPOINT_AUDIT))
        .extracting(Duty::about)
        .containsExactly("AUDIT_COMMISSION: EXPIRED, in office 0");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(exclude(coop, exclusion, meeting)),
        Reason.WRONG_STATE);
  }
}
