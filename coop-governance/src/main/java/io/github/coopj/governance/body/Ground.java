package io.github.coopj.governance.body;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import java.util.Objects;

/**
 * The decision that a mandate stands on (основание полномочий; COUNCIL-02, BCHAIR-01). Decision 7 of the Council and
 * decision 7 of a general meeting are two grounds.
 *
 * @param kind whose decision it is
 * @param id number of the decision in that body, 1 or more
 */
public record Ground(GroundKind kind, @AbiType("uint64") long id) {
  /** Refuses a ground without a number. */
  public Ground {
    Objects.requireNonNull(kind, "kind");
    if (id < 1) {
      throw new InvalidValueException("a mandate needs the number of its decision, got " + id);
    }
  }

  /**
   * A decision of the Council.
   *
   * @param id its number, 1 or more
   * @return the ground
   */
  public static Ground ofCouncil(long id) {
    return new Ground(GroundKind.COUNCIL, id);
  }

  /**
   * A decision of a general meeting.
   *
   * @param id its number, 1 or more
   * @return the ground
   */
  public static Ground ofMeeting(long id) {
    return new Ground(GroundKind.MEETING, id);
  }
}
