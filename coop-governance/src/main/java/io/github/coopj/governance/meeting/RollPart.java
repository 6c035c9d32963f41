package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import java.util.List;

/**
 * What one step of gathering changes.
 *
 * @param roll the roll after it
 * @param added accounts that are on it now
 * @param removed accounts that are on it no longer: the same person is on it by an account that goes first
 * @param holders by which account each person votes whom the step brought or changed
 */
public record RollPart(
    RollBuilder roll, List<Name> added, List<Name> removed, List<Voter> holders) {
  /** Copies the lists. */
  public RollPart {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    holders = List.copyOf(holders);
  }
}
