package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Crypto;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One execution: what the contract of one receiver sees and asks for while it handles one action. */
final class ApplyContext implements Context {
  private static final int MAX_RETURN_VALUE = 256;

  private final TransactionContext transaction;
  private final TransactionContext.Dispatch dispatch;
  private final TransactionContext.Job job;
  private final Name receiver;
  private final int ordinal;
  private final Meter meter;
  private Bytes returnValue = Bytes.EMPTY;
  private @Nullable StringBuilder console;
  private @Nullable SortedMap<Name, Long> ramDeltas;

  ApplyContext(
      TransactionContext transaction,
      TransactionContext.Dispatch dispatch,
      TransactionContext.Job job,
      Name receiver,
      int ordinal) {
    this.transaction = transaction;
    this.dispatch = dispatch;
    this.job = job;
    this.receiver = receiver;
    this.ordinal = ordinal;
    this.meter = transaction.meter();
  }

  Bytes returnValue() {
    return returnValue;
  }

  String console() {
    return console == null ? "" : console.toString();
  }

  List<RamDelta> ramDeltas() {
    if (ramDeltas == null) {
      return List.of();
    }
    List<RamDelta> deltas = new ArrayList<>(ramDeltas.size());
    ramDeltas.forEach((account, delta) -> deltas.add(new RamDelta(account, delta)));
    return deltas;
  }

  Meter meter() {
    return meter;
  }

  BlockTimestamp blockTime() {
    return transaction.block().timestamp();
  }

  ChainState state() {
    return transaction.state();
  }

  ResourceLimits resources() {
    return transaction.resources();
  }

  /** Bills RAM, or gives it back. */
  void addRam(Name account, long delta) {
    if (delta == 0) {
      return;
    }
    transaction.addRam(account, delta);
    SortedMap<Name, Long> deltas = ramDeltas;
    if (deltas == null) {
      deltas = new TreeMap<>();
      ramDeltas = deltas;
    }
    deltas.merge(account, delta, Long::sum);
  }

  /** Bills RAM of tables; before a feature each charge needed authority of its own. */
  void addTableRam(Name payer, long delta) {
    if (delta > 0
        && !payer.equals(receiver)
        && !transaction.isActive(ProtocolFeature.RAM_RESTRICTIONS)
        && !isPrivilegedNow(receiver)) {
      requireAuthorization(payer);
    }
    addRam(payer, delta);
  }

  /** A contract that is not privileged uses RAM of others only if they authorised the action, and its own contract runs. */
  void requireRamAllowed() {
    SortedMap<Name, Long> deltas = ramDeltas;
    if (deltas == null || !transaction.isActive(ProtocolFeature.RAM_RESTRICTIONS)) {
      return;
    }
    boolean privileged = isPrivilegedNow(receiver);
    for (Map.Entry<Name, Long> delta : deltas.entrySet()) {
      Name payer = delta.getKey();
      if (delta.getValue() > 0 && !payer.equals(receiver) && !privileged) {
        if (!receiver.equals(action().account())) {
          throw new ChainException(
              ChainError.UNAUTHORIZED_RAM_USAGE,
              "contract of " + receiver + " cannot charge " + payer
                  + " for an action it was only notified of");
        }
        if (!isAuthorizer(payer)) {
          throw new ChainException(
              ChainError.UNAUTHORIZED_RAM_USAGE,
              "contract of " + receiver + " cannot charge " + payer
                  + ", who did not authorise the action");
        }
      }
    }
  }

  @Override
  public Name receiver() {
    meter.operation();
    return receiver;
  }

  @Override
  public Action action() {
    meter.operation();
    return job.action();
  }

  @Override
  public Name sender() {
    requireState();
    transaction.requireFeature(ProtocolFeature.GET_SENDER);
    return transaction.creatorOf(ordinal);
  }

  @Override
  public TimePoint currentTime() {
    requireState();
    return blockTime().toTimePoint();
  }

  @Override
  public long currentBlock() {
    requireState();
    transaction.requireFeature(ProtocolFeature.GET_BLOCK_NUM);
    return transaction.block().number();
  }

  @Override
  public boolean hasAuthorization(Name account) {
    requireState();
    return isAuthorizer(account);
  }

  @Override
  public void requireAuthorization(Name account) {
    requireState();
    if (!isAuthorizer(account)) {
      throw new ChainException(ChainError.MISSING_AUTH, "missing authority of " + account);
    }
  }

  @Override
  public void requireAuthorization(PermissionLevel level) {
    requireState();
    if (!action().authorization().contains(level)) {
      throw new ChainException(
          ChainError.MISSING_AUTH,
          "missing authority of " + level.actor() + "/" + level.permission());
    }
  }

