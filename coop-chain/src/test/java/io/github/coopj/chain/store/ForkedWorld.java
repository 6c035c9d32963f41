package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.Forks;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Three chains that hear of each other at random: two in memory, whose producers are B, C and D, and one in a folder,
 * whose producer is A. It may be stopped at any moment and go on from its folder.
 */
final class ForkedWorld {
  private static final List<Name> PRODUCERS = List.of(Forks.A, Forks.B, Forks.C, Forks.D);
  private static final int MOST_IN_A_TURN = 4;

  private final Forks forks = new Forks();
  private final Random random;
  private final ForkedChain first = forks.chain();
  private final ForkedChain second = forks.chain();
  private final List<SignedBlock> all = new ArrayList<>(forks.boot());
  private final int[] heard = new int[3];
  private final Signed signed;
  private final Map<Long, Checksum256> settled = new TreeMap<>();
  private final Map<Checksum256, TransactionMetadata> told = new LinkedHashMap<>();
  private int waiting;
  private Consumer<Reception> changes = reception -> {};
  private Consumer<SignedBlock> shown = block -> {};
  private int round;
  private long transactions;
  private long latest;
  private int switches;

  ForkedWorld(Random random, Signed signed) {
    this.random = random;
    this.signed = signed;
    this.transactions = random.nextLong() >>> 20;
    heard[0] = all.size();
    heard[1] = all.size();
  }

  /** What producer A has signed and shown: each block binds it to confirm no number twice and no slot before. */
  static final class Signed {
    private final Map<Checksum256, BlockHeader> shown = new TreeMap<>();
    private long number;
    private long slot;

    /** A block that somebody can see. */
    void show(BlockHeader header) {
      if (!header.producer().equals(Forks.A) || shown.put(header.id(), header) != null) {
        return;
      }
      assertThat(header.number() - header.confirmed())
          .as("first number that block %s of A confirms", header.number())
          .isGreaterThan(number);
      assertThat(header.timestamp().slot()).isGreaterThan(slot);
      number = header.number();
      slot = header.timestamp().slot();
    }

    int count() {
      return shown.size();
    }
  }

  /** Opens the chain in the folder; it hears at once what all chains begin with. */
  StoredForks open(Disk disk, StoreOptions options) {
    StoredForks here = StoredForks.open(
        disk,
        options,
        new Controller(TestChain.GENESIS, TestChain.catalog()),
        TestChain.GENESIS,
        Forks::recovered,
        ForkedChain.MAX_REVERSIBLE,
        evidence -> {});
    heard[2] = 0;
    try {
      hear(here, 2, forks.boot().size());
      return here;
    } catch (RuntimeException | Error e) {
      here.close();
      throw e;
    }
  }

  /** Somebody is told what each block changes for the chain in the folder, and of each block that it makes. */
  void listen(Consumer<Reception> toChanges, Consumer<SignedBlock> toShown) {
    changes = toChanges;
    shown = toShown;
  }

  /** How often the chain in the folder left a branch. */
  int switches() {
    return switches;
  }

  /** How many blocks have become irreversible for the chain in the folder. */
  int settled() {
    return settled.size();
  }

  /** Lets the chains in memory know what the one in the folder has, and goes on after it. */
  void joinIn(StoredForks here) {
    for (SignedBlock block : line(here)) {
      if (block.number() > all.size() + 1) {
        all.add(block);
      }
    }
    long latest = Math.max(
        here.head().header().timestamp().slot(),
        here.watermarks().of(Forks.A).map(mark -> mark.slot().slot()).orElse(0L));
    while (forks.slot(Forks.A, round, 0).slot() <= latest) {
      round++;
    }
  }

  /** Each producer makes some blocks in its turn; each chain hears of those of others, or does not. */
  void takeTurns(StoredForks here) {
    int now = round++;
    for (Name producer : PRODUCERS) {
      boolean[] deaf = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
      for (int nth = random.nextInt(MOST_IN_A_TURN); nth >= 0; nth--) {
        BlockTimestamp slot = forks.slot(producer, now, MOST_IN_A_TURN - nth);
        try {
          make(here, producer, slot);
        } catch (ChainException e) {
          assertThat(e.getMessage()).as("A has signed later ones").contains("has signed block");
        }
        for (int chain = 0; chain < 3; chain++) {
          if (!deaf[chain]) {
            hear(here, chain, all.size());
          }
        }
      }
    }
  }

