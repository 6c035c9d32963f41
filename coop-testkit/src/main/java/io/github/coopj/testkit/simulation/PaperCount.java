package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows from a line of blocks, counted on paper: whose turn it is, and what is irreversible. Shares no code with the
 * consensus.
 *
 * <ul>
 *   <li>A block is proposed once two thirds and one of the producers it was made under have confirmed its number; a producer
 *       that makes a block implies what was proposed before it; irreversible is what more than two thirds imply.
 *   <li>A schedule that a transaction asks for waits until that block is irreversible, then a header announces it; it is in
 *       force once the block with that header is irreversible. Who stays a producer keeps what it implied, others begin at
 *       what is irreversible then.
 * </ul>
 */
final class PaperCount {
  private static final int SLOTS_PER_TURN = 12;

  private final long number;
  private final Schedule active;
  private final Optional<Schedule> announced;
  private final Optional<Schedule> asked;
  private final Optional<Schedule> announcement;
  private final Map<Name, Long> implied;
  private final long proposed;
  private final long irreversible;
  private final int[] missing;

  private PaperCount(
      long number,
      Schedule active,
      Optional<Schedule> announced,
      Optional<Schedule> asked,
      Optional<Schedule> announcement,
      Map<Name, Long> implied,
      long proposed,
      long irreversible,
      int[] missing) {
    this.number = number;
    this.active = active;
    this.announced = announced;
    this.asked = asked;
    this.announcement = announcement;
    this.implied = implied;
    this.proposed = proposed;
    this.irreversible = irreversible;
    this.missing = missing;
  }

  /** Producers in their order of turns, the number of the schedule, and the block it was asked for or announced in. */
  record Schedule(long version, List<Name> names, long block) {
    Schedule {
      names = List.copyOf(names);
    }

    private Schedule in(long other) {
      return new Schedule(version, names, other);
    }

    private int quorum() {
      return names.size() * 2 / 3 + 1;
    }
  }

  /** Before the first block of a run. */
  static PaperCount of(Start start) {
    Map<Name, Long> implied = new TreeMap<>();
    start.producers().forEach(name -> implied.put(name, start.irreversible()));
    return new PaperCount(
        start.headNumber(),
        new Schedule(start.scheduleVersion(), start.producers(), 0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        implied,
        start.headNumber(),
        start.irreversible(),
        new int[0]);
  }

  /** Who makes the next block if it is of a slot. */
  Name turn(long slot) {
    return active.names().get((int) (slot / SLOTS_PER_TURN % active.names().size()));
  }

  /** Number of the schedule that the next block is made under. */
  long version() {
    return active.version();
  }

  /** Number of the latest irreversible block. */
  long irreversible() {
    return irreversible;
  }

  /** What the header of the block has to announce. */
  Optional<Schedule> announcement() {
    return announcement;
  }

  /** The count with one more block. */
  PaperCount after(SignedBlock block) {
    long own = number + 1;
    Map<Name, Long> nowImplied = new TreeMap<>(implied);
    nowImplied.put(block.header().producer(), proposed);
    int[] nowMissing = Arrays.copyOf(missing, missing.length + 1);
    nowMissing[missing.length] = active.quorum();
    long nowProposed = proposed;
    for (int j = Math.max(0, missing.length - block.header().confirmed());
        j <= missing.length;
        j++) {
      nowMissing[j]--;
      if (nowMissing[j] <= 0) {
        nowProposed = Math.max(nowProposed, own - (missing.length - j));
      }
    }
    long nowIrreversible = Math.max(irreversible, moreThanTwoThirds(nowImplied));
    Optional<Schedule> mature = announced.filter(schedule -> schedule.block() <= nowIrreversible);
    Schedule nowActive = mature.orElse(active);
    if (mature.isPresent()) {
      Map<Name, Long> before = Map.copyOf(nowImplied);
      nowImplied.clear();
      nowActive
          .names()
          .forEach(name -> nowImplied.put(
              name, Objects.requireNonNull(before.getOrDefault(name, nowIrreversible))));
    }
    Optional<Schedule> nowAnnounced =
        asked.filter(schedule -> announced.isEmpty() && schedule.block() <= nowIrreversible);
    Optional<Schedule> pending = nowAnnounced
        .map(schedule -> schedule.in(own))
        .or(() -> mature.isPresent() ? Optional.empty() : announced);
    Optional<Schedule> waiting = nowAnnounced.isPresent() ? Optional.empty() : asked;
    return new PaperCount(
        own,
        nowActive,
        pending,
        asked(block, waiting, pending.orElse(nowActive), own),
        nowAnnounced,
        nowImplied,
        nowProposed,
        nowIrreversible,
        nowMissing);
  }

  private static long moreThanTwoThirds(Map<Name, Long> implied) {
    List<Long> all = new ArrayList<>(implied.values());
    all.sort(Long::compare);
    return all.get((all.size() - 1) / 3);
  }

  /** What is asked for after a block: one at a time, the last one of a block, none that is the latest already. */
  private static Optional<Schedule> asked(
      SignedBlock block, Optional<Schedule> before, Schedule latest, long own) {
    Optional<Schedule> asked = before;
    for (TransactionReceipt receipt : block.transactions()) {
      for (Action action : receipt.transaction().unpack().actions()) {
        if (isSetProducers(action)
            && asked.filter(schedule -> schedule.block() != own).isEmpty()) {
          List<Name> names = RecordCodec.of(SystemContract.SetProducers.class)
              .decode(action.data().toArray())
              .schedule()
              .stream()
              .map(SystemContract.Producer::producerName)
              .toList();
          if (!names.equals(latest.names())) {
            asked = Optional.of(new Schedule(latest.version() + 1, names, own));
          }
        }
      }
    }
    return asked;
  }

  static boolean isSetProducers(Action action) {
    return action.account().equals(SystemActions.EOSIO)
        && action
            .name()
            .toString()
            .equals(
                SystemContract.SetProducers.class.getAnnotation(AbiName.class).value());
  }
}
