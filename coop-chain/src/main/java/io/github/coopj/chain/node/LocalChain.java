package io.github.coopj.chain.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.chain.client.ChainInfo;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Branches;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.ForkBlock;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.AccountObject;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.chain.store.ChainStore;
import io.github.coopj.chain.store.Snapshot;
import io.github.coopj.chain.store.StoredForks;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chain in this process: executes what is pushed or submitted in the block in the making, makes blocks when told to,
 * takes in those that others made, and keeps them in a log. Nothing happens in the background; the clock only decides
 * which slot a block is of.
 *
 * <p>A block is begun by the first transaction that is executed in it, or by {@link #produceBlock}, which ends it. It is of
 * the slot of the clock's time then, or the one after the head's if that is later. Whoever pushes is told of that block at
 * once; it keeps its slot, however long it takes until it is ended. A block of submitted transactions alone, of which
 * nobody has been told yet, keeps its slot if it is ended up to two slots later; after that its transactions are executed
 * anew, in the same order, in a block of the slot of the clock's time then.
 *
 * <p>Where producers of the schedule are elsewhere, several branches are kept and the chain stands on the best of them, see
 * {@link #accept}. Two chains of one genesis, each with keys of some of the producers, become one by what their host does
 * with each block that one of them makes:
 *
 * <pre>{@code
 * SignedBlock block = here.produceBlock();
 * if (there.accept(block) instanceof Acceptance.Unlinkable) {
 *   for (long n = there.info().irreversibleNumber() + 1; n <= block.number(); n++) {
 *     here.block(n).ifPresent(there::accept);
 *   }
 * }
 * }</pre>
 *
 * <p>A block can be taken back until it is irreversible, and with it what its transactions did: they wait in the queue
 * again, a place in a folder keeps them meanwhile, and most often the next block has them. History and snapshots hold what
 * is irreversible alone. A {@link ChainListener} hears of all that.
 *
 * <p>Safe for many threads. Those that push or make blocks take turns; those that submit wait for none of them, and
 * execute what waits in the queue while nobody has a turn; those that read see the state after the latest block, wait for
 * nobody and hold up nobody.
 */
public final class LocalChain implements ChainClient, AutoCloseable {
  /** Calls of a contract after which a transaction is cut unless the options say otherwise. */
  public static final long MOST_OPERATIONS = 1_000_000;

  /** CPU billed for each transaction unless the options say otherwise, microseconds. */
  public static final long CPU_PER_TRANSACTION_US = 100;

  private static final Logger LOG = LoggerFactory.getLogger(LocalChain.class);

  /** How many blocks of a log are applied from one note in the program's log to the next. */
  private static final int BLOCKS_PER_NOTE = 1000;

  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

  private static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  private final Checksum256 chainId;
  private final long maxLifetime;
  private final KeyRecovery recovery;
  private final BlockMaker maker;
  private final BlockReceiver receiver;
  private final @Nullable ChainStore store;

  private LocalChain(
      BlockMaker maker, ChainOptions options, @Nullable ChainStore store, KeyRecovery recovery) {
    this.chainId = options.genesis().chainId();
    this.maxLifetime = options.genesis().initialConfiguration().maxTransactionLifetime();
    this.store = store;
    this.recovery = recovery;
    this.maker = maker;
    this.receiver = new BlockReceiver(maker, recovery);
  }

  /**
   * Opens a chain: it starts from the newest good snapshot or from genesis, and blocks after that are applied again, each
   * checked against what it says. Transactions of blocks that were taken back, and that no other block has yet, wait in
   * the queue again.
   *
   * @param options how it is run
   * @return the chain, at the last block of its log
   * @throws ChainException naming the block and transaction that does not give what it says
   * @throws io.github.coopj.chain.store.LogException if a file is damaged or cannot be used
   */
  public static LocalChain open(ChainOptions options) {
    KeyRecovery recovery = new KeyRecovery(options.genesis().chainId());
    try {
      LocalChain chain = open(options, recovery);
      LOG.info("chain {} at block {}", chain.chainId, chain.info().headNumber());
      return chain;
    } catch (RuntimeException | Error e) {
      recovery.close();
      throw e;
    }
  }

  private static LocalChain open(ChainOptions options, KeyRecovery recovery) {
    Announcer announcer = new Announcer(options.listener());
    Consumer<Evidence> caught = evidence -> announcer.add(listener -> listener.caught(evidence));
    if (options.store().isEmpty()) {
      Controller controller = new Controller(
          options.genesis(), options.features(), options.catalog(), SignatureRecovery.COMPUTED);
      Branches forks = new ForkedChain(controller, options.maxReversible(), caught);
      return new LocalChain(new BlockMaker(forks, options, announcer), options, null, recovery);
    }
    StoredForks forks = StoredForks.open(
        options.store().get(),
        options.genesis(),
        options.features(),
        options.catalog(),
        block -> recovered(block, recovery),
        options.maxReversible(),
        caught);
    forks.store().notes().forEach(LOG::warn);
    BlockMaker maker = new BlockMaker(forks, options, announcer);
    maker.giveBack(forks.orphans());
    return new LocalChain(maker, options, forks.store(), recovery);
  }

  private static List<TransactionMetadata> recovered(SignedBlock block, KeyRecovery recovery) {
    if (block.number() % BLOCKS_PER_NOTE == 0) {
      LOG.info("applying block {} of the log", block.number());
    }
    return recovery.recoverAll(block);
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
    return replay(log, ProtocolFeature.FIRST, catalog, progress);
  }

  /**
   * Replays a log from genesis, of a chain that began with other protocol features.
   *
   * @param log file of the block log
   * @param features protocol features active from the beginning
   * @param catalog contracts that are installed on the chain
   * @param progress told the number of each block once it is applied
   * @return digest of the state after the last block, and that block's number
   * @throws ChainException naming the block and transaction that does not give what it says
   * @throws io.github.coopj.chain.store.LogException naming the block whose bytes are damaged
   */
  public static Replayed replay(
      Path log, Set<ProtocolFeature> features, ContractCatalog catalog, LongConsumer progress) {
    return Replayer.replay(log, features, catalog, progress);
  }

  /**
   * Where a replay ended.
   *
   * @param headNumber number of the last block
   * @param stateDigest digest of the state after it
   */
  public record Replayed(long headNumber, Checksum256 stateDigest) {}

  @Override
  public ChainInfo info() {
    BlockState head = maker.published().head();
    return new ChainInfo(
        chainId,
        head.number(),
        head.id(),
        head.header().timestamp(),
        head.header().producer(),
        head.finality().irreversible());
  }

  /**
   * What the chain knows after its latest block.
   *
   * @return a view that never changes, for any thread
   */
  public StateView view() {
    return maker.published().view();
  }

  /**
   * How far the producers of this chain have bound themselves by what they signed.
   *
   * @return for a host that lets them sign elsewhere too
   */
  public Watermarks watermarks() {
    return maker.published().watermarks();
  }

  /**
   * {@inheritDoc} Where producers of the schedule are elsewhere, a block of theirs may come before the one in the making:
   * then the transaction waits again and is executed in a later block than it was told.
   *
   * @throws IllegalStateException if the chain is closed
   */
  @Override
  public PushResult push(SignedTransaction transaction) {
    return maker.push(TransactionMetadata.recover(transaction.pack(Compression.NONE), chainId));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the chain is closed
   */
  @Override
  public PushResult push(List<Action> actions, List<? extends Signer> signers) {
    return push(sign(actions, signers));
  }

  /**
   * Pushes transactions in their order, their keys recovered on all processors meanwhile. Each is accepted or refused for
   * itself. An interrupt of the calling thread changes nothing and is kept.
   *
   * @param transactions signed for this chain
   * @return one outcome a transaction, in order
   * @throws IllegalStateException if the chain is closed, or is being closed meanwhile: then those accepted so far are
   *     dropped with the block in the making
   */
  public List<Outcome> pushAll(List<SignedTransaction> transactions) {
    maker.requireOpen();
    List<KeyRecovery.Recovering> recovering = new ArrayList<>();
    for (SignedTransaction transaction : transactions) {
      recovering.add(recovery.begin(() -> transaction.pack(Compression.NONE)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (KeyRecovery.Recovering each : recovering) {
      try {
        outcomes.add(new Outcome(Optional.of(maker.push(each.await())), Optional.empty()));
      } catch (ChainException e) {
        outcomes.add(new Outcome(Optional.empty(), Optional.of(e)));
      }
    }
    return outcomes;
  }

  /**
   * Puts a transaction into the queue, as {@link #submit(PackedTransaction)} does.
   *
   * @param transaction signed for this chain
   * @return completed when the block that holds it is in the log, durably; exceptionally with a {@link ChainException} as
   *     soon as it is refused, with an {@link IllegalStateException} if the chain is closed before
   * @throws ChainException TX_RESOURCE_EXHAUSTION if the queue is full, TX_DUPLICATE if it waits already, and where its
   *     keys cannot be recovered; it is not in the queue then
   * @throws IllegalStateException if the chain is closed
   */
  public CompletableFuture<PushResult> submit(SignedTransaction transaction) {
    return submit(transaction.pack(Compression.NONE));
  }

  /**
   * Puts a transaction into the queue and executes what waits there in the block in the making, a bounded number, unless
   * another thread has a turn: then that one goes on with it. Nothing here waits for another thread, nor for a block that
   * is being signed or written. Keys are recovered on the calling thread.
   *
   * <p>A transaction stays in the queue while a block is being ended, while the block in the making is full or its slot is
   * over, and while no block can be begun, for want of a key of the slot's producer or because blocks ran too far ahead of
   * the clock; the submitter is not told so. The next {@link #produceBlock} takes it then, as far as there is room and
   * time. Which of several transactions is first is decided by their order in the queue.
   *
   * @param transaction signed for this chain, as it came
   * @return completed when the block that holds it is in the log, durably; exceptionally with a {@link ChainException} as
   *     soon as it is refused, with the {@link Error} of its contract if that threw one, with an
   *     {@link IllegalStateException} if the chain is closed before. What depends on it runs on the thread that executed
   *     it or ended its block, which may have come with another transaction; it should be short
   * @throws ChainException TX_RESOURCE_EXHAUSTION if the queue is full, TX_DUPLICATE if it waits already, and where its
   *     keys cannot be recovered; it is not in the queue then
   * @throws IllegalStateException if the chain is closed
   */
  public CompletableFuture<PushResult> submit(PackedTransaction transaction) {
    maker.requireRoom();
    return maker.submit(TransactionMetadata.recover(transaction, chainId));
  }

  /**
   * Has the next block that is begun here activate protocol features that need no contract to ask for them, in the place
   * of any scheduled before.
   *
   * @param features digests in the order of activation
   * @throws ChainException INVALID_PROTOCOL_FEATURES_TO_ACTIVATE if one is named twice; PROTOCOL_FEATURE if one is not
   *     known, is active, depends on what is not, or must be asked for by a contract
   * @throws IllegalStateException if the chain is closed
   */
  public void scheduleFeatures(List<Checksum256> features) {
    maker.scheduleFeatures(features);
  }

  /**
   * Protocol features that are active in the latest block.
   *
   * @return their digests, in the order of activation
   */
  public List<Checksum256> features() {
    return maker.published().head().features();
  }

  /**
   * How many transactions wait in the queue; those in the block in the making do not.
   *
   * @return 0 up to what the options allow, and what a block that was begun anew gave back
   */
  public int queued() {
    return maker.queued();
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
   * late as the block in the making allows if that has been open for long. Where producers of the schedule are elsewhere it
   * refers to the latest irreversible block instead, so that it is valid on whatever branch wins. The same actions signed
   * again with the same reference and expiration are the same transaction, which the chain accepts once.
   *
   * @param actions actions
   * @param signers keys
   * @return the signed transaction
   */
  public SignedTransaction sign(List<Action> actions, List<? extends Signer> signers) {
    TransactionBuilder builder = TransactionBuilder.forChain(chainId);
    BlockState reference = maker.reference();
    Instant wanted = maker.nextSlot().toInstant().plus(DEFAULT_LIFETIME);
    Instant allowed = maker.openSlot().toInstant().plusSeconds(maxLifetime);
    builder
        .tapos(reference.id())
        .expiresAt(TimePointSec.of(wanted.isBefore(allowed) ? wanted : allowed));
    actions.forEach(builder::add);
    return builder.sign(signers.toArray(new Signer[0]));
  }

  /**
   * Makes a block of everything that waits in the queue and fits, as {@link #produceBlock(Duration)} does without a limit.
   *
   * @return the block
   * @throws ChainException WRONG_PRODUCER if this process has no key of that producer, at another time the slot may be of
   *     another one; BLOCK_FROM_THE_FUTURE if blocks have run ahead of the clock as far as they may
   * @throws io.github.coopj.chain.store.LogException if the log does not take the block, which is then still in the
   *     making and takes nothing more from the queue
   * @throws IllegalStateException if the chain is closed
   */
  @CanIgnoreReturnValue
  public SignedBlock produceBlock() {
    return produceBlock(UNLIMITED);
  }

  /**
   * Executes what still waits in the queue as far as it fits into the block and the time, ends the block in the making, or
   * makes an empty one, signs it for the producer of its slot, and writes it to the log durably.
   *
   * @param limit real time after which nothing more is taken from the queue, so that the block is ready within its slot;
   *     what is left waits for the next one
   * @return the block
   * @throws ChainException WRONG_PRODUCER if this process has no key of that producer, at another time the slot may be of
   *     another one; BLOCK_FROM_THE_FUTURE if blocks have run ahead of the clock as far as they may
   * @throws io.github.coopj.chain.store.LogException if the log does not take the block, which is then still in the
   *     making and takes nothing more from the queue
   * @throws IllegalStateException if the chain is closed
   */
  @CanIgnoreReturnValue
  public SignedBlock produceBlock(Duration limit) {
    return maker.produce(limit);
  }

  /**
   * Takes in a block that was made elsewhere. One that makes a branch better than that of the head, by more irreversible
   * blocks or as many and greater length, becomes the head: blocks that are not on its branch are taken back, their
   * transactions wait in the queue again, before all others, unless the new branch has them or they are expired; the log
   * follows durably. What is in the block in the making waits again too. Submitters of transactions that the block has are
   * told so.
   *
   * <p>Keys of its transactions are recovered on all processors, while the chain goes on; those that wait here need not be
   * again.
   *
   * @param block the block
   * @return what became of it
   * @throws io.github.coopj.chain.store.LogException if the log could not follow a block before and still cannot; the
   *     block was not taken in
   * @throws IllegalStateException if the chain is closed
   */
  @CanIgnoreReturnValue
  public Acceptance accept(SignedBlock block) {
    return receiver.accept(block);
  }

  /**
   * A block of the best branch.
   *
   * @param number its number
   * @return the block; empty if there is none of that number, and for one that is irreversible if the chain is in memory
   *     only
   */
  public Optional<SignedBlock> block(long number) {
    BlockMaker.Published latest = maker.published();
    List<ForkBlock> branch = latest.branch();
    long first = latest.root().number() + 1;
    if (number >= first) {
      return number - first < branch.size()
          ? Optional.of(branch.get((int) (number - first)).block())
          : Optional.empty();
    }
    return store == null ? Optional.empty() : store.block(number);
  }

  /**
   * What producers were caught at: two blocks signed for one slot, of whatever branches, also where one of them came too
   * late to be taken in. A folder keeps it.
   *
   * @return in the order of discovery
   */
  public List<Evidence> evidence() {
    return maker.published().evidence();
  }

  /**
   * Digest of the whole state after the latest block.
   *
   * @return equal digests mean equal states
   */
  public Checksum256 stateDigest() {
    return view().digest();
  }

  /**
   * Account as it is after the latest block.
   *
   * @param name account
   * @return the account, if it exists
   */
  public Optional<AccountObject> account(Name name) {
    return view().account(name);
  }

  /**
   * Permission as it is after the latest block.
   *
   * @param level account and permission
   * @return the permission, if it exists
   */
  public Optional<Permission> permission(PermissionLevel level) {
    return view().permission(level);
  }

  @Override
  public <R extends Record> Optional<R> row(
      Name code, Name scope, Name table, long key, Class<R> type) {
    return view()
        .row(new TableKey(code, scope, table), key)
        .map(row -> RecordCodec.of(type).decode(row.value().toArray()));
  }

  @Override
  public <R extends Record> List<R> rows(
      Name code, Name scope, Name table, long from, int limit, Class<R> type) {
    return view().rows(new TableKey(code, scope, table), from, limit).stream()
        .map(entry -> RecordCodec.of(type).decode(entry.row().value().toArray()))
        .toList();
  }

  /**
   * Number of the last durable block: it and the transactions in it survive a loss of power.
   *
   * @return empty if the chain is in memory only
   */
  public OptionalLong durableBlock() {
    return store == null ? OptionalLong.empty() : OptionalLong.of(store.durableBlock());
  }

  /**
   * Waits until a block is durable, such as the one a pushed transaction is in.
   *
   * @param number its number
   * @throws InterruptedException if the waiting thread is interrupted; the chain is not harmed
   * @throws io.github.coopj.chain.store.LogException if the log broke down or was closed before
   * @throws IllegalStateException if the chain is in memory only
   */
  public void awaitDurable(long number) throws InterruptedException {
    requireStore().awaitDurable(number);
  }

  /**
   * The folder that the chain is kept in: blocks by number, history, what was found on opening.
   *
   * @return empty if the chain is in memory only
   */
  public Optional<ChainStore> store() {
    return Optional.ofNullable(store);
  }

  /**
   * Writes a snapshot of the state after the latest irreversible block, from which the next start goes on: what can still
   * be undone is no place to start from.
   *
   * @return its file
   * @throws IllegalStateException if the chain is in memory only or closed, or nothing is irreversible but the genesis
   * @throws io.github.coopj.chain.store.LogException if the file system refuses; the chain goes on
   */
  @CanIgnoreReturnValue
  public Path writeSnapshot() {
    maker.requireOpen();
    ChainStore folder = requireStore();
    BlockMaker.Published latest = maker.published();
    if (latest.root().number() < BlockLog.FIRST_BLOCK) {
      throw new IllegalStateException(
          "no block is irreversible yet, the chain starts from genesis");
    }
    return folder.write(new Snapshot(latest.root(), latest.rootView(), latest.watermarks()));
  }

  private ChainStore requireStore() {
    if (store == null) {
      throw new IllegalStateException("the chain is in memory only");
    }
    return store;
  }

  /**
   * Drops the block in the making and what waits in the queue, and closes the log. Reading works on; may be called again.
   */
  @Override
  public void close() {
    recovery.close();
    maker.close();
  }
}
