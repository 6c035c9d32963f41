package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.List;

/**
 * When the annual meeting is held and what it must consider (MEET-09, AGENDA-05..07).
 *
 * @param fromMonths first allowed date: this many months after the first day of the new financial year
 * @param toMonths first date no longer allowed, in months after that day
 * @param mandatoryItems item types every annual agenda contains, in the order of the charter
 */
public record AnnualPolicy(int fromMonths, int toMonths, List<ItemType> mandatoryItems) {
  /** Refuses an empty window. */
  public AnnualPolicy {
    mandatoryItems = List.copyOf(mandatoryItems);
    if (fromMonths < 0 || toMonths <= fromMonths) {
      throw new InvalidValueException(
          "annual.toMonths must be above annual.fromMonths " + fromMonths + ", got " + toMonths);
    }
  }
}
