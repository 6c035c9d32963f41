package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Appointments;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.PowerMap;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Rejection;
import io.github.coopj.governance.council.Suspension;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What the Council decides about itself takes effect on the chain. */
class CouncilActsTest {
  private static final Name COOP = Cooperative.ACCOUNT;

  private static List<Duty> convening(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == DutyKind.CONVENE_FOR_ELECTION)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-16")
  void deputies_areAppointedAndRemoved_byOneDecisionEach(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    long third = steps.deputy(founder(3));
    steps.deputy(founder(2));
    assertThat(steps.council().deputies(coop.now())).containsExactly(founder(3), founder(2));
    long removal =
        coop.decide(QuestionType.DEPUTY_REMOVAL, Appointments.removalSubject(founder(3)));
    Action remove = steps.act(
        new CouncilActions.RemoveDeputy(COOP, removal, founder(3), founder(5)), founder(5));
    coop.chain().push(remove);
    assertThat(steps.council().deputies(coop.now())).containsExactly(founder(2));
    assertThat(steps.council().isMember(founder(3), coop.now())).isTrue();
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(steps.appoint(third, founder(3))),
        Reason.DECISION_ALREADY_USED);
    assertRefused(coop.chain(), () -> coop.chain().push(remove), Reason.DECISION_ALREADY_USED);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-16")
  void deputy_isAppointed_byAMemberUnderADecisionOnHimAlone(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    coop.admit("stranger");
    Name stranger = Name.of("stranger");
    long decision = coop.decide(QuestionType.APPOINTMENT, Council.deputySubject(founder(3)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(steps.act(
                new CouncilActions.AppointDeputy(COOP, decision, founder(3), stranger), stranger)),
        Reason.NOT_IN_COUNCIL);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(steps.appoint(decision, founder(4))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(steps.appoint(decision, founder(3)));
    assertThat(steps.council().deputies(coop.now())).containsExactly(founder(3));
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-17")
  void suspension_isVotedAndSigned_withoutTheChairman(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    Suspension suspension = steps.suspension(365);
    long id = steps.adoptByOthers(QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().vote(id, CHAIRMAN, Vote.AGAINST)),
        Reason.CHAIRMAN_EXCLUDED);
    steps.closeVote(id);
    assertRefused(coop.chain(), () -> coop.sign(id), Reason.CHAIRMAN_EXCLUDED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(steps.signByVoters(id, founder(2), founder(3), founder(4))),
            Reason.SIGNATURES_MISSING)
        .hasFact("missing", List.of(founder(5)));
    coop.chain().push(steps.signByVoters(id, founder(2), founder(3), founder(4), founder(5)));
    Action suspend = steps.act(new CouncilActions.Suspend(id, suspension, founder(2)), founder(2));
    coop.chain().push(suspend);
    assertThat(steps.council().isChairmanSuspended(coop.now())).isTrue();
    assertThat(steps.council().actingChairman(coop.now())).isEmpty();
    assertRefused(coop.chain(), () -> coop.chain().push(suspend), Reason.DECISION_ALREADY_USED);
    long question = coop.adopt(QuestionType.OTHER, digest("while suspended"));
    assertRefused(coop.chain(), () -> coop.sign(question), Reason.NOT_CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-18")
  void suspension_lapses_unlessTheMeetingIsConvened(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    steps.suspend(steps.suspension(365));
    assertThat(convening(coop)).extracting(Duty::overdue).containsExactly(false);
    // 60 days after 12 January, to the midnight of Moscow: 12 January + 60 days is 13 March
    coop.advance(Duration.between(coop.now(), Instant.parse("2026-03-13T20:59:50Z")));
    assertThat(steps.council().isChairmanSuspended(coop.now())).isTrue();
    coop.advance(Duration.ofSeconds(10));
    assertThat(steps.council().isChairmanSuspended(coop.now())).isFalse();
    assertThat(steps.council().actingChairman(coop.now())).contains(CHAIRMAN);
    assertThat(convening(coop)).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-18")
  @Tag("CHAIR-14")
  void actingChairman_convenesTheMeeting_thatLetsTheSuspensionLast(
      Cooperative coop, Meetings meetings) {
    CouncilSteps steps = new CouncilSteps(coop);
    Suspension suspension = steps.suspension(365);
    steps.suspend(suspension);
    long acting =
        steps.adoptByOthers(QuestionType.ACTING_CHAIRMAN, Appointments.actingSubject(founder(3)));
    coop.advance(Duration.ofDays(4));
    steps.closeVote(acting);
    coop.chain().push(steps.signByVoters(acting, founder(2), founder(3), founder(4), founder(5)));
    coop.chain()
        .push(
            steps.act(new CouncilActions.LetAct(COOP, acting, founder(3), founder(2)), founder(2)));
    assertThat(steps.council().actingChairman(coop.now())).contains(founder(3));

    long other = coop.adopt(QuestionType.OTHER, digest("not urgent"));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().signDecision(other, founder(3))),
        Reason.NOT_TEMPORARY_SCOPE);
    long plain =
        convene(coop, meetings, MeetingKind.EXTRAORDINARY, agenda(item(1, ItemType.OTHER)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(steps.act(new CouncilActions.Convened(suspension, plain), founder(2))),
        Reason.AGENDA_ITEM_MISSING);
    assertThat(convening(coop)).hasSize(1);
    long meeting = convene(
        coop,
        meetings,
        MeetingKind.EMERGENCY,
        agenda(election(1, ItemType.ELECTION_COUNCIL_CHAIR, founder(2))));
    coop.chain().push(steps.act(new CouncilActions.Convened(suspension, meeting), founder(2)));
    assertThat(steps.council().snapshot().suspendedUntil()).isEqualTo(suspension.until());
    assertThat(convening(coop)).isEmpty();
  }

  /** The Council convenes, the temporary acting chairman signs. */
  private static long convene(
      Cooperative coop, Meetings meetings, MeetingKind kind, Agenda agenda) {
    long id = meetings.draft(meetings.draft(
        kind, agenda, CHAIRMAN, founder(2), Duration.ofDays(31), Duration.ofDays(1)));
    new Agendas(coop).consentAll(id, agenda);
    long decision = coop.adopt(
        QuestionType.CONVENE_MEETING,
        meetings.meeting(id).requireDraft().convocation().digest());
    coop.chain().push(coop.actions().signDecision(decision, founder(3)));
    coop.chain().push(meetings.convene(id, decision));
    return id;
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-11")
  void decision_goesToTheGeneralMeeting_onTheDayTheSignatureIsOverdue(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    long silent = coop.adopt(QuestionType.OTHER, digest("never signed"));
    long refused = coop.adopt(QuestionType.OTHER, digest("refused"));
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.COUNCIL,
                new CouncilContract.Decline(COOP, refused, CHAIRMAN, "against the charter"),
                CHAIRMAN));
    Action escalate = steps.act(new CouncilActions.Escalate(COOP, silent, founder(2)), founder(2));
    coop.advance(Duration.ofDays(30).minusSeconds(60));
    assertRefused(coop.chain(), () -> coop.chain().push(escalate), Reason.SIGNATURE_NOT_OVERDUE);
    coop.advance(Duration.ofSeconds(61));
    coop.chain().push(escalate);
    coop.chain()
        .push(steps.act(new CouncilActions.Escalate(COOP, refused, founder(2)), founder(2)));
    assertThat(List.of(coop.decision(silent), coop.decision(refused)))
        .extracting(decision -> decision.requireEscalated().facts().grounds())
        .containsExactly("", "against the charter");
    assertRefused(coop.chain(), () -> coop.chain().push(escalate), Reason.WRONG_STATE);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilContract.Decline(COOP, silent, CHAIRMAN, "too late"),
                    CHAIRMAN)),
        Reason.WRONG_STATE);
    assertThat(coop.decision(silent).status()).isEqualTo(DecisionStatus.ESCALATED);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-24")
  void powers_areDistributed_eachAreaToAMember(Cooperative coop) {
    CouncilSteps steps = new CouncilSteps(coop);
    PowerMap nobody = new PowerMap(COOP, List.of(new PowerMap.Area("Учёт", List.of())));
    long refused = coop.decide(QuestionType.POWER_MAP, nobody.digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(steps.act(
                    new CouncilActions.Distribute(refused, nobody, founder(2)), founder(2))),
            Reason.NO_HOLDER)
        .hasFact("area", "Учёт");
    PowerMap map = new PowerMap(
        COOP,
        List.of(
            new PowerMap.Area("Учёт", List.of(founder(2))),
            new PowerMap.Area("Участки", List.of(founder(3), founder(4)))));
    long decision = coop.decide(QuestionType.POWER_MAP, map.digest());
    coop.chain()
        .push(steps.act(new CouncilActions.Distribute(decision, map, founder(2)), founder(2)));
    assertThat(coop.view().powers()).contains(map);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-04")
  void recused_isOutOfTheCount_andADecisionOfNobodyIsNone(Cooperative coop) {
    long two = coop.propose(QuestionType.OTHER, digest("an interest of three"));
    Steps.vote(coop, two, Vote.RECUSED, Vote.RECUSED, Vote.RECUSED, Vote.FOR, Vote.FOR);
    coop.chain().push(coop.actions().closeVote(two, CHAIRMAN));
    assertThat(coop.decision(two).requirePendingSignature().responsible())
        .containsExactly(founder(4), founder(5));
    long nobody = coop.propose(QuestionType.OTHER, digest("an interest of all"));
    Steps.vote(coop, nobody, Vote.RECUSED, Vote.RECUSED, Vote.RECUSED, Vote.RECUSED, Vote.RECUSED);
    coop.advance(Duration.ofDays(3));
    coop.chain().push(coop.actions().closeVote(nobody, CHAIRMAN));
    assertThat(coop.decision(nobody).requireRejected().rejection())
        .isEqualTo(Rejection.NOBODY_ENTITLED);
  }
}
