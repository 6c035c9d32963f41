package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.permission.WaitWeight;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The actions of {@code eosio} that the chain carries out itself, before the contract installed there sees them. */
final class NativeActions {
  private static final int MAX_ACCOUNT_NAME = 12;
  private static final Name SETCODE = Name.of("setcode");

  private final ChainState state;
  private final ContractCatalog catalog;
  private final Map<Name, BiConsumer<NativeActions, ApplyContext>> handlers;

  NativeActions(ChainState state, ContractCatalog catalog) {
    this.state = state;
    this.catalog = catalog;
    this.handlers = Map.of(
        Name.of("newaccount"),
        handler(SystemActions.NewAccount.class, NativeActions::newAccount),
        Name.of("updateauth"),
        handler(SystemActions.UpdateAuth.class, NativeActions::updateAuth),
        Name.of("deleteauth"),
        handler(SystemActions.DeleteAuth.class, NativeActions::deleteAuth),
        Name.of("linkauth"),
        handler(SystemActions.LinkAuth.class, NativeActions::linkAuth),
        Name.of("unlinkauth"),
        handler(SystemActions.UnlinkAuth.class, NativeActions::unlinkAuth),
        SETCODE,
        handler(SystemActions.SetCode.class, NativeActions::setCode),
        Name.of("setabi"),
        handler(SystemActions.SetAbi.class, NativeActions::setAbi),
        Name.of("onblock"),
        (natives, context) -> context.requireAuthorization(SystemActions.EOSIO));
  }

  /** Whether an execution is the one of setcode that the chain carries out. */
  static boolean isSetCode(Name receiver, Action action) {
    return receiver.equals(SystemActions.EOSIO)
        && action.account().equals(SystemActions.EOSIO)
        && action.name().equals(SETCODE);
  }

  /** Carries the action out if it is one of these and executed by {@code eosio} itself. */
  void apply(ApplyContext context) {
    if (context.receiver().equals(SystemActions.EOSIO)
        && context.action().account().equals(SystemActions.EOSIO)) {
      BiConsumer<NativeActions, ApplyContext> handler =
          handlers.get(context.action().name());
      if (handler != null) {
        handler.accept(this, context);
      }
    }
  }

  private static <T> BiConsumer<NativeActions, ApplyContext> handler(Class<T> type, Body<T> body) {
    return (natives, context) -> body.run(natives, context, read(type, context.action()));
  }

  /** What an action does with its data. */
  private interface Body<T> {
    void run(NativeActions natives, ApplyContext context, T data);
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
    requireValid(data.owner());
    requireValid(data.active());
    if (data.name().isEmpty() || data.name().length() > MAX_ACCOUNT_NAME) {
      throw new ChainException(
          ChainError.ACTION_VALIDATE,
          "account names have 1 to " + MAX_ACCOUNT_NAME + " characters: " + data.name());
    }
    if (data.name().toString().startsWith("eosio.") && !context.isPrivileged(data.creator())) {
      throw new ChainException(
          ChainError.ACTION_VALIDATE,
          "only privileged accounts can have names that start with 'eosio.': " + data.name());
    }
    if (state.accounts.exists(data.name())) {
      throw new ChainException(
          ChainError.ACCOUNT_NAME_EXISTS,
          "cannot create account named " + data.name() + ", as that name is already taken");
    }
    requireReferences(data.name(), data.owner());
    requireReferences(data.name(), data.active());
    state.accounts.create(
        data.name(),
        new AccountObject(context.blockTime(), false, Checksum256.ZERO, 0, 0),
        data.owner(),
        data.active());
    context.addRam(data.name(), RamSizes.ofAccount(data.owner(), data.active()));
  }

  private static void requireValid(Authority authority) {
    try {
      authority.requireValid();
    } catch (InvalidValueException e) {
      throw new ChainException(
          ChainError.ACTION_VALIDATE, "invalid authority: " + e.getMessage(), e);
    }
  }

  /** The account to be, of which nothing but {@code active} and its code can be named yet, counts as existing. */
  private void requireReferences(Name created, Authority authority) {
    for (PermissionLevelWeight factor : authority.accounts()) {
      PermissionLevel level = factor.permission();
      if (!level.actor().equals(created) && !state.accounts.exists(level.actor())) {
        throw new ChainException(
            ChainError.ACTION_VALIDATE, "account '" + level.actor() + "' does not exist");
      }
      if (!level.permission().equals(PermissionNames.ACTIVE)
          && !level.permission().equals(PermissionNames.CODE)
          && !state.accounts.contains(level)) {
        throw new ChainException(
            ChainError.ACTION_VALIDATE, "permission '" + level + "' does not exist");
      }
    }
  }

