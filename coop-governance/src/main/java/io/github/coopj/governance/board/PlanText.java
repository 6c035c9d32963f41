package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * A plan of the Board, for the current year or for longer (BOARD-09).
 *
 * @param cooperative account of the cooperative
 * @param id number of the plan, 1 or more
 * @param from first second of its time
 * @param until first second after it
 * @param reportDays days after the end in which the report is due, 1 or more
 * @param items what is to be done, numbered from 1 in this order; each due inside the time of the plan
 */
public record PlanText(
    Name cooperative,
    @AbiType("uint64") long id,
    TimePointSec from,
    TimePointSec until,
    int reportDays,
    List<PlanItem> items) {
  /** Refuses a plan of nothing, without time, or with an item outside of it. */
  public PlanText {
    items = List.copyOf(items);
    if (id < 1 || until.compareTo(from) <= 0 || reportDays < 1 || items.isEmpty()) {
      throw new InvalidValueException(
          "a plan has a number, a time, days for its report and items, got plan " + id);
    }
    for (PlanItem item : items) {
      if (item.task().isBlank()
          || item.due().compareTo(from) <= 0
          || item.due().compareTo(until) > 0) {
        throw new InvalidValueException("an item is due inside the time of plan " + id);
      }
    }
  }

  /**
   * Subject of the question of the plan.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PLAN, this);
  }
}
