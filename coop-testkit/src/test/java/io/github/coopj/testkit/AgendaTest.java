package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.grow;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.AuditActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.AmendmentContent;
import io.github.coopj.governance.agenda.ChangeKind;
import io.github.coopj.governance.agenda.ChangeStatus;
import io.github.coopj.governance.agenda.ChangeText;
import io.github.coopj.governance.agenda.DemandStatus;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.agenda.ProposalStatus;
import io.github.coopj.governance.agenda.ProposalText;
import io.github.coopj.governance.audit.AuditQuestionType;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.audit.Disagreement;
import io.github.coopj.governance.audit.RemarkContent;
import io.github.coopj.governance.audit.RemarkKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.Delivery;
import io.github.coopj.governance.notice.Reaction;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What members and the Revision commission do before a meeting, on the chain. */
class AgendaTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Duration DAY = Duration.ofDays(1);

  static Action draft(Meetings meetings, Agenda agenda) {
    return meetings.draft(
        MeetingKind.EXTRAORDINARY, agenda, CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
  }

  static Action meeting(Cooperative coop, Record data, Name by) {
    return coop.actions().act(CooperativeAccounts.MEETING, data, by);
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-03")
  @Tag("AGENDA-10")
  void proposal_isIncludedOrRefused_beforeAMeetingIsConvened(Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    ProposalText text = agendas.proposal(founder(3), "О мельнице");
    long mill = Cooperative.number(coop.chain().push(agendas.propose(text)));
    coop.chain().push(agendas.support(mill, founder(4)));
    long second = Cooperative.number(
        coop.chain().push(agendas.propose(agendas.proposal(founder(5), "О лесе"))));
    long without = meetings.draft(draft(meetings, Steps.plainAgenda()));
    long id = meetings.draft(draft(meetings, agenda(item(1, ItemType.OTHER), text.item(2))));
    long decision = meetings.decide(id);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(id, decision)),
            Reason.PROPOSALS_UNDECIDED)
        .hasFact("open", 2);
    agendas.refuse(second, "лес не принадлежит обществу");
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(id, decision)),
            Reason.PROPOSALS_UNDECIDED)
        .hasFact("open", 1);
    agendas.include(mill, id, 2);
    coop.chain().push(meetings.convene(id, decision));
    assertThat(meetings.meeting(id).snapshot().status()).isEqualTo(MeetingStatus.CONVENED);
    assertThat(coop.view().agendas().proposal(mill).orElseThrow().snapshot().status())
        .isEqualTo(ProposalStatus.INCLUDED);
    assertThat(coop.view().agendas().proposal(second).orElseThrow().snapshot().status())
        .isEqualTo(ProposalStatus.REFUSED);
    long late = Cooperative.number(
        coop.chain().push(agendas.propose(agendas.proposal(founder(5), "О реке"))));
    agendas.include(late, without, 2);
    long other = meetings.decide(without);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(without, other)),
            Reason.PROPOSAL_NOT_ON_AGENDA)
        .hasFact("proposal", late);
  }

  /** Two of five demand that the cooperative joins a union, and the Council lets its time pass. */
  static void breach(Cooperative coop, Agendas agendas, DemandText text) {
    coop.chain().push(agendas.demand(text, founder(2)));
    Action present = agendas.act(new AgendaActions.Present(COOP, 1, founder(2)), founder(2));
    assertRefused(coop.chain(), () -> coop.chain().push(present), Reason.DEMAND_TOO_SMALL);
    coop.chain().push(agendas.signDemand(1, founder(3)));
    coop.chain().push(present);
    Action breach = agendas.act(new AgendaActions.Breach(COOP, 1), founder(5));
    assertRefused(coop.chain(), () -> coop.chain().push(breach), Reason.DEMAND_NOT_DUE);
    coop.advance(Duration.ofDays(31));
    coop.chain().push(breach);
  }

  static NoticeActions.DraftSelf draftSelf(Cooperative coop, Agenda agenda, Name demander) {
    Instant opens = coop.now().plus(Duration.ofDays(31));
    return new NoticeActions.DraftSelf(
        COOP,
        1,
        demander,
        MeetingKind.EXTRAORDINARY,
        agenda,
        founder(2),
        founder(3),
        TimePointSec.of(opens),
        TimePointSec.of(opens),
        TimePointSec.of(opens.plus(DAY)));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-07")
  @Tag("MEET-08")
  void demand_inVain_letsDemandersConvene_andAppointTheNextCycle(
      Cooperative coop, Meetings meetings) {
    Agendas agendas = new Agendas(coop);
    DemandText text =
        new DemandText(COOP, 1, "Совет не созывает", List.of(item(1, ItemType.UNION)));
    breach(coop, agendas, text);
    Agenda agenda = agenda(item(1, ItemType.UNION));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meeting(coop, draftSelf(coop, agenda, founder(4)), founder(4))),
        Reason.NOT_THE_DEMANDER);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meeting(coop, draftSelf(coop, Steps.plainAgenda(), founder(3)), founder(3))),
        Reason.DEMAND_ITEM_MISSING);
    long id = Cooperative.number(
        coop.chain().push(meeting(coop, draftSelf(coop, agenda, founder(3)), founder(3))));
    Checksum256 convocation = meetings.meeting(id).requireDraft().convocation().digest();
    Action convene = meeting(
        coop,
        new NoticeActions.ConveneSelf(id, 1, coop.actions().signature(founder(3), convocation)),
        founder(3));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meeting(
                coop,
                new NoticeActions.ConveneSelf(
                    id, 1, coop.actions().signature(founder(4), convocation)),
                founder(4))),
        Reason.NOT_THE_DEMANDER);
    coop.chain().push(convene);
    assertThat(meetings.meeting(id).snapshot().demandId()).isEqualTo(1);
    assertThat(meetings.meeting(id).snapshot().councilDecisionId()).isZero();
    assertThat(agendas.demand(1).snapshot().status()).isEqualTo(DemandStatus.CONVENED);
    assertThat(agendas.demand(1).snapshot().meeting()).isEqualTo(id);
    assertRefused(coop.chain(), () -> coop.chain().push(convene), Reason.WRONG_STATE);

    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    coop.advance(DAY);
    coop.chain().push(meetings.close(id));
    Instant opens = coop.now().plus(Duration.ofDays(31));
    Checksum256 cycle = meetings
        .meeting(id)
        .requireQuorumMissed()
        .repeat(opens, opens.plus(DAY))
        .digest();
    coop.chain()
        .push(meeting(
            coop,
            new NoticeActions.RepeatSelf(
                id,
                1,
                coop.actions().signature(founder(2), cycle),
                TimePointSec.of(opens),
                TimePointSec.of(opens.plus(DAY))),
            founder(2)));
    assertThat(meetings.meeting(id).snapshot().cycle()).isEqualTo(2);
  }

  /** An extraordinary meeting on one question, in 40 days, whose agenda can be changed for five. */
  private static long changeable(Cooperative coop, Meetings meetings) {
    Instant opens = coop.now().plus(Duration.ofDays(40));
    long id = meetings.draft(meeting(
        coop,
        new MeetingActions.Draft(
            COOP,
            CHAIRMAN,
            MeetingKind.EXTRAORDINARY,
            Steps.plainAgenda(),
            CHAIRMAN,
            founder(2),
            TimePointSec.of(coop.now().plus(Duration.ofDays(5))),
            TimePointSec.of(opens),
            TimePointSec.of(opens.plus(DAY))),
        CHAIRMAN));
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    return id;
  }

  static AgendaAmendment amendment(
      Cooperative coop, Meetings meetings, long id, Agenda next, Map<Long, String> reasons) {
    return AgendaAmendment.of(
        id,
        meetings.agenda(id),
        next,
        coop.view().agendas().changes(id),
        reasons,
        new ObligatoryItems(MeetingKind.EXTRAORDINARY, coop.charter().annual(), List.of()),
        coop.charter());
  }

  @Test
  @Tag("AGENDA-12")
  @Tag("AGENDA-13")
  @Tag("AGENDA-14")
  @Tag("AGENDA-16")
  @Tag("AGENDA-17")
  @Tag("AGENDA-18")
  void change_ofThoseWhoDisagree_isTakenOver_orRejectedWithAReason() {
    try (Cooperative coop = Cooperative.found(
        TestChain.inMemory(TestClock.at(START)),
        Cooperative.charterWith("\"agenda.changeThreshold\": \"1/2\""))) {
      Meetings meetings = new Meetings(coop);
      Agendas agendas = new Agendas(coop);
      long id = changeable(coop, meetings);
      coop.chain().push(agendas.react(id, founder(3), Reaction.DISAGREE));
      coop.chain().push(agendas.react(id, founder(4), Reaction.DISAGREE));
      coop.chain().push(agendas.react(id, founder(5), Reaction.AGREE));
      ChangeText change = agendas.change(
          1, id, ChangeKind.ADD, 0, Optional.of(item(2, ItemType.UNION)), founder(3));
      coop.chain().push(agendas.propose(change));
      coop.chain().push(agendas.support(change, founder(3)));
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(agendas.support(change, founder(5))),
          Reason.NOT_DISAGREEING);
      assertRefused(
          coop.chain(), () -> coop.chain().push(agendas.close(change)), Reason.MEETING_TOO_EARLY);
      coop.advance(Duration.ofDays(5));
      coop.chain().push(agendas.close(change));
      assertThat(coop.view().agendas().changes(id))
          .extracting(each -> each.snapshot().status())
          .containsExactly(ChangeStatus.PASSED);

      Agenda other = new Agenda(2, List.of(item(1, ItemType.OTHER), item(2, ItemType.EXCLUSION)));
      long rejecting = coop.decide(
          QuestionType.AGENDA,
          amendment(coop, meetings, id, other, Map.of(1L, "не по закону")).digest());
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(agendas.amend(id, other, List.of(), rejecting)),
          Reason.NO_REASON_GIVEN);
      assertRefused(
          coop.chain(),
          () -> coop.chain()
              .push(agendas.amend(
                  id, other, List.of(new AmendmentContent.Rejected(1, "иначе")), rejecting)),
          Reason.DECISION_ON_OTHER_SUBJECT);
      Agenda next = new Agenda(2, List.of(item(1, ItemType.OTHER), item(2, ItemType.UNION)));
      long decision = coop.decide(
          QuestionType.AGENDA, amendment(coop, meetings, id, next, Map.of()).digest());
      coop.chain().push(agendas.amend(id, next, List.of(), decision));
      assertThat(meetings.agenda(id)).isEqualTo(next);
      assertThat(meetings.meeting(id).snapshot().agendaVersion()).isEqualTo(2);
      assertThat(meetings.meeting(id).snapshot().notified()).isZero();
      assertThat(meetings.meeting(id).snapshot().notice().news()).containsExactly(2);
      assertThat(coop.view().agendas().history(id).versions())
          .containsExactly(Steps.plainAgenda(), next);
      assertThat(coop.view().agendas().history(id).decisions()).endsWith(decision);
      coop.chain().push(meetings.notice(id, meetings.roll(id)));
      coop.advance(Duration.ofDays(35));
      coop.chain().push(meetings.open(id));
      assertThat(meetings.meeting(id).snapshot().status()).isEqualTo(MeetingStatus.OPEN);
    }
  }

  private static ConveningReport report(Cooperative coop, long id) {
    coop.chain().push(meeting(coop, new NoticeActions.Report(id), founder(5)));
    return coop.chain()
        .chain()
        .row(
            CooperativeAccounts.MEETING, new Name(id), Name.of("reports"), 1, ConveningReport.class)
        .orElseThrow();
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-01")
  @Tag("NOTICE-05")
  @Tag("NOTICE-06")
  @Tag("NOTICE-07")
  void notice_thatFailed_isReported_andSentAnotherWay(Cooperative coop, Meetings meetings) {
    long id = meetings.draft(draft(meetings, Steps.plainAgenda()));
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    assertThat(report(coop, id).missing()).isEmpty();
    coop.chain()
        .push(meeting(
            coop,
            new NoticeActions.Delivered(
                id, List.of(founder(4)), Delivery.FAILED, Meetings.receipt("bounced")),
            COOP));
    assertThat(meetings.meeting(id).snapshot().notified()).isEqualTo(4);
    assertThat(report(coop, id).missing()).containsExactly(founder(4));
    List<NoticeChannel> ways = List.of(NoticeChannel.PUSH, NoticeChannel.EMAIL);
    coop.chain()
        .push(meeting(
            coop,
            new NoticeActions.Notify(
                id, List.of(founder(4)), ways, NoticeChannel.EMAIL, Meetings.receipt("mail")),
            COOP));
    assertThat(meetings.meeting(id).snapshot().notified()).isEqualTo(5);
    assertThat(report(coop, id).missing()).isEmpty();
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    coop.chain()
        .push(meeting(
            coop,
            new NoticeActions.Start(
                id,
                "https://zarya.example/vote",
                meetings.roll(id),
                ways,
                NoticeChannel.PUSH,
                Meetings.receipt("start")),
            COOP));
    coop.chain()
        .push(meeting(
            coop,
            new NoticeActions.StartDelivered(
                id, List.of(founder(1)), Delivery.DELIVERED, Meetings.receipt("read")),
            COOP));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meeting(
                coop,
                new NoticeActions.StartDelivered(
                    id, List.of(founder(1)), Delivery.FAILED, Meetings.receipt("late")),
                COOP)),
        Reason.WRONG_STATE);
  }

  private static Audits commission(Cooperative coop) {
    grow(coop, 8);
    Audits audits = new Audits(coop);
    audits.appoint(member(6), member(7), member(8));
    return audits;
  }

  @CoopTest(startsAt = START)
  @Tag("AUDIT-12")
  @Tag("AGENDA-02")
  void commission_demandsAMeeting_andProposesItems(Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    Agendas agendas = new Agendas(coop);
    DemandText text = new DemandText(COOP, 7, "Долги", List.of(item(1, ItemType.UNION)));
    long demand =
        audits.decide(new AuditTopic(COOP, AuditQuestionType.DEMAND_MEETING, text.digest()));
    DemandText other = new DemandText(COOP, 8, "Иное", List.of(item(1, ItemType.UNION)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(agendas.act(new AgendaActions.AuditDemand(other, demand), founder(5))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(agendas.act(new AgendaActions.AuditDemand(text, demand), founder(5)));
    assertThat(agendas.demand(7).snapshot().status()).isEqualTo(DemandStatus.PRESENTED);
    assertThat(agendas.demand(7).signers()).containsExactly(member(6), member(7), member(8));
    long id = meetings.convene(
        agenda(item(1, ItemType.UNION)), CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    coop.chain().push(agendas.act(new AgendaActions.Meet(COOP, 7, id), founder(5)));
    assertThat(agendas.demand(7).snapshot().status()).isEqualTo(DemandStatus.MET);

    ProposalText proposal = agendas.proposal(member(6), "О складе");
    long proposing =
        audits.decide(new AuditTopic(COOP, AuditQuestionType.PROPOSE_ITEM, proposal.digest()));
    Action propose = agendas.act(new AgendaActions.AuditPropose(proposal, proposing), founder(5));
    long number = Cooperative.number(coop.chain().push(propose));
    assertThat(coop.view().agendas().proposal(number).orElseThrow().snapshot().ground())
        .isEqualTo(proposing);
    coop.advance(DAY);
    assertRefused(coop.chain(), () -> coop.chain().push(propose), Reason.DECISION_ALREADY_USED)
        .hasFact("decision", proposing);
    assertRefused(() -> meetings.hold(Steps.plainAgenda()), Reason.PROPOSALS_UNDECIDED);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-30")
  @Tag("AUDIT-11")
  void disagreement_passedToTheMeeting_isAProposalThatCannotBeRefused(
      Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    Agendas agendas = new Agendas(coop);
    RemarkContent remark =
        new RemarkContent(COOP, 1, RemarkKind.REMARK, Office.Body.COUNCIL, digest("remark"));
    coop.chain()
        .push(audits.act(new AuditActions.Issue(remark, audits.decide(remark.topic())), member(6)));
    coop.chain().push(audits.act(new AuditActions.Deliver(COOP, 1, founder(1)), founder(1)));
    Disagreement silence =
        new Disagreement(COOP, remark.digest(), Office.Body.COUNCIL, Checksum256.ZERO);
    long decision = audits.decide(silence.topic());
    ProposalText text = new ProposalText(
        COOP,
        ItemType.OTHER,
        "Разногласие",
        "Поддержать комиссию",
        List.of(),
        silence.digest(),
        Checksum256.ZERO,
        member(6),
        TimePointSec.of(coop.now()));
    Action pass = agendas.act(new AgendaActions.AuditPass(text, 1, decision), founder(5));
    assertRefused(coop.chain(), () -> coop.chain().push(pass), Reason.WRONG_STATE);
    coop.advance(Duration.ofDays(31));
    coop.chain().push(audits.act(new AuditActions.Escalate(COOP, 1, decision), member(6)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(agendas.act(
                new AgendaActions.AuditPass(agendas.proposal(member(6), "О другом"), 1, decision),
                founder(5))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    long proposal = Cooperative.number(coop.chain().push(pass));
    assertRefused(() -> agendas.refuse(proposal, "не согласны"), Reason.CANNOT_REFUSE);
    long id = meetings.draft(draft(meetings, agenda(item(1, ItemType.OTHER), text.item(2))));
    long convening = meetings.decide(id);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.convene(id, convening)),
        Reason.PROPOSALS_UNDECIDED);
    agendas.include(proposal, id, 2);
    coop.chain().push(meetings.convene(id, convening));
    assertThat(meetings.meeting(id).snapshot().status()).isEqualTo(MeetingStatus.CONVENED);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-30")
  @Tag("AGENDA-16")
  void amendment_cannotTakeADisagreementOff_thatNoOtherMeetingDecides(
      Cooperative coop, Meetings meetings) {
    Audits audits = commission(coop);
    Agendas agendas = new Agendas(coop);
    RemarkContent remark =
        new RemarkContent(COOP, 1, RemarkKind.REMARK, Office.Body.COUNCIL, digest("remark"));
    coop.chain()
        .push(audits.act(new AuditActions.Issue(remark, audits.decide(remark.topic())), member(6)));
    coop.chain().push(audits.act(new AuditActions.Deliver(COOP, 1, founder(1)), founder(1)));
    Disagreement silence =
        new Disagreement(COOP, remark.digest(), Office.Body.COUNCIL, Checksum256.ZERO);
    long decision = audits.decide(silence.topic());
    coop.advance(Duration.ofDays(31));
    coop.chain().push(audits.act(new AuditActions.Escalate(COOP, 1, decision), member(6)));
    AgendaItem question = new AgendaItem(
        2, ItemType.OTHER, "Разногласие", "Поддержать комиссию", List.of(), silence.digest());
    Agenda both = agenda(item(1, ItemType.OTHER), question);
    long id = meetings.convene(both, CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    Agenda without = new Agenda(2, List.of(item(1, ItemType.OTHER)));
    long dropping = coop.decide(
        QuestionType.AGENDA, amendment(coop, meetings, id, without, Map.of()).digest());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(agendas.amend(id, without, List.of(), dropping)),
            Reason.DISAGREEMENT_LEFT_OUT)
        .hasFact("remark", 1);
    long other = meetings.convene(both, CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    assertThat(meetings.meeting(other).snapshot().status()).isEqualTo(MeetingStatus.CONVENED);
    coop.chain().push(agendas.amend(id, without, List.of(), dropping));
    assertThat(meetings.agenda(id)).isEqualTo(without);
  }
}
