package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.ItemType;
import java.util.Optional;

/** Finds nominations. */
@FunctionalInterface
public interface NominationLookup {
  /**
   * The nomination of a candidate.
   *
   * @param candidate who stands
   * @param office election that he stands in
   * @param meeting number of the meeting
   * @return the nomination, nothing if nobody named him
   */
  Optional<Nomination> find(Name candidate, ItemType office, long meeting);
}
