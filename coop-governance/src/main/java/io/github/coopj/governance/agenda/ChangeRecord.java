package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import java.util.HashSet;
import java.util.List;

/**
 * A change as it is stored.
 *
 * @param text what is proposed
 * @param status how far it has come
 * @param supporters who supports it, in the order of their signatures
 * @param votes supporters who disagreed at the cut-off; 0 while open
 * @param required votes that were needed; 0 while open
 * @param base how many disagreed at the cut-off; 0 while open
 */
public record ChangeRecord(
    ChangeText text,
    ChangeStatus status,
    List<Name> supporters,
    @AbiType("uint64") long votes,
    @AbiType("uint64") long required,
    @AbiType("uint64") long base) {
  /** Copies the supporters. */
  public ChangeRecord {
    supporters = List.copyOf(supporters);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean counted = status != ChangeStatus.OPEN;
    boolean carried = base > 0 && votes >= required;
    if (new HashSet<>(supporters).size() != supporters.size()
        || votes > Math.min(base, supporters.size())
        || (counted ? carried != (status == ChangeStatus.PASSED) : votes + required + base != 0)) {
      throw new InvalidValueException("change " + text.id() + " is " + status + " with " + votes
          + " of " + base + " votes, " + required + " needed");
    }
  }
}
