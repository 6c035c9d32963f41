package io.github.coopj.testkit.simulation;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * Where all nodes of a network begin: at a block made before the run, which is known to all of them.
 *
 * @param headId id of that block
 * @param headNumber its number
 * @param slot its slot
 * @param irreversible number of the latest irreversible block then
 * @param scheduleVersion number of the schedule that is active from then on
 * @param producers its producers, in their order of turns
 * @param dishonest those of them that sign two blocks for a slot
 */
public record Start(
    Checksum256 headId,
    long headNumber,
    long slot,
    long irreversible,
    long scheduleVersion,
    List<Name> producers,
    List<Name> dishonest) {
  /** Copies the lists. */
  public Start {
    producers = List.copyOf(producers);
    dishonest = List.copyOf(dishonest);
  }
}
