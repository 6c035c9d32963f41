package io.github.coopj.chain.store;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A chain that takes blocks made elsewhere and keeps them in a store, without a node around it. */
final class StoredChain implements AutoCloseable {
  final ChainStore store;
  final Controller controller;
  private @Nullable AppliedBlock applied;
  /** Numbers of the blocks that were handed over on opening. */
  final List<Long> replayed = new ArrayList<>();

  StoredChain(Disk disk, StoreOptions options) {
    store = ChainStore.open(disk, options, TestChain.GENESIS);
    try {
      controller = new Controller(TestChain.GENESIS, TestChain.catalog());
      store.snapshot().ifPresent(start -> controller.reset(start.head(), start.view()));
      controller.restore(store.watermarks());
      store.replay(block -> {
        replayed.add(block.number());
        apply(block);
        store.applied(applied(), controller.watermarks());
      });
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Applies a block, keeps it, and has the store follow. */
  void take(SignedBlock block) {
    store.appendDurably(block);
    apply(block);
    store.applied(applied(), controller.watermarks());
  }

  /** The block taken last and what it did. */
  AppliedBlock applied() {
    return Objects.requireNonNull(applied);
  }

  void take(List<SignedBlock> blocks) {
    blocks.forEach(this::take);
  }

  private void apply(SignedBlock block) {
    applied = controller.apply(
        block,
        block.transactions().stream()
            .map(
                receipt -> TransactionMetadata.recover(receipt.transaction(), controller.chainId()))
            .toList());
  }

  StateView view() {
    return controller.kernel().view();
  }

  Snapshot snapshot() {
    return new Snapshot(controller.head(), view(), controller.watermarks());
  }

  long head() {
    return controller.head().number();
  }

  @Override
  public void close() {
    store.close();
  }

  /** Blocks with rows put, changed and removed, the same for the same seed; the first {@code common} for every seed. */
  static List<SignedBlock> blocks(int count, int common, long seed) {
    TestChain chain = new TestChain();
    Random random = new Random(1);
    List<Long> rows = new ArrayList<>();
    long next = 0;
    while (chain.blocks().size() < count) {
      if (chain.blocks().size() == common) {
        random = new Random(seed);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        int what = random.nextInt(4);
        long row = rows.isEmpty() ? 0 : rows.get(random.nextInt(rows.size()));
        if (rows.isEmpty() || what < 2) {
          rows.add(next);
          chain.push(TestChain.ledger(
              new Ledger.Put(TestChain.ALICE, next++, "row " + random.nextInt(100)),
              TestChain.ALICE));
        } else if (what == 2) {
          rows.remove(row);
          chain.push(TestChain.ledger(new Ledger.Drop(row), TestChain.BOB));
        } else {
          chain.push(TestChain.ledger(
              new Ledger.Tell(List.of(TestChain.OTHER, TestChain.ALICE), "memo"), TestChain.BOB));
        }
      }
      chain.produce();
    }
    return chain.blocks();
  }
}