  private void make(StoredForks here, Name producer, BlockTimestamp slot) {
    if (producer.equals(Forks.A)) {
      Controller.Making making = here.begin(slot);
      Reception reception;
      try {
        TransactionMetadata own = forks.put(transactions++, forks.slot(Forks.A, round + 2, 0));
        making.execute(own, 100);
        reception = here.seal(making, TestChain.key(producer));
        told.put(own.id(), own);
      } catch (RuntimeException e) {
        making.abort();
        throw e;
      }
      SignedBlock block = reception.applied().get(0).block();
      all.add(block);
      signed.show(block.header());
      shown.accept(block);
      note(reception);
    } else {
      ForkedChain chain = producer.equals(Forks.D) ? second : first;
      all.add(Forks.make(
          chain, slot, forks.put(-1 - transactions++, forks.slot(Forks.A, round + 2, 0))));
    }
  }

  private void hear(StoredForks here, int chain, int until) {
    while (heard[chain] < until) {
      SignedBlock block = all.get(heard[chain]);
      try {
        if (chain == 2) {
          note(here.receive(block, Forks.recovered(block), Forks.EVER));
        } else {
          Forks.give(chain == 0 ? first : second, block);
        }
      } catch (ChainException e) {
        assertThat(e.reason().name())
            .as("known already, or before what is irreversible: %s", e)
            .isIn("FORK_DATABASE", "UNLINKABLE_BLOCK");
      }
      heard[chain]++;
    }
  }

  private void note(Reception reception) {
    switches += reception.undone().isEmpty() ? 0 : 1;
    reception
        .applied()
        .forEach(each -> latest = Math.max(latest, seconds(each.state().header())));
    reception
        .irreversible()
        .forEach(each -> settle(each.state().number(), each.state().id()));
    changes.accept(reception);
  }

  /** A block that was reported as irreversible. */
  void settle(long number, Checksum256 id) {
    Checksum256 before = settled.putIfAbsent(number, id);
    assertThat(before == null || before.equals(id))
        .as("block %s is settled as %s and as %s", number, before, id)
        .isTrue();
  }

  /** The log is the best branch, what was irreversible is in it, and A knows how far it is bound. */
  void check(StoredForks here) {
    List<SignedBlock> line = line(here);
    assertThat(here.problem()).isEmpty();
    assertThat(line).hasSize((int) here.head().number() - 1);
    if (!line.isEmpty()) {
      assertThat(line.get(line.size() - 1).id()).isEqualTo(here.head().id());
    }
    settled.forEach((number, id) ->
        assertThat(line.get((int) (number - 2)).id()).as("block %s", number).isEqualTo(id));
    line.forEach(block -> signed.show(block.header()));
    assertThat(here.watermarks().of(Forks.A).map(mark -> mark.block()).orElse(0L))
        .isEqualTo(signed.number);
    checkOrphans(here, line);
    Controller replayed = new Controller(TestChain.GENESIS, TestChain.catalog());
    line.forEach(block -> replayed.apply(block, Forks.recovered(block)));
    assertThat(replayed.view().digest()).isEqualTo(here.view().digest());
  }

  private static long seconds(BlockHeader header) {
    return header.timestamp().toInstant().getEpochSecond();
  }

  /** Whatever was durable once is on the best branch, or waits for it, until a block that was the head is later than it may be. */
  private void checkOrphans(StoredForks here, List<SignedBlock> line) {
    Set<Checksum256> there = new HashSet<>();
    line.forEach(block ->
        block.transactions().forEach(receipt -> there.add(receipt.transaction().id())));
    Set<Checksum256> orphans = new HashSet<>();
    here.orphans().forEach(each -> orphans.add(each.id()));
    assertThat(orphans).doesNotContainAnyElementsOf(there);
    latest = Math.max(latest, seconds(here.head().header()));
    for (TransactionMetadata each : told.values()) {
      if (!there.contains(each.id())
          && each.transaction().header().expiration().seconds() > latest) {
        assertThat(orphans).as("transaction of a block that was taken back").contains(each.id());
        waiting++;
      }
    }
  }

  /** How often a transaction of a block that was taken back was found to wait. */
  int waiting() {
    return waiting;
  }

  private static List<SignedBlock> line(StoredForks here) {
    List<SignedBlock> line = new ArrayList<>();
    for (long number = 2; number <= here.store().durableBlock(); number++) {
      line.add(here.store().block(number).orElseThrow());
    }
    return line;
  }
}
