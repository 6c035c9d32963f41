package io.github.coopj.chain.block;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PublicKey;
import java.util.List;

/**
 * Producer schedule with one key a producer, the form in headers of chains without weighted threshold authorities.
 *
 * @param version version of the schedule
 * @param producers producers in their order of turns
 */
public record LegacySchedule(@AbiType("uint32") long version, List<Producer> producers) {
  /** Copies the list. */
  public LegacySchedule {
    producers = List.copyOf(producers);
  }

  /**
   * One producer with its single block signing key.
   *
   * @param producerName account
   * @param blockSigningKey key its blocks are signed with
   */
  public record Producer(Name producerName, PublicKey blockSigningKey) {}
}
