package io.github.coopj.chain.consensus;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A chain that hears of blocks of several branches: keeps those that can still be undone, and stands on the best of them,
 * which is that with the highest irreversible block, then the longest; of equally good ones it stays where it is. An
 * irreversible block is never undone. Belongs to one thread.
 *
 * <p>A producer that signs two different blocks for one slot is reported, whichever of them wins.
 */
public final class ForkedChain {
  /** How many blocks that can be undone are kept unless told otherwise: half an hour of slots. */
  public static final int MAX_REVERSIBLE = 3600;

  /** How many pieces of evidence are kept; one a producer and slot, the first ones. */
  public static final int MAX_EVIDENCE = 1024;

  private final Controller controller;
  private final ForkDatabase database;
  private final Consumer<? super Evidence> listener;
  private final List<Evidence> evidence = new ArrayList<>();
  private StateView rootView;

  /**
   * A chain that stands where a controller stands; that block can never be undone.
   *
   * @param controller belongs to this chain from now on
   * @param maxReversible how many blocks that can be undone are kept, on all branches, 1 or more
   * @param listener told of each producer that signed two blocks for one slot, once a slot
   */
  public ForkedChain(
      Controller controller, int maxReversible, Consumer<? super Evidence> listener) {
    this.controller = controller;
    this.database = new ForkDatabase(controller.head(), maxReversible);
    this.listener = listener;
    this.rootView = controller.view();
  }

  /**
   * State of the best block.
   *
   * @return the head
   */
  public BlockState head() {
    return controller.head();
  }

  /**
   * What the chain knows after its head.
   *
   * @return a view that never changes
   */
  public StateView view() {
    return controller.view();
  }

  /**
   * State of the block that all branches begin at: the latest irreversible one that this chain has seen becoming so, or
   * where it began.
   *
   * @return the root
   */
  public BlockState root() {
    return database.root();
  }

  /**
   * How far each producer has bound itself by blocks of any branch.
   *
   * @return data that a process which signs blocks keeps durably
   */
  public Watermarks watermarks() {
    return controller.watermarks();
  }

  /**
   * Puts what was kept before a restart together with what is known.
   *
   * @param kept watermarks
   */
  public void restore(Watermarks kept) {
    controller.restore(kept);
  }

  /**
   * What producers were caught at.
   *
   * @return the first {@value #MAX_EVIDENCE} pieces, in the order of discovery
   */
  public List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  /**
   * Finds a block that can still be undone.
   *
   * @param id its id
   * @return the block on whatever branch, if it is kept
   */
  public Optional<ForkBlock> find(Checksum256 id) {
    return database.find(id);
  }

  /**
   * The best branch.
   *
   * @return blocks after the root up to the head
   */
  public List<ForkBlock> branch() {
    return database.branch(head().id());
  }

  /**
   * Takes in a block made elsewhere.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @param latest latest slot that has begun by the clock of this process, with the tolerance it grants
   * @return what it changed
   * @throws ChainException naming the block: BLOCK_FROM_THE_FUTURE beyond the latest slot; FORK_DATABASE if it is known or
   *     does not fit; UNLINKABLE_BLOCK if the block before it is not known or was pruned; other reasons if it is wrong.
   *     The chain is then as before, a wrong block is not executed twice
   */
  @CanIgnoreReturnValue
  public Reception receive(
      SignedBlock block, List<TransactionMetadata> transactions, BlockTimestamp latest) {
    String name = HeaderRules.name(block);
    if (block.header().timestamp().slot() > latest.slot()) {
      throw new ChainException(
          ChainError.BLOCK_FROM_THE_FUTURE,
          name + " is of slot " + block.header().timestamp() + ", the latest one is " + latest);
    }
    database.requireNew(name, block.number(), block.id());
    BlockState parent = database.parent(name, block.header().previous());
    BlockState state = controller.check(parent, block);
    requireContent(name, block, transactions);
    ForkBlock added = new ForkBlock(block, state, transactions);
    ProducerSchedule.Producer producer =
        parent.activeSchedule().scheduledAt(block.header().timestamp());
    controller.restore(Watermarks.NONE.after(block.header()));
    lookForEvidence(producer, added);
    database.add(added, head());
    if (!added.isBetterThan(head())) {
      return new Reception(List.of(), List.of(), List.of(), List.of());
    }
    return goTo(added);
  }

  /**
   * Begins a block on the head.
   *
   * @param slot slot, later than the head's
   * @return the block in the making, to be ended by {@link #seal} or by aborting it before anything else is done
   * @throws ChainException as {@link Controller#begin(BlockTimestamp)}, and FORK_DATABASE while too many blocks can still
   *     be undone
   */
  public Controller.Making begin(BlockTimestamp slot) {
    if (database.isFull(head())) {
      throw new ChainException(
          ChainError.FORK_DATABASE,
          "the head is " + (head().number() - root().number())
              + " blocks ahead of the last irreversible one, more are not kept");
    }
    return controller.begin(slot);
  }

