package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The actions of {@code eosio} that the chain carries out itself, before the contract installed there sees them. */
final class NativeActions {
  private static final int MAX_ACCOUNT_NAME = 12;

  private final ChainState state;
  private final ContractCatalog catalog;
  private final Map<Name, Function<ApplyContext, Runnable>> handlers;

  NativeActions(ChainState state, ContractCatalog catalog) {
    this.state = state;
    this.catalog = catalog;
    this.handlers = Map.of(
        Name.of("newaccount"), handler(SystemActions.NewAccount.class, this::newAccount),
        Name.of("updateauth"), handler(SystemActions.UpdateAuth.class, this::updateAuth),
        Name.of("deleteauth"), handler(SystemActions.DeleteAuth.class, this::deleteAuth),
        Name.of("linkauth"), handler(SystemActions.LinkAuth.class, this::linkAuth),
        Name.of("unlinkauth"), handler(SystemActions.UnlinkAuth.class, this::unlinkAuth),
        Name.of("setcode"), handler(SystemActions.SetCode.class, this::setCode),
        Name.of("setabi"), handler(SystemActions.SetAbi.class, this::setAbi));
  }

  /** Carries the action out if it is one of these and executed by {@code eosio} itself. */
  void apply(ApplyContext context) {
    if (context.receiver().equals(SystemActions.EOSIO)
        && context.action().account().equals(SystemActions.EOSIO)) {
      Function<ApplyContext, Runnable> handler = handlers.get(context.action().name());
      if (handler != null) {
        handler.apply(context).run();
      }
    }
  }

  /** Creates an account with its two permissions, without any check of policy. */
  void createAccount(
      Name name, Authority owner, Authority active, BlockTimestamp now, boolean privileged) {
    state.accounts.put(name, new AccountObject(now, privileged, Checksum256.ZERO, 0, 0));
    state.permissions.create(name, owner, active);
  }

  private static <T> Function<ApplyContext, Runnable> handler(
      Class<T> type, BiConsumer<ApplyContext, T> body) {
    return context -> () -> body.accept(context, read(type, context.action()));
  }

  /** Reads the data of an action. */
  static <T> T read(Class<T> type, Action action) {
    try {
      return RecordCodec.of(type).decode(action.data().toArray());
    } catch (AbiException | InvalidValueException e) {
      throw new ChainException(
          ChainError.INVALID_ACTION_ARGS,
          "data of " + action.account() + "::" + action.name() + " cannot be read: "
              + e.getMessage(),
          e);
    }
  }

  private void newAccount(ApplyContext context, SystemActions.NewAccount data) {
    context.requireAuthorization(data.creator());
    if (data.name().isEmpty() || data.name().length() > MAX_ACCOUNT_NAME) {
      throw new ChainException(
          ChainError.INVALID_NAME,
          "account names have 1 to " + MAX_ACCOUNT_NAME + " characters: " + data.name());
    }
    if (data.name().toString().startsWith("eosio.") && !context.isPrivileged(data.creator())) {
      throw new ChainException(
          ChainError.INVALID_NAME,
          "only privileged accounts can have names that start with 'eosio.': " + data.name());
    }
    if (state.accounts.containsKey(data.name())) {
      throw new ChainException(
          ChainError.ACCOUNT_NAME_EXISTS, "account " + data.name() + " exists already");
    }
    createAccount(data.name(), data.owner(), data.active(), context.blockTime(), false);
  }

  private void updateAuth(ApplyContext context, SystemActions.UpdateAuth data) {
    context.requireAuthorization(data.account());
    state.permissions.update(data.account(), data.permission(), data.parent(), data.auth());
  }

  private void deleteAuth(ApplyContext context, SystemActions.DeleteAuth data) {
    context.requireAuthorization(data.account());
    state.permissions.delete(data.account(), data.permission());
  }

  private void linkAuth(ApplyContext context, SystemActions.LinkAuth data) {
    context.requireAuthorization(data.account());
    requireAccount(data.code());
    state.permissions.link(data.account(), data.code(), data.type(), data.requirement());
  }

  private void unlinkAuth(ApplyContext context, SystemActions.UnlinkAuth data) {
    context.requireAuthorization(data.account());
    state.permissions.unlink(data.account(), data.code(), data.type());
  }

  private void setCode(ApplyContext context, SystemActions.SetCode data) {
    context.requireAuthorization(data.account());
    AccountObject account = requireAccount(data.account());
    if (data.vmType() != SystemActions.SetCode.JAVA_VM || data.vmVersion() != 0) {
      throw new ChainException(
          ChainError.INVALID_ACTION_ARGS,
          "code of kind " + data.vmType() + "." + data.vmVersion() + " is not supported");
    }
    if (data.code().size() == 0) {
      if (account.codeHash().equals(Checksum256.ZERO)) {
        throw new ChainException(
            ChainError.INVALID_ACTION_ARGS, "there is no contract on " + data.account());
      }
      state.accounts.put(data.account(), account.withCode(Checksum256.ZERO));
      state.code.remove(data.account());
      return;
    }
    Checksum256 hash = Checksum256.sha256(data.code());
    if (hash.equals(account.codeHash())) {
      throw new ChainException(
          ChainError.INVALID_ACTION_ARGS, "contract is already running this version of code");
    }
    if (catalog.find(hash) == null) {
      throw new ChainException(
          ChainError.CONTRACT, "the host's catalogue has no contract with code hash " + hash);
    }
    state.accounts.put(data.account(), account.withCode(hash));
    state.code.put(data.account(), data.code());
  }

  private void setAbi(ApplyContext context, SystemActions.SetAbi data) {
    context.requireAuthorization(data.account());
    AccountObject account = requireAccount(data.account());
    state.accounts.put(data.account(), account.withNewAbi());
    if (data.abi().equals(Bytes.EMPTY)) {
      state.abis.remove(data.account());
    } else {
      state.abis.put(data.account(), data.abi());
    }
  }

  private AccountObject requireAccount(Name name) {
    AccountObject account = state.accounts.get(name);
    if (account == null) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + name + " does not exist");
    }
    return account;
  }
}
