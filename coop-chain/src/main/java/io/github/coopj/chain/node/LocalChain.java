package io.github.coopj.chain.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.chain.client.ChainInfo;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.kernel.AccountObject;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chain in this process: executes what is pushed into the block in the making, makes blocks when told to, and keeps
 * them in a log. Nothing happens in the background; the clock only decides which slot the next block is of.
 *
 * <p>Safe for many threads; they take turns.
 */
public final class LocalChain implements ChainClient, AutoCloseable {
  /** CPU billed for each transaction, microseconds: a constant, so that blocks do not depend on the machine. */
  public static final long CPU_PER_TRANSACTION_US = 100;

  private static final Logger LOG = LoggerFactory.getLogger(LocalChain.class);

  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

  private final Controller controller;
  private final InstantSource clock;
  private final long maxLifetime;
  private final Map<PublicKey, Signer> producers = new TreeMap<>();
  private final ExecutorService recovery;
  private final @Nullable BlockLog log;
  private Controller.@Nullable Making making;
  private boolean closed;

  private LocalChain(
      Controller controller,
      ChainOptions options,
      @Nullable BlockLog log,
      ExecutorService recovery) {
    this.controller = controller;
    this.clock = options.clock();
    this.maxLifetime = options.genesis().initialConfiguration().maxTransactionLifetime();
    this.log = log;
    this.recovery = recovery;
    options.producers().forEach(signer -> producers.put(signer.publicKey(), signer));
  }

  /**
   * Opens a chain: blocks in the log are applied again, each checked against what it says.
   *
   * @param options how it is run
   * @return the chain, at the last block of its log
   * @throws ChainException naming the block and transaction that does not give what it says
   * @throws io.github.coopj.chain.store.LogException if the log is damaged or cannot be used
   */
  public static LocalChain open(ChainOptions options) {
    ExecutorService recovery = newRecovery();
    BlockLog log = null;
    try {
      Controller controller = new Controller(options.genesis(), options.catalog());
      log = options
          .log()
          .map(file ->
              BlockLog.open(file, options.genesis(), block -> apply(controller, block, recovery)))
          .orElse(null);
      if (log != null && log.tornBytes() > 0) {
        LOG.warn(
            "{}: cut off {} bytes of a block that was being written when the process stopped",
            options.log().orElseThrow(),
            log.tornBytes());
      }
      LOG.info("chain {} at block {}", controller.chainId(), controller.head().number());
      return new LocalChain(controller, options, log, recovery);
    } catch (RuntimeException | Error e) {
      recovery.shutdown();
      if (log != null) {
        log.close();
      }
      throw e;
    }
  }

  /**
   * Replays a log from genesis in a fresh instance, without opening it for writing.
   *
   * @param log file of the block log
   * @param catalog contracts that are installed on the chain
   * @param progress told the number of each block once it is applied
   * @return digest of the state after the last block, and that block's number
   * @throws ChainException naming the block and transaction that does not give what it says
   * @throws io.github.coopj.chain.store.LogException naming the block whose bytes are damaged
   */
  public static Replayed replay(Path log, ContractCatalog catalog, LongConsumer progress) {
    ExecutorService recovery = newRecovery();
    try {
      Controller controller = new Controller(BlockLog.readGenesis(log), catalog);
      BlockLog.read(log, block -> {
        apply(controller, block, recovery);
        progress.accept(block.number());
      });
      return new Replayed(
          controller.head().number(), controller.kernel().present().digest());
    } finally {
      recovery.shutdown();
    }
  }

  /**
   * Where a replay ended.
   *
   * @param headNumber number of the last block
   * @param stateDigest digest of the state after it
   */
  public record Replayed(long headNumber, Checksum256 stateDigest) {}

  @Override
  public synchronized ChainInfo info() {
    BlockState head = controller.head();
    return new ChainInfo(
        controller.chainId(),
        head.number(),
        head.id(),
        head.header().timestamp(),
        head.header().producer(),
        head.finality().irreversible());
  }