  /**
   * Signs a block, has it kept, and makes it the head. If it cannot be signed or kept, it is still in the making.
   *
   * @param making the block
   * @param signer key of its producer
   * @param keeper makes the block, and that its producer is bound by it, durable before anybody can see it; it may refuse
   *     by throwing
   * @return what it changed; it is the only block applied
   */
  @CanIgnoreReturnValue
  public Reception seal(
      Controller.Making making, Signer signer, Consumer<? super SignedBlock> keeper) {
    List<TransactionMetadata> transactions = making.executed();
    BlockState parent = head();
    AppliedBlock applied = making.seal(signer, keeper);
    ForkBlock block = new ForkBlock(applied.block(), applied.state(), transactions);
    block.setApplied(applied);
    database.add(block, applied.state());
    lookForEvidence(parent.activeSchedule().scheduledAt(making.slot()), block);
    return new Reception(List.of(), List.of(applied), List.of(), settle());
  }

  /** An id covers the header alone: content that does not belong to it must not count against it. */
  private static void requireContent(
      String name, SignedBlock block, List<TransactionMetadata> transactions) {
    HeaderRules.requireSame(
        ChainError.BLOCK_TX_OUTPUT,
        name + " has transaction root",
        block.header().transactionMroot(),
        Merkle.root(
            block.transactions().stream().map(TransactionReceipt::digest).toList()));
    if (!transactions.stream()
        .map(TransactionMetadata::packed)
        .toList()
        .equals(
            block.transactions().stream().map(TransactionReceipt::transaction).toList())) {
      throw new InvalidValueException(name + " has other transactions than those given");
    }
  }

  private void lookForEvidence(ProducerSchedule.Producer producer, ForkBlock added) {
    BlockTimestamp slot = added.block().header().timestamp();
    for (ForkBlock other : database.blocks()) {
      if (!other.id().equals(added.id())
          && other.block().header().timestamp().equals(slot)
          && other.block().header().producer().equals(producer.producerName())
          && evidence.size() < MAX_EVIDENCE
          && evidence.stream()
              .noneMatch(known -> known.slot().equals(slot) && known.accused().equals(producer))) {
        Evidence found = Evidence.of(producer, other, added);
        evidence.add(found);
        listener.accept(found);
      }
    }
  }

  private Reception goTo(ForkBlock target) {
    BlockState oldHead = head();
    StateView oldView = view();
    List<ForkBlock> oldBranch = database.branch(oldHead.id());
    List<ForkBlock> newBranch = database.branch(target.id());
    int common = 0;
    while (common < Math.min(oldBranch.size(), newBranch.size())
        && oldBranch.get(common).id().equals(newBranch.get(common).id())) {
      common++;
    }
    List<ForkBlock> undone = new ArrayList<>(oldBranch.subList(common, oldBranch.size()));
    List<ForkBlock> toApply = newBranch.subList(common, newBranch.size());
    try {
      executeAll(newBranch, undone.isEmpty() ? common : executedOf(newBranch), undone);
    } catch (RuntimeException | Error e) {
      controller.reset(oldHead, oldView);
      throw e;
    }
    List<TransactionMetadata> orphaned = orphans(undone, toApply);
    Collections.reverse(undone);
    return new Reception(results(undone), results(toApply), orphaned, settle());
  }

  /** How many blocks at the beginning of a branch have been executed. */
  private static int executedOf(List<ForkBlock> branch) {
    int executed = 0;
    while (executed < branch.size() && branch.get(executed).applied().isPresent()) {
      executed++;
    }
    return executed;
  }

  /** Executes the blocks of a branch from an index on, standing on the block before. */
  private void executeAll(List<ForkBlock> branch, int from, List<ForkBlock> undone) {
    if (!undone.isEmpty()) {
      if (from == 0) {
        controller.reset(root(), rootView);
      } else {
        AppliedBlock base = branch.get(from - 1).applied().orElseThrow();
        controller.reset(base.state(), base.view());
      }
    }
    for (ForkBlock block : branch.subList(from, branch.size())) {
      try {
        block.setApplied(controller.execute(block.state(), block.block(), block.transactions()));
      } catch (ChainException e) {
        database.removeInvalid(block);
        throw e;
      } catch (RuntimeException | Error e) {
        database.remove(block);
        throw e;
      }
    }
  }

  private List<TransactionMetadata> orphans(List<ForkBlock> undone, List<ForkBlock> applied) {
    Set<Checksum256> included = new HashSet<>();
    applied.forEach(block -> block.transactions().forEach(each -> included.add(each.id())));
    long now = head().header().timestamp().toInstant().toEpochMilli();
    return undone.stream()
        .flatMap(block -> block.transactions().stream())
        .filter(each -> !included.contains(each.id())
            && each.transaction().header().expiration().seconds() * 1000 >= now)
        .toList();
  }

  private static List<AppliedBlock> results(List<ForkBlock> blocks) {
    return blocks.stream().map(block -> block.applied().orElseThrow()).toList();
  }

  /** Lets the root follow what is irreversible on the best branch. */
  private List<AppliedBlock> settle() {
    long irreversible = head().finality().irreversible();
    List<ForkBlock> settled =
        branch().stream().takeWhile(block -> block.number() <= irreversible).toList();
    if (!settled.isEmpty()) {
      ForkBlock last = settled.get(settled.size() - 1);
      database.advance(last);
      rootView = last.applied().orElseThrow().view();
    }
    return results(settled);
  }
}
