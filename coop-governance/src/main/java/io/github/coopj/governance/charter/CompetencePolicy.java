package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What only the general meeting decides (исключительная компетенция, MEET-12). A charter may keep more for the meeting, never
 * less than {@link #LEAST}.
 *
 * @param exclusive kinds of questions kept for the meeting, in the order of the enum
 */
public record CompetencePolicy(Set<ItemType> exclusive) {
  /** What every charter keeps for the meeting (MEET-02, MEET-12, MEET-27, MEET-28, MEET-29). */
  public static final List<ItemType> LEAST = List.of(
      ItemType.ANNUAL_REPORT,
      ItemType.CHARTER,
      ItemType.REORGANIZATION,
      ItemType.LIQUIDATION,
      ItemType.ELECTION_COUNCIL,
      ItemType.ELECTION_COUNCIL_CHAIR,
      ItemType.AUDIT_COMMISSION,
      ItemType.FUND_RULES,
      ItemType.DISCIPLINE,
      ItemType.RE_ELECT);

  /** Refuses a charter that gives away what the meeting alone decides, or keeps for it what has no subject. */
  public CompetencePolicy {
    if (!exclusive.containsAll(LEAST)) {
      throw new InvalidValueException(
          "meeting.exclusiveCompetence must contain " + LEAST + ", got " + exclusive);
    }
    if (exclusive.contains(ItemType.OTHER)) {
      throw new InvalidValueException(
          "meeting.exclusiveCompetence names kinds of questions, and OTHER is any");
    }
    exclusive = Collections.unmodifiableSet(EnumSet.copyOf(exclusive));
  }

  CompetencePolicy(List<ItemType> exclusive) {
    this(exclusive.isEmpty() ? Set.of() : EnumSet.copyOf(exclusive));
  }

  /**
   * Whether only the meeting decides questions of a kind.
   *
   * @param kind the kind
   * @return whether no other body may, by itself or by leave of anybody
   */
  public boolean isExclusive(ItemType kind) {
    return exclusive.contains(kind);
  }
}
