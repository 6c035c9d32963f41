package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CycleRecord;
import io.github.coopj.governance.meeting.FailureCause;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemOutcome;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.meeting.QuorumMissed;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.notice.Reaction;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingVoteTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration NOTICE = Duration.ofDays(11);

  @ParameterizedTest(name = "{0} members: {1}, then {2}, then {3}")
  @CsvSource({"5, 4, 3, 2", "8, 6, 4, 2", "12, 9, 6, 3"})
  @Tag("MEET-18")
  @Tag("MEET-19")
  @Tag("MEET-20")
  @Tag("MEET-22")
  @Tag("BALLOT-07")
  void quorum_missedByOne_passesToTheNextCycle_metExactly(
      int members, int first, int second, int third) {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
      Meetings meetings = new Meetings(coop);
      Steps.grow(coop, members);
      long id = openMeeting(coop, meetings, plainAgenda());
      Ballot old = meetings.ballot(id, member(1), Choice.FOR);
      castFirst(coop, meetings, id, first - 1);
      closeVote(coop, meetings, id);
      assertThat(meetings.meeting(id)).isInstanceOf(QuorumMissed.class);
      nextCycle(coop, meetings, id);
      GeneralMeetingRecord row = meetings.meeting(id).snapshot();
      assertThat(row.cycle()).isEqualTo(2);
      assertThat(row.present()).as("ballots of the old cycle are void").isZero();
      assertThat(row.items()).extracting(ItemRecord::votesFor).containsOnly(0L);
      assertThat(row.agendaVersion()).isEqualTo(1);
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(meetings.handIn(old)),
              Reason.BALLOT_OTHER_CYCLE)
          .hasFact("ballot", 1)
          .hasFact("expected", 2);
      castFirst(coop, meetings, id, second - 1);
      closeVote(coop, meetings, id);
      assertThat(meetings.meeting(id)).isInstanceOf(QuorumMissed.class);
      nextCycle(coop, meetings, id);
      castFirst(coop, meetings, id, third);
      closeVote(coop, meetings, id);
      GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
      assertThat(counted.cycles())
          .extracting(CycleRecord::required)
          .containsExactly((long) first, (long) second, (long) third);
      assertThat(counted.cycles())
          .extracting(CycleRecord::present)
          .containsExactly(first - 1L, second - 1L, (long) third);
      assertThat(counted.items().get(0).votesFor()).isEqualTo(third);
      assertThat(counted.items().get(0).outcome()).isEqualTo(ItemOutcome.ADOPTED);
    }
  }

  @ParameterizedTest(name = "{0} members, cycle {1}: {2}")
  @CsvSource({"5, 1, 4", "8, 1, 6", "8, 2, 4", "12, 1, 9", "12, 2, 6"})
  @Tag("MEET-18")
  @Tag("MEET-19")
  void quorum_metExactly(int members, int cycle, int present) {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
      Meetings meetings = new Meetings(coop);
      Steps.grow(coop, members);
      long id = openMeeting(coop, meetings, plainAgenda());
      if (cycle == 2) {
        closeVote(coop, meetings, id);
        nextCycle(coop, meetings, id);
      }
      castFirst(coop, meetings, id, present);
      closeVote(coop, meetings, id);
      GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
      assertThat(counted.cycle()).isEqualTo(cycle);
      assertThat(counted.present()).isEqualTo(present);
      assertThat(counted.eligible()).isEqualTo(members);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-13")
  @Tag("TALLY-01")
  void openBallots_areVisible_withTheirVotersAndAnswers_andCountedAfterTheVote(
      Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(3), Choice.AGAINST)));
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR)));
    assertThat(coop.view().ballots(id, 1))
        .extracting(SignedBallot::ballot)
        .extracting(Ballot::member, ballot -> ballot.answers().get(0).choice())
        .containsExactlyInAnyOrder(
            tuple(founder(3), Choice.AGAINST), tuple(founder(2), Choice.FOR));
    assertThat(meetings.meeting(id).snapshot().items())
        .as("no votes before the end")
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsOnly(tuple(0L, 0L));
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(4), Choice.FOR)));
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(5), Choice.FOR)));
    closeVote(coop, meetings, id);
    assertThat(meetings.meeting(id).requireCounted().snapshot().items().get(0))
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(3L, 1L);
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-02")
  void ballot_needsAReactionToTheNotice_whereTheCharterAsksForOne(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"notice.requireRsvp\": true"));
    Meetings meetings = new Meetings(coop);
    long id = meetings.convene(plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    chain.push(new Agendas(coop).react(id, founder(3), Reaction.DISAGREE));
    coop.advance(Duration.ofDays(31));
    chain.push(meetings.open(id));
    assertRefused(
            chain,
            () -> chain.push(meetings.handIn(meetings.ballot(id, founder(4), Choice.FOR))),
            Reason.RSVP_MISSING)
        .hasFact("account", founder(4));
    chain.push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR)));
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-20")
  void meeting_fails_whenNobodyComesToTheCycleThatNeedsOne(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    for (int cycle = 1; cycle < 4; cycle++) {
      closeVote(coop, meetings, id);
      nextCycle(coop, meetings, id);
    }
    closeVote(coop, meetings, id);
    GeneralMeetingRecord failed = meetings.meeting(id).snapshot();
    assertThat(failed.failure()).isEqualTo(FailureCause.NOBODY_CAME);
    assertThat(failed.cycles()).extracting(CycleRecord::required).containsExactly(4L, 3L, 2L, 1L);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meetings.reconvene(
                id,
                failed.councilDecisionId(),
                TimePointSec.of(coop.now().plus(NOTICE)),
                TimePointSec.of(coop.now().plus(NOTICE).plus(DAY)))),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-22")
  @Tag("NOTICE-03")
  void reconvene_needsTenDaysAndNewNotices(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    closeVote(coop, meetings, id);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.reconvene(id, Duration.ofDays(9), DAY)),
            Reason.NOTICE_LATE)
        .hasFact("days", 9)
        .hasFact("required", 10);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meetings.reconvene(
                id,
                meetings.meeting(id).snapshot().councilDecisionId(),
                TimePointSec.of(coop.now().plus(Duration.ofDays(10))),
                TimePointSec.of(coop.now().plus(Duration.ofDays(11))))),
        Reason.DECISION_OF_OTHER_TYPE);
    MeetingActions.Reconvene decided =
        meetings.reconvene(id, Duration.ofDays(10), DAY).dataAs(MeetingActions.Reconvene.class);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(meetings.reconvene(
                id,
                decided.decision(),
                new TimePointSec(decided.opensAt().seconds() + 1),
                decided.closesAt())),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(meetings.reconvene(id, Duration.ofDays(10), DAY));
    assertThat(meetings.meeting(id).snapshot().notified()).isZero();
    coop.advance(Duration.ofDays(10));
    assertRefused(
            coop.chain(), () -> coop.chain().push(meetings.open(id)), Reason.MEMBERS_NOT_NOTIFIED)
        .hasFact("notified", 0);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-04")
  @Tag("BALLOT-06")
  void ballot_refused_withForgedSignature(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    Ballot mine = meetings.ballot(id, founder(2), Choice.FOR);
    Ballot turned = meetings.ballot(id, founder(2), Choice.AGAINST);
    List<DocumentSignature> forged = List.of(
        coop.actions().signature(founder(3), mine.digest()),
        DocumentSignature.sign(TestKeys.of(founder(3)), founder(2), mine.digest(), coop.now()),
        coop.actions().signature(founder(2), turned.digest()),
        DocumentSignature.sign(
            TestKeys.of(founder(2)), founder(2), mine.digest(), coop.now().plus(DAY)));
    for (DocumentSignature signature : forged) {
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(handIn(coop, mine, signature, founder(2))),
              Reason.BALLOT_FORGED)
          .hasFact("account", "founder2");
    }
    DocumentSignature genuine = coop.actions().signature(founder(2), mine.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(handIn(coop, mine, genuine, founder(3))),
        ChainError.MISSING_AUTH);
    assertThat(meetings.meeting(id).snapshot().present()).isZero();
    coop.chain().push(handIn(coop, mine, genuine, founder(2)));
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
    assertThat(meetings.ballots(id, 1)).containsExactly(mine);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-04")
  @Tag("BALLOT-01")
  @Tag("BALLOT-03")
  void ballot_refused_forAnythingButThisAgenda(Cooperative coop, Meetings meetings) {
    Agenda two = agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER));
    long id = openMeeting(coop, meetings, two);
    List<Answer> whole = List.of(new Answer(1, Choice.FOR), new Answer(2, Choice.AGAINST));
    assertRefusedBallot(coop, meetings, ballot(id, 1, 2, whole), Reason.BALLOT_OTHER_AGENDA);
    assertRefusedBallot(coop, meetings, ballot(id, 2, 1, whole), Reason.BALLOT_OTHER_CYCLE);
    assertRefusedBallot(
        coop,
        meetings,
        new Ballot(Name.of("rassvet"), id, 1, 1, founder(2), whole),
        Reason.BALLOT_OTHER_MEETING);
    assertRefusedBallot(
        coop,
        meetings,
        ballot(id, 1, 1, List.of(new Answer(3, Choice.FOR))),
        Reason.BALLOT_UNKNOWN_ITEM);
    assertRefusedBallot(
        coop,
        meetings,
        ballot(id, 1, 1, List.of(new Answer(0, Choice.FOR))),
        Reason.BALLOT_UNKNOWN_ITEM);
    assertRefusedBallot(
        coop,
        meetings,
        ballot(id, 1, 1, List.of(new Answer(1, Choice.FOR), new Answer(1, Choice.FOR))),
        Reason.BALLOT_DUPLICATE_ITEM);
    assertRefusedBallot(
        coop,
        meetings,
        ballot(id, 1, 1, List.of(new Answer(1, Choice.ABSTAIN))),
        Reason.BALLOT_CHOICE_NOT_OFFERED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.handIn(ballot(id + 1, 1, 1, whole))),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("there is no meeting");
    coop.chain().push(meetings.handIn(ballot(id, 1, 1, whole)));
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
    assertThat(meetings.ballots(id, 1)).extracting(Ballot::answers).containsExactly(whole);
  }

  @CoopTest(startsAt = START)
  @Tag("BALLOT-07")
  void blankAnswer_countsAsPresentAndNotFor(Cooperative coop, Meetings meetings) {
    Agenda two = agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER));
    long id = openMeeting(coop, meetings, two);
    for (int i = 1; i <= 4; i++) {
      Choice first = i <= 2 ? Choice.FOR : Choice.AGAINST;
      List<Answer> answers = i <= 3
          ? List.of(new Answer(1, first), new Answer(2, Choice.FOR))
          : List.of(new Answer(1, first));
      coop.chain()
          .push(meetings.handIn(new Ballot(Cooperative.ACCOUNT, id, 1, 1, founder(i), answers)));
    }
    closeVote(coop, meetings, id);
    List<ItemRecord> items = meetings.meeting(id).requireCounted().snapshot().items();
    assertThat(items.get(1).blank()).isEqualTo(1);
    assertThat(items.get(1).votesFor()).isEqualTo(3);
    assertThat(items.get(1).outcome()).isEqualTo(ItemOutcome.ADOPTED);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-14")
  void item_isRejectedByHalfAndAdoptedByOneMore(Cooperative coop, Meetings meetings) {
    Agenda two = agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER));
    long id = openMeeting(coop, meetings, two);
    for (int i = 1; i <= 4; i++) {
      List<Answer> answers = List.of(
          new Answer(1, i <= 2 ? Choice.FOR : Choice.AGAINST),
          new Answer(2, i <= 3 ? Choice.FOR : Choice.AGAINST));
      coop.chain()
          .push(meetings.handIn(new Ballot(Cooperative.ACCOUNT, id, 1, 1, founder(i), answers)));
    }
    closeVote(coop, meetings, id);
    assertThat(meetings.meeting(id).requireCounted().snapshot().items())
        .extracting(ItemRecord::outcome)
        .containsExactly(ItemOutcome.REJECTED, ItemOutcome.ADOPTED);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-04")
  @Tag("BALLOT-08")
  void secondBallot_refused(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR)));
    for (Choice again : List.of(Choice.FOR, Choice.AGAINST)) {
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), again))),
              Reason.BALLOT_ALREADY_CAST)
          .hasFact("account", "founder2");
    }
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
    assertThat(meetings.ballots(id, 1)).hasSize(1);
  }

  @CoopTest(startsAt = START)
  @Tag("BALLOT-08")
  void secondBallot_replacesTheFirst_whereTheCharterAllows(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"ballot.revote\": \"LAST_WINS\""));
    Meetings meetings = new Meetings(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    for (Choice choice : List.of(Choice.FOR, Choice.AGAINST, Choice.FOR, Choice.AGAINST)) {
      coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), choice)));
    }
    GeneralMeetingRecord row = meetings.meeting(id).snapshot();
    assertThat(row.present()).isEqualTo(1);
    assertThat(row.ballots().size()).isEqualTo(4);
    assertThat(meetings.ballots(id, 1)).as("all stay in the log").hasSize(4);
    castFirst(coop, meetings, id, 4);
    closeVote(coop, meetings, id);
    assertThat(meetings.minutes(id).tally().items().get(0).votesFor()).isEqualTo(4);
  }

  @CoopTest(startsAt = START)
  @Tag("BALLOT-01")
  void ballot_onlyFromOpeningUntilTheSecondBeforeClosing(Cooperative coop, Meetings meetings) {
    long id = meetings.convene(plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(20), DAY);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR))),
            Reason.WRONG_STATE)
        .hasFact("state", "CONVENED");
    coop.advance(Duration.ofDays(20));
    coop.chain().push(meetings.open(id));
    Instant closesAt = meetings.meeting(id).snapshot().closesAt().toInstant();
    coop.chain().clock().advanceTo(closesAt.minusSeconds(1));
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR)));
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.close(id)), Reason.MEETING_TOO_EARLY);
    coop.chain().clock().advanceTo(closesAt);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR))),
            Reason.BALLOT_LATE)
        .hasFact("account", "founder3");
    coop.chain().push(meetings.close(id));
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR))),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-16")
  void ballot_refused_ofWhoIsNotOnTheRoll(Cooperative coop, Meetings meetings) {
    Name stranger = Name.of("stranger");
    coop.chain().createAccounts("stranger");
    coop.verify(stranger);
    long id = openMeeting(coop, meetings, plainAgenda());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.handIn(meetings.ballot(id, stranger, Choice.FOR))),
            Reason.NOT_ON_ROLL)
        .hasFact("account", "stranger");
  }

  static long openMeeting(Cooperative coop, Meetings meetings, Agenda agenda) {
    long id = meetings.convene(agenda, CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    return id;
  }

  static void castFirst(Cooperative coop, Meetings meetings, long id, int ballots) {
    for (int i = 1; i <= ballots; i++) {
      coop.chain().push(meetings.handIn(meetings.ballot(id, member(i), Choice.FOR)));
    }
  }

  static void closeVote(Cooperative coop, Meetings meetings, long id) {
    coop.chain().clock().advanceTo(meetings.meeting(id).snapshot().closesAt().toInstant());
    coop.chain().push(meetings.close(id));
  }

  private static void nextCycle(Cooperative coop, Meetings meetings, long id) {
    coop.chain().push(meetings.reconvene(id, NOTICE, DAY));
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(NOTICE);
    coop.chain().push(meetings.open(id));
  }

  private static Ballot ballot(long id, int cycle, int agendaVersion, List<Answer> answers) {
    return new Ballot(Cooperative.ACCOUNT, id, cycle, agendaVersion, founder(2), answers);
  }

  private static void assertRefusedBallot(
      Cooperative coop, Meetings meetings, Ballot ballot, Reason reason) {
    assertRefused(coop.chain(), () -> coop.chain().push(meetings.handIn(ballot)), reason);
  }

  private static Action handIn(
      Cooperative coop, Ballot ballot, DocumentSignature signature, Name actor) {
    return coop.actions()
        .act(CooperativeAccounts.MEETING, new MeetingActions.HandIn(ballot, signature), actor);
  }
}
