package io.github.coopj.testkit;

import static io.github.coopj.testkit.Boards.COOP;
import static io.github.coopj.testkit.Boards.appoint;
import static io.github.coopj.testkit.Boards.by;
import static io.github.coopj.testkit.Boards.free;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.TaskContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.task.TaskRecord;
import io.github.coopj.governance.task.TaskSource;
import io.github.coopj.governance.task.TaskStatus;
import io.github.coopj.governance.task.TaskText;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

class TaskTest {
  private static Action task(Record data) {
    return free(CooperativeAccounts.TASK, data);
  }

  private static Action task(Record data, Name actor) {
    return by(CooperativeAccounts.TASK, data, actor);
  }

  private static TaskRecord row(Cooperative coop, long id) {
    return coop.row(CooperativeAccounts.TASK, "tasks", id, TaskRecord.class).orElseThrow();
  }

  private static List<Duty> duties(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == DutyKind.CARRY_OUT_TASK)
        .toList();
  }

  @CoopTest(startsAt = "2026-01-31T08:00:00Z")
  @Tag("BOARD-03")
  void task_ofTheCouncil_isAcceptedAndDoneByTheBoard(Cooperative coop) {
    appoint(coop, 2);
    TaskText text = new TaskText(COOP, Office.Body.BOARD, Name.EMPTY, digest("store"), 30);
    long decision = coop.decide(QuestionType.TASK, text.digest());
    long id = Cooperative.number(coop.chain().push(task(new TaskContract.Assign(text, decision))));
    assertThat(duties(coop)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("task " + id + " of BOARD");
      assertThat(duty.until()).contains(Instant.parse("2026-03-02T21:00:00Z"));
    });
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(task(new TaskContract.Assign(text, decision))),
        ChainError.CONTRACT_TABLE_QUERY);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(task(new TaskContract.Accept(COOP, id, CHAIRMAN), CHAIRMAN)),
        Reason.NOT_IN_BODY);
    coop.chain().push(task(new TaskContract.Accept(COOP, id, founder(2)), founder(2)));
    assertThat(row(coop, id).status()).isEqualTo(TaskStatus.ACCEPTED);
    assertThat(coop.view().executive().tasks(coop.now()).lines())
        .extracting(line -> line.id() + " " + line.status() + " " + line.dueOn())
        .containsExactly(id + " ACCEPTED 2026-03-02");
    coop.chain()
        .push(task(new TaskContract.Done(COOP, id, founder(3), digest("photo")), founder(3)));
    assertThat(row(coop, id).status()).isEqualTo(TaskStatus.DONE);
    assertThat(duties(coop)).isEmpty();
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(task(new TaskContract.Dispute(COOP, id, founder(3), digest("no")), founder(3))),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = Steps.START)
  @Tag("COUNCIL-13")
  void task_ofTheMeeting_isTheCouncils_andMayBeDisputed(Cooperative coop, Meetings meetings) {
    long meeting = meetings.hold(
        agenda(item(1, ItemType.OTHER), item(2, ItemType.COUNCIL_REPORT), item(3, ItemType.UNION)));
    assertThat(duties(coop))
        .extracting(Duty::about)
        .as("the report is taken note of")
        .containsExactly("task 1 of COUNCIL", "task 2 of COUNCIL");
    long id = 1;
    assertThat(List.of(row(coop, 1), row(coop, 2)))
        .extracting(TaskRecord::source, TaskRecord::status, TaskRecord::decision)
        .containsExactly(
            tuple(TaskSource.MEETING, TaskStatus.OPEN, meeting * 10_000 + 1),
            tuple(TaskSource.MEETING, TaskStatus.OPEN, meeting * 10_000 + 3));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(task(new TaskContract.FromMeeting(COOP, meeting, 1))),
        ChainError.CONTRACT_TABLE_QUERY);
    coop.chain()
        .push(task(new TaskContract.Dispute(COOP, id, founder(4), digest("no money")), founder(4)));
    assertThat(row(coop, id).status()).isEqualTo(TaskStatus.DISPUTED);
    assertThat(duties(coop)).extracting(Duty::about).containsExactly("task 2 of COUNCIL");
  }
}
