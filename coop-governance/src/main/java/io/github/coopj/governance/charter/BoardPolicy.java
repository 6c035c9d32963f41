package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.Period;

/**
 * Size and term of the Board (правление; BCHAIR-08) and whether it may have employees (BOARD-12).
 *
 * @param minSize fewest members, 1 or more
 * @param maxSize most members
 * @param term how long a mandate lasts
 * @param commercialActivity whether the cooperative is in business for others, so that people are hired
 */
public record BoardPolicy(int minSize, int maxSize, Period term, boolean commercialActivity) {
  /** Refuses an empty size range and an empty term. */
  public BoardPolicy {
    if (minSize < 1 || maxSize < minSize) {
      throw new InvalidValueException(
          "board.maxSize must be board.minSize " + minSize + " or more, got " + maxSize);
    }
    if (term.isZero() || term.isNegative()) {
      throw new InvalidValueException("board.term must be longer than nothing, got " + term);
    }
  }
}
