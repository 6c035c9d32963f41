package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.BallotActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.AcceptedBallot;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotPage;
import io.github.coopj.governance.meeting.BallotWay;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CycleRecord;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesHtml;
import io.github.coopj.governance.meeting.MinutesNarrative.RejectedBallot;
import io.github.coopj.governance.proxy.ProxyPaper;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;

/** Ballots by proxy, on paper, of an earlier cycle, with items left open, and refused ones, on the chain. */
class BallotWaysTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Name SECRETARY = founder(2);
  private static final Checksum256 SCAN = digest("scan");

  private static Cooperative found(TestChain chain, String... policy) {
    return Cooperative.found(chain, Cooperative.charterWith(String.join(", ", policy)));
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-09")
  void proxy_votesForItsPrincipal_besideItself(TestChain chain) {
    Cooperative coop = found(chain, "\"proxy.max\": 1");
    Meetings meetings = new Meetings(coop);
    Ballots ballots = new Ballots(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    ProxyPaper paper = ballots.paper(founder(4), founder(3), id, DAY);
    long power = Cooperative.number(chain.push(ballots.register(paper)));
    assertThat(coop.view().votes().power(power).orElseThrow().snapshot().paper())
        .isEqualTo(paper);
    Ballot own = meetings.ballot(id, founder(3), Choice.FOR);
    Ballot byProxy =
        meetings.ballot(id, founder(4), Choice.AGAINST).byProxy(founder(3), paper.digest());
    chain.push(meetings.handIn(byProxy));
    chain.push(meetings.handIn(own));
    Ballot beside = meetings.ballot(id, founder(4), Choice.FOR);
    assertRefused(chain, () -> chain.push(meetings.handIn(beside)), Reason.BALLOT_CAST_OTHERWISE)
        .hasFact("way", "PROXY")
        .hasFact("castBy", "founder3");
    assertRefused(chain, () -> chain.push(meetings.handIn(byProxy)), Reason.BALLOT_ALREADY_CAST);
    ProxyPaper second = ballots.paper(founder(5), founder(3), 0, DAY);
    chain.push(ballots.register(second));
    Ballot tooMany =
        meetings.ballot(id, founder(5), Choice.FOR).byProxy(founder(3), second.digest());
    assertRefused(chain, () -> chain.push(meetings.handIn(tooMany)), Reason.PROXY_LIMIT)
        .hasFact("principals", 2)
        .hasFact("max", 1);
    chain.push(meetings.handIn(meetings.ballot(id, founder(5), Choice.FOR)));
    chain.push(meetings.handIn(meetings.ballot(id, CHAIRMAN, Choice.FOR)));
    assertThat(coop.view().votes().accepted(id))
        .extracting(each -> each.ballot().member(), AcceptedBallot::way)
        .containsExactly(
            tuple(founder(4), BallotWay.PROXY),
            tuple(founder(3), BallotWay.OWN),
            tuple(founder(5), BallotWay.OWN),
            tuple(CHAIRMAN, BallotWay.OWN));
    closeVote(coop, meetings, id);
    GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
    assertThat(counted.present()).isEqualTo(4);
    assertThat(counted.items())
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(tuple(3L, 1L));
    assertThat(meetings.minutes(id).narrative().participants())
        .containsExactly(CHAIRMAN, founder(3), founder(4), founder(5));
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-09")
  void proxy_refused_forgedExpiredRevokedOrPassedOn(TestChain chain) {
    Cooperative coop = found(chain, "\"proxy.max\": 5");
    Meetings meetings = new Meetings(coop);
    Ballots ballots = new Ballots(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    ProxyPaper paper = ballots.paper(founder(4), founder(3), 0, Duration.ofHours(1));
    DocumentSignature forged =
        DocumentSignature.sign(TestKeys.of(founder(3)), founder(4), paper.digest(), coop.now());
    assertRefused(
        chain, () -> chain.push(ballots.register(paper, forged)), Reason.SIGNATURE_FORGED);
    Ballot ballot = meetings.ballot(id, founder(4), Choice.FOR).byProxy(founder(3), paper.digest());
    assertRefused(chain, () -> chain.push(meetings.handIn(ballot)), Reason.PROXY_UNKNOWN)
        .hasFact("account", "founder4");
    long power = Cooperative.number(chain.push(ballots.register(paper)));
    assertRefused(chain, () -> chain.push(ballots.register(paper)), Reason.PROXY_STANDS);
    Ballot passedOn =
        meetings.ballot(id, founder(4), Choice.FOR).byProxy(founder(5), paper.digest());
    assertRefused(chain, () -> chain.push(meetings.handIn(passedOn)), Reason.PROXY_OF_ANOTHER);
    Ballot bare =
        meetings.ballot(id, founder(4), Choice.FOR).byProxy(founder(3), digest("some other paper"));
    assertRefused(chain, () -> chain.push(meetings.handIn(bare)), Reason.PROXY_UNKNOWN);
    DocumentSignature ofPrincipal = coop.actions().signature(founder(4), ballot.digest());
    assertRefused(
        chain,
        () -> chain.push(coop.actions()
            .act(
                CooperativeAccounts.MEETING,
                new MeetingActions.HandIn(ballot, ofPrincipal),
                founder(3))),
        Reason.BALLOT_FORGED);
    assertRefused(
        chain, () -> chain.push(ballots.revoke(founder(3), power)), Reason.NOT_THE_PRINCIPAL);
    chain.push(ballots.revoke(founder(4), power));
    assertRefused(chain, () -> chain.push(meetings.handIn(ballot)), Reason.PROXY_REVOKED);
    ProxyPaper next = ballots.paper(founder(4), founder(3), 0, Duration.ofHours(2));
    chain.push(ballots.register(next));
    assertRefused(chain, () -> chain.push(meetings.handIn(ballot)), Reason.PROXY_UNKNOWN);
    Ballot good = meetings.ballot(id, founder(4), Choice.FOR).byProxy(founder(3), next.digest());
    chain.clock().advanceTo(next.until().toInstant());
    assertRefused(chain, () -> chain.push(meetings.handIn(good)), Reason.PROXY_NOT_VALID);
    assertThat(meetings.meeting(id).snapshot().present()).isZero();
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-09")
  void proxy_refused_whereTheCharterKnowsNone(Cooperative coop, Meetings meetings) {
    Ballots ballots = new Ballots(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    ProxyPaper paper = ballots.paper(founder(4), founder(3), 0, YEAR);
    assertRefused(
        coop.chain(), () -> coop.chain().push(ballots.register(paper)), Reason.PROXIES_NOT_ALLOWED);
    Ballot ballot = meetings.ballot(id, founder(4), Choice.FOR).byProxy(founder(3), paper.digest());
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.handIn(ballot)), Reason.BALLOT_OTHER_MEMBER);
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-02")
  void paperBallots_countLikeOthers_andNeverBesideThem(Cooperative coop, Meetings meetings) {
    Ballots ballots = new Ballots(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    Ballot paper = meetings.ballot(id, founder(3), Choice.AGAINST).entered(SECRETARY, SCAN);
    Ballot byOther = meetings.ballot(id, founder(3), Choice.FOR).entered(founder(4), SCAN);
    assertRefused(
            coop.chain(), () -> coop.chain().push(ballots.enter(byOther)), Reason.NOT_THE_SECRETARY)
        .hasFact("secretary", SECRETARY.toString());
    Ballot bare = meetings.ballot(id, founder(3), Choice.FOR).entered(SECRETARY, Checksum256.ZERO);
    assertRefused(
        coop.chain(), () -> coop.chain().push(ballots.enter(bare)), Reason.PAPER_NEEDS_SCAN);
    DocumentSignature ofMember = coop.actions().signature(founder(3), paper.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEETING,
                    new BallotActions.Enter(paper, ofMember),
                    SECRETARY)),
        Reason.BALLOT_FORGED);
    DocumentSignature genuine = coop.actions().signature(SECRETARY, paper.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEETING,
                    new BallotActions.Enter(paper, genuine),
                    founder(3))),
        ChainError.MISSING_AUTH);
    coop.chain().push(ballots.enter(paper));
    Ballot electronic = meetings.ballot(id, founder(3), Choice.FOR);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.handIn(electronic)),
            Reason.BALLOT_CAST_OTHERWISE)
        .hasFact("way", "PAPER");
    coop.chain().push(meetings.handIn(meetings.ballot(id, founder(4), Choice.FOR)));
    Ballot after = meetings.ballot(id, founder(4), Choice.FOR).entered(SECRETARY, SCAN);
    assertRefused(
        coop.chain(), () -> coop.chain().push(ballots.enter(after)), Reason.BALLOT_CAST_OTHERWISE);
    coop.chain().push(meetings.handIn(meetings.ballot(id, CHAIRMAN, Choice.FOR)));
    coop.chain().push(meetings.handIn(meetings.ballot(id, SECRETARY, Choice.FOR)));
    closeVote(coop, meetings, id);
    assertThat(meetings.meeting(id).requireCounted().snapshot().items())
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(tuple(3L, 1L));
    assertThat(coop.view().votes().accepted(id).get(0))
        .isEqualTo(new AcceptedBallot(paper, BallotWay.PAPER));
    Minutes minutes = meetings.minutes(id);
    coop.chain().push(meetings.sign(id, minutes.seal(), CHAIRMAN));
    assertThat(minutes.narrative().participants()).contains(founder(3));
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-04")
  void partialBallot_refused_whereTheCharterAsksForAll(TestChain chain) {
    Cooperative coop = found(chain, "\"ballot.requireAll\": true");
    Meetings meetings = new Meetings(coop);
    long id = openMeeting(coop, meetings, agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER)));
    Ballot half =
        new Ballot(Cooperative.ACCOUNT, id, 1, 1, founder(3), List.of(new Answer(1, Choice.FOR)));
    assertRefused(chain, () -> chain.push(meetings.handIn(half)), Reason.ITEM_UNANSWERED)
        .hasFact("item", 2);
    chain.push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR)));
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("BALLOT-05")
  void page_ofABallot_readsBackToWhatIsSignedAndStored(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, agenda(item(1, ItemType.OTHER), item(2, ItemType.OTHER)));
    Ballot filled = new Ballot(
        Cooperative.ACCOUNT,
        id,
        1,
        1,
        founder(3),
        List.of(new Answer(1, Choice.FOR), new Answer(2, Choice.AGAINST)));
    GeneralMeetingRecord row = meetings.meeting(id).snapshot();
    String page = BallotPage.render(filled, row, meetings.agenda(id), Locale.forLanguageTag("ru"));
    assertThat(page).contains(">✓</td>", ">✗</td>", "Вопрос 1", "Вопрос 2");
    coop.chain().push(meetings.handIn(BallotPage.parse(page, row, meetings.agenda(id))));
    Ballot stored = meetings.ballots(id, 1).get(0);
    assertThat(stored).isEqualTo(filled);
    assertThat(BallotPage.render(stored, row, meetings.agenda(id), Locale.forLanguageTag("ru")))
        .isEqualTo(page);
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("MEET-21")
  void ballotsOfAMissedCycle_countInTheNext_unlessCastAgain(TestChain chain) {
    Cooperative coop = found(chain, "\"meeting.ballotCarryOver\": \"CARRY_OVER\"");
    Meetings meetings = new Meetings(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    chain.push(meetings.handIn(meetings.ballot(id, founder(1), Choice.FOR)));
    chain.push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR)));
    closeVote(coop, meetings, id);
    chain.push(meetings.reconvene(id, Duration.ofDays(11), DAY));
    assertThat(meetings.meeting(id).requireConvened().snapshot().present()).isEqualTo(2);
    chain.push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(11));
    chain.push(meetings.open(id));
    chain.push(meetings.handIn(meetings.ballot(id, founder(2), Choice.AGAINST)));
    assertRefused(
        chain,
        () -> chain.push(meetings.handIn(meetings.ballot(id, founder(2), Choice.FOR))),
        Reason.BALLOT_ALREADY_CAST);
    chain.push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR)));
    closeVote(coop, meetings, id);
    GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
    assertThat(counted.cycles()).extracting(CycleRecord::present).containsExactly(2L, 3L);
    assertThat(counted.items())
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(tuple(2L, 1L));
    assertThat(meetings.ballots(id, 1)).hasSize(2);
    assertThat(meetings.ballots(id, 2)).hasSize(4);
    Minutes minutes = meetings.minutes(id);
    assertThat(minutes.tally().ballotsFrom()).isEqualTo(1);
    chain.push(meetings.sign(id, minutes.seal(), CHAIRMAN));
    assertThat(meetings.meeting(id).requireHeld().snapshot().present()).isEqualTo(3);
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("TALLY-03")
  void refusedBallots_areListedWithTheReason_andCountNowhere(Cooperative coop, Meetings meetings) {
    Ballots ballots = new Ballots(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    for (int i = 1; i <= 4; i++) {
      coop.chain().push(meetings.handIn(meetings.ballot(id, founder(i), Choice.FOR)));
    }
    Ballot twice = meetings.ballot(id, founder(4), Choice.AGAINST);
    Ballot forged = meetings.ballot(id, founder(5), Choice.AGAINST);
    Ballot good = meetings.ballot(id, founder(5), Choice.FOR);
    DocumentSignature genuine = coop.actions().signature(founder(5), good.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(ballots.refuse(good, genuine, SECRETARY)),
        Reason.BALLOT_ACCEPTABLE);
    coop.chain()
        .push(
            ballots.refuse(twice, coop.actions().signature(founder(4), twice.digest()), SECRETARY));
    coop.chain().push(ballots.refuse(forged, genuine, SECRETARY));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(ballots.refuse(forged, genuine, SECRETARY)),
        Reason.BALLOT_LISTED);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(ballots.refuse(good, genuine, founder(3))),
        ChainError.MISSING_AUTH);
    closeVote(coop, meetings, id);
    TimePointSec closed = TimePointSec.of(coop.now());
    coop.chain().push(ballots.refuse(good, genuine, SECRETARY));
    List<RejectedBallot> listed = coop.view().votes().refused(id);
    assertThat(listed)
        .extracting(RejectedBallot::member, RejectedBallot::ballot, RejectedBallot::reason)
        .containsExactly(
            tuple(founder(4), twice.digest(), "BALLOT_ALREADY_CAST"),
            tuple(founder(5), forged.digest(), "BALLOT_FORGED"),
            tuple(founder(5), good.digest(), "BALLOT_LATE"));
    assertThat(listed.get(2).at().seconds()).isGreaterThanOrEqualTo(closed.seconds());
    GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
    assertThat(counted.present()).isEqualTo(4);
    assertThat(counted.items())
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(tuple(4L, 0L, 0L));
    Minutes minutes = meetings.minutes(id);
    String page = MinutesHtml.render(minutes, Locale.forLanguageTag("ru"));
    for (RejectedBallot each : listed) {
      assertThat(page).contains(each.reason(), each.ballot().toHex());
    }
    coop.chain().push(meetings.sign(id, minutes.seal(), CHAIRMAN));
    assertThat(meetings.meeting(id).requireHeld().snapshot().rejected().size()).isEqualTo(3);
  }
}
