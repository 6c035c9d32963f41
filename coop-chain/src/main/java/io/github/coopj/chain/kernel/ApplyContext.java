package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.Collection;

/** One execution: what the contract of one receiver sees and asks for while it handles one action. */
final class ApplyContext implements Context {
  private static final int MAX_RETURN_VALUE = 256;

  private final TransactionContext transaction;
  private final Name receiver;
  private final Action action;
  private final int ordinal;
  private Bytes returnValue = Bytes.EMPTY;

  ApplyContext(TransactionContext transaction, Name receiver, Action action, int ordinal) {
    this.transaction = transaction;
    this.receiver = receiver;
    this.action = action;
    this.ordinal = ordinal;
  }

  Bytes returnValue() {
    return returnValue;
  }

  BlockTimestamp blockTime() {
    return transaction.block().timestamp();
  }

  @Override
  public Name receiver() {
    return receiver;
  }

  @Override
  public Action action() {
    return action;
  }

  @Override
  public TimePoint currentTime() {
    return TimePoint.of(blockTime().toInstant());
  }

  @Override
  public long currentBlock() {
    return transaction.block().number();
  }

  @Override
  public boolean hasAuthorization(Name account) {
    return action.authorization().stream().anyMatch(level -> level.actor().equals(account));
  }

  @Override
  public void requireAuthorization(Name account) {
    if (!hasAuthorization(account)) {
      throw new ChainException(ChainError.MISSING_AUTH, "missing authority of " + account);
    }
  }

  @Override
  public boolean isAccount(Name account) {
    return state().accounts.containsKey(account);
  }

  @Override
  public boolean isPrivileged(Name account) {
    AccountObject object = state().accounts.get(account);
    return object != null && object.privileged();
  }

  @Override
  public void requireRecipient(Name account) {
    if (isAccount(account)) {
      transaction.scheduleNotification(account, ordinal);
    } else {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + account + " does not exist");
    }
  }

  @Override
  public void sendInline(Action sent) {
    transaction.requireInlineAllowed(receiver, sent);
    transaction.scheduleInline(sent, ordinal);
  }

  @Override
  public void check(boolean condition, String message) {
    if (!condition) {
      throw new ChainException(
          ChainError.ASSERT_MESSAGE, "assertion failure with message: " + message);
    }
  }

  @Override
  public RowStore rows(Name table, Name scope) {
    return rows(receiver, table, scope);
  }

  @Override
  public RowStore rows(Name code, Name table, Name scope) {
    return new ContractRows(this, new TableKey(code, scope, table), state());
  }

  @Override
  public void setReturnValue(Bytes value) {
    if (value.size() > MAX_RETURN_VALUE) {
      throw new ChainException(
          ChainError.RETURN_VALUE_TOO_BIG,
          "a return value has at most " + MAX_RETURN_VALUE + " bytes, got " + value.size());
    }
    returnValue = value;
  }

  @Override
  public boolean isSatisfied(PermissionLevel level, Collection<PublicKey> keys) {
    return transaction.authorizer().isSatisfied(level, keys);
  }

  @Override
  public PublicKey recoverKey(Checksum256 digest, Signature signature) {
    return signature.recover(digest);
  }

  @Override
  public Privileged privileged() {
    if (!isPrivileged(receiver)) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API, receiver + " does not have permission to call this API");
    }
    return new PrivilegedCalls(state(), currentBlock(), transaction.block().latestSchedule());
  }

  private ChainState state() {
    return transaction.state();
  }
}