  private boolean isAuthorizer(Name account) {
    for (PermissionLevel level : action().authorization()) {
      if (level.actor().equals(account)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isAccount(Name account) {
    requireState();
    return state().accounts.exists(account);
  }

  @Override
  public boolean isPrivileged(Name account) {
    requireState();
    return isPrivilegedNow(account);
  }

  private boolean isPrivilegedNow(Name account) {
    AccountObject object = state().accounts.find(account);
    return object != null && object.privileged();
  }

  @Override
  public Checksum256 codeHash(Name account) {
    requireState();
    transaction.requireFeature(ProtocolFeature.GET_CODE_HASH);
    AccountObject object = state().accounts.find(account);
    return object == null ? Checksum256.ZERO : object.codeHash();
  }

  @Override
  public TimePoint accountCreation(Name account) {
    requireState();
    AccountObject object = state().accounts.find(account);
    if (object == null) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + account + " does not exist");
    }
    return object.created().toTimePoint();
  }

  @Override
  public TimePoint permissionLastUsed(PermissionLevel level) {
    requireState();
    BlockTimestamp used = state().accounts.lastUsed(level);
    if (used == null) {
      throw new ChainException(
          ChainError.PERMISSION_QUERY, "failed to retrieve permission " + level);
    }
    return used.toTimePoint();
  }

  @Override
  public boolean isFeatureActivated(Checksum256 feature) {
    requireState();
    Long since = state().features.get(feature);
    return since != null && since <= transaction.block().number();
  }

  @Override
  public void requireRecipient(Name account) {
    meter.operation();
    if (isAccount(account)) {
      transaction.scheduleNotification(dispatch, account, ordinal);
    } else {
      throw new ChainException(
          ChainError.ACTION_VALIDATE, "account to notify does not exist: " + account);
    }
  }

  @Override
  public void sendInline(Action sent) {
    requireState();
    transaction.requireInline(sent);
    transaction.requireInlineAllowed(receiver, sent);
    transaction.scheduleInline(dispatch, sent, false, ordinal);
  }

  @Override
  public void sendContextFreeInline(Action sent) {
    requireState();
    transaction.requireInline(sent);
    if (!sent.authorization().isEmpty()) {
      throw new ChainException(
          ChainError.ACTION_VALIDATE, "context-free actions cannot have authorizations");
    }
    transaction.scheduleInline(dispatch, sent, true, ordinal);
  }

  @Override
  public Transaction transaction() {
    meter.operation();
    return transaction.transaction();
  }

  @Override
  public Optional<Bytes> contextFreeData(int index) {
    meter.operation();
    if (!job.contextFree()) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API,
          "data for context-free actions is for them only, not for " + action().name());
    }
    List<Bytes> data = transaction.contextFreeData();
    return index < 0 || index >= data.size() ? Optional.empty() : Optional.of(data.get(index));
  }

  @Override
  public void print(String text) {
    meter.operation();
    StringBuilder out = console;
    if (out == null) {
      out = new StringBuilder();
      console = out;
    }
    out.append(text);
  }

  @Override
  public void check(boolean condition, String message) {
    meter.operation();
    if (!condition) {
      throw new ChainException(
          ChainError.ASSERT_MESSAGE, "assertion failure with message: " + message);
    }
  }

  @Override
  public void check(boolean condition, long code) {
    meter.operation();
    if (!condition) {
      throw ChainException.ofCode(code);
    }
  }

  @Override
  public RowStore rows(Name table, Name scope) {
    meter.operation();
    return rows(receiver, table, scope);
  }

  @Override
  public RowStore rows(Name code, Name table, Name scope) {
    requireState();
    return new ContractRows(this, new TableKey(code, scope, table));
  }

  @Override
  public void setReturnValue(Bytes value) {
    meter.operation();
    transaction.requireFeature(ProtocolFeature.ACTION_RETURN_VALUE);
    if (value.size() > MAX_RETURN_VALUE) {
      throw new ChainException(
          ChainError.RETURN_VALUE_TOO_BIG,
          "a return value has at most " + MAX_RETURN_VALUE + " bytes, got " + value.size());
    }
    returnValue = value;
  }

  @Override
  public boolean isSatisfied(PermissionLevel level, Collection<PublicKey> keys) {
    requireState();
    return transaction.authorizer().isSatisfied(level, keys);
  }

  @Override
  public boolean isTransactionAuthorized(
      Transaction other, Collection<PublicKey> keys, Collection<PermissionLevel> levels) {
    requireState();
    return transaction.authorizer().isAuthorized(other, keys, levels);
  }

  @Override
  public PublicKey recoverKey(Checksum256 digest, Signature signature) {
    return crypto().recoverKey(digest, signature);
  }

  @Override
  public Crypto crypto() {
    meter.operation();
    return new CryptoCalls(transaction);
  }

  @Override
  public List<Name> activeProducers() {
    requireState();
    return transaction.block().activeSchedule().producers().stream()
        .map(ProducerSchedule.Producer::producerName)
        .toList();
  }

  @Override
  public Privileged privileged() {
    requireState();
    if (!isPrivilegedNow(receiver)) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API, receiver + " does not have permission to call this API");
    }
    return new PrivilegedCalls(transaction);
  }

  /** A context-free action sees no state, so that it may be left out where its data was pruned. */
  private void requireState() {
    meter.operation();
    if (job.contextFree()) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API, "only context free api's can be used in this context");
    }
  }
}
