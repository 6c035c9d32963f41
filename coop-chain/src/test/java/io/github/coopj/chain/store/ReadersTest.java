package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.name.Name;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many that read a store while it is written: they see what was written, and wait for nobody. */
class ReadersTest {
  private static final int COUNT = 60;
  private static final int READERS = 6;
  private static final TableKey ITEMS =
      new TableKey(TestChain.LEDGER, TestChain.LEDGER, Name.of("items"));

  private static List<SignedBlock> blocks = List.of();
  private static final TreeMap<Long, StateView> VIEWS = new TreeMap<>();

  @TempDir
  private Path directory;

  @BeforeAll
  static void makeBlocks() {
    blocks = StoredChain.blocks(COUNT, 0, 4);
    StoreOptions options = StoreOptions.in(Path.of("chain"));
    try (StoredChain chain = new StoredChain(new MemoryDisk(), options)) {
      for (SignedBlock block : blocks) {
        chain.take(block);
        VIEWS.put(block.number(), chain.view());
      }
    }
  }

  /** Each block is a part of the history, so that parts are merged under those that read them. */
  private StoredChain open() {
    return new StoredChain(
        Disk.REAL,
        StoreOptions.builder()
            .directory(directory.resolve("chain"))
            .historyMemory(1)
            .snapshotInterval(9)
            .build());
  }

  private static void assertReads(ChainStore store, Random random) {
    History history = store.history().orElseThrow();
    long known = history.block();
    // Asked after the history, which never knows more than is durable by then.
    long durable = store.durableBlock();
    assertThat(known).isLessThanOrEqualTo(durable);
    assertThat(store.block(durable + COUNT)).isEmpty();
    if (known < 2) {
      return;
    }
    long number = 2L + random.nextInt((int) durable - 1);
    assertThat(store.block(number)).contains(blocks.get((int) number - 2));
    long at = 2L + random.nextInt((int) known - 1);
    StateView view = Objects.requireNonNull(VIEWS.get(at));
    long key = random.nextInt(COUNT);
    assertThat(history.row(ITEMS, key, at)).isEqualTo(view.row(ITEMS, key));
    assertThat(history.rows(ITEMS, at, key, 5)).isEqualTo(view.rows(ITEMS, key, 5));
    assertThat(history.versions(ITEMS, key, 0, 100)).allMatch(version -> version.block() >= 2);
    assertThat(history.actions(TestChain.EOSIO, 0, (int) at))
        .extracting(RecordedAction::block)
        .isSorted()
        .hasSizeGreaterThanOrEqualTo((int) at - 1);
  }

