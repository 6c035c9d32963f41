package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Producers in their order of turns, each with the authority that signs its blocks (CHAIN-02).
 *
 * @param version 0 for the schedule of genesis, then one more with each change
 * @param producers 1 to {@value #MAX_PRODUCERS} producers, names unique
 */
public record ProducerSchedule(@AbiType("uint32") long version, List<Producer> producers) {
  /** Most producers a schedule can have. */
  public static final int MAX_PRODUCERS = 125;

  /** Consecutive slots of one producer's turn. */
  public static final int SLOTS_PER_TURN = 12;

  /** Byte form, as in header extension 1. */
  public static final Codec<ProducerSchedule> CODEC = RecordCodec.of(ProducerSchedule.class);

  /** Checks count and uniqueness. */
  public ProducerSchedule {
    producers = List.copyOf(producers);
    if (producers.isEmpty() || producers.size() > MAX_PRODUCERS) {
      throw new InvalidValueException(
          "a schedule has 1 to " + MAX_PRODUCERS + " producers, got " + producers.size());
    }
    Set<Name> names = new HashSet<>();
    for (Producer producer : producers) {
      if (!names.add(producer.producerName())) {
        throw new InvalidValueException(
            "producer " + producer.producerName() + " is in the schedule twice");
      }
    }
  }

  /**
   * One producer.
   *
   * @param producerName account
   * @param authority who signs its blocks
   */
  public record Producer(Name producerName, BlockSigningAuthority authority) {
    /**
     * A producer with one key.
     *
     * @param name account
     * @param key key its blocks are signed with
     * @return the producer
     */
    public static Producer of(Name name, PublicKey key) {
      return new Producer(name, new BlockSigningAuthorityV0(1, List.of(new KeyWeight(key, 1))));
    }

    /**
     * Whether this one key alone may sign the producer's blocks.
     *
     * @param key key a block signature was recovered to
     * @return true if its weight reaches the threshold
     */
    public boolean maySign(PublicKey key) {
      return authority instanceof BlockSigningAuthorityV0 v0
          && v0.keys().stream()
              .anyMatch(weight -> weight.key().equals(key) && weight.weight() >= v0.threshold());
    }

    /**
     * The one key of a producer that needs no more.
     *
     * @return the key; empty if there are several, or its weight is not the threshold
     */
    public Optional<PublicKey> onlyKey() {
      return authority instanceof BlockSigningAuthorityV0 v0
              && v0.keys().size() == 1
              && v0.keys().get(0).weight() == v0.threshold()
          ? Optional.of(v0.keys().get(0).key())
          : Optional.empty();
    }

    /**
     * Refuses a producer that must not come into a new schedule.
     *
     * @throws InvalidValueException if it has no name, or an authority that is refused by {@link
     *     BlockSigningAuthority#requireValid}
     */
    public void requireValid() {
      if (producerName.equals(Name.EMPTY)) {
        throw new InvalidValueException("a producer must have a name");
      }
      try {
        authority.requireValid();
      } catch (InvalidValueException e) {
        throw new InvalidValueException("producer " + producerName + ": " + e.getMessage(), e);
      }
    }
  }

  /** Authority over block signatures; versioned on the wire. */
  public sealed interface BlockSigningAuthority permits BlockSigningAuthorityV0 {
    /**
     * Refuses an authority that must not come into a new schedule. Blocks have one signature, so one key must be enough to
     * sign: under a schedule that nobody can sign for, the chain would stand still for ever.
     *
     * @throws InvalidValueException when there are no keys, or they are not strictly ascending, or one has no weight; when
     *     the threshold is not 1 to 2^32 - 1, or all keys together do not reach it, or none of them reaches it alone
     */
    void requireValid();
  }

  /**
   * Keys with weights.
   *
   * @param threshold weight that signatures must reach together
   * @param keys keys in ascending order
   */
  public record BlockSigningAuthorityV0(@AbiType("uint32") long threshold, List<KeyWeight> keys)
      implements BlockSigningAuthority {
    /** Copies the list. */
    public BlockSigningAuthorityV0 {
      keys = List.copyOf(keys);
    }

    @Override
    public void requireValid() {
      if (keys.isEmpty()) {
        throw new InvalidValueException("authority over block signatures must have a key");
      }
      for (KeyWeight key : keys) {
        if (key.weight() == 0) {
          throw new InvalidValueException(
              "key of an authority over block signatures must have a weight, got 0 for "
                  + key.key());
        }
      }
      new Authority(threshold, keys, List.of(), List.of()).requireValid();
      int heaviest = keys.stream().mapToInt(KeyWeight::weight).max().orElseThrow();
      if (heaviest < threshold) {
        throw new InvalidValueException("blocks have one signature, but no key reaches threshold "
            + threshold + " alone: the heaviest has weight " + heaviest);
      }
    }
  }

  /**
   * Who must produce a slot: {@code producers[(slot mod (n * 12)) / 12]} (CHAIN-03).
   *
   * @param slot slot of the block
   * @return the producer
   */
  public Producer scheduledAt(BlockTimestamp slot) {
    long index = slot.slot() % ((long) producers.size() * SLOTS_PER_TURN) / SLOTS_PER_TURN;
    return producers.get((int) index);
  }

  /**
   * Finds a producer by name.
   *
   * @param name account
   * @return the producer, if it is in the schedule
   */
  public Optional<Producer> find(Name name) {
    return producers.stream().filter(p -> p.producerName().equals(name)).findFirst();
  }

  /**
   * SHA-256 over the byte form; part of what block signatures cover.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return Checksum256.sha256(CODEC.encode(this));
  }
}
