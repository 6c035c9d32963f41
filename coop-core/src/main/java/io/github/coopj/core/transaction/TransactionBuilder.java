package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a transaction and signs it.
 *
 * <pre>{@code
 * SignedTransaction signed = TransactionBuilder.forChain(chainId)
 *     .expiresAt(TimePointSec.of(now.plusSeconds(30)))
 *     .tapos(headBlockId)
 *     .add(transfer)
 *     .sign(key);
 * }</pre>
 *
 * <p>Expiration, TAPOS and at least one action are mandatory. A builder is used by one thread and may be used again.
 */
public final class TransactionBuilder {
  private final Checksum256 chainId;
  private @Nullable TimePointSec expiration;
  private @Nullable Tapos tapos;
  private long maxNetUsageWords;
  private int maxCpuUsageMs;
  private long delaySec;
  private final List<Action> contextFreeActions = new ArrayList<>();
  private final List<Bytes> contextFreeData = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();

  private TransactionBuilder(Checksum256 chainId) {
    this.chainId = chainId;
  }

  /**
   * Starts a transaction.
   *
   * @param chainId id of the chain for which the signatures will count
   * @return the builder
   */
  public static TransactionBuilder forChain(Checksum256 chainId) {
    return new TransactionBuilder(chainId);
  }

  /**
   * Sets the last block time at which it may enter a block; nodes refuse more than an hour ahead.
   *
   * @param time the time
   * @return this
   */
  public TransactionBuilder expiresAt(TimePointSec time) {
    this.expiration = time;
    return this;
  }

  /**
   * Sets the block it builds on.
   *
   * @param refBlockNum low 16 bits of the block number
   * @param refBlockPrefix bytes 8 to 11 of the block id, little-endian
   * @return this
   */
  public TransactionBuilder tapos(int refBlockNum, long refBlockPrefix) {
    return tapos(new Tapos(refBlockNum, refBlockPrefix));
  }

  /**
   * Sets the block it builds on.
   *
   * @param blockId id of the block
   * @return this
   */
  public TransactionBuilder tapos(Checksum256 blockId) {
    return tapos(Tapos.of(blockId));
  }

  /**
   * Sets the block it builds on.
   *
   * @param block the reference
   * @return this
   */
  public TransactionBuilder tapos(Tapos block) {
    this.tapos = block;
    return this;
  }

  /**
   * Limits NET.
   *
   * @param words words of 8 bytes, 0 to 2^32-1; 0 = no limit of its own
   * @return this
   */
  public TransactionBuilder maxNetUsageWords(long words) {
    this.maxNetUsageWords = words;
    return this;
  }

  /**
   * Limits CPU.
   *
   * @param millis milliseconds, 0 to 255; 0 = no limit of its own
   * @return this
   */
  public TransactionBuilder maxCpuUsageMs(int millis) {
    this.maxCpuUsageMs = millis;
    return this;
  }

  /**
   * Delays execution; nodes of today refuse anything but 0.
   *
   * @param seconds 0 to 2^32-1
   * @return this
   */
  public TransactionBuilder delaySec(long seconds) {
    this.delaySec = seconds;
    return this;
  }

  /**
   * Adds an action.
   *
   * @param action the action
   * @return this
   */
  public TransactionBuilder add(Action action) {
    actions.add(action);
    return this;
  }

  /**
   * Adds a context-free action; it must name no authorization.
   *
   * @param action the action
   * @return this
   * @throws InvalidValueException when it names one
   */
  public TransactionBuilder addContextFree(Action action) {
    if (!action.authorization().isEmpty()) {
      throw new InvalidValueException("context-free action " + action.name()
          + " must have no authorization, got " + action.authorization());
    }
    contextFreeActions.add(action);
    return this;
  }

  /**
   * Adds data for the context-free actions.
   *
   * @param data the data
   * @return this
   */
  public TransactionBuilder addContextFreeData(Bytes data) {
    contextFreeData.add(data);
    return this;
  }

  /**
   * Adds an extension.
   *
   * @param extension the extension
   * @return this
   */
  public TransactionBuilder add(Extension extension) {
    extensions.add(extension);
    return this;
  }

  /**
   * The transaction, not signed.
   *
   * @return the transaction
   * @throws InvalidValueException if expiration, TAPOS or an action is missing, or a limit is out of range
   */
  public Transaction build() {
    TimePointSec until = expiration;
    Tapos block = tapos;
    if (until == null || block == null || (actions.isEmpty() && contextFreeActions.isEmpty())) {
      List<String> missing = new ArrayList<>();
      if (until == null) {
        missing.add("expiration");
      }
      if (block == null) {
        missing.add("tapos");
      }
      if (actions.isEmpty() && contextFreeActions.isEmpty()) {
        missing.add("actions");
      }
      throw new InvalidValueException(missing.toArray(String[]::new));
    }
    TransactionHeader header = new TransactionHeader(
        until,
        block.refBlockNum(),
        block.refBlockPrefix(),
        maxNetUsageWords,
        maxCpuUsageMs,
        delaySec);
    return new Transaction(header, contextFreeActions, actions, extensions);
  }

  /**
   * The transaction with the signatures of the signers, in their order.
   *
   * @param signers who signs; nobody gives a transaction without signatures
   * @return the signed transaction
   * @throws InvalidValueException if a part is missing or out of range
   */
  public SignedTransaction sign(Signer... signers) {
    Transaction transaction = build();
    Checksum256 digest = transaction.signingDigest(chainId, contextFreeData);
    List<Signature> signatures = new ArrayList<>(signers.length);
    for (Signer signer : signers) {
      signatures.add(signer.sign(digest));
    }
    return new SignedTransaction(transaction, signatures, contextFreeData);
  }
}
