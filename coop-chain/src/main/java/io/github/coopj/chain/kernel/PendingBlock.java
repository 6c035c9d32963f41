package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.TransactionHeader;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A block in the making: executes transactions one after the other, each whole or not at all, and gathers receipts.
 * Ends with {@link #commit} or {@link #abort}.
 */
public final class PendingBlock {
  private static final Name ONBLOCK = Name.of("onblock");

  private final Kernel kernel;
  private final BlockInfo block;
  private final int start;
  private final List<TransactionReceipt> receipts = new ArrayList<>();
  private final List<TransactionTrace> traces = new ArrayList<>();
  private final List<Checksum256> actionDigests = new ArrayList<>();
  private long netWords;
  private boolean ended;

  PendingBlock(Kernel kernel, BlockInfo block) {
    this.kernel = kernel;
    this.block = block;
    this.start = kernel.state().undo.mark();
    try {
      kernel.state().blockSummaries.put((int) (block.number() - 1) & 0xffff, block.previousId());
      forgetExpired();
      onBlock();
    } catch (RuntimeException | Error e) {
      kernel.state().undo.rollbackTo(start);
      throw e;
    }
  }

  /**
   * Executes a transaction.
   *
   * @param transaction the transaction with its recovered keys
   * @param cpuUsageUs CPU to bill, microseconds
   * @return what it did
   * @throws ChainException if it is refused; the block is then as before
   */
  public TransactionTrace execute(TransactionMetadata transaction, long cpuUsageUs) {
    requireOpen();
    int before = kernel.state().undo.mark();
    try {
      requireValid(transaction);
      long words = billNet(transaction);
      remember(transaction);
      kernel.authorizer().requireSignedBy(transaction.transaction().actions(), transaction.keys());
      List<ActionTrace> executed = context().run(transaction.transaction().actions());
      TransactionReceipt receipt = new TransactionReceipt(cpuUsageUs, words, transaction.packed());
      List<Checksum256> digests =
          executed.stream().map(action -> action.receipt().digest()).toList();
      TransactionTrace trace = new TransactionTrace(
          transaction.id(),
          block.number(),
          block.timestamp(),
          cpuUsageUs,
          words,
          TransactionContext.byOrdinal(executed));
      actionDigests.addAll(digests);
      receipts.add(receipt);
      traces.add(trace);
      netWords += words;
      return trace;
    } catch (RuntimeException | Error e) {
      kernel.state().undo.rollbackTo(before);
      throw e;
    }
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
   * Merkle root over the receipts of transactions.
   *
   * @return zeros without transactions
   */
  public Checksum256 transactionMroot() {
    return Merkle.root(receipts.stream().map(TransactionReceipt::digest).toList());
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
    ended = true;
    return kernel.commit(this, traces);
  }

  /** Takes all effects of the block back. */
  public void abort() {
    requireOpen();
    ended = true;
    kernel.end(this);
    kernel.state().undo.rollbackTo(start);
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("block " + block.number() + " has been ended");
    }
  }

  private TransactionContext context() {
    return kernel.context(block);
  }

  /** The node's implicit first action of each block; if it fails, nothing happens. */
  private void onBlock() {
    int before = kernel.state().undo.mark();
    Action action = new Action(
        SystemActions.EOSIO,
        ONBLOCK,
        List.of(new PermissionLevel(SystemActions.EOSIO, PermissionNames.ACTIVE)),
        Bytes.of(RecordCodec.of(BlockHeader.class).encode(block.previous())));
    try {
      context()
          .run(List.of(action))
          .forEach(trace -> actionDigests.add(trace.receipt().digest()));
    } catch (ChainException e) {
      kernel.state().undo.rollbackTo(before);
    }
  }

  private void forgetExpired() {
    ChainState state = kernel.state();
    long nowMillis = block.timestamp().toInstant().toEpochMilli();
    Map.Entry<ChainState.Expiration, Checksum256> first = state.expirations.first();
    while (first != null && first.getKey().at().seconds() * 1000 < nowMillis) {
      state.expirations.remove(first.getKey());
      state.transactions.remove(first.getValue());
      first = state.expirations.first();
    }
  }

  private void requireValid(TransactionMetadata transaction) {
    TransactionHeader header = transaction.transaction().header();
    if (header.delaySec() != 0) {
      throw new ChainException(ChainError.INVALID_TRANSACTION, "transaction cannot be delayed");
    }
    if (!transaction.transaction().extensions().isEmpty()
        || !transaction.transaction().contextFreeActions().isEmpty()) {
      throw new ChainException(
          ChainError.INVALID_TRANSACTION,
          "extensions and context-free actions are not known to this chain");
    }
    requireInTime(header.expiration());
    requireReference(header);
    requireActors(transaction.transaction().actions());
  }

  private void requireInTime(TimePointSec expiration) {
    long nowMillis = block.timestamp().toInstant().toEpochMilli();
    long expirationMillis = expiration.seconds() * 1000;
    if (expirationMillis < nowMillis) {
      throw new ChainException(
          ChainError.EXPIRED_TX,
          "transaction expired at " + expiration + ", block time is " + block.timestamp());
    }
    long lifetime = kernel.limits().maxTransactionLifetime();
    if (expirationMillis > nowMillis + lifetime * 1000) {
      throw new ChainException(
          ChainError.TX_EXP_TOO_FAR,
          "transaction expires at " + expiration + ", more than " + lifetime
              + " s after block time " + block.timestamp());
    }
  }

  private void requireReference(TransactionHeader header) {
    Checksum256 referred = kernel.state().blockSummaries.get(header.refBlockNum());
    if (referred == null || prefixOf(referred) != header.refBlockPrefix()) {
      throw new ChainException(
          ChainError.INVALID_REF_BLOCK,
          "transaction refers to block " + header.refBlockNum() + " with prefix "
              + header.refBlockPrefix() + ", which is not on this chain");
    }
  }

  /** Bytes 8 to 11 of an id, little-endian. */
  private static long prefixOf(Checksum256 id) {
    byte[] bytes = id.toBytes();
    return (bytes[8] & 0xffL)
        | (bytes[9] & 0xffL) << 8
        | (bytes[10] & 0xffL) << 16
        | (bytes[11] & 0xffL) << 24;
  }

  private void requireActors(List<Action> actions) {
    if (actions.isEmpty()) {
      throw new ChainException(ChainError.TX_NO_ACTION, "transaction has no actions");
    }
    boolean authorised = false;
    for (Action action : actions) {
      if (!kernel.state().accounts.containsKey(action.account())) {
        throw new ChainException(
            ChainError.ACCOUNT_QUERY,
            "action's code account " + action.account() + " does not exist");
      }
      for (PermissionLevel level : action.authorization()) {
        authorised = true;
        if (!kernel.state().accounts.containsKey(level.actor())) {
          throw new ChainException(
              ChainError.ACCOUNT_QUERY,
              "action's authorizing actor " + level.actor() + " does not exist");
        }
        if (!kernel.state().permissions.contains(level)) {
          throw new ChainException(
              ChainError.PERMISSION_QUERY,
              "action's authorizations include a permission that does not exist: " + level);
        }
      }
    }
    if (!authorised) {
      throw new ChainException(
          ChainError.TX_NO_AUTHS, "transaction must have at least one authorization");
    }
  }

  private long billNet(TransactionMetadata transaction) {
    long words = NetUsage.words(transaction.packed(), kernel.limits());
    if (words * 8 > kernel.limits().maxTransactionNetUsage()) {
      throw new ChainException(
          ChainError.TX_NET_USAGE,
          "transaction net usage is too high: " + words * 8 + " > "
              + kernel.limits().maxTransactionNetUsage());
    }
    long own = transaction.transaction().header().maxNetUsageWords();
    if (own > 0 && words > own) {
      throw new ChainException(
          ChainError.TX_NET_USAGE,
          "transaction net usage is too high: " + words * 8 + " > " + own * 8
              + ", the limit it sets itself");
    }
    if ((netWords + words) * 8 > kernel.limits().maxBlockNetUsage()) {
      throw new ChainException(
          ChainError.BLOCK_NET_USAGE,
          "not enough space left in block: " + words * 8 + " bytes are needed");
    }
    return words;
  }

  private void remember(TransactionMetadata transaction) {
    ChainState state = kernel.state();
    TimePointSec expiration = transaction.transaction().header().expiration();
    if (state.transactions.containsKey(transaction.id())) {
      throw new ChainException(
          ChainError.TX_DUPLICATE, "duplicate transaction " + transaction.id());
    }
    state.transactions.put(transaction.id(), expiration);
    state.expirations.put(
        new ChainState.Expiration(expiration, transaction.id()), transaction.id());
  }
}
