package io.github.coopj.chain.block;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import java.util.List;

/**
 * Producer schedule with one key a producer, the form in headers of chains without weighted threshold authorities.
 *
 * @param version version of the schedule
 * @param producers producers in their order of turns
 */
public record LegacySchedule(@AbiType("uint32") long version, List<Producer> producers) {
  private static final Codec<LegacySchedule> CODEC = RecordCodec.of(LegacySchedule.class);

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

  /**
   * SHA-256 over the byte form; what block signatures cover until a schedule is announced.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return Checksum256.sha256(CODEC.encode(this));
  }
}
