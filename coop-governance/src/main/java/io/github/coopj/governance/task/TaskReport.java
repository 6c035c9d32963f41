package io.github.coopj.governance.task;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All tasks with what became of them (COUNCIL-13).
 *
 * @param cooperative account of the cooperative
 * @param lines every task in the order of the numbers
 */
public record TaskReport(Name cooperative, List<Line> lines) {
  /**
   * One task.
   *
   * @param id number of the task
   * @param source where it comes from
   * @param decision number of the decision or remark
   * @param executor the body that has to carry it out
   * @param status what became of it
   * @param dueOn last day, as in {@code 2026-03-02}
   * @param late whether it is or was late
   */
  public record Line(
      @AbiType("uint64") long id,
      TaskSource source,
      @AbiType("uint64") long decision,
      Office.Body executor,
      TaskStatus status,
      String dueOn,
      boolean late) {}

  /** Keeps a copy of the lines. */
  public TaskReport {
    lines = List.copyOf(lines);
  }

  /**
   * The report at a moment.
   *
   * @param tasks every task of the cooperative
   * @param charter the charter in force
   * @param now the moment
   * @return the report
   */
  public static TaskReport of(List<? extends Task> tasks, Charter charter, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (Task task : tasks) {
      TaskRecord row = task.snapshot();
      lines.add(new Line(
          row.id(),
          row.source(),
          row.decision(),
          row.text().executor(),
          row.status(),
          task.dueOn(charter).toString(),
          task.isLate(charter, now)));
    }
    lines.sort(Comparator.comparingLong(Line::id));
    return new TaskReport(charter.account(), lines);
  }

  /**
   * Names the report.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.TASK, this);
  }
}
