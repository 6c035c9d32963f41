package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows from the headers up to one block: who produces the next one and what is irreversible.
 *
 * @param header header of the block
 * @param id id of the block
 * @param activeSchedule schedule the next block is produced under
 * @param pending schedule announced in a header and not active yet
 * @param pendingScheduleHash digest of the schedule announced last; before any, of the first one in its legacy form
 * @param finality what is irreversible
 * @param blockroot Merkle tree over the ids of all earlier blocks
 * @param features digests of the protocol features that are active in the block, in the order of activation
 */
public record BlockState(
    BlockHeader header,
    Checksum256 id,
    ProducerSchedule activeSchedule,
    Optional<Pending> pending,
    Checksum256 pendingScheduleHash,
    DposFinality finality,
    IncrementalMerkle blockroot,
    List<Checksum256> features) {
  /** Copies the list. */
  public BlockState {
    features = List.copyOf(features);
  }

  /**
   * A schedule that becomes active once the block that announced it is irreversible.
   *
   * @param schedule the schedule
   * @param announcedIn number of that block
   */
  public record Pending(ProducerSchedule schedule, long announcedIn) {}

  /**
   * State of block 1: the initial key produces as {@code eosio}, nothing is irreversible.
   *
   * @param genesis what the chain begins with
   * @return the state
   */
  public static BlockState genesis(Genesis genesis) {
    return genesis(genesis, ProtocolFeature.FIRST);
  }

  /**
   * State of block 1 of a chain that begins with other protocol features.
   *
   * @param genesis what the chain begins with
   * @param active protocol features active from the beginning
   * @return the state
   */
  public static BlockState genesis(Genesis genesis, Set<ProtocolFeature> active) {
    ProducerSchedule schedule = new ProducerSchedule(
        0, List.of(ProducerSchedule.Producer.of(Name.of("eosio"), genesis.initialKey())));
    BlockHeader header = new BlockHeader(
        BlockTimestamp.of(genesis.initialTimestamp().toInstant()),
        Name.EMPTY,
        1,
        Checksum256.ZERO,
        Checksum256.ZERO,
        genesis.chainId(),
        0,
        Optional.empty(),
        List.of());
    LegacySchedule first = new LegacySchedule(
        0, List.of(new LegacySchedule.Producer(Name.of("eosio"), genesis.initialKey())));
    return new BlockState(
        header,
        header.id(),
        schedule,
        Optional.empty(),
        first.digest(),
        DposFinality.GENESIS,
        IncrementalMerkle.EMPTY,
        active.stream().sorted().map(ProtocolFeature::digest).toList());
  }

  /**
   * Number of the block.
   *
   * @return 1 or more
   */
  public long number() {
    return header.number();
  }

  /**
   * What the producer of the block signs: header, all earlier block ids and the schedule announced last.
   *
   * @return the digest
   */
  public Checksum256 signingDigest() {
    return signingDigest(header, blockroot.root(), pendingScheduleHash);
  }

  /**
   * Follows one block. Takes what the header says; whether a block may say it is checked elsewhere.
   *
   * @param next its header
   * @return the state of that block
   * @throws ChainException if its producer confirms a block that it confirmed before
   */
  public BlockState follow(BlockHeader next) {
    Preview preview = preview(next.producer(), next.confirmed());
    Optional<ProducerSchedule> announced = next.announcedSchedule();
    return new BlockState(
        next,
        next.id(),
        preview.activeSchedule(),
        announced.map(schedule -> new Pending(schedule, number() + 1)).or(preview::pending),
        next.announcedScheduleDigest().orElse(pendingScheduleHash),
        preview.finality(),
        blockroot.append(id),
        with(ProtocolFeature.activatedBy(next)));
  }

  private List<Checksum256> with(List<Checksum256> activated) {
    return activated.isEmpty()
        ? features
        : Stream.concat(features.stream(), activated.stream()).toList();
  }

  /**
   * Whether a protocol feature is active in the block.
   *
   * @param feature the feature
   * @return true from the block on that activated it
   */
  public boolean isActive(ProtocolFeature feature) {
    return features.contains(feature.digest());
  }

  /**
   * What is known of the next block before its header is complete.
   *
   * @param producer producer of the next block
   * @param confirmed how many blocks it confirms
   * @return what will be irreversible with it, and the schedules
   * @throws ChainException if the producer confirms a block that it confirmed before
   */
  public Preview preview(Name producer, int confirmed) {
    DposFinality reached = finality.next(number() + 1, producer, confirmed, names(activeSchedule));
    if (pending.isPresent() && reached.irreversible() >= pending.get().announcedIn()) {
      ProducerSchedule active = pending.get().schedule();
      return new Preview(reached.under(names(active)), active, Optional.empty());
    }
    return new Preview(reached, activeSchedule, pending);
  }

  /** Digest that a block signature covers. */
  static Checksum256 signingDigest(
      BlockHeader header, Checksum256 blockroot, Checksum256 pendingScheduleHash) {
    return pair(pair(header.digest(), blockroot), pendingScheduleHash);
  }

  private static List<Name> names(ProducerSchedule schedule) {
    return schedule.producers().stream()
        .map(ProducerSchedule.Producer::producerName)
        .toList();
  }

  private static Checksum256 pair(Checksum256 left, Checksum256 right) {
    AbiWriter out = new AbiWriter();
    out.writeChecksum256(left);
    out.writeChecksum256(right);
    return Checksum256.sha256(out.toByteArray());
  }
}
