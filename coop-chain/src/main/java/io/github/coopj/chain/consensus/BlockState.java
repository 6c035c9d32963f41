package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;

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
 */
public record BlockState(
    BlockHeader header,
    Checksum256 id,
    ProducerSchedule activeSchedule,
    Optional<Pending> pending,
    Checksum256 pendingScheduleHash,
    DposFinality finality,
    IncrementalMerkle blockroot) {
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
        IncrementalMerkle.EMPTY);
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
   * @param header header of the block, this state being of that block
   * @return the digest
   */
  public Checksum256 signingDigest(BlockHeader header) {
    return pair(pair(header.digest(), blockroot.root()), pendingScheduleHash);
  }

  /**
   * Follows one block.
   *
   * @param next its header
   * @return the state of that block
   */
  public BlockState follow(BlockHeader next) {
    return follow(next.producer(), next.confirmed(), next.announcedSchedule(), Optional.of(next));
  }

  /**
   * State of the next block before its header is complete, as far as who produces it and what it confirms decide it.
   *
   * @param producer producer of the next block
   * @param confirmed how many blocks it confirms
   * @return what will be irreversible with it, and the schedules
   */
  public BlockState preview(Name producer, int confirmed) {
    return follow(producer, confirmed, Optional.empty(), Optional.empty());
  }

  /**
   * Extensions of the next header.
   *
   * @param announced schedule to announce
   * @return the extension, or none
   */
  static List<Extension> extensions(Optional<ProducerSchedule> announced) {
    return announced.map(BlockHeader::announcement).stream().toList();
  }

  private BlockState follow(
      Name producer,
      int confirmed,
      Optional<ProducerSchedule> announced,
      Optional<BlockHeader> complete) {
    long number = number() + 1;
    DposFinality reached = finality.next(number, producer, confirmed, names(activeSchedule));
    ProducerSchedule active = activeSchedule;
    Optional<Pending> waiting = pending;
    if (pending.isPresent() && reached.irreversible() >= pending.get().announcedIn()) {
      active = pending.get().schedule();
      reached = reached.under(names(active));
      waiting = Optional.empty();
    }
    if (announced.isPresent()) {
      waiting = Optional.of(new Pending(announced.get(), number));
    }
    BlockHeader nextHeader = complete.orElse(header);
    return new BlockState(
        nextHeader,
        nextHeader.id(),
        active,
        waiting,
        announced.map(ProducerSchedule::digest).orElse(pendingScheduleHash),
        reached,
        blockroot.append(id));
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
