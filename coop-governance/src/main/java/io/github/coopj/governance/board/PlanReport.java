package io.github.coopj.governance.board;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;
import java.util.Optional;

/**
 * Plan against fact (BCHAIR-05).
 *
 * @param cooperative account of the cooperative
 * @param plan number of the plan
 * @param lines every item in the order of the plan
 */
public record PlanReport(
    Name cooperative, @AbiType("uint64") long plan, List<Line> lines) {
  /**
   * One item.
   *
   * @param number number of the item
   * @param task what was to be done
   * @param owner who answered for it
   * @param due first second at which it was late
   * @param fact what was done, if it was
   * @param late whether it was not done before it was due
   */
  public record Line(
      int number,
      String task,
      Name owner,
      TimePointSec due,
      Optional<PlanFact> fact,
      boolean late) {}

  /** Keeps a copy of the lines. */
  public PlanReport {
    lines = List.copyOf(lines);
  }

  /**
   * Names the report.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PLAN, this);
  }
}
