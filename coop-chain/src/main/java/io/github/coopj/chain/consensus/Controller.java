package io.github.coopj.chain.consensus;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.BlockInfo;
import io.github.coopj.chain.kernel.BlockResult;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.Kernel;
import io.github.coopj.chain.kernel.PendingBlock;
import io.github.coopj.chain.kernel.ProposedSchedule;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Grows one line of blocks: by making them, and by applying blocks made elsewhere, which must then give exactly what they
 * say. Belongs to one thread. {@link ForkedChain} puts several lines together.
 */
public final class Controller {
  private final Kernel kernel;
  private final Checksum256 chainId;
  private final HeaderRules rules;
  private BlockState head;
  private final ScheduledFeatures scheduled = new ScheduledFeatures();
  private Watermarks watermarks = Watermarks.NONE;

  /**
   * A chain with block 1 alone.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   */
  public Controller(Genesis genesis, ContractCatalog catalog) {
    this(genesis, catalog, SignatureRecovery.COMPUTED);
  }

  /**
   * A chain with block 1 alone.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   * @param recovery how keys of block signatures are found
   */
  public Controller(Genesis genesis, ContractCatalog catalog, SignatureRecovery recovery) {
    this(genesis, ProtocolFeature.FIRST, catalog, recovery);
  }

  /**
   * A chain with block 1 alone, which begins with other protocol features than chains of coopJ's own.
   *
   * @param genesis what the chain begins with
   * @param features protocol features active from the beginning; none on chains that activate them block by block
   * @param catalog contracts that can be installed
   * @param recovery how keys of block signatures are found
   */
  public Controller(
      Genesis genesis,
      Set<ProtocolFeature> features,
      ContractCatalog catalog,
      SignatureRecovery recovery) {
    this.kernel = new Kernel(genesis, catalog, features);
    this.chainId = genesis.chainId();
    this.rules = new HeaderRules(recovery);
    this.head = BlockState.genesis(genesis, features);
  }

  /**
   * The kernel, to read from.
   *
   * @return state of the head block
   */
  public Kernel kernel() {
    return kernel;
  }

  /**
   * What the chain knows after the head block.
   *
   * @return a view that never changes
   */
  public StateView view() {
    return kernel.view();
  }

  /**
   * Id of the chain.
   *
   * @return digest of the genesis
   */
  public Checksum256 chainId() {
    return chainId;
  }

  /**
   * The latest block.
   *
   * @return its state
   */
  public BlockState head() {
    return head;
  }

  /**
   * How far each producer has bound itself, as far as blocks made or applied here tell, and what was restored.
   *
   * @return data that a process which signs blocks keeps durably
   */
  public Watermarks watermarks() {
    return watermarks;
  }

  /**
   * Puts what was kept before a restart, or seen on other forks, together with what is known.
   *
   * @param kept watermarks
   */
  public void restore(Watermarks kept) {
    watermarks = watermarks.and(kept);
  }

  /**
   * Has the next block that is begun here activate protocol features, in the place of any scheduled before. Only features
   * that need no contract to ask for them can be scheduled; the others are activated when a contract asked for them.
   *
   * @param features digests in the order of activation
   * @throws ChainException INVALID_PROTOCOL_FEATURES_TO_ACTIVATE if one is named twice; PROTOCOL_FEATURE if one is not
   *     known, is active, depends on what is not, or must be asked for by a contract
   */
  public void scheduleFeatures(List<Checksum256> features) {
    scheduled.schedule(head, features);
  }

  /**
   * Goes to another block, whose state is known: of another fork, or of a snapshot. No block may be in the making.
   *
   * @param block state of the block
   * @param view what the chain knows after it
   * @throws IllegalStateException if a block is in the making
   */
  public void reset(BlockState block, StateView view) {
    kernel.reset(view);
    head = block;
  }

  /**
   * Begins the block of a slot. It confirms all blocks since the last irreversible one that its producer has confirmed on
   * no fork yet, and activates the protocol features that are scheduled or were asked for.
   *
   * @param slot slot, later than the head's
   * @return the block in the making
   * @throws ChainException BLOCK_VALIDATE if the slot is not later; PRODUCER_DOUBLE_CONFIRM if the producer has signed,
   *     on another fork, a block of a higher number than the head's, or one of this slot or later
   */
  public Making begin(BlockTimestamp slot) {
    ProducerSchedule.Producer producer = head.activeSchedule().scheduledAt(slot);
    Optional<Watermark> mark = watermarks.of(producer.producerName());
    if (mark.isPresent()
        && (mark.get().block() > head.number() || mark.get().slot().slot() >= slot.slot())) {
      throw new ChainException(
          ChainError.PRODUCER_DOUBLE_CONFIRM,
          "producer " + producer.producerName() + " has signed block "
              + mark.get().block()
              + " and slot " + mark.get().slot() + ", it makes no block "
              + (head.number() + 1) + " of slot " + slot);
    }
    return begin(
        slot,
        head.finality()
            .confirmable(
                Math.max(
                    mark.map(Watermark::block).orElse(0L),
                    head.finality().lastProduced().getOrDefault(producer.producerName(), 0L)),
                head.number()));
  }

