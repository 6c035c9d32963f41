package io.github.coopj.testkit;

import static io.github.coopj.testkit.AgendaTest.amendment;
import static io.github.coopj.testkit.AgendaTest.breach;
import static io.github.coopj.testkit.AgendaTest.draft;
import static io.github.coopj.testkit.AgendaTest.draftSelf;
import static io.github.coopj.testkit.AgendaTest.meeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.BreachReport;
import io.github.coopj.governance.agenda.CourtAct;
import io.github.coopj.governance.agenda.DemandStatus;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.DiscussionPost;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ProposalStatus;
import io.github.coopj.governance.agenda.ProposalText;
import io.github.coopj.governance.agenda.Stance;
import io.github.coopj.governance.appeal.ChallengedDecision;
import io.github.coopj.governance.appeal.OverrideOrder;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.meeting.RollBuilder;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Courts, withdrawn signatures, discussions, moved meetings, long rolls and orders of meetings, on the chain. */
class AgendaMovesTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Duration DAY = Duration.ofDays(1);
  private static final TimePointSec START_TIME = TimePointSec.of(Instant.parse(START));

  private static Action compel(
      Agendas agendas, long proposal, CourtAct act, long meeting, Name by) {
    return agendas.act(new AgendaActions.Compel(COOP, proposal, act, meeting, 2), by);
  }

  /** A proposal that the Council refused, and the act of a court over the refusal, a day later. */
  private static CourtAct refused(Cooperative coop, Agendas agendas, long proposal) {
    agendas.refuse(proposal, "нет средств");
    coop.advance(DAY);
    Checksum256 refusal =
        coop.view().agendas().proposal(proposal).orElseThrow().requireRefused().refusalDocument();
    return new CourtAct(
        "Районный суд", "2-17/2026", refusal, digest("act"), TimePointSec.of(coop.now()));
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-11")
  void compel_putsARefusedProposalOnTheAgenda_byTheActOfACourt(
      Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    ProposalText text = agendas.proposal(founder(3), "О мельнице");
    long mill = Cooperative.number(coop.chain().push(agendas.propose(text)));
    long wood = Cooperative.number(
        coop.chain().push(agendas.propose(agendas.proposal(founder(4), "О лесе"))));
    CourtAct early = new CourtAct("Суд", "1", digest("no refusal"), digest("act"), START_TIME);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(compel(agendas, mill, early, 1, COOP)),
        Reason.WRONG_STATE);
    CourtAct overMill = refused(coop, agendas, mill);
    CourtAct overWood = refused(coop, agendas, wood);
    long with = meetings.draft(draft(meetings, agenda(item(1, ItemType.OTHER), text.item(2))));
    long without = meetings.draft(draft(meetings, Steps.plainAgenda()));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(compel(agendas, mill, overMill, with, founder(3))),
        ChainError.MISSING_AUTH);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(compel(agendas, mill, overWood, with, COOP)),
        Reason.COURT_ACT_ON_OTHER);
    coop.chain().push(compel(agendas, mill, overMill, with, COOP));
    coop.chain().push(compel(agendas, wood, overWood, without, COOP));
    assertThat(coop.view().agendas().proposal(mill).orElseThrow().snapshot().status())
        .isEqualTo(ProposalStatus.COMPELLED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(without, meetings.decide(without))),
            Reason.PROPOSAL_NOT_ON_AGENDA)
        .hasFact("proposal", wood);
    coop.chain().push(meetings.convene(with, meetings.decide(with)));
    assertThat(meetings.meeting(with).snapshot().status()).isEqualTo(MeetingStatus.CONVENED);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-08")
  void withdraw_takesASignatureBack_untilTheDemandIsPresented(Cooperative coop) {
    Agendas agendas = new Agendas(coop);
    DemandText text = new DemandText(COOP, 1, "Долги", List.of(item(1, ItemType.UNION)));
    coop.chain().push(agendas.demand(text, founder(2)));
    coop.chain().push(agendas.signDemand(1, founder(3)));
    AgendaActions.Withdraw withdraw = new AgendaActions.Withdraw(COOP, 1, founder(3));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(agendas.act(withdraw, founder(2))),
        ChainError.MISSING_AUTH);
    coop.chain().push(agendas.act(withdraw, founder(3)));
    assertThat(agendas.demand(1).signers()).containsExactly(founder(2));
    Action present = agendas.act(new AgendaActions.Present(COOP, 1, founder(2)), founder(2));
    assertRefused(coop.chain(), () -> coop.chain().push(present), Reason.DEMAND_TOO_SMALL);
    coop.chain().push(agendas.signDemand(1, founder(4)));
    coop.chain().push(present);
    assertThat(agendas.demand(1).signers()).containsExactly(founder(2), founder(4));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(agendas.act(new AgendaActions.Withdraw(COOP, 1, founder(4)), founder(4))),
        Reason.WRONG_STATE);
  }

  private static Action post(Agendas agendas, long meeting, int item, Name author, Name by) {
    return agendas.act(
        new AgendaActions.Post(COOP, meeting, author, item, Stance.FOR, digest("text")), by);
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-15")
  void post_isTaken_ofMembersOnTheRoll_untilTheOpening(Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    long id = meetings.convene(Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    coop.admit("later");
    Name later = Name.of("later");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(post(agendas, id, 1, later, later)),
        Reason.NOT_ON_ROLL);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(post(agendas, id, 1, founder(3), founder(4))),
        ChainError.MISSING_AUTH);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(post(agendas, id, 2, founder(3), founder(3))),
        Reason.AGENDA_UNKNOWN_ITEM);
    coop.chain().push(post(agendas, id, 1, founder(3), founder(3)));
    coop.chain().push(post(agendas, id, 1, founder(4), founder(4)));
    assertThat(coop.view().agendas().posts(id, 1))
        .extracting(DiscussionPost::author, DiscussionPost::number)
        .containsExactly(tuple(founder(3), 0L), tuple(founder(4), 1L));

    Agenda next = new Agenda(2, List.of(item(1, ItemType.OTHER), item(2, ItemType.UNION)));
    long decision = coop.decide(
        QuestionType.AGENDA, amendment(coop, meetings, id, next, Map.of()).digest());
    coop.chain().push(agendas.amend(id, next, List.of(), decision));
    coop.chain().push(post(agendas, id, 2, founder(5), founder(5)));
    assertThat(coop.view().agendas().posts(id, 1)).hasSize(2);
    assertThat(coop.view().agendas().posts(id, 2)).hasSize(1);
    assertThat(coop.view().agendas().discussion(id, 1).orElseThrow().thread(1).size())
        .isEqualTo(2);
    assertThat(coop.view().agendas().discussion(id, 2).orElseThrow().thread(1).size())
        .isZero();
    assertThat(coop.view().agendas().discussion(id, 2).orElseThrow().thread(2).size())
        .isEqualTo(1);

    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(31));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(post(agendas, id, 1, founder(3), founder(3))),
        Reason.THREAD_CLOSED);
    coop.chain().push(meetings.open(id));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(post(agendas, id, 1, founder(3), founder(3))),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-18")
  void amendment_thatComesTooLateForANotice_movesTheMeeting(Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    long id = meetings.convene(Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(20), DAY);
    coop.advance(Duration.ofDays(12));
    Agenda next = new Agenda(2, List.of(item(1, ItemType.OTHER), item(2, ItemType.UNION)));
    AgendaAmendment staying = amendment(coop, meetings, id, next, Map.of());
    long stay = coop.decide(QuestionType.AGENDA, staying.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(agendas.amend(id, next, List.of(), stay)),
        Reason.NOTICE_LATE);
    TimePointSec opens = TimePointSec.of(coop.now().plus(Duration.ofDays(20)));
    TimePointSec closes = TimePointSec.of(coop.now().plus(Duration.ofDays(21)));
    long move = coop.decide(QuestionType.AGENDA, staying.movedTo(opens, closes).digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(agendas.amend(id, next, List.of(), opens, closes, stay)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(agendas.amend(id, next, List.of(), opens, closes, move));
    GeneralMeetingRecord moved = meetings.meeting(id).requireConvened().snapshot();
    assertThat(moved.opensAt()).isEqualTo(opens);
    assertThat(moved.closesAt()).isEqualTo(closes);
    assertThat(moved.notified()).isZero();
    assertThat(moved.notice().news()).isEmpty();
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(8));
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.open(id)), Reason.MEETING_TOO_EARLY);
    coop.advance(Duration.ofDays(12));
    coop.chain().push(meetings.open(id));
    assertThat(meetings.meeting(id).snapshot().status()).isEqualTo(MeetingStatus.OPEN);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-07")
  @Tag("MEET-16")
  void conveneself_drawsUpALongRoll_inSteps(Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    breach(coop, agendas, new DemandText(COOP, 1, "Долги", List.of(item(1, ItemType.UNION))));
    assertThat(coop.view().agendas().breach(1).map(BreachReport::demand)).contains(1L);
    assertThat(owed(coop)).containsExactly(DutyKind.DEMAND_BREACHED);
    applicants(coop, RollBuilder.MAX_BATCH - Cooperative.FOUNDERS.size());
    coop.admit("zmember");
    List<Name> members = new ArrayList<>(Cooperative.FOUNDERS);
    members.add(Name.of("zmember"));
    long id = Cooperative.number(coop.chain()
        .push(meeting(
            coop, draftSelf(coop, agenda(item(1, ItemType.UNION)), founder(3)), founder(3))));
    Action convene = conveneSelf(coop, meetings, id, founder(3));
    coop.chain().push(convene);
    assertThat(meetings.meeting(id)).isInstanceOf(DraftMeeting.class);
    assertThat(agendas.demand(1).snapshot().status()).isEqualTo(DemandStatus.BREACHED);
    coop.admit("zlater");
    assertRefused(
        () -> coop.chain().push(conveneSelf(coop, meetings, id, founder(2))),
        Reason.ROLL_OF_OTHER_DECISION);
    coop.chain().push(convene);
    GeneralMeetingRecord row = meetings.meeting(id).requireConvened().snapshot();
    assertThat(row.eligible()).isEqualTo(members.size());
    assertThat(row.rollDigest()).isEqualTo(Roll.of(members).digest());
    assertThat(meetings.roll(id)).containsExactlyInAnyOrderElementsOf(members);
    assertThat(agendas.demand(1).snapshot().status()).isEqualTo(DemandStatus.CONVENED);
    assertThat(agendas.demand(1).snapshot().meeting()).isEqualTo(id);
    assertThat(owed(coop)).isEmpty();
  }

  /** What demands ask of whom. */
  private static List<DutyKind> owed(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .map(Duty::kind)
        .filter(kind -> kind == DutyKind.CONVENE_ON_DEMAND || kind == DutyKind.DEMAND_BREACHED)
        .toList();
  }

  /** People who applied and were not admitted, each an account that drawing up a roll looks at. */
  private static void applicants(Cooperative coop, int count) {
    for (int i = 0; i < count; i++) {
      char last = (char) ('a' + i % 26);
      char before = (char) ('a' + i / 26 % 26);
      String name = "applicant" + (char) ('a' + i / 676) + before + last;
      coop.chain().createAccounts(name);
      coop.verify(Name.of(name));
      coop.apply(Name.of(name));
    }
  }

  private static Action conveneSelf(Cooperative coop, Meetings meetings, long id, Name demander) {
    Checksum256 convocation = meetings.meeting(id).requireDraft().convocation().digest();
    return meeting(
        coop,
        new NoticeActions.ConveneSelf(id, 1, coop.actions().signature(demander, convocation)),
        demander);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-11")
  void override_cancelsADecisionOfTheCouncil(Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    long drafted = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        Steps.plainAgenda(),
        CHAIRMAN,
        founder(2),
        Duration.ofDays(80),
        DAY));
    long convening = meetings.decide(drafted);
    ChallengedDecision challenged =
        ChallengedDecision.ofCouncil(coop.decision(convening).requireInForce());
    OverrideOrder order = new OverrideOrder(COOP, challenged, Checksum256.ZERO);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(override(agendas, order, drafted)),
        Reason.WRONG_STATE);
    long id = meetings.hold(agenda(
        new AgendaItem(1, ItemType.OVERRIDE, "О собрании", "Отменить", List.of(), order.digest())));
    assertThat(coop.view().agendas().overrides().inEffect(challenged, coop.now()))
        .contains(challenged.subject());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(override(agendas, new OverrideOrder(COOP, challenged, digest("other")), id)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(override(agendas, order, id));
    assertThat(coop.view().agendas().overrides().inEffect(challenged, coop.now()))
        .isEmpty();
    coop.advance(Duration.ofHours(1));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(override(agendas, order, id)),
        Reason.DECISION_ALREADY_USED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(drafted, convening)),
            Reason.DECISION_OVERRIDDEN)
        .hasFact("decision", convening);
  }

  private static Action override(Agendas agendas, OverrideOrder order, long meeting) {
    return agendas.act(new AgendaActions.Overrule(order, meeting, 1), founder(5));
  }
}
