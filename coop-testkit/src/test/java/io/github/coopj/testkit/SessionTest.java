package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.SessionContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.SessionMinutes;
import io.github.coopj.governance.council.SessionStatus;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Sessions of the Council on the chain. */
class SessionTest {
  /** Midnight of 1 March in the zone of the cooperative, Moscow, after a February without a session. */
  private static final Instant MARCH = Instant.parse("2026-02-28T21:00:00Z");

  private static void call(Cooperative coop, Name... callers) {
    coop.chain()
        .push(coop.actions().callSession(TimePointSec.of(coop.now().plusSeconds(60)), callers));
  }

  private static void to(Cooperative coop, Instant moment) {
    coop.advance(Duration.between(coop.now(), moment));
  }

  private static List<Duty> months(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == DutyKind.MONTHLY_SESSION)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-07")
  void call_isTheChairmans_untilAMonthIsMissed(Cooperative coop) {
    to(coop, MARCH.minusSeconds(10));
    assertRefused(coop.chain(), () -> call(coop, founder(2), founder(3)), Reason.NOT_CONVENER)
        .hasFact("dueOn", "2026-02-28");
    to(coop, MARCH);
    assertRefused(coop.chain(), () -> call(coop, founder(2)), Reason.NOT_CONVENER);
    call(coop, founder(2), founder(3));
    assertThat(coop.view().sessions())
        .extracting(session -> session.snapshot().plan().callers())
        .containsExactly(List.of(founder(2), founder(3)));
    call(coop, CHAIRMAN);
    coop.advance(Duration.ofSeconds(61));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().openSession(1, founder(4))),
        Reason.NOT_CHAIRMAN);
    coop.chain().push(coop.actions().openSession(1, founder(3)));
    assertThat(coop.view().sessions())
        .extracting(session -> session.status())
        .containsExactly(SessionStatus.RUNNING, SessionStatus.CALLED);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-07")
  void call_needsTheAuthorityOfEveryCaller_andASeat(Cooperative coop) {
    coop.admit("stranger");
    Name stranger = Name.of("stranger");
    assertRefused(coop.chain(), () -> call(coop, CHAIRMAN, stranger), Reason.NOT_IN_COUNCIL);
    SessionContract.Call data = new SessionContract.Call(
        Cooperative.ACCOUNT, List.of(CHAIRMAN), List.of(), TimePointSec.of(coop.now()));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().act(CooperativeAccounts.SESSION, data, founder(2))),
        ChainError.MISSING_AUTH);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-27")
  void question_isPutInARunningSession_andNowhereElse(Cooperative coop) {
    CouncilQuestion question = CouncilQuestion.of(QuestionType.OTHER, digest("a question"));
    CouncilQuestion absentee =
        new CouncilQuestion(QuestionType.OTHER, digest("another"), List.of(), VotingForm.ABSENTEE);
    Cooperative.Actions actions = coop.actions();
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(actions.propose(CHAIRMAN, question, 0)),
            Reason.NOT_IN_SESSION)
        .hasFact("session", 0);
    call(coop, CHAIRMAN);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(actions.propose(CHAIRMAN, question, 1)),
            Reason.WRONG_STATE)
        .hasFact("needed", "RUNNING");
    coop.advance(Duration.ofSeconds(61));
    coop.chain().push(actions.openSession(1, CHAIRMAN));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(actions.propose(CHAIRMAN, absentee, 1)),
        Reason.NOT_IN_SESSION);
    coop.chain().push(actions.propose(founder(2), question, 1));
    assertThat(coop.view().sessions().get(0).snapshot().questions())
        .extracting(put -> put.question())
        .containsExactly(1L);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(actions.act(
                CooperativeAccounts.SESSION,
                new SessionContract.Put(Cooperative.ACCOUNT, 1, 1),
                CHAIRMAN)),
        ChainError.MISSING_AUTH);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-27")
  void close_needsSignedMinutes_ofEveryQuestion(Cooperative coop) {
    long adopted = coop.adopt(QuestionType.OTHER, digest("adopted"));
    long rejected = coop.propose(QuestionType.OTHER, digest("rejected"));
    long session = coop.session();
    Cooperative.Actions actions = coop.actions();
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(actions.closeSession(coop.minutes(session), CHAIRMAN)),
            Reason.SESSION_WITHOUT_MINUTES)
        .hasFact("question", rejected);
    Steps.vote(
        coop, rejected, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST);
    coop.chain().push(actions.closeVote(rejected, founder(3)));
    SessionMinutes minutes = coop.minutes(session);
    SessionMinutes less = new SessionMinutes(
        minutes.cooperative(), session, minutes.outcomes().subList(0, 1), minutes.text());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(actions.closeSession(less, CHAIRMAN)),
        Reason.SESSION_WITHOUT_MINUTES);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(actions.closeSession(minutes, founder(2))),
        Reason.SIGNATURE_FORGED);
    coop.chain().push(actions.closeSession(minutes, CHAIRMAN));
    assertThat(coop.view().sessions().get(0).requireClosed().minutes()).isEqualTo(minutes.digest());
    assertThat(minutes.outcomes())
        .extracting(SessionMinutes.Outcome::question, SessionMinutes.Outcome::adopted)
        .containsExactly(tuple(adopted, true), tuple(rejected, false));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(actions.closeSession(minutes, CHAIRMAN)),
        Reason.WRONG_STATE);
    coop.sign(adopted);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-26")
  void month_isMissed_fromItsEnd_unlessASessionWasClosed(Cooperative coop) {
    to(coop, MARCH.minusSeconds(10));
    assertThat(months(coop)).extracting(Duty::overdue).containsExactly(false);
    to(coop, MARCH);
    assertThat(months(coop)).extracting(Duty::overdue).containsExactly(true, false);
    coop.session();
    assertThat(months(coop)).as("a running session is not held yet").hasSize(2);
    coop.closeSession();
    assertThat(months(coop))
        .extracting(Duty::about, Duty::overdue)
        .containsExactly(tuple("month 2026-02", true));
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-26")
  @Tag("CHAIR-07")
  void absenteeVote_isTheSessionOfItsMonth_whereTheCharterSaysSo(Cooperative coop) {
    to(coop, Instant.parse("2026-02-20T09:00:00Z"));
    long id = Cooperative.number(coop.chain()
        .push(coop.actions()
            .propose(
                CHAIRMAN,
                new CouncilQuestion(
                    QuestionType.OTHER, digest("x"), List.of(), VotingForm.ABSENTEE))));
    Steps.vote(coop, id, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR);
    coop.chain().push(coop.actions().closeVote(id, CHAIRMAN));
    assertThat(months(coop)).isEmpty();
    to(coop, MARCH);
    assertRefused(coop.chain(), () -> call(coop, founder(2), founder(3)), Reason.NOT_CONVENER)
        .hasFact("dueOn", "2026-03-31");
  }
}