  @Override
  public PushResult push(SignedTransaction transaction) {
    return push(
        TransactionMetadata.recover(transaction.pack(Compression.NONE), controller.chainId()));
  }

  @Override
  public PushResult push(List<Action> actions, List<? extends Signer> signers) {
    return push(sign(actions, signers));
  }

  /**
   * Pushes transactions in their order, their keys recovered on all processors first. Each is accepted or refused for
   * itself.
   *
   * @param transactions signed for this chain
   * @return one outcome a transaction, in order
   * @throws IllegalStateException if the chain is closed
   */
  public List<Outcome> pushAll(List<SignedTransaction> transactions) {
    requireOpen();
    List<Future<TransactionMetadata>> recovering = new ArrayList<>();
    for (SignedTransaction transaction : transactions) {
      recovering.add(recovery.submit(() ->
          TransactionMetadata.recover(transaction.pack(Compression.NONE), controller.chainId())));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<TransactionMetadata> future : recovering) {
      try {
        outcomes.add(new Outcome(Optional.of(push(join(future))), Optional.empty()));
      } catch (ChainException e) {
        outcomes.add(new Outcome(Optional.empty(), Optional.of(e)));
      }
    }
    return outcomes;
  }

  /**
   * What became of one of several transactions: either a result or a refusal.
   *
   * @param result what it did
   * @param refusal why nothing was changed
   */
  public record Outcome(Optional<PushResult> result, Optional<ChainException> refusal) {
    /**
     * The result, or the refusal thrown.
     *
     * @return what the transaction did
     * @throws ChainException if it was refused
     */
    @CanIgnoreReturnValue
    public PushResult orElseThrow() {
      return result.orElseThrow(refusal::orElseThrow);
    }
  }

  /**
   * Puts actions into a transaction that refers to the head block and expires five minutes after the clock's time, or as
   * late as the block in the making allows if that has been open for long. The same actions signed again before the next
   * block are the same transaction, which the chain accepts once.
   *
   * @param actions actions
   * @param signers keys
   * @return the signed transaction
   */
  public SignedTransaction sign(List<Action> actions, List<? extends Signer> signers) {
    TransactionBuilder builder = TransactionBuilder.forChain(controller.chainId());
    synchronized (this) {
      Controller.Making current = making;
      Instant wanted = nextSlot().toInstant().plus(DEFAULT_LIFETIME);
      Instant allowed =
          (current == null ? nextSlot() : current.slot()).toInstant().plusSeconds(maxLifetime);
      builder
          .tapos(controller.head().id())
          .expiresAt(TimePointSec.of(wanted.isBefore(allowed) ? wanted : allowed));
    }
    actions.forEach(builder::add);
    return builder.sign(signers.toArray(new Signer[0]));
  }

  /**
   * Ends the block in the making, or makes an empty one, signs it for the producer of its slot, and writes it to the
   * log durably.
   *
   * @return the block
   * @throws ChainException if this process has no key of that producer; at another time the slot may be of another one
   * @throws io.github.coopj.chain.store.LogException if the log does not take the block, which is then still in the
   *     making
   * @throws IllegalStateException if the chain is closed
   */
  @CanIgnoreReturnValue
  public synchronized SignedBlock produceBlock() {
    Controller.Making block = making();
    SignedBlock sealed = block.seal(signerOf(block.producer()), this::keep);
    making = null;
    return sealed;
  }

  private void keep(SignedBlock block) {
    if (log != null) {
      log.append(block);
      log.sync();
    }
  }

  private Signer signerOf(ProducerSchedule.Producer producer) {
    return producers.values().stream()
        .filter(candidate -> producer.maySign(candidate.publicKey()))
        .findFirst()
        .orElseThrow(() -> new ChainException(
            ChainError.WRONG_PRODUCER,
            "no key of producer " + producer.producerName() + " is at hand"));
  }

