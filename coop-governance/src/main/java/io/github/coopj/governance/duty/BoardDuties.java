package io.github.coopj.governance.duty;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.PlanItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.task.Task;
import io.github.coopj.governance.task.TaskRecord;
import io.github.coopj.governance.task.TaskStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** Plans to carry out and to report on, and tasks. */
final class BoardDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    for (Plan plan : record.plans()) {
      items(plan, now, owed);
      reports(plan, charter, now, owed);
    }
    for (TaskRecord row : record.tasks()) {
      if (row.status() == TaskStatus.OPEN || row.status() == TaskStatus.ACCEPTED) {
        owed.accept(Duty.until(
            DutyKind.CARRY_OUT_TASK,
            "task " + row.id() + " of " + named(row.text().owner(), row.text().executor()),
            row.since().toInstant(),
            Task.restore(row).lateFrom(charter),
            now));
      }
    }
  }

  private static void items(Plan plan, Instant now, Consumer<Duty> owed) {
    for (int number = 1; number <= plan.text().items().size(); number++) {
      PlanItem item = plan.text().items().get(number - 1);
      if (plan.fact(number).isEmpty() && !now.isBefore(plan.text().from().toInstant())) {
        owed.accept(Duty.until(
            DutyKind.CARRY_OUT_PLAN,
            "plan " + plan.text().id() + " item " + number + " of "
                + named(item.owner(), Debtor.BOARD_CHAIRMAN),
            plan.text().from().toInstant(),
            item.due().toInstant(),
            now));
      }
    }
  }

  private static void reports(Plan plan, Charter charter, Instant now, Consumer<Duty> owed) {
    Instant end = plan.text().until().toInstant();
    Instant late =
        plan.reportDueOn(charter).plusDays(1).atStartOfDay(charter.zone()).toInstant();
    String about = "plan " + plan.text().id();
    if (!now.isBefore(end) && !plan.isReported(true)) {
      owed.accept(Duty.until(DutyKind.REPORT_TO_COUNCIL, about, end, late, now));
    }
    if (!now.isBefore(end) && !plan.isReported(false)) {
      owed.accept(Duty.until(DutyKind.REPORT_TO_MEETING, about, end, late, now));
    }
  }

  private static String named(Name owner, Enum<?> otherwise) {
    return owner.isEmpty() ? otherwise.name() : owner.toString();
  }
}
