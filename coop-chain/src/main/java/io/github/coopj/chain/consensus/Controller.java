package io.github.coopj.chain.consensus;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.BlockInfo;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.Kernel;
import io.github.coopj.chain.kernel.PendingBlock;
import io.github.coopj.chain.kernel.ProposedSchedule;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grows a chain by one block after the other: by making blocks, and by applying blocks made elsewhere, which must then
 * give exactly what they say. Belongs to one thread.
 */
public final class Controller {
  private final Kernel kernel;
  private final Checksum256 chainId;
  private BlockState head;

  /**
   * A chain with block 1 alone.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   */
  public Controller(Genesis genesis, ContractCatalog catalog) {
    this.kernel = new Kernel(genesis, catalog);
    this.chainId = genesis.chainId();
    this.head = BlockState.genesis(genesis);
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
   * Begins the block of a slot.
   *
   * @param slot slot, later than the head's
   * @return the block in the making
   * @throws ChainException if the slot is not later
   */
  public Making begin(BlockTimestamp slot) {
    ProducerSchedule.Producer producer = head.activeSchedule().scheduledAt(slot);
    int confirmed = head.finality().confirmable(producer.producerName(), head.number());
    return new Making(slot, producer, confirmed);
  }

  /**
   * Applies a block made elsewhere or read from a log.
   *
   * @param block the block
   * @param transactions its transactions with their recovered keys, in their order
   * @return what the transactions did
   * @throws ChainException naming the block, and the transaction where it is one, if anything differs from what
   *     applying it gives; the chain is then as before
   */
  public List<TransactionTrace> apply(SignedBlock block, List<TransactionMetadata> transactions) {
    BlockHeader header = block.header();
    String name = "block " + header.number() + " " + header.id();
    if (transactions.size() != block.transactions().size()) {
      throw new InvalidValueException(name + " has " + block.transactions().size()
          + " transactions, got " + transactions.size());
    }
    requireSame(ChainError.UNLINKABLE_BLOCK, name + " follows", header.previous(), head.id());
    Making making = begin(header.timestamp());
    try {
      requireSame(
          ChainError.WRONG_PRODUCER,
          name + " is of producer",
          header.producer(),
          making.producer().producerName());
      requireSame(
          ChainError.BLOCK_VALIDATE, name + " confirms", header.confirmed(), making.confirmed());
      requireSignature(name, block, making);
      List<TransactionTrace> traces = new ArrayList<>();
      for (int i = 0; i < transactions.size(); i++) {
        traces.add(replay(name, i, block.transactions().get(i), transactions.get(i), making));
      }
      requireSame(
          ChainError.BLOCK_TX_OUTPUT,
          name + " has transaction root",
          header.transactionMroot(),
          making.pending.transactionMroot());
      requireSame(
          ChainError.BLOCK_TX_OUTPUT,
          name + " has action root",
          header.actionMroot(),
          making.pending.actionMroot());
      requireSame(ChainError.BLOCK_VALIDATE, name + " has header", header, making.header());
      making.finish(head.follow(header));
      return traces;
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

  private static TransactionTrace replay(
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
    requireSame(
        ChainError.BLOCK_TX_OUTPUT,
        name + " is billed NET words",
        receipt.netUsageWords(),
        trace.netUsageWords());
    return trace;
  }

  private static void requireSame(ChainError error, String what, Object stated, Object found) {
    if (!stated.equals(found)) {
      throw new ChainException(error, what + " " + stated + ", expected " + found);
    }
  }

  private void requireSignature(String name, SignedBlock block, Making making) {
    BlockState next = head.follow(block.header());
    PublicKey key;
    try {
      key = block.producerSignature().recover(next.signingDigest(block.header()));
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(ChainError.WRONG_SIGNING_KEY, name + ": " + e.getMessage(), e);
    }
    if (!making.producer().maySign(key)) {
      throw new ChainException(
          ChainError.WRONG_SIGNING_KEY,
          name + " is signed with " + key + ", which is not a key of producer "
              + making.producer().producerName());
    }
  }

  /** The next block in the making. Ends with {@link #seal} or {@link #abort}. */
  public final class Making {
    private final BlockTimestamp slot;
    private final ProducerSchedule.Producer producer;
    private final int confirmed;
    private final Optional<ProducerSchedule> announced;
    private final PendingBlock pending;

    private Making(BlockTimestamp slot, ProducerSchedule.Producer producer, int confirmed) {
      if (slot.slot() <= head.header().timestamp().slot()) {
        throw new ChainException(
            ChainError.BLOCK_VALIDATE,
            "block " + (head.number() + 1) + " is of slot " + slot
                + ", not later than its predecessor's " + head.header().timestamp());
      }
      this.slot = slot;
      this.producer = producer;
      this.confirmed = confirmed;
      BlockState preview = head.preview(producer.producerName(), confirmed);
      this.announced = kernel
          .present()
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
          announced
              .or(() -> preview.pending().map(BlockState.Pending::schedule))
              .orElse(preview.activeSchedule()),
          announced.isPresent(),
          preview.activeSchedule(),
          List.of()));
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
     * Executes a transaction in this block.
     *
     * @param transaction the transaction with its recovered keys
     * @param cpuUsageUs CPU to bill, microseconds
     * @return what it did
     * @throws ChainException if it is refused; the block is then as before
     */
    public TransactionTrace execute(TransactionMetadata transaction, long cpuUsageUs) {
      return pending.execute(transaction, cpuUsageUs);
    }

    /**
     * Signs the block and makes it the head.
     *
     * @param signer key of the producer
     * @return the block
     */
    public SignedBlock seal(Signer signer) {
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
    public SignedBlock seal(Signer signer, Consumer<? super SignedBlock> keeper) {
      BlockHeader header = header();
      BlockState next = head.follow(header);
      Signature signature = signer.sign(next.signingDigest(header));
      SignedBlock block = new SignedBlock(header, signature, pending.receipts(), List.of());
      keeper.accept(block);
      finish(next);
      return block;
    }

    /** Drops the block; the chain is as before. */
    public void abort() {
      pending.abort();
    }

    int confirmed() {
      return confirmed;
    }

    private BlockHeader header() {
      return new BlockHeader(
          slot,
          producer.producerName(),
          confirmed,
          head.id(),
          pending.transactionMroot(),
          pending.actionMroot(),
          head.activeSchedule().version(),
          Optional.empty(),
          BlockState.extensions(announced));
    }

    private void finish(BlockState next) {
      pending.commit();
      head = next;
    }
  }
}
