package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
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
   * A schedule in this form, as a chain announces it before weighted authorities.
   *
   * @param schedule schedule whose producers have one key each, which is enough
   * @return the schedule
   * @throws InvalidValueException if a producer has another number of keys
   */
  public static LegacySchedule of(ProducerSchedule schedule) {
    return new LegacySchedule(
        schedule.version(),
        schedule.producers().stream()
            .map(producer -> new Producer(
                producer.producerName(),
                producer
                    .onlyKey()
                    .orElseThrow(() -> new InvalidValueException("producer "
                        + producer.producerName() + " signs with an authority, not with one key"))))
            .toList());
  }

  /**
   * The same producers with their keys as authorities.
   *
   * @return the schedule
   * @throws InvalidValueException if there are no producers, too many, or one twice
   */
  public ProducerSchedule weighted() {
    return new ProducerSchedule(
        version,
        producers.stream()
            .map(producer ->
                ProducerSchedule.Producer.of(producer.producerName(), producer.blockSigningKey()))
            .toList());
  }

  /**
   * SHA-256 over the byte form; what block signatures cover until a schedule is announced.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return Checksum256.sha256(CODEC.encode(this));
  }
}
