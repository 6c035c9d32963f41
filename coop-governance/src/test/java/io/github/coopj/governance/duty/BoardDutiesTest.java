package io.github.coopj.governance.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.PlanDelivery;
import io.github.coopj.governance.board.PlanFact;
import io.github.coopj.governance.board.PlanItem;
import io.github.coopj.governance.board.PlanText;
import io.github.coopj.governance.board.ReportedTo;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Decisions;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.task.Task;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoardDutiesTest {
  private static final Name OWNER = Name.of("owner");
  private static final TimePointSec DONE = TimePointSec.parse("2026-03-01T00:00:00");

  private static Life life() {
    return Life.founded("2026-01-10T09:00:00Z", "Europe/Moscow", "12-31");
  }

  private static Plan plan(List<PlanFact> facts, List<PlanDelivery> deliveries) {
    PlanText text = new PlanText(
        Fixtures.COOP,
        3,
        TimePointSec.parse("2026-02-01T00:00:00"),
        TimePointSec.parse("2026-12-31T12:00:00"),
        30,
        List.of(
            new PlanItem("store", Name.EMPTY, TimePointSec.parse("2026-06-01T00:00:00")),
            new PlanItem("roof", OWNER, TimePointSec.parse("2026-12-31T12:00:00"))));
    return new Plan(text, Office.Body.BOARD, 1, facts, deliveries);
  }

  @Test
  @Tag("BCHAIR-02")
  @Tag("DMEET-10")
  void reports_areOwedToBoth_fromTheEndOfThePlan() {
    Life life = life();
    life.plans.add(plan(List.of(), List.of()));
    for (DutyKind kind : List.of(DutyKind.REPORT_TO_COUNCIL, DutyKind.REPORT_TO_MEETING)) {
      assertThat(life.duties(kind, "2026-12-31T11:59:59Z")).isEmpty();
      assertThat(life.duties(kind, "2026-12-31T12:00:00Z")).singleElement().satisfies(duty -> {
        assertThat(duty.until()).contains(Instant.parse("2027-01-30T21:00:00Z"));
        assertThat(duty.overdue()).isFalse();
      });
      assertThat(life.duties(kind, "2027-01-30T20:59:59Z").get(0).overdue()).isFalse();
      assertThat(life.duties(kind, "2027-01-30T21:00:00Z").get(0).overdue()).isTrue();
      assertThat(kind.debtor()).isEqualTo(Debtor.BOARD_CHAIRMAN);
    }
    life.plans.set(
        0,
        plan(
            List.of(),
            List.of(new PlanDelivery(ReportedTo.COUNCIL, OWNER, Fixtures.paper("r"), DONE))));
    assertThat(life.duties(DutyKind.REPORT_TO_COUNCIL, "2027-01-30T21:00:00Z")).isEmpty();
    assertThat(life.duties(DutyKind.REPORT_TO_MEETING, "2027-01-30T21:00:00Z")).hasSize(1);
  }

  @Test
  @Tag("BCHAIR-05")
  void items_areOwed_byTheirOwners_untilTheyAreDone() {
    Life life = life();
    life.plans.add(plan(List.of(), List.of()));
    assertThat(life.duties(DutyKind.CARRY_OUT_PLAN, "2026-01-31T23:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.CARRY_OUT_PLAN, "2026-02-01T00:00:00Z"))
        .extracting(Duty::about)
        .containsExactly("plan 3 item 1 of BOARD_CHAIRMAN", "plan 3 item 2 of owner");
    assertThat(life.duties(DutyKind.CARRY_OUT_PLAN, "2026-06-01T00:00:00Z"))
        .extracting(Duty::overdue)
        .containsExactly(true, false);
    life.plans.set(0, plan(List.of(new PlanFact(1, OWNER, Fixtures.paper("e"), DONE)), List.of()));
    assertThat(life.duties(DutyKind.CARRY_OUT_PLAN, "2026-06-01T00:00:00Z"))
        .extracting(Duty::about)
        .containsExactly("plan 3 item 2 of owner");
  }

  @Test
  @Tag("BOARD-03")
  @Tag("COUNCIL-13")
  void tasks_areOwed_untilTheyEnd() {
    Life life = life();
    Task task = Task.of(
        2,
        Decisions.of(
            Fixtures.COOP,
            4,
            ItemType.OTHER,
            Fixtures.paper("p"),
            Instant.parse("2026-01-31T12:00:00Z")),
        life.charter());
    life.tasks.add(task.snapshot());
    assertThat(life.duties(DutyKind.CARRY_OUT_TASK, "2026-03-02T20:59:59Z"))
        .extracting(Duty::about, Duty::overdue)
        .containsExactly(tuple("task 2 of COUNCIL", false));
    assertThat(life.duties(DutyKind.CARRY_OUT_TASK, "2026-03-02T21:00:00Z"))
        .extracting(Duty::overdue)
        .containsExactly(true);
  }
}