  /** Reads until told to stop, interrupted now and then, and says how often. */
  private static CompletableFuture<Integer> reader(
      ChainStore store, int seed, AtomicBoolean stop, List<Thread> threads) {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      Random random = new Random(seed);
      int reads = 0;
      try {
        while (!stop.get() || reads < 100) {
          if (random.nextInt(4) == 0) {
            Thread.currentThread().interrupt();
          }
          assertReads(store, random);
          reads++;
        }
        store.awaitDurable(1);
        store.history().orElseThrow().await(1);
        end.complete(reads);
      } catch (InterruptedException | RuntimeException | Error e) {
        end.completeExceptionally(e);
      }
    });
    threads.add(thread);
    thread.start();
    return end;
  }

  @Test
  @Tag("CHAIN-08")
  @Tag("CHAIN-10")
  void readers_seeWhatWasWritten_whileBlocksAreWritten_andSomeAreInterrupted() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    List<CompletableFuture<Integer>> ends = new ArrayList<>();
    try (StoredChain chain = open()) {
      for (int i = 0; i < READERS; i++) {
        ends.add(reader(chain.store, i, stop, threads));
      }
      for (SignedBlock block : blocks) {
        chain.take(block);
        threads.get((int) block.number() % READERS).interrupt();
      }
      chain.store.history().orElseThrow().await(COUNT + 1);
      stop.set(true);
      for (CompletableFuture<Integer> end : ends) {
        assertThat(end.get()).isPositive();
      }
      assertThat(chain.store.notes()).isEmpty();
      assertReads(chain.store, new Random(9));
    } finally {
      stop.set(true);
    }
  }

  /** Who reads a log that goes from branch to branch gets a block of one of them, or none. */
  @Test
  @Tag("CHAIN-10")
  void readers_getBlocksOfEitherBranch_whileBlocksAreTakenBack() throws Exception {
    List<SignedBlock> other = StoredChain.blocks(COUNT, 30, 5);
    AtomicBoolean stop = new AtomicBoolean();
    List<CompletableFuture<Integer>> ends = new ArrayList<>();
    Path file = directory.resolve("blocks.log");
    try (BlockLog log = BlockLog.open(file, TestChain.GENESIS, block -> {})) {
      blocks.forEach(log::append);
      log.sync();
      for (int i = 0; i < READERS; i++) {
        Random random = new Random(i);
        ends.add(CompletableFuture.supplyAsync(
            () -> {
              int found = 0;
              while (!stop.get() || found == 0) {
                int index = random.nextInt(COUNT);
                Optional<SignedBlock> block = log.block(index + 2L);
                if (block.isPresent()) {
                  assertThat(block.get()).isIn(blocks.get(index), other.get(index));
                  found++;
                } else {
                  assertThat(index).isGreaterThanOrEqualTo(30);
                }
              }
              return found;
            },
            task -> new Thread(task).start()));
      }
      for (int turn = 0; turn < 60; turn++) {
        int common = 30 + turn % 20;
        log.rewind(31);
        (turn % 2 == 0 ? other : blocks).subList(30, common + 10).forEach(log::append);
        log.sync();
      }
      stop.set(true);
      for (CompletableFuture<Integer> end : ends) {
        assertThat(end.get()).isPositive();
      }
    } finally {
      stop.set(true);
    }
  }

  /** All that a store is made of is locked by somebody who never lets go: those that read go on. */
  @Test
  void readers_goOn_whileAllLocksOfTheStoreAreHeld() throws Exception {
    try (StoredChain chain = open()) {
      chain.take(blocks);
      History history = chain.store.history().orElseThrow();
      history.await(COUNT + 1);
      history.awaitMerged();
      List<Object> all = reachable(chain.store);
      assertThat(all)
          .hasAtLeastOneElementOfType(ChannelFile.class)
          .hasAtLeastOneElementOfType(BlockLog.class)
          .hasAtLeastOneElementOfType(GroupCommit.class)
          .hasAtLeastOneElementOfType(HistoryPart.class)
          .hasAtLeastOneElementOfType(HistoryPageCache.class)
          .hasAtLeastOneElementOfType(Follower.class);
      holdAll(all.iterator(), () -> {
        CompletableFuture<Integer> end =
            reader(chain.store, 2, new AtomicBoolean(true), new ArrayList<>());
        assertThat(end.get(60, TimeUnit.SECONDS)).isEqualTo(100);
      });
    }
  }

  /** Something that may fail. */
  private interface Step {
    void run() throws Exception;
  }

  private static void holdAll(Iterator<Object> rest, Step step) throws Exception {
    if (!rest.hasNext()) {
      step.run();
      return;
    }
    Object next = rest.next();
    if (next instanceof Lock lock) {
      lock.lock();
      try {
        holdAll(rest, step);
      } finally {
        lock.unlock();
      }
      return;
    }
    synchronized (next) {
      holdAll(rest, step);
    }
  }

  /** Objects of the store that can be reached from one, and what their fields hold. */
  private static List<Object> reachable(Object root) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> found = new ArrayList<>();
    Deque<Object> next = new ArrayDeque<>(List.of(root));
    while (!next.isEmpty()) {
      Object each = next.remove();
      if (each instanceof Thread || each instanceof Enum || !seen.add(each)) {
        continue;
      }
      found.add(each);
      if (each instanceof Collection<?> all) {
        all.stream().filter(Objects::nonNull).forEach(next::add);
      } else if (each.getClass().getName().startsWith("io.github.coopj.chain.store.")) {
        for (Field field : each.getClass().getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            Optional.ofNullable(field.get(each)).ifPresent(next::add);
          }
        }
      }
    }
    return found;
  }
}