  /**
   * Digest of the whole state after the head block.
   *
   * @return equal digests mean equal states
   * @throws IllegalStateException if a block is in the making
   */
  public synchronized Checksum256 stateDigest() {
    if (making != null) {
      throw new IllegalStateException("a block is in the making: produce it first");
    }
    return controller.kernel().present().digest();
  }

  /**
   * Account as it is now.
   *
   * @param name account
   * @return the account, if it exists
   */
  public synchronized Optional<AccountObject> account(Name name) {
    return controller.kernel().present().account(name);
  }

  /**
   * Permission as it is now.
   *
   * @param level account and permission
   * @return the permission, if it exists
   */
  public synchronized Optional<Permission> permission(PermissionLevel level) {
    return controller.kernel().present().permission(level);
  }

  @Override
  public synchronized <R extends Record> Optional<R> row(
      Name code, Name scope, Name table, long key, Class<R> type) {
    return controller
        .kernel()
        .present()
        .row(new TableKey(code, scope, table), key)
        .map(row -> RecordCodec.of(type).decode(row.value().toArray()));
  }

  @Override
  public synchronized <R extends Record> List<R> rows(
      Name code, Name scope, Name table, long from, int limit, Class<R> type) {
    return controller
        .kernel()
        .present()
        .rows(new TableKey(code, scope, table), from, limit)
        .stream()
        .map(entry -> RecordCodec.of(type).decode(entry.row().value().toArray()))
        .toList();
  }

  /** Drops the block in the making and closes the log. Reading works on; may be called again. */
  @Override
  public synchronized void close() {
    closed = true;
    recovery.shutdown();
    if (making != null) {
      making.abort();
      making = null;
    }
    if (log != null) {
      log.close();
    }
  }

  private synchronized PushResult push(TransactionMetadata transaction) {
    TransactionTrace trace = making().execute(transaction, CPU_PER_TRANSACTION_US);
    return new PushResult(
        trace.id(),
        trace.block(),
        trace.blockTime(),
        trace.cpuUsageUs(),
        trace.netUsageWords(),
        trace.returnValue());
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the chain is closed");
    }
  }

  /** The block in the making; none is begun that could not be signed here, so that what it takes is not stuck in it. */
  private Controller.Making making() {
    requireOpen();
    Controller.Making current = making;
    if (current == null) {
      BlockTimestamp slot = nextSlot();
      signerOf(controller.head().activeSchedule().scheduledAt(slot));
      current = controller.begin(slot);
      making = current;
    }
    return current;
  }

  /** Slot of the clock's time, or the one after the head if the clock has not moved that far. */
  private BlockTimestamp nextSlot() {
    BlockTimestamp next = controller.head().header().timestamp().next();
    BlockTimestamp now = BlockTimestamp.of(clock.instant());
    return now.slot() > next.slot() ? now : next;
  }

  private static void apply(Controller controller, SignedBlock block, ExecutorService recovery) {
    List<Future<TransactionMetadata>> recovering = new ArrayList<>();
    for (TransactionReceipt receipt : block.transactions()) {
      PackedTransaction packed = receipt.transaction();
      recovering.add(
          recovery.submit(() -> TransactionMetadata.recover(packed, controller.chainId())));
    }
    List<TransactionMetadata> transactions = new ArrayList<>();
    for (int i = 0; i < recovering.size(); i++) {
      try {
        transactions.add(join(recovering.get(i)));
      } catch (ChainException e) {
        throw new ChainException(
            e.reason(),
            "block " + block.number() + " " + block.id() + ", transaction " + (i + 1) + ": "
                + e.getMessage(),
            e);
      }
    }
    controller.apply(block, transactions);
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ChainException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("signature recovery broke down", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while signatures were recovered", e);
    }
  }

  private static ExecutorService newRecovery() {
    return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
      Thread thread = new Thread(task, "signature-recovery");
      thread.setDaemon(true);
      return thread;
    });
  }
}
