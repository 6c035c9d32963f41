package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Tapos;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionHeader;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A block in the making: executes transactions one after the other, each whole or not at all, and gathers receipts.
 * Ends with {@link #commit} or {@link #abort}.
 */
public final class PendingBlock {
  private static final Name ONBLOCK = Name.of("onblock");
  private static final Codec<BlockHeader> HEADER = RecordCodec.of(BlockHeader.class);

  private final Kernel kernel;
  private final ChainState state;
  private final BlockInfo block;
  private final int start;
  private final ActiveFeatures features;
  private final TransactionRules rules;
  private final List<TransactionReceipt> receipts = new ArrayList<>();
  private final List<Checksum256> receiptDigests = new ArrayList<>();
  private final List<TransactionTrace> traces = new ArrayList<>();
  private final List<Checksum256> actionDigests = new ArrayList<>();
  private @Nullable TransactionTrace implicit;
  private long netBytes;
  private long cpuUs;
  private boolean ended;

  PendingBlock(Kernel kernel, BlockInfo block) {
    this.kernel = kernel;
    this.state = kernel.state();
    this.block = block;
    this.start = state.undo.mark();
    this.rules = new TransactionRules(state, block);
    try {
      state.blockSummaries.put((int) (block.number() - 1) & 0xffff, block.previousId());
      this.features = new ActiveFeatures(kernel.features().begin(block));
      forgetProposal();
      onBlock();
      forgetExpired();
      kernel.accounts().setProducers(block.activeSchedule());
    } catch (RuntimeException | Error e) {
      state.undo.rollbackTo(start);
      throw e;
    }
  }

  /**
   * Executes a transaction that is billed what a block says.
   *
   * @param transaction the transaction with its recovered keys
   * @param cpuUsageUs CPU to bill, microseconds
   * @return what it did
   * @throws ChainException if it is refused; the block is then as before
   */
  public TransactionTrace execute(TransactionMetadata transaction, long cpuUsageUs) {
    return execute(transaction, new Billing.Stated(cpuUsageUs));
  }

  /**
   * Executes a transaction.
   *
   * @param transaction the transaction with its recovered keys
   * @param billing CPU to bill
   * @return what it did
   * @throws ChainException if it is refused; the block is then as before, and the exception tells how far it came
   * @throws InvalidValueException if the keys were recovered for another chain
   */
  public TransactionTrace execute(TransactionMetadata transaction, Billing billing) {
    return execute(transaction, billing, Deadline.NONE);
  }

  /**
   * Executes a transaction that must not take too long.
   *
   * @param transaction the transaction with its recovered keys
   * @param billing CPU to bill
   * @param deadline when it is cut
   * @return what it did
   * @throws ChainException if it is refused, with DEADLINE if it was cut; the block is then as before, and the exception
   *     tells how far it came. Where CPU is measured, a transaction is also cut as soon as it has used what it may
   * @throws InvalidValueException if the keys were recovered for another chain
   */
  public TransactionTrace execute(
      TransactionMetadata transaction, Billing billing, Deadline deadline) {
    requireOpen();
    if (!transaction.chainId().equals(kernel.chainId())) {
      throw new InvalidValueException("keys of transaction " + transaction.id()
          + " were recovered for chain " + transaction.chainId() + ", this is "
          + kernel.chainId());
    }
    int before = state.undo.mark();
    TransactionContext context = new TransactionContext(
        kernel, block, features, transaction.transaction(), transaction.contextFreeData());
    long net = NetUsage.bytes(
        transaction.unprunableBytes(), transaction.prunableBytes(), state.configuration());
    try {
      return executeWhole(transaction, billing, new Meter(deadline), context, net);
    } catch (ChainException e) {
      e.setTrace(trace(transaction.id(), 0, 0, net, context, Optional.of(e)));
      state.undo.rollbackTo(before);
      throw e;
    } catch (RuntimeException | Error e) {
      state.undo.rollbackTo(before);
      throw e;
    }
  }

  private TransactionTrace executeWhole(
      TransactionMetadata metadata,
      Billing billing,
      Meter meter,
      TransactionContext context,
      long net) {
    long began =
        billing instanceof Billing.Measured measured ? measured.nanoTime().getAsLong() : 0;
    Transaction transaction = metadata.transaction();
    rules.require(transaction);
    ResourceTotals totals = kernel.resources().totals();
    TransactionBill bill = new TransactionBill(
        kernel.resources(),
        state.configuration(),
        transaction.header(),
        payers(transaction.actions()),
        block.timestamp().slot(),
        net,
        totals.netLimit().max() - netBytes,
        totals.cpuLimit().max() - cpuUs);
    if (billing instanceof Billing.Measured measured) {
      bill.begin(0);
      bill.limit(meter, measured.nanoTime(), began);
    } else {
      bill.begin(cpuToBill(billing, began));
    }
    remember(metadata);
    kernel.authorizer().requireSignedBy(transaction.actions(), metadata.keys());
    context.run(metadata.actionDigests(), meter);
    context.end();
    long cpu = cpuToBill(billing, began);
    bill.end(cpu);
    long words = bill.netBytesBilled() / NetUsage.WORD;
    TransactionReceipt receipt = new TransactionReceipt(cpu, words, metadata.packed());
    Checksum256 digest = kernel.digests().of(receipt, metadata.packedDigest());
    TransactionTrace trace =
        trace(metadata.id(), cpu, words, bill.netBytesBilled(), context, Optional.empty());
    actionDigests.addAll(context.receiptDigests());
    receipts.add(receipt);
    receiptDigests.add(digest);
    traces.add(trace);
    netBytes += bill.netBytesBilled();
    cpuUs += cpu;
    return trace;
  }

  private long cpuToBill(Billing billing, long began) {
    long least = state.configuration().minTransactionCpuUsage();
    if (billing instanceof Billing.Stated stated) {
      return stated.cpuUs();
    }
    if (billing instanceof Billing.Fixed fixed) {
      return Math.max(fixed.cpuUs(), least);
    }
    Billing.Measured measured = (Billing.Measured) billing;
    return Math.max((measured.nanoTime().getAsLong() - began) / 1000, least);
  }

  /** Who pays for NET and CPU. */
  private Collection<Name> payers(List<Action> actions) {
    SortedSet<Name> all = new TreeSet<>();
    boolean firstOnly = features.contains(ProtocolFeature.ONLY_BILL_FIRST_AUTHORIZER);
    for (Action action : actions) {
      for (PermissionLevel level : action.authorization()) {
        if (firstOnly) {
          return List.of(level.actor());
        }
        all.add(level.actor());
      }
    }
    return all;
  }

  private TransactionTrace trace(
      Checksum256 id,
      long cpu,
      long words,
      long net,
      TransactionContext context,
      Optional<ChainException> except) {
    return new TransactionTrace(
        id, block.number(), block.timestamp(), cpu, words, net, context.traces(), except);
  }

  /**
   * Receipts so far.
   *
   * @return receipts in the order of execution
   */
  public List<TransactionReceipt> receipts() {
    return List.copyOf(receipts);
  }

  /**
   * What the chain's own transaction at the beginning of the block did.
   *
   * @return its trace, empty if it failed and left nothing
   */
  public Optional<TransactionTrace> implicitTrace() {
    return Optional.ofNullable(implicit);
  }

  /**
   * Merkle root over the receipts of transactions.
   *
   * @return zeros without transactions
   */
  public Checksum256 transactionMroot() {
    return Merkle.root(receiptDigests);
  }

  /**
   * Merkle root over the receipts of actions, the implicit one included.
   *
   * @return the root
   */
  public Checksum256 actionMroot() {
    return Merkle.root(actionDigests);
  }

  /**
   * Makes all effects of the block part of the state for good.
   *
   * @return what it did
   */
  @CanIgnoreReturnValue
  public BlockResult commit() {
    requireOpen();
    kernel.resources().endBlock(block.number(), cpuUs, netBytes, state.configuration());
    ended = true;
    return kernel.commit(this, traces);
  }

  /** Takes all effects of the block back. */
  public void abort() {
    requireOpen();
    ended = true;
    kernel.end(this);
    state.undo.rollbackTo(start);
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("block " + block.number() + " has been ended");
    }
  }

  /** The node's implicit first transaction of each block; if it fails, nothing happens. */
  private void onBlock() {
    int before = state.undo.mark();
    Transaction transaction = onBlockTransaction();
    TransactionContext context =
        new TransactionContext(kernel, block, features, transaction, List.of());
    long cpu = state.configuration().minTransactionCpuUsage();
    try {
      context.run(List.of());
      context.end();
      kernel
          .resources()
          .bill(List.of(SystemActions.EOSIO), cpu, 0, block.timestamp().slot());
    } catch (ChainException e) {
      state.undo.rollbackTo(before);
      return;
    }
    cpuUs += cpu;
    actionDigests.addAll(context.receiptDigests());
    implicit = trace(transaction.id(), cpu, 0, 0, context, Optional.empty());
  }

  private Transaction onBlockTransaction() {
    Action action = new Action(
        SystemActions.EOSIO,
        ONBLOCK,
        List.of(PermissionLevel.active(SystemActions.EOSIO)),
        Bytes.of(HEADER.encode(block.previous())));
    boolean bare = features.contains(ProtocolFeature.NO_DUPLICATE_DEFERRED_ID);
    Tapos tapos = Tapos.of(bare ? Checksum256.ZERO : block.previousId());
    // rounded up to whole seconds
    long expiration = bare ? 0 : (block.timestampMillis() + 999) / 1000;
    TransactionHeader header = new TransactionHeader(
        new TimePointSec(expiration), tapos.refBlockNum(), tapos.refBlockPrefix(), 0, 0, 0);
    return new Transaction(header, List.of(), List.of(action), List.of());
  }

  /** A schedule that the header announces is proposed no longer. */
  private void forgetProposal() {
    if (block.announced()) {
      state.setGlobal(new ChainState.Global(state.global().globalSequence(), Optional.empty()));
    }
  }

  private void forgetExpired() {
    long nowMillis = block.timestampMillis();
    Map.Entry<ChainState.Executed, Boolean> first = state.executed.first();
    while (first != null && first.getKey().expiration().seconds() * 1000 < nowMillis) {
      state.executed.remove(first.getKey());
      first = state.executed.first();
    }
  }

  private void remember(TransactionMetadata transaction) {
    ChainState.Executed executed =
        new ChainState.Executed(transaction.transaction().header().expiration(), transaction.id());
    if (state.executed.put(executed, true) != null) {
      throw new ChainException(
          ChainError.TX_DUPLICATE, "duplicate transaction " + transaction.id());
    }
  }
}
