package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.List;

/**
 * When the annual meeting is held and what it must consider (MEET-09, AGENDA-05..07).
 *
 * @param fromMonths first allowed date: this many months after the first day of the new financial year
 * @param toMonths first date no longer allowed, in months after that day
 * @param mandatoryItems item types every annual agenda contains, in the order of the charter
 * @param conclusionMayBeMissing whether an item that says why the Revision commission gave no conclusion may stand in its place
 *     (AGENDA-06)
 * @param rule what "once a year" means (MEET-06)
 * @param repeatAfterWindow whether repeat cycles may open outside the window, which binds the first cycle in any case (MEET-09)
 */
public record AnnualPolicy(
    int fromMonths,
    int toMonths,
    List<ItemType> mandatoryItems,
    boolean conclusionMayBeMissing,
    Rule rule,
    boolean repeatAfterWindow) {
  /** What "not less than once a year" asks for (MEET-06). */
  public enum Rule {
    /** One annual meeting for each financial year, at any time of its window. */
    ONE_PER_FINANCIAL_YEAR,
    /** The same, and not later than twelve months after the annual meeting before. */
    TWELVE_MONTHS_APART
  }

  /** Refuses an empty window. */
  public AnnualPolicy {
    mandatoryItems = List.copyOf(mandatoryItems);
    if (fromMonths < 0 || toMonths <= fromMonths) {
      throw new InvalidValueException(
          "annual.toMonths must be above annual.fromMonths " + fromMonths + ", got " + toMonths);
    }
  }
}
