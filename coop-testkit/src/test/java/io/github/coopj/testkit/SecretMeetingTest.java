package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.member;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemOutcome;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.secret.CeremonyStatus;
import io.github.coopj.governance.secret.PublicRecord;
import io.github.coopj.governance.secret.SecretElectionVerifier;
import io.github.coopj.governance.secret.Verdict;
import io.github.coopj.governance.secret.VerificationStep;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** A whole meeting with an open item and a secret election over the chain, and what anybody can check of it. */
@Tag("MEET-13")
class SecretMeetingTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final SignerKeys TEST_KEYS =
      (account, key, at) -> TestKeys.of(account).publicKey().equals(key);
  private static final Agenda MIXED = agenda(
      item(1, ItemType.OTHER),
      election(2, ItemType.ELECTION_COUNCIL, founder(5)).inSecret());

  private static long convene(Cooperative coop, Meetings meetings) {
    Steps.grow(coop, 6);
    return meetings.convene(MIXED, CHAIRMAN, founder(2), Duration.ofDays(31), DAY);
  }

  private static SecretVotes trustees(Cooperative coop, long id) {
    return new SecretVotes(coop, id, 2, List.of(founder(3), founder(4), member(6)));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-03")
  @Tag("MEET-26")
  @Tag("TALLY-01")
  void meeting_withASecretElection_isHeld_andVerifiedFromTheTables(
      Cooperative coop, Meetings meetings) {
    long id = convene(coop, meetings);
    SecretVotes votes = trustees(coop, id);
    votes.makeKey();
    assertThat(coop.view().ceremony(id).orElseThrow().snapshot().status())
        .isEqualTo(CeremonyStatus.READY);
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    cast(coop, votes, id, founder(1), Choice.FOR, AnswerOption.FOR);
    cast(coop, votes, id, founder(2), Choice.FOR, AnswerOption.AGAINST);
    cast(coop, votes, id, founder(3), Choice.AGAINST, AnswerOption.FOR);
    cast(coop, votes, id, founder(4), Choice.FOR, AnswerOption.FOR);
    coop.chain().push(meetings.handIn(open(id, member(6), Choice.AGAINST)));
    assertThat(meetings.meeting(id).snapshot().secret().sums()).isEmpty();
    closeVote(coop, meetings, id);
    CountingMeeting counting = meetings.meeting(id).requireCounting();
    assertThat(counting.snapshot().counted().size()).isEqualTo(5);
    assertThat(counting.snapshot().items().get(1).votesFor()).isZero();
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEETING,
                    new MeetingActions.GiveUpSecret(id),
                    Cooperative.ACCOUNT)),
        Reason.MEETING_TOO_EARLY);
    coop.chain().push(votes.decrypt(3));
    assertThat(meetings.meeting(id).requireCounting().snapshot().secret().shares())
        .hasSize(1);
    assertRefused(
        coop.chain(), () -> coop.chain().push(votes.decrypt(3)), Reason.SECRET_PART_TWICE);
    coop.chain().push(votes.decrypt(1));

    GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
    assertThat(counted.items().get(0))
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(3L, 2L, 0L);
    assertThat(counted.items().get(1))
        .extracting(
            ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank, ItemRecord::outcome)
        .containsExactly(3L, 1L, 1L, ItemOutcome.ADOPTED);
    requireVerified(coop.view().secretRecord(id).orElseThrow());
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    assertThat(meetings.meeting(id).requireHeld().decision(2).elected()).contains(founder(5));
    requireVerified(coop.view().secretRecord(id).orElseThrow());
  }

  private static void requireVerified(PublicRecord record) {
    assertThat(SecretElectionVerifier.verify(record, TEST_KEYS)).isEqualTo(Verdict.HOLDS);
    PublicRecord without = new PublicRecord(
        record.election(),
        record.plan(),
        record.commitments(),
        record.complaints(),
        record.confirmations(),
        record.roll(),
        record.ballots().subList(1, 5),
        record.ballotTree(),
        record.present(),
        record.sums(),
        record.shares(),
        record.results());
    assertThat(SecretElectionVerifier.verify(without, TEST_KEYS).step())
        .isEqualTo(VerificationStep.SIGNATURES);
  }

  @CoopTest(startsAt = START)
  void open_isRefused_untilTheKeyIsThere(Cooperative coop, Meetings meetings) {
    long id = convene(coop, meetings);
    SecretVotes votes = trustees(coop, id);
    long decision = coop.decide(QuestionType.OTHER, votes.plan().digest());
    long other = coop.decide(QuestionType.OTHER, Steps.digest("another plan"));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(votes.setUp(other)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(votes.setUp(decision));
    assertRefused(coop.chain(), () -> coop.chain().push(votes.setUp(decision)), Reason.WRONG_STATE);
    for (int trustee = 1; trustee <= 3; trustee++) {
      coop.chain().push(votes.commit(trustee));
    }
    assertRefused(coop.chain(), () -> coop.chain().push(votes.commit(1)), Reason.WRONG_STATE);
    coop.chain().push(votes.share(1, 2));
    coop.chain().push(votes.complain(3, 1));
    assertRefused(coop.chain(), () -> coop.chain().push(votes.giveUp()), Reason.OUT_OF_ORDER);
    coop.chain().push(votes.answer(1, 3));
    coop.advance(Duration.ofDays(31));
    assertRefused(
            coop.chain(), () -> coop.chain().push(meetings.open(id)), Reason.SECRET_KEYS_MISSING)
        .hasFact("meeting", (int) id);
    coop.advance(Duration.ofSeconds(1));
    assertRefused(
        coop.chain(), () -> coop.chain().push(votes.share(2, 1)), Reason.SECRET_CEREMONY_OVER);
    coop.chain().push(votes.giveUp());
    assertThat(coop.view().ceremony(id).orElseThrow().snapshot().status())
        .isEqualTo(CeremonyStatus.VOID);
  }

  @CoopTest(startsAt = START)
  void setUp_refusesTrustees_whoAreCandidatesOrAllInTheCouncil(
      Cooperative coop, Meetings meetings) {
    long id = convene(coop, meetings);
    requireRefused(coop, id, founder(5), Reason.TRUSTEE_IS_CANDIDATE);
    requireRefused(coop, id, founder(2), Reason.TRUSTEES_ALL_IN_COUNCIL);
    coop.admit("newcomer");
    requireRefused(coop, id, Name.of("newcomer"), Reason.NOT_ON_ROLL);
  }

  private static void requireRefused(Cooperative coop, long id, Name third, Reason reason) {
    SecretVotes votes = new SecretVotes(coop, id, 2, List.of(founder(3), founder(4), third));
    long decision = coop.decide(QuestionType.OTHER, votes.plan().digest());
    assertRefused(coop.chain(), () -> coop.chain().push(votes.setUp(decision)), reason);
    assertThat(coop.view().ceremony(id)).isEmpty();
  }

  @CoopTest(startsAt = START)
  void castBallot_refusesASecretItemAnsweredOpenly_andAPartOfAnother(
      Cooperative coop, Meetings meetings) {
    long id = convene(coop, meetings);
    SecretVotes votes = trustees(coop, id);
    votes.makeKey();
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.handIn(meetings.ballot(id, founder(1), Choice.FOR))),
        Reason.SECRET_ITEM_OPEN);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(votes.handIn(
                open(id, founder(1), Choice.FOR),
                votes.seal(founder(2), Map.of(2, AnswerOption.FOR)))),
        Reason.BALLOT_OTHER_MEMBER);
    assertThat(meetings.meeting(id).snapshot().present()).isZero();
    long plain = MeetingVoteTest.openMeeting(coop, meetings, Steps.plainAgenda());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(votes.handIn(
                open(plain, founder(1), Choice.FOR),
                votes.seal(founder(1), Map.of(2, AnswerOption.FOR)))),
        ChainError.ASSERT_MESSAGE);
  }

  private static void cast(
      Cooperative coop,
      SecretVotes votes,
      long id,
      Name voter,
      Choice choice,
      AnswerOption sealed) {
    coop.chain().push(votes.handIn(open(id, voter, choice), votes.seal(voter, Map.of(2, sealed))));
  }

  private static Ballot open(long id, Name voter, Choice choice) {
    return new Ballot(Cooperative.ACCOUNT, id, 1, 1, voter, List.of(new Answer(1, choice)));
  }
}
