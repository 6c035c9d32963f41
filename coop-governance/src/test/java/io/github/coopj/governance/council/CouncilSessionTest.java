package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouncilSessionTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Instant OVERDUE = Instant.parse("2026-06-30T21:00:00Z");

  private final Council council = Councils.of(4);

  private static SessionClock clock() {
    return SessionClock.of(NOW, List.of(), List.of(), CHARTER);
  }

  private static SessionPlan plan(Instant opensAt, Name... callers) {
    return new SessionPlan(
        CHARTER.account(),
        List.of(callers),
        List.of(Councils.subject("agenda")),
        TimePointSec.of(opensAt));
  }

  private static RunningSession running(Council council, Instant now) {
    return CouncilSession.call(1, plan(now, CHAIRMAN), council, clock(), now)
        .open(council, CHAIRMAN, now);
  }

  private static SessionMinutes minutes(List<? extends CouncilDecision> questions) {
    return new SessionMinutes(
        CHARTER.account(),
        1,
        questions.stream().map(SessionMinutes.Outcome::of).toList(),
        Councils.subject("text"));
  }

  private static ClosedSession close(
      RunningSession session, SessionMinutes minutes, List<? extends CouncilDecision> questions) {
    return session.close(minutes, signed(minutes, CHAIRMAN), questions, Grants.KEYS, NOW);
  }

  private static DocumentSignature signed(SessionMinutes minutes, Name signer) {
    return DocumentSignature.sign(Grants.personal(signer), signer, minutes.digest(), NOW);
  }

  private static VotingQuestion question(Council council, long id, Instant now) {
    return QuestionOpening.open(
        id,
        CouncilQuestion.of(QuestionType.OTHER, Councils.subject("question " + id)),
        CHAIRMAN,
        council,
        CHARTER,
        now,
        CLOSES);
  }

  /** A closed session without questions, opened at a moment. */
  private static ClosedSession held(Instant at) {
    SessionRecord r = new SessionRecord(
        1,
        plan(at, CHAIRMAN),
        SessionStatus.CLOSED,
        CHAIRMAN,
        TimePointSec.of(at),
        List.of(),
        TimePointSec.of(at.plusSeconds(3600)),
        Councils.subject("minutes"));
    return (ClosedSession) CouncilSession.restore(r);
  }

  @Test
  @Tag("CHAIR-07")
  void call_isTheChairmans_untilTheMonthlySessionIsOverdue() {
    Council withDeputy = Councils.withDeputy(council, member(3));
    Instant inTime = OVERDUE.minusSeconds(1);
    assertThat(CouncilSession.call(1, plan(inTime, CHAIRMAN), withDeputy, clock(), inTime)
            .status())
        .isEqualTo(SessionStatus.CALLED);
    assertRefused(
        Reason.NOT_CONVENER,
        "NOT_CONVENER callers=[memberd] dueOn=2026-06-30",
        () -> CouncilSession.call(1, plan(inTime, member(3)), withDeputy, clock(), inTime));
    assertRefused(
        Reason.NOT_CONVENER,
        "NOT_CONVENER callers=\"[memberb, memberc]\" dueOn=2026-06-30",
        () -> CouncilSession.call(
            1, plan(inTime, member(1), member(2)), withDeputy, clock(), inTime));

    assertThat(CouncilSession.call(1, plan(OVERDUE, member(3)), withDeputy, clock(), OVERDUE))
        .as("a deputy")
        .isNotNull();
    assertThat(CouncilSession.call(
            1, plan(OVERDUE, member(1), member(2)), withDeputy, clock(), OVERDUE))
        .as("any two members")
        .isNotNull();
    assertRefused(
        Reason.NOT_CONVENER,
        "NOT_CONVENER callers=[memberb] dueOn=2026-06-30",
        () -> CouncilSession.call(1, plan(OVERDUE, member(1)), withDeputy, clock(), OVERDUE));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-06-30T21:00:00",
        () -> CouncilSession.call(
            1, plan(OVERDUE, CHAIRMAN, member(7)), withDeputy, clock(), OVERDUE));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-06-30T20:59:59 notBefore=2026-06-30T21:00:00",
        () -> CouncilSession.call(1, plan(inTime, CHAIRMAN), withDeputy, clock(), OVERDUE));
  }

  @Test
  @Tag("CHAIR-07")
  void call_isAnyTwoMembers_whereNobodyActsAsChairman() {
    Council headless = council.withEnded(CHAIRMAN, NOW.plusSeconds(1));
    Instant then = NOW.plusSeconds(1);
    assertThat(CouncilSession.call(1, plan(then, member(1), member(2)), headless, clock(), then))
        .isNotNull();
    assertRefused(
        () -> CouncilSession.call(1, plan(then, member(1)), headless, clock(), then),
        Reason.NOT_CONVENER);
  }

  @Test
  void open_isForTheChairmanOrACaller_atTheTimeOfTheCall() {
    CalledSession called = CouncilSession.call(
        1, plan(NOW.plusSeconds(60), CHAIRMAN, member(1)), council, clock(), NOW);
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:59 notBefore=2026-05-01T12:01:00",
        () -> called.open(council, CHAIRMAN, NOW.plusSeconds(59)));
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberc chairman=membera",
        () -> called.open(council, member(2), NOW.plusSeconds(60)));
    for (Name chair : List.of(CHAIRMAN, member(1))) {
      RunningSession running = called.open(council, chair, NOW.plusSeconds(60));
      assertThat(running.snapshot().chair()).isEqualTo(chair);
    }
  }

  @Test
  @Tag("COUNCIL-27")
  void close_needsMinutes_ofEveryQuestionDecided() {
    RunningSession empty = running(council, NOW);
    VotingQuestion first = question(council, 1, NOW);
    VotingQuestion second = question(council, 2, NOW);
    RunningSession session = empty.put(first).put(second);
    CouncilDecision adopted = Councils.all(first, council, Vote.FOR).close(council, CHARTER, NOW);
    CouncilDecision rejected =
        Councils.all(second, council, Vote.AGAINST).close(council, CHARTER, NOW);

    assertRefused(
        Reason.SESSION_WITHOUT_MINUTES,
        "SESSION_WITHOUT_MINUTES session=1 question=2",
        () -> close(session, minutes(List.of(adopted)), List.of(adopted, rejected)));
    assertRefused(
        Reason.SESSION_WITHOUT_MINUTES,
        "SESSION_WITHOUT_MINUTES session=1 question=2",
        () -> close(session, minutes(List.of(adopted, second)), List.of(adopted, second)));
    SessionMinutes.Outcome o = SessionMinutes.Outcome.of(rejected);
    SessionMinutes untrue = new SessionMinutes(
        CHARTER.account(),
        1,
        List.of(
            SessionMinutes.Outcome.of(adopted),
            new SessionMinutes.Outcome(o.question(), o.type(), o.subject(), true, o.hash())),
        Councils.subject("text"));
    assertRefused(
        Reason.SESSION_WITHOUT_MINUTES,
        "SESSION_WITHOUT_MINUTES session=1 question=2",
        () -> close(session, untrue, List.of(adopted, rejected)));
    assertRefused(
        Reason.NOT_IN_SESSION,
        "NOT_IN_SESSION session=1 question=2",
        () -> close(
            empty.put(first), minutes(List.of(adopted, rejected)), List.of(adopted, rejected)));

    SessionMinutes good = minutes(List.of(rejected, adopted));
    assertThat(good.outcomes())
        .extracting(SessionMinutes.Outcome::adopted)
        .containsExactly(false, true);
    assertRefused(
        () -> session.close(
            good, signed(good, member(1)), List.of(adopted, rejected), Grants.KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    SessionMinutes other =
        new SessionMinutes(CHARTER.account(), 2, good.outcomes(), Councils.subject("text"));
    assertRefused(
        () -> close(session, other, List.of(adopted, rejected)), Reason.OTHER_COOPERATIVE);
    PendingDecision pending = adopted.requirePendingSignature();
    DecisionInForce signed = pending.sign(council, CHAIRMAN, pending.hash(), NOW);
    assertThat(close(session, good, List.of(signed, rejected)).minutes())
        .as("the Chairman may have signed meanwhile")
        .isEqualTo(good.digest());
  }

  @Test
  void put_takesQuestionsOfThisSession_once() {
    RunningSession session = running(council, NOW);
    VotingQuestion before = question(council, 1, NOW.minusSeconds(0));
    RunningSession later = running(council, NOW.plusSeconds(1));
    assertRefused(() -> later.put(before), Reason.OUT_OF_ORDER);
    VotingQuestion absentee = absentee(council, 3);
    assertRefused(
        Reason.NOT_IN_SESSION, "NOT_IN_SESSION session=1 question=3", () -> session.put(absentee));
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> session.put(before).put(before));
  }

  private static VotingQuestion absentee(Council council, long id) {
    return QuestionOpening.open(
        id,
        new CouncilQuestion(
            QuestionType.OTHER, Councils.subject("q"), List.of(), VotingForm.ABSENTEE),
        CHAIRMAN,
        council,
        CHARTER,
        NOW,
        CLOSES);
  }

  @Test
  void everyState_isStoredAndRestored_andContradictionsAreRefused() {
    CalledSession called = CouncilSession.call(1, plan(NOW, CHAIRMAN), council, clock(), NOW);
    RunningSession running = called.open(council, CHAIRMAN, NOW).put(question(council, 1, NOW));
    ClosedSession closed = close(running(council, NOW), minutes(List.of()), List.of());
    for (CouncilSession each : List.of(called, running, closed)) {
      byte[] row = RecordCodec.of(SessionRecord.class).encode(each.snapshot());
      CouncilSession again =
          CouncilSession.restore(RecordCodec.of(SessionRecord.class).decode(row));
      assertThat(again).isEqualTo(each).hasSameHashCodeAs(each).hasSameClassAs(each);
      assertThat(again).hasToString(each.toString());
    }
    assertThat(called.requireCalled()).isSameAs(called);
    assertThat(running.requireRunning()).isSameAs(running);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"session 1\" state=CLOSED needed=RUNNING",
        closed::requireRunning);
    SessionRecord r = running.snapshot();
    List<SessionRecord> wrong = new ArrayList<>();
    for (SessionStatus status : List.of(SessionStatus.CALLED, SessionStatus.CLOSED)) {
      wrong.add(new SessionRecord(
          1, r.plan(), status, r.chair(), r.openedAt(), r.questions(), r.closedAt(), r.minutes()));
    }
    wrong.add(new SessionRecord(
        0,
        r.plan(),
        r.status(),
        r.chair(),
        r.openedAt(),
        r.questions(),
        r.closedAt(),
        r.minutes()));
    wrong.add(new SessionRecord(
        1,
        r.plan(),
        r.status(),
        Name.EMPTY,
        r.openedAt(),
        r.questions(),
        r.closedAt(),
        Checksum256.ZERO));
    for (SessionRecord each : wrong) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> CouncilSession.restore(each))
          .withMessageStartingWith("session ");
    }
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> plan(NOW));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> plan(NOW, CHAIRMAN, CHAIRMAN));
  }

  @ParameterizedTest(name = "last session {0}: due on {1}, overdue at {2}")
  @CsvSource({
    "2027-01-31T12:00:00Z, 2027-02-28, 2027-02-28T21:00:00Z",
    "2028-01-31T12:00:00Z, 2028-02-29, 2028-02-29T21:00:00Z",
    "2026-12-01T00:00:00Z, 2027-01-31, 2027-01-31T21:00:00Z",
    "2026-06-30T20:59:59Z, 2026-07-31, 2026-07-31T21:00:00Z",
    "2026-06-30T21:00:00Z, 2026-08-31, 2026-08-31T21:00:00Z"
  })
  @Tag("COUNCIL-26")
  void clock_isOverdue_onDayOneOfTheMonthAfterTheNext(
      Instant last, LocalDate due, Instant overdue) {
    SessionClock clock = SessionClock.of(NOW, List.of(held(last)), List.of(), CHARTER);

    assertThat(clock.dueOn(overdue)).isEqualTo(due);
    assertThat(clock.isOverdue(overdue.minusSeconds(1))).isFalse();
    assertThat(clock.isOverdue(overdue)).isTrue();
    assertThat(clock.missed(overdue.minusSeconds(1))).doesNotContain(YearMonth.from(due));
    assertThat(clock.missed(overdue)).contains(YearMonth.from(due));
  }

  @Test
  @Tag("COUNCIL-26")
  void missed_listsEveryWholeMonthWithoutASession() {
    Instant lastDay = Instant.parse("2026-05-31T20:00:00Z");
    SessionClock clock = SessionClock.of(
        lastDay,
        List.of(
            held(Instant.parse("2026-07-10T12:00:00Z")),
            held(Instant.parse("2026-09-01T00:00:00Z"))),
        List.of(),
        CHARTER);

    assertThat(clock.missed(Instant.parse("2026-11-15T00:00:00Z")))
        .as("May was no whole month, November is not over")
        .containsExactly(YearMonth.of(2026, 6), YearMonth.of(2026, 8), YearMonth.of(2026, 10));
    assertThat(clock.missed(lastDay)).isEmpty();
    assertThat(clock.dueOn(lastDay)).isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Tag("COUNCIL-26")
  void absenteeVote_countsAsASession_whereTheCharterSaysSo(boolean counts) {
    Charter charter = CharterFixtures.platform("council.absenteeIsSession", String.valueOf(counts));
    VotingQuestion open = absentee(council, 3);
    CouncilDecision decided = Councils.all(open, council, Vote.AGAINST)
        .close(council, charter, Instant.parse("2026-06-02T00:00:00Z"));
    CouncilDecision unheard = open.close(council, charter, Instant.parse("2026-07-02T00:00:00Z"));
    CouncilDecision inSession = Councils.all(question(council, 5, NOW), council, Vote.FOR)
        .close(council, charter, Instant.parse("2026-08-02T00:00:00Z"));
    SessionClock clock =
        SessionClock.of(NOW, List.of(), List.of(open, decided, unheard, inSession), charter);

    List<YearMonth> missed = new ArrayList<>(
        List.of(YearMonth.of(2026, 6), YearMonth.of(2026, 7), YearMonth.of(2026, 8)));
    if (counts) {
      missed.remove(YearMonth.of(2026, 6));
    }
    assertThat(clock.missed(Instant.parse("2026-09-01T00:00:00Z"))).isEqualTo(missed);
  }
}
