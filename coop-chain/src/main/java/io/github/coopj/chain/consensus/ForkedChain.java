package io.github.coopj.chain.consensus;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
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
 * <p>A producer that signs two different blocks for one slot is reported, whichever of them wins, also if one of them comes
 * too late to be taken in, as far back as headers are remembered.
 */
public final class ForkedChain implements Branches {
  /** How many blocks that can be undone are kept unless told otherwise: half an hour of slots. */
  public static final int MAX_REVERSIBLE = 3600;

  /** How many pieces of evidence are kept; one a producer and slot, the first ones. */
  public static final int MAX_EVIDENCE = 1024;

  /** How many headers are remembered beyond those of blocks that can be undone. */
  private static final int SEEN = 1024;

  private final Controller controller;
  private final ForkDatabase database;
  private final Consumer<? super Evidence> listener;
  private final List<Evidence> evidence = new ArrayList<>();
  private final SeenHeaders seen = new SeenHeaders();
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

  @Override
  public BlockState head() {
    return controller.head();
  }

  @Override
  public StateView view() {
    return controller.view();
  }

  @Override
  public BlockState root() {
    return database.root();
  }

  @Override
  public StateView rootView() {
    return rootView;
  }

  @Override
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
   * {@inheritDoc}
   *
   * @return the first {@value #MAX_EVIDENCE} pieces, in the order of discovery
   */
  @Override
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

  @Override
  public List<ForkBlock> branch() {
    return database.branch(head().id());
  }

  @Override
  public boolean knows(long number, Checksum256 id) {
    return database.has(id);
  }

  /**
   * Takes in the next block of the log that this chain is started from: it follows the head, and is kept however many
   * there are.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @return what it changed
   * @throws ChainException as {@link Controller#apply}
   */
  @CanIgnoreReturnValue
  public Reception replay(SignedBlock block, List<TransactionMetadata> transactions) {
    AppliedBlock applied = controller.apply(block, transactions);
    ForkBlock added = new ForkBlock(block, applied.state(), transactions);
    added.setApplied(applied);
    database.restore(added);
    remember(Evidence.Signed.of(block, applied.state()), applied.state());
    return new Reception(List.of(), List.of(applied), List.of(), settle());
  }

  /**
   * Looks at a block made elsewhere and takes it in, as {@link #check} and {@link #receive(CheckedBlock, List)} do.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @param latest latest slot that has begun by the clock of this process, with the tolerance it grants
   * @return what it changed
   * @throws ChainException as they do
   */
  @CanIgnoreReturnValue
  public Reception receive(
      SignedBlock block, List<TransactionMetadata> transactions, BlockTimestamp latest) {
    return receive(check(block, latest), transactions);
  }

  @Override
  public CheckedBlock check(SignedBlock block, BlockTimestamp latest) {
    String name = HeaderRules.name(block);
    if (block.header().timestamp().slot() > latest.slot()) {
      throw new ChainException(
          ChainError.BLOCK_FROM_THE_FUTURE,
          name + " is of slot " + block.header().timestamp() + ", the latest one is " + latest);
    }
    database.requireNew(name, block.number(), block.id());
    Checksum256 previous = block.header().previous();
    if (!database.has(previous)) {
      seen.state(previous)
          .flatMap(parent -> LateBlock.of(parent, block))
          .ifPresent(late -> note(late, Optional.empty()));
    }
    BlockState parent = database.parent(name, previous);
    BlockState state = controller.check(parent, block);
    controller.restore(Watermarks.NONE.after(block.header()));
    see(
        parent.activeSchedule().scheduledAt(block.header().timestamp()),
        Evidence.Signed.of(block, state),
        state);
    return new CheckedBlock(block, state);
  }

  @Override
  public void note(LateBlock late, Optional<Evidence> proof) {
    controller.restore(Watermarks.NONE.after(late.state().header()));
    proof.ifPresent(this::note);
    see(late.producer(), late.signed(), late.state());
  }

  /**
   * Puts what was kept before a restart before what is found from now on; nobody is told of it again.
   *
   * @param kept pieces of evidence, in the order of discovery
   */
  public void restore(List<Evidence> kept) {
    evidence.addAll(kept);
  }

  @Override
  @CanIgnoreReturnValue
  public Reception receive(CheckedBlock checked, List<TransactionMetadata> transactions) {
    SignedBlock block = checked.block();
    String name = HeaderRules.name(block);
    database.requireNew(name, block.number(), block.id());
    database.parent(name, block.header().previous());
    checked.requireContent();
    requireSame(name, block, transactions);
    ForkBlock added = new ForkBlock(block, checked.state(), transactions);
    database.add(added, head());
    if (!added.isBetterThan(head())) {
      return new Reception(List.of(), List.of(), List.of(), List.of());
    }
    return goTo(added);
  }

  @Override
  public void scheduleFeatures(List<Checksum256> features) {
    controller.scheduleFeatures(features);
  }

  @Override
  public Controller.Making begin(BlockTimestamp slot) {
    if (database.isFull(head())) {
      throw new ChainException(
          ChainError.FORK_DATABASE,
          "the head is " + (head().number() - root().number())
              + " blocks ahead of the last irreversible one, more are not kept");
    }
    return controller.begin(slot);
  }

  @Override
  @CanIgnoreReturnValue
  public Reception seal(Controller.Making making, Signer signer) {
    return seal(making, signer, block -> {});
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
    see(
        parent.activeSchedule().scheduledAt(making.slot()),
        Evidence.Signed.of(applied.block(), applied.state()),
        applied.state());
    return new Reception(List.of(), List.of(applied), List.of(), settle());
  }

  @Override
  public Optional<CoopException> problem() {
    return Optional.empty();
  }

  /** There is nothing to let go of. */
  @Override
  public void close() {
    // all is in memory
  }

  private static void requireSame(
      String name, SignedBlock block, List<TransactionMetadata> transactions) {
    if (!transactions.stream()
        .map(TransactionMetadata::packed)
        .toList()
        .equals(
            block.transactions().stream().map(TransactionReceipt::transaction).toList())) {
      throw new InvalidValueException(name + " has other transactions than those given");
    }
  }

  /** Remembers what a producer signed; reports it if that is the second header for the slot. */
  private void see(ProducerSchedule.Producer producer, Evidence.Signed signed, BlockState state) {
    seen.other(state).ifPresent(other -> note(Evidence.of(producer, other, signed)));
    remember(signed, state);
  }

  private void remember(Evidence.Signed signed, BlockState state) {
    seen.add(signed, state, database.blocks().size() + SEEN);
  }

  private void note(Evidence found) {
    if (evidence.size() < MAX_EVIDENCE
        && evidence.stream()
            .noneMatch(known ->
                known.slot().equals(found.slot()) && known.accused().equals(found.accused()))) {
      evidence.add(found);
      listener.accept(found);
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
