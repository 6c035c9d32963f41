package io.github.coopj.chain.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Branches;
import io.github.coopj.chain.consensus.CheckedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.ForkBlock;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.LateBlock;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ForkedChain} in a folder. The log holds the best branch: where another one becomes better, the blocks that it
 * does not have are taken out of the log and its own put there. Snapshots and history hold what is irreversible alone, so
 * nothing of them is ever taken back. Other branches are not kept: whoever has them sends them again.
 *
 * <p>A block made here is in the log before anybody can see it, and how far producers have bound themselves outlives the
 * blocks that are taken out: no producer contradicts after a restart what it has signed before.
 *
 * <p>A block that is received moves the chain first and the log after it. If the file system refuses, the log stays behind:
 * {@link #problem} says why, and nothing more is received or made until it has caught up, which each call tries. Belongs to
 * one thread.
 */
public final class StoredForks implements Branches {
  private final ChainStore store;
  private final ForkedChain chain;

  /** The last block that the log and the best branch have in common, as far as is known. */
  private long common;

  /** Last block of the log, unless a write has failed. */
  private long written;

  /** Blocks of the best branch that the log does not have. */
  private final List<SignedBlock> missing = new ArrayList<>();

  /** What has become irreversible and was not told to the store. */
  private final Deque<AppliedBlock> settled = new ArrayDeque<>();

  /** Transactions of blocks that were taken back, which no block of the best branch has yet. */
  private final Map<Checksum256, TransactionMetadata> orphans = new LinkedHashMap<>();

  /** Transactions that a loss of power must not lose before the log holds the best branch again. */
  private List<PackedTransaction> atStake = List.of();

  /** What was found and is not kept yet, to be told when it is. */
  private final List<Evidence> found = new ArrayList<>();

  private final PastStates past;
  private final Consumer<? super Evidence> listener;
  private @Nullable LogException problem;

  private StoredForks(
      ChainStore store,
      Controller controller,
      Checksum256 chainId,
      Function<? super SignedBlock, List<TransactionMetadata>> recovery,
      int maxReversible,
      Consumer<? super Evidence> listener) {
    this.store = store;
    this.listener = listener;
    this.past = new PastStates(store, controller.head());
    store.snapshot().ifPresent(start -> {
      past.startsAt(start.head());
      controller.reset(start.head(), start.view());
    });
    controller.restore(store.watermarks());
    this.chain = new ForkedChain(controller, maxReversible, found::add);
    chain.restore(store.evidence());
    for (PackedTransaction kept : store.orphans()) {
      TransactionMetadata orphan = TransactionMetadata.recover(kept, chainId);
      orphans.put(orphan.id(), orphan);
    }
    store.replay(block -> {
      Reception reception = chain.replay(block, recovery.apply(block));
      reception.irreversible().forEach(this::settled);
      noLongerOrphans(reception);
    });
    this.common = chain.head().number();
    this.written = common;
  }

  /**
   * Opens the folder of a chain, or makes it. The chain stands at the last block of the log, and can go back from there as
   * far as it could before.
   *
   * @param options how the chain is kept
   * @param genesis genesis of the chain
   * @param features protocol features active from the beginning
   * @param catalog contracts that can be installed
   * @param recovery gives the transactions of a block with their recovered keys, in their order
   * @param maxReversible how many blocks that can be undone are kept, on all branches, 1 or more
   * @param listener told of each producer that signed two blocks for one slot, once a slot, when the
   *     evidence is kept
   * @return the chain
   * @throws LogException if a file is damaged or cannot be used
   * @throws ChainException naming the block that does not give what it says
   */
  public static StoredForks open(
      StoreOptions options,
      Genesis genesis,
      Set<ProtocolFeature> features,
      ContractCatalog catalog,
      Function<? super SignedBlock, List<TransactionMetadata>> recovery,
      int maxReversible,
      Consumer<? super Evidence> listener) {
    return open(
        Disk.REAL,
        options,
        new Controller(genesis, features, catalog, SignatureRecovery.COMPUTED),
        genesis,
        recovery,
        maxReversible,
        listener);
  }

  /** The controller stands at genesis. */
  static StoredForks open(
      Disk disk,
      StoreOptions options,
      Controller controller,
      Genesis genesis,
      Function<? super SignedBlock, List<TransactionMetadata>> recovery,
      int maxReversible,
      Consumer<? super Evidence> listener) {
    ChainStore store = ChainStore.open(disk, options, genesis);
    try {
      return new StoredForks(
          store, controller, genesis.chainId(), recovery, maxReversible, listener);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  @Override
  public BlockState head() {
    return chain.head();
  }

  @Override
  public StateView view() {
    return chain.view();
  }

  @Override
  public BlockState root() {
    return chain.root();
  }

  @Override
  public StateView rootView() {
    return chain.rootView();
  }

  @Override
  public Watermarks watermarks() {
    return chain.watermarks();
  }

  @Override
  public List<Evidence> evidence() {
    return chain.evidence();
  }

  @Override
  public List<ForkBlock> branch() {
    return chain.branch();
  }

  @Override
  public boolean knows(long number, Checksum256 id) {
    return chain.knows(number, id)
        || (number < root().number()
            && store.block(number).filter(block -> block.id().equals(id)).isPresent());
  }

  /**
   * Transactions of blocks that were taken back and that no block of the best branch has: those kept before the process
   * stopped among them. After a start they go to the queue again; the chain refuses what it has had.
   *
   * @return in the order in which they were taken back
   */
  public List<TransactionMetadata> orphans() {
    return List.copyOf(orphans.values());
  }

  /**
   * The folder: blocks of the best branch, the history of what is irreversible.
   *
   * @return the store, which belongs to this chain
   */
  public ChainStore store() {
    return store;
  }

  @Override
  public CheckedBlock check(SignedBlock block, BlockTimestamp latest) {
    try {
      return chain.check(block, latest);
    } finally {
      tellFound();
    }
  }

  @Override
  public Optional<Finding> investigate(SignedBlock block) {
    return past.investigate(block);
  }

  @Override
  public void note(LateBlock late, Optional<Evidence> proof) {
    chain.note(late, proof);
    tellFound();
  }

  /** Keeps what was found, then tells it. While the file system refuses, it waits for the next time. */
  private void tellFound() {
    if (found.isEmpty()) {
      return;
    }
    try {
      store.keepEvidence(chain.evidence());
    } catch (LogException e) {
      store.note(e);
      return;
    }
    List<Evidence> kept = List.copyOf(found);
    found.clear();
    kept.forEach(listener);
  }

  /**
   * Looks at a block made elsewhere and takes it in.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @param latest latest slot that has begun by the clock of this process, with the tolerance it grants
   * @return what it changed
   * @throws ChainException as {@link ForkedChain#receive}
   * @throws LogException if the log is behind and still cannot follow; the block was not looked at
   */
  @CanIgnoreReturnValue
  public Reception receive(
      SignedBlock block, List<TransactionMetadata> transactions, BlockTimestamp latest) {
    follow();
    try {
      return receive(check(block, latest), transactions);
    } catch (ChainException e) {
      if (e.reason() == ChainError.UNLINKABLE_BLOCK) {
        investigate(block).ifPresent(finding -> note(finding.late(), finding.proof()));
      }
      throw e;
    }
  }

  /**
   * {@inheritDoc} The log follows; transactions of blocks that are taken out of it are kept beside it before.
   *
   * @throws LogException if the log is behind and still cannot follow; the block was not looked at
   */
  @Override
  @CanIgnoreReturnValue
  public Reception receive(CheckedBlock checked, List<TransactionMetadata> transactions) {
    follow();
    Reception reception = chain.receive(checked, transactions);
    if (!reception.undone().isEmpty()) {
      atStake = waitingOrIn(reception.undone());
    }
    for (int i = 0; i < reception.undone().size(); i++) {
      takeBack();
    }
    reception.applied().forEach(each -> missing.add(each.block()));
    settled.addAll(reception.irreversible());
    reception.orphaned().forEach(each -> orphans.put(each.id(), each));
    noLongerOrphans(reception);
    try {
      follow();
    } catch (LogException e) {
      problem = e;
    }
    return reception;
  }

  /** What waits, and what is in blocks: also where other blocks have it, as long as the log does not have those. */
  private List<PackedTransaction> waitingOrIn(List<AppliedBlock> latestFirst) {
    List<PackedTransaction> all = new ArrayList<>(packedOrphans());
    for (int i = latestFirst.size() - 1; i >= 0; i--) {
      latestFirst.get(i).block().transactions().forEach(each -> all.add(each.transaction()));
    }
    return all;
  }

  private List<PackedTransaction> packedOrphans() {
    return orphans.values().stream().map(TransactionMetadata::packed).toList();
  }

  private void noLongerOrphans(Reception reception) {
    if (orphans.isEmpty()) {
      return;
    }
    for (AppliedBlock applied : reception.applied()) {
      applied.result().traces().forEach(trace -> orphans.remove(trace.id()));
    }
    long now = head().header().timestamp().toInstant().toEpochMilli();
    orphans
        .values()
        .removeIf(each -> each.transaction().header().expiration().seconds() * 1000 < now);
  }

  /**
   * Why the log does not have all blocks of the best branch.
   *
   * @return empty if it has
   */
  @Override
  public Optional<LogException> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void scheduleFeatures(List<Checksum256> features) {
    chain.scheduleFeatures(features);
  }

  /**
   * {@inheritDoc}
   *
   * @throws LogException if the log is behind and still cannot follow
   */
  @Override
  public Controller.Making begin(BlockTimestamp slot) {
    follow();
    return chain.begin(slot);
  }

  /**
   * Signs a block, writes it to the log durably, and makes it the head.
   *
   * @throws LogException if the file system refuses; the block is then still in the making and was shown to nobody
   */
  @Override
  @CanIgnoreReturnValue
  public Reception seal(Controller.Making making, Signer signer) {
    Reception reception = chain.seal(making, signer, store::appendDurably);
    common = chain.head().number();
    written = common;
    settled.addAll(reception.irreversible());
    noLongerOrphans(reception);
    tell();
    tellFound();
    return reception;
  }

  private void takeBack() {
    if (missing.isEmpty()) {
      common--;
    } else {
      missing.remove(missing.size() - 1);
    }
  }

  /** Makes the log hold the best branch, durably. */
  private void follow() {
    if (written > common) {
      store.keepOrphans(atStake);
      store.rewind(common, chain.watermarks());
      written = common;
    }
    List<CompletableFuture<Long>> appended = missing.stream().map(store::append).toList();
    int done = 0;
    try {
      for (CompletableFuture<Long> each : appended) {
        Uninterruptibly.join(each);
        done++;
      }
    } finally {
      missing.subList(0, done).clear();
      common += done;
      written = common;
    }
    problem = null;
    tell();
    tellFound();
  }

  /**
   * Tells the store what is irreversible and in the log. Before, transactions that blocks of the log have are no longer
   * kept beside it: a start from a snapshot does not look into the blocks before that.
   */
  private void tell() {
    if (!settled.isEmpty()) {
      try {
        store.keepOrphans(packedOrphans());
      } catch (LogException e) {
        store.note(e);
      }
    }
    while (!settled.isEmpty() && settled.element().state().number() <= common) {
      settled(settled.remove());
    }
  }

  private void settled(AppliedBlock block) {
    past.passed(block.state());
    store.applied(block, chain.watermarks());
  }

  /** Lets go of the folder. */
  @Override
  public void close() {
    store.close();
  }
}
