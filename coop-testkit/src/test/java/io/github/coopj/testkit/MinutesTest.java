package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.castFirst;
import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesNotes;
import io.github.coopj.governance.meeting.MinutesSeal;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

class MinutesTest {
  @CoopTest(startsAt = START)
  @Tag("ESIG-05")
  @Tag("MIN-01")
  @Tag("MEET-23")
  void meeting_isHeld_byTheSignatureOfItsChairman(Cooperative coop, Meetings meetings) {
    long id = counted(coop, meetings);
    coop.advance(Duration.ofDays(3));
    assertThat(meetings.meeting(id)).isInstanceOf(CountedMeeting.class);
    MinutesSeal seal = meetings.minutes(id).seal();
    coop.chain().push(meetings.sign(id, seal, CHAIRMAN));
    Instant signedAt = coop.now();
    HeldMeeting held = meetings.meeting(id).requireHeld();
    assertThat(TimePointSec.of(held.heldAt())).isEqualTo(TimePointSec.of(signedAt));
    assertThat(held.snapshot().minutesHash()).isEqualTo(seal.digest());
    assertThat(held.decisions()).extracting(MeetingDecision::item).containsExactly(1);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.sign(id, seal, CHAIRMAN)),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-05")
  @Tag("MIN-01")
  void sign_refused_byAnybodyElseOrForged(Cooperative coop, Meetings meetings) {
    long id = counted(coop, meetings);
    MinutesSeal seal = meetings.minutes(id).seal();
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.sign(id, seal, founder(2))),
            Reason.NOT_A_MINUTES_SIGNER)
        .hasFact("account", "founder2")
        .hasFact("signers", "[founder1]");
    List<DocumentSignature> forged = List.of(
        DocumentSignature.sign(TestKeys.of(founder(2)), CHAIRMAN, seal.digest(), coop.now()),
        coop.actions().signature(CHAIRMAN, digest("other minutes")),
        DocumentSignature.sign(
            TestKeys.of(CHAIRMAN), CHAIRMAN, seal.digest(), coop.now().plusSeconds(60)));
    for (DocumentSignature signature : forged) {
      assertRefused(
              coop.chain(),
              () -> coop.chain()
                  .push(coop.actions()
                      .act(
                          CooperativeAccounts.MEETING,
                          new MeetingActions.Sign(id, seal, signature),
                          CHAIRMAN)),
              Reason.SIGNATURE_FORGED)
          .hasFact("account", "founder1");
    }
    assertThat(meetings.meeting(id)).isInstanceOf(CountedMeeting.class);
  }

  @CoopTest(startsAt = START)
  @Tag("TALLY-02")
  void sign_refused_forMinutesWithOtherFigures(Cooperative coop, Meetings meetings) {
    long id = counted(coop, meetings);
    MinutesSeal right = meetings.minutes(id).seal();
    MinutesSeal wrong = new MinutesSeal(digest("other figures"), right.narrative());
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.sign(id, wrong, CHAIRMAN)),
            Reason.MINUTES_MISMATCH)
        .hasFact("figure", "tally")
        .hasFact("expected", right.tally());
    GeneralMeetingRecord counted = meetings.meeting(id).snapshot();
    assertThat(counted.minutesHash().toBytes()).containsOnly(0);
  }

  @CoopTest(startsAt = START)
  @Tag("TALLY-02")
  void minutes_stateWhatTheBallotsGive_andNothingElse(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER)));
    for (int i = 1; i <= 5; i++) {
      List<Answer> answers = List.of(
          new Answer(1, i <= 4 ? Choice.FOR : Choice.AGAINST),
          new Answer(2, i <= 2 ? Choice.FOR : Choice.AGAINST));
      coop.chain()
          .push(meetings.handIn(new Ballot(Cooperative.ACCOUNT, id, 1, 1, founder(i), answers)));
    }
    closeVote(coop, meetings, id);
    Minutes minutes = meetings.minutes(id);
    assertThat(minutes.tally().items().get(0).votesFor()).isEqualTo(4);
    assertThat(minutes.tally().items().get(0).against()).isEqualTo(1);
    assertThat(minutes.tally().items().get(1).votesFor()).isEqualTo(2);
    assertThat(minutes.tally().heldCycle().present()).isEqualTo(5);
    assertThat(minutes.narrative().participants())
        .containsExactlyInAnyOrderElementsOf(Cooperative.FOUNDERS);
    CountedMeeting counted = meetings.meeting(id).requireCounted();
    List<Ballot> ballots = meetings.ballots(id, 1);
    MinutesNotes notes = new MinutesNotes("электронно", List.of(founder(2)), List.of(), List.of());
    assertRefused(
        () -> Minutes.draw(
            counted, meetings.agenda(id), coop.charter(), notes, ballots.subList(0, 4)),
        Reason.MINUTES_MISMATCH);
    coop.chain().push(meetings.sign(id, minutes.seal(), CHAIRMAN));
    HeldMeeting held = meetings.meeting(id).requireHeld();
    assertThat(held.decisions()).extracting(MeetingDecision::item).containsExactly(1);
    assertRefused(() -> held.decision(2), Reason.ITEM_NOT_ADOPTED);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-05")
  void minutes_needBothSignatures_whereTheCharterSaysSo(TestChain chain) {
    Cooperative coop = Cooperative.found(
        chain, Cooperative.charterWith("\"minutes.signers\": [\"CHAIR\", \"SECRETARY\"]"));
    Meetings meetings = new Meetings(coop);
    long id = counted(coop, meetings);
    Minutes minutes = meetings.minutes(id);
    MinutesSeal seal = minutes.seal();
    chain.push(meetings.sign(id, seal, founder(2)));
    assertThat(meetings.meeting(id).requireCounted().missingSigners(coop.charter()))
        .containsExactly(CHAIRMAN);
    assertRefused(
        chain,
        () -> chain.push(meetings.sign(id, seal, founder(2))),
        Reason.MINUTES_ALREADY_SIGNED);
    MinutesSeal otherText = new MinutesSeal(seal.tally(), digest("another narrative"));
    assertRefused(
            chain,
            () -> chain.push(meetings.sign(id, otherText, CHAIRMAN)),
            Reason.MINUTES_MISMATCH)
        .hasFact("figure", "minutes");
    chain.push(meetings.sign(id, seal, CHAIRMAN));
    assertThat(meetings.meeting(id)).isInstanceOf(HeldMeeting.class);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-25")
  void electedChairman_signs_andNotWhoWasRejected(Cooperative coop, Meetings meetings) {
    Name rejected = founder(3);
    Name elected = founder(4);
    long id = meetings.convene(
        agenda(
            election(1, ItemType.MEETING_CHAIR, rejected),
            election(2, ItemType.MEETING_CHAIR, elected),
            election(3, ItemType.MEETING_SECRETARY, founder(2))),
        rejected,
        founder(2),
        Duration.ofDays(11),
        Duration.ofDays(1));
    coop.advance(Duration.ofDays(11));
    coop.chain().push(meetings.open(id));
    List<Answer> answers = List.of(
        new Answer(1, Choice.AGAINST), new Answer(2, Choice.FOR), new Answer(3, Choice.FOR));
    for (Name member : Cooperative.FOUNDERS) {
      coop.chain()
          .push(meetings.handIn(new Ballot(Cooperative.ACCOUNT, id, 1, 1, member, answers)));
    }
    closeVote(coop, meetings, id);
    GeneralMeetingRecord row = meetings.meeting(id).requireCounted().snapshot();
    assertThat(row.chair()).isEqualTo(elected);
    assertThat(row.secretary()).isEqualTo(founder(2));
    MinutesSeal seal = meetings.minutes(id).seal();
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.sign(id, seal, rejected)),
        Reason.NOT_A_MINUTES_SIGNER);
    coop.chain().push(meetings.sign(id, seal, elected));
    assertThat(meetings.meeting(id)).isInstanceOf(HeldMeeting.class);
  }

  private static long counted(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    castFirst(coop, meetings, id, 4);
    closeVote(coop, meetings, id);
    return id;
  }
}
