package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.castFirst;
import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

class UnsignedMinutesTest {
  /** A counted meeting that elected founders 1 and 3 to preside, in this order, and founder 2 as secretary. */
  private static long counted(Cooperative coop, Meetings meetings) {
    long id = openMeeting(
        coop,
        meetings,
        agenda(
            election(1, ItemType.MEETING_CHAIR, CHAIRMAN),
            election(2, ItemType.MEETING_CHAIR, founder(3)),
            election(3, ItemType.MEETING_SECRETARY, founder(2))));
    castFirst(coop, meetings, id, 4);
    closeVote(coop, meetings, id);
    return id;
  }

  private static Action refuse(Cooperative coop, long id, Name signer, Name by) {
    return coop.actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.RefuseToSign(id, signer, "с подсчётом не согласен"),
            by);
  }

  private static Action passOn(Cooperative coop, long id, Name by) {
    return coop.actions().act(CooperativeAccounts.MEETING, new MeetingActions.PassOn(id), by);
  }

  @CoopTest(startsAt = START)
  @Tag("MIN-03")
  void silentChairman_isReplacedAfterTheTimeOfTheCharter_byWhomTheSameBallotElected(
      Cooperative coop, Meetings meetings) {
    long id = counted(coop, meetings);
    Name anybody = founder(5);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(passOn(coop, id, anybody)),
            Reason.SUBSTITUTE_NOT_DUE)
        .hasFact("meeting", id);
    coop.advance(Duration.ofDays(10));
    assertThat(meetings.meeting(id)).as("no time signs").isInstanceOf(CountedMeeting.class);
    coop.chain().push(passOn(coop, id, anybody));
    assertThat(meetings.meeting(id).requireCounted().missingSigners(coop.charter()))
        .containsExactly(founder(3));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN)),
        Reason.NOT_A_MINUTES_SIGNER);
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), founder(3)));
    assertThat(meetings.meeting(id)).isInstanceOf(HeldMeeting.class);
  }

  @CoopTest(startsAt = START)
  @Tag("MIN-03")
  void refusals_passTheMinutesOn_andInTheEndToTheRevisionCommission(
      Cooperative coop, Meetings meetings) {
    long id = counted(coop, meetings);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(refuse(coop, id, founder(3), founder(3))),
        Reason.NOT_A_MINUTES_SIGNER);
    coop.chain().push(refuse(coop, id, CHAIRMAN, CHAIRMAN));
    coop.chain().push(passOn(coop, id, founder(5)));
    coop.chain().push(refuse(coop, id, founder(3), founder(3)));
    assertThat(coop.view().duties(coop.now()))
        .extracting(Duty::kind)
        .contains(DutyKind.SIGN_MINUTES)
        .doesNotContain(DutyKind.MINUTES_UNSIGNED);
    coop.chain().push(passOn(coop, id, founder(5)));
    CountedMeeting counted = meetings.meeting(id).requireCounted();
    assertThat(counted.snapshot().signing().isEscalated()).isTrue();
    assertThat(counted.snapshot().signing().refusals()).hasSize(2);
    assertThat(coop.view().duties(coop.now()))
        .extracting(Duty::kind)
        .contains(DutyKind.MINUTES_UNSIGNED);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(passOn(coop, id, founder(4))),
        Reason.MINUTES_ESCALATED);
    coop.advance(Duration.ofDays(400));
    assertThat(meetings.meeting(id)).as("never signed by itself").isEqualTo(counted);
  }
}