  /**
   * Begins the block of a slot, with a number of confirmations that somebody else decided.
   *
   * @param slot slot, later than the head's
   * @param confirmed how many earlier blocks it confirms, 0 to 65535
   * @return the block in the making
   * @throws ChainException BLOCK_VALIDATE if the slot is not later; PRODUCER_DOUBLE_CONFIRM if the producer confirmed one
   *     of these blocks on this line before
   */
  public Making begin(BlockTimestamp slot, int confirmed) {
    return new Making(slot, confirmed, scheduled.after(head, view().requestedFeatures()));
  }

  /**
   * Applies a block made elsewhere or read from a log.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @return what it did
   * @throws ChainException naming the block, and the transaction where it is one, if anything differs from what
   *     applying it gives; the chain is then as before
   */
  @CanIgnoreReturnValue
  public AppliedBlock apply(SignedBlock block, List<TransactionMetadata> transactions) {
    return execute(check(head, block), block, transactions);
  }

  /** Checks all that can be checked without executing the block. */
  BlockState check(BlockState parent, SignedBlock block) {
    return rules.follow(parent, block);
  }

  /** Executes a block that has passed {@link #check} on the head. */
  AppliedBlock execute(BlockState next, SignedBlock block, List<TransactionMetadata> transactions) {
    BlockHeader header = block.header();
    String name = HeaderRules.name(block);
    if (transactions.size() != block.transactions().size()) {
      throw new InvalidValueException(name + " has " + block.transactions().size()
          + " transactions, got " + transactions.size());
    }
    Making making =
        new Making(header.timestamp(), header.confirmed(), ProtocolFeature.activatedBy(header));
    try {
      for (int i = 0; i < transactions.size(); i++) {
        replay(name, i, block.transactions().get(i), transactions.get(i), making);
      }
      HeaderRules.requireSame(
          ChainError.BLOCK_TX_OUTPUT,
          name + " has transaction root",
          header.transactionMroot(),
          making.pending.transactionMroot());
      HeaderRules.requireSame(
          ChainError.BLOCK_TX_OUTPUT,
          name + " has action root",
          header.actionMroot(),
          making.pending.actionMroot());
      HeaderRules.requireSame(
          ChainError.BLOCK_VALIDATE, name + " has header", header, making.header());
      return making.finish(block, next);
    } catch (ChainException e) {
      making.abort();
      throw e;
    } catch (InvalidValueException | CoopException e) {
      making.abort();
      throw new ChainException(ChainError.BLOCK_VALIDATE, name + ": " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      making.abort();
      throw e;
    }
  }

  private static void replay(
      String block,
      int index,
      TransactionReceipt receipt,
      TransactionMetadata transaction,
      Making making) {
    String name = block + ", transaction " + (index + 1) + " " + transaction.id();
    TransactionTrace trace;
    try {
      trace = making.execute(transaction, receipt.cpuUsageUs());
    } catch (ChainException e) {
      throw new ChainException(e.reason(), name + ": " + e.getMessage(), e);
    }
    HeaderRules.requireSame(
        ChainError.BLOCK_TX_OUTPUT,
        name + " is billed NET words",
        receipt.netUsageWords(),
        trace.netUsageWords());
  }

  /** The next block in the making. Ends with {@link #seal} or {@link #abort}. */
  public final class Making {
    private final BlockTimestamp slot;
    private final ProducerSchedule.Producer producer;
    private final int confirmed;
    private final List<Checksum256> features;
    private final Optional<ProducerSchedule> announced;
    private final PendingBlock pending;
    private final List<TransactionMetadata> executed = new ArrayList<>();

    private Making(BlockTimestamp slot, int confirmed, List<Checksum256> features) {
      if (slot.slot() <= head.header().timestamp().slot()) {
        throw new ChainException(
            ChainError.BLOCK_VALIDATE,
            "block " + (head.number() + 1) + " is of slot " + slot
                + ", not later than its predecessor's " + head.header().timestamp());
      }
      this.slot = slot;
      this.producer = head.activeSchedule().scheduledAt(slot);
      this.confirmed = confirmed;
      this.features = features;
      Preview preview = head.preview(producer.producerName(), confirmed);
      this.announced = view()
          .proposedSchedule()
          .filter(proposed ->
              head.pending().isEmpty() && proposed.block() <= preview.finality().irreversible())
          .map(ProposedSchedule::schedule);
      this.pending = kernel.start(new BlockInfo(
          head.number() + 1,
          slot,
          producer.producerName(),
          head.id(),
          head.header(),
          announced.orElseGet(preview::latestSchedule),
          announced.isPresent(),
          preview.activeSchedule(),
          features));
    }

    /**
     * Slot of the block.
     *
     * @return its time
     */
    public BlockTimestamp slot() {
      return slot;
    }

    /**
     * Who must sign the block.
     *
     * @return producer of the slot
     */
    public ProducerSchedule.Producer producer() {
      return producer;
    }

    /**
     * How many earlier blocks it confirms.
     *
     * @return 0 to 65535
     */
    public int confirmed() {
      return confirmed;
    }

    /**
     * Executes a transaction in this block.
     *
     * @param transaction the transaction with its recovered keys
     * @param cpuUsageUs CPU to bill, microseconds, as a block states it
     * @return what it did
     * @throws ChainException if it is refused; the block is then as before
     */
    public TransactionTrace execute(TransactionMetadata transaction, long cpuUsageUs) {
      return execute(transaction, new Billing.Stated(cpuUsageUs));
    }

    /**
     * Executes a transaction in this block.
     *
     * @param transaction the transaction with its recovered keys
     * @param billing CPU to bill
     * @return what it did
     * @throws ChainException if it is refused; the block is then as before
     */
    public TransactionTrace execute(TransactionMetadata transaction, Billing billing) {
      return execute(transaction, billing, Deadline.NONE);
    }

    /**
     * Executes a transaction in this block that must not take too long.
     *
     * @param transaction the transaction with its recovered keys
     * @param billing CPU to bill
     * @param deadline when it is cut
     * @return what it did
     * @throws ChainException if it is refused, with DEADLINE if it was cut; the block is then as before
     */
    public TransactionTrace execute(
        TransactionMetadata transaction, Billing billing, Deadline deadline) {
      TransactionTrace trace = pending.execute(transaction, billing, deadline);
      executed.add(transaction);
      return trace;
    }

    /**
     * Transactions executed so far.
     *
     * @return in their order
     */
    public List<TransactionMetadata> executed() {
      return List.copyOf(executed);
    }

    /**
     * Signs the block and makes it the head.
     *
     * @param signer key of the producer
     * @return the block
     */
    @CanIgnoreReturnValue
    public AppliedBlock seal(Signer signer) {
      return seal(signer, block -> {});
    }

    /**
     * Signs the block, has it kept, and makes it the head. If it cannot be signed or kept, the block is still in the
     * making and the head is as before.
     *
     * @param signer key of the producer
     * @param keeper takes the block before anything depends on it, such as a log; it may refuse by throwing
     * @return the block
     */
    @CanIgnoreReturnValue
    public AppliedBlock seal(Signer signer, Consumer<? super SignedBlock> keeper) {
      BlockState next = head.follow(header());
      Signature signature = signer.sign(next.signingDigest());
      SignedBlock block = new SignedBlock(next.header(), signature, pending.receipts(), List.of());
      keeper.accept(block);
      return finish(block, next);
    }

    /** Drops the block; the chain is as before. */
    public void abort() {
      pending.abort();
    }

    private BlockHeader header() {
      boolean weighted = head.isActive(ProtocolFeature.WTMSIG_BLOCK_SIGNATURES);
      return new BlockHeader(
          slot,
          producer.producerName(),
          confirmed,
          head.id(),
          pending.transactionMroot(),
          pending.actionMroot(),
          head.activeSchedule().version(),
          weighted ? Optional.empty() : announced.map(LegacySchedule::of),
          Stream.concat(
                  Stream.of(features)
                      .filter(activated -> !activated.isEmpty())
                      .map(ProtocolFeature::activation),
                  announced.filter(each -> weighted).map(BlockHeader::announcement).stream())
              .toList());
    }

    private AppliedBlock finish(SignedBlock block, BlockState next) {
      BlockResult result = pending.commit();
      head = next;
      watermarks = watermarks.after(block.header());
      return new AppliedBlock(block, next, result);
    }
  }
}
