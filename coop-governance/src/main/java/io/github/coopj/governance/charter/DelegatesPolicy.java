package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * Rules of the meeting of authorised representatives (собрание уполномоченных; DMEET-03, DMEET-05, DMEET-08).
 *
 * @param reserved types of items that only all members together decide, each once
 * @param mandate whether a representative is bound by what his section decided
 * @param countVacant whether a section without a representative counts in the quorum
 */
public record DelegatesPolicy(List<ItemType> reserved, Binding mandate, boolean countVacant) {
  /** Whether a representative is bound by what his section decided. */
  public enum Binding {
    /** He votes as he judges; a vote against the decision of his section is recorded as such. */
    FREE,
    /** He votes as his section decided. */
    IMPERATIVE
  }

  /**
   * Refuses a type named twice, and elections and measures: people are elected and measures imposed in one meeting, where
   * candidates stand against each other and the person is heard.
   */
  public DelegatesPolicy {
    reserved = List.copyOf(reserved);
    Objects.requireNonNull(mandate, "mandate");
    if (new HashSet<>(reserved).size() != reserved.size()) {
      throw new InvalidValueException("delegates.reserved names a type twice: " + reserved);
    }
    for (ItemType type : reserved) {
      if (type.isElection() || type.isMeasure()) {
        throw new InvalidValueException(
            "delegates.reserved may name no election and no measure, got " + type);
      }
    }
  }
}