  private void updateAuth(ApplyContext context, SystemActions.UpdateAuth data) {
    context.requireAuthorization(data.account());
    requireWaits(data.auth());
    Optional<Permission> before =
        state.accounts.permission(new PermissionLevel(data.account(), data.permission()));
    state.accounts.updateAuth(data.account(), data.permission(), data.parent(), data.auth());
    long bytes = RamSizes.ofPermission(data.auth());
    if (before.isPresent()) {
      context.addRam(data.account(), bytes - RamSizes.ofPermission(before.get().authority()));
    } else {
      state.accounts.use(
          new PermissionLevel(data.account(), data.permission()), context.blockTime());
      context.addRam(data.account(), bytes);
    }
  }

  private void requireWaits(Authority authority) {
    long longest = state.configuration().maxTransactionDelay();
    for (WaitWeight wait : authority.waits()) {
      if (wait.waitSec() > longest) {
        throw new ChainException(
            ChainError.ACTION_VALIDATE,
            "cannot set delay longer than max_transaction_delay, which is " + longest + " seconds");
      }
    }
  }

  private void deleteAuth(ApplyContext context, SystemActions.DeleteAuth data) {
    context.requireAuthorization(data.account());
    PermissionLevel level = new PermissionLevel(data.account(), data.permission());
    Optional<Permission> before = state.accounts.permission(level);
    state.accounts.deleteAuth(data.account(), data.permission());
    if (before.isPresent()) {
      context.addRam(data.account(), -RamSizes.ofPermission(before.get().authority()));
    }
  }

  private void linkAuth(ApplyContext context, SystemActions.LinkAuth data) {
    context.requireAuthorization(data.account());
    requireAccount(data.code());
    int before = linksOf(data.account());
    state.accounts.linkAuth(data.account(), data.code(), data.type(), data.requirement());
    context.addRam(data.account(), RamSizes.LINK * (linksOf(data.account()) - before));
  }

  private void unlinkAuth(ApplyContext context, SystemActions.UnlinkAuth data) {
    context.requireAuthorization(data.account());
    state.accounts.unlinkAuth(data.account(), data.code(), data.type());
    context.addRam(data.account(), -RamSizes.LINK);
  }

  private int linksOf(Name account) {
    return state.accounts.of(account).permissions().links().size();
  }

  private void setCode(ApplyContext context, SystemActions.SetCode data) {
    context.requireAuthorization(data.account());
    AccountObject account = requireAccount(data.account());
    if (data.vmType() != SystemActions.SetCode.JAVA_VM) {
      throw new ChainException(
          ChainError.INVALID_CONTRACT_VM_TYPE,
          "code of kind " + data.vmType() + " is not supported");
    }
    if (data.vmVersion() != 0) {
      throw new ChainException(
          ChainError.INVALID_CONTRACT_VM_VERSION,
          "code of version " + data.vmVersion() + " is not supported");
    }
    Checksum256 hash = data.code().isEmpty() ? Checksum256.ZERO : Checksum256.sha256(data.code());
    if (hash.equals(account.codeHash())) {
      throw new ChainException(
          ChainError.SET_EXACT_CODE,
          data.code().isEmpty()
              ? "contract is already cleared"
              : "contract is already running this version of code");
    }
    Bytes before = state.code.get(data.account());
    state.accounts.put(data.account(), account.withCode(hash));
    if (data.code().isEmpty()) {
      state.code.remove(data.account());
    } else if (catalog.find(hash) == null) {
      throw new ChainException(
          ChainError.CONTRACT, "the host's catalogue has no contract with code hash " + hash);
    } else {
      state.code.put(data.account(), data.code());
    }
    context.addRam(
        data.account(), RamSizes.ofCode(data.code().size()) - RamSizes.ofCode(sizeOf(before)));
  }

  private void setAbi(ApplyContext context, SystemActions.SetAbi data) {
    context.requireAuthorization(data.account());
    AccountObject account = requireAccount(data.account());
    state.accounts.put(data.account(), account.withNewAbi());
    Bytes before = state.abis.get(data.account());
    if (data.abi().isEmpty()) {
      state.abis.remove(data.account());
    } else {
      state.abis.put(data.account(), data.abi());
    }
    context.addRam(data.account(), data.abi().size() - sizeOf(before));
  }

  private static long sizeOf(@Nullable Bytes bytes) {
    return bytes == null ? 0 : bytes.size();
  }

  private AccountObject requireAccount(Name name) {
    return state.accounts.of(name).account();
  }
}
