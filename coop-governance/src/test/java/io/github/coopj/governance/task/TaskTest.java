package io.github.coopj.governance.task;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.board;
import static io.github.coopj.governance.act.Executives.decision;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Decisions;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Name COOP = CHARTER.account();
  private static final Checksum256 WHAT = Fixtures.paper("what");
  private static final Checksum256 PAPER = Fixtures.paper("paper");
  private static final MandateRegister BOTH =
      MandateRegister.of(Councils.mandates(3)).and(board(2).mandates());

  private static OpenTask set(Office.Body executor, Name owner, int days, Instant at) {
    TaskText text = new TaskText(COOP, executor, owner, WHAT, days);
    return Task.of(1, text, decision(7, QuestionType.TASK, text.digest(), at));
  }

  private static Charter zone(String zone) {
    return CharterReader.read(
        CharterFixtures.json("PLATFORM", "CONSUMER").replace("Europe/Moscow", zone), "test");
  }

  private static <T extends Task> T kept(T task) {
    Codec<TaskRecord> codec = RecordCodec.of(TaskRecord.class);
    assertThat(Task.restore(codec.decode(codec.encode(task.snapshot())))).isEqualTo(task);
    return task;
  }

  @ParameterizedTest(name = "set {0} in {1}, 30 days: {2}, late from {3}")
  @CsvSource({
    "2026-01-31T12:00:00Z, Europe/Moscow, 2026-03-02, 2026-03-02T21:00:00Z",
    "2028-01-31T12:00:00Z, Europe/Moscow, 2028-03-01, 2028-03-01T21:00:00Z",
    "2026-01-30T20:59:59Z, Europe/Moscow, 2026-03-01, 2026-03-01T21:00:00Z",
    "2026-01-30T21:00:00Z, Europe/Moscow, 2026-03-02, 2026-03-02T21:00:00Z",
    "2026-12-31T12:00:00Z, Europe/Moscow, 2027-01-30, 2027-01-30T21:00:00Z",
    "2026-02-28T12:00:00Z, Europe/Berlin, 2026-03-30, 2026-03-30T22:00:00Z",
    "2026-02-26T12:00:00Z, Europe/Berlin, 2026-03-28, 2026-03-28T23:00:00Z",
    "2026-01-31T11:59:59Z, Asia/Kamchatka, 2026-03-02, 2026-03-02T12:00:00Z",
    "2026-01-31T12:00:00Z, Asia/Kamchatka, 2026-03-03, 2026-03-03T12:00:00Z"
  })
  @Tag("BOARD-03")
  void dueOn_countsDaysOfTheCalendar(String at, String zone, String dueOn, String late) {
    Charter charter = zone(zone);
    OpenTask task = set(Office.Body.BOARD, Name.EMPTY, 30, Instant.parse(at));
    Instant lateFrom = Instant.parse(late);
    assertThat(task.dueOn(charter)).hasToString(dueOn);
    assertThat(task.lateFrom(charter)).isEqualTo(lateFrom);
    assertThat(task.isLate(charter, lateFrom.minusSeconds(1))).isFalse();
    assertThat(task.isLate(charter, lateFrom)).isTrue();
  }

  @Test
  @Tag("BOARD-03")
  void task_isAcceptedAndDone_byTheBodyThatHasTo() {
    OpenTask open = kept(set(Office.Body.BOARD, Name.EMPTY, 30, NOW));
    assertThat(open.snapshot().decision()).isEqualTo(7);
    assertThat(open.snapshot().status()).isEqualTo(TaskStatus.OPEN);
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=memberc body=BOARD at=2026-05-01T12:00:00",
        () -> open.accept(member(2), BOTH, NOW));
    assertRefused(() -> open.accept(member(1), BOTH, NOW.minusSeconds(1)), Reason.OUT_OF_ORDER);
    AcceptedTask accepted = kept(open.accept(member(1), BOTH, NOW.plusSeconds(5)));
    assertRefused(
        () -> accepted.done(member(1), PAPER, BOTH, NOW.plusSeconds(4)), Reason.OUT_OF_ORDER);
    DoneTask done = kept(accepted.done(member(0), PAPER, BOTH, NOW.plusSeconds(5)));
    assertThat(done.snapshot().paper()).isEqualTo(PAPER);
    assertThat(done.isLate(CHARTER, Instant.MAX.minusSeconds(1))).isFalse();
    DoneTask late = kept(open.done(member(1), PAPER, BOTH, open.lateFrom(CHARTER)));
    assertThat(late.isLate(CHARTER, NOW)).isTrue();
    DisputedTask disputed = kept(open.dispute(member(1), PAPER, BOTH, NOW));
    assertThat(disputed.snapshot().status()).isEqualTo(TaskStatus.DISPUTED);
    assertRefused(disputed::requireLive, Reason.WRONG_STATE);
    assertRefused(accepted::requireOpen, Reason.WRONG_STATE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> open.done(member(1), Checksum256.ZERO, BOTH, NOW));
  }

  @Test
  @Tag("COUNCIL-09")
  void task_ofTheBoard_isTheCouncilsWithoutABoard() {
    MandateRegister council = MandateRegister.of(Councils.mandates(3));
    OpenTask open = set(Office.Body.BOARD, Name.EMPTY, 30, NOW);
    assertThat(open.accept(member(2), council, NOW).snapshot().acceptedBy()).isEqualTo(member(2));
    assertRefused(() -> open.accept(member(3), council, NOW), Reason.NOT_IN_BODY);
  }

  @Test
  void task_withAnOwner_isHisAlone() {
    Name owner = Name.of("owner");
    OpenTask open = set(Office.Body.BOARD, owner, 30, NOW);
    kept(open.done(owner, PAPER, BOTH, NOW));
    assertRefused(
        Reason.NOT_ITS_OWNER,
        "NOT_ITS_OWNER account=membera what=\"task 1\"",
        () -> open.accept(CHAIRMAN, BOTH, NOW));
  }

  @Test
  @Tag("COUNCIL-13")
  void decisionOfTheMeeting_makesATaskOfTheCouncil_andTheReportListsAll() {
    Instant at = Instant.parse("2026-01-31T12:00:00Z");
    OpenTask task = kept(Task.of(2, Decisions.of(COOP, 4, ItemType.OTHER, PAPER, at), CHARTER));
    assertThat(task.snapshot().text().executor()).isEqualTo(Office.Body.COUNCIL);
    assertThat(task.snapshot().decision()).isEqualTo(40_001);
    assertThat(task.dueOn(CHARTER)).hasToString("2026-03-02");
    assertThat(Task.of(
                2,
                Decisions.of(COOP, 4, ItemType.OTHER, PAPER, at),
                CharterFixtures.platform("task.days", "28"))
            .dueOn(CHARTER))
        .hasToString("2026-02-28");
    assertRefused(
        () -> Task.of(2, Decisions.of(Name.of("other"), 4, ItemType.OTHER, PAPER, at), CHARTER),
        Reason.OTHER_COOPERATIVE);
    OpenTask board = set(Office.Body.BOARD, Name.EMPTY, 30, NOW);
    assertThat(TaskReport.of(List.of(task, board), CHARTER, NOW).lines())
        .extracting(line -> line.id() + " " + line.source() + " " + line.executor() + " "
            + line.status() + " " + line.dueOn() + " " + line.late())
        .containsExactly(
            "1 COUNCIL BOARD OPEN 2026-05-31 false", "2 MEETING COUNCIL OPEN 2026-03-02 true");
  }

  @Test
  void of_takesADecisionOnExactlyThatTask_andTheTextItsRanges() {
    TaskText text = new TaskText(COOP, Office.Body.BOARD, Name.EMPTY, WHAT, 30);
    assertRefused(
        () -> Task.of(1, text, decision(7, QuestionType.OTHER, text.digest())),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> Task.of(1, text, decision(7, QuestionType.TASK, WHAT)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    for (int days : new int[] {0, 367}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new TaskText(COOP, Office.Body.BOARD, Name.EMPTY, WHAT, days));
    }
    assertThat(new TaskText(COOP, Office.Body.BOARD, Name.EMPTY, WHAT, 366).days())
        .isEqualTo(366);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TaskText(COOP, Office.Body.AUDIT, Name.EMPTY, WHAT, 1));
  }

  @Test
  void restore_refusesContradictions() {
    TaskRecord row = set(Office.Body.BOARD, Name.EMPTY, 30, NOW).snapshot();
    for (TaskStatus status : List.of(TaskStatus.ACCEPTED, TaskStatus.DONE, TaskStatus.DISPUTED)) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Task.restore(new TaskRecord(
              1,
              row.text(),
              row.source(),
              7,
              row.since(),
              status,
              Name.EMPTY,
              TimePointSec.EPOCH,
              Name.EMPTY,
              TimePointSec.EPOCH,
              Checksum256.ZERO)));
    }
  }
}
