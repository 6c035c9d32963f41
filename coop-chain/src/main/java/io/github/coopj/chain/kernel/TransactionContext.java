package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Executes the actions of one transaction: each receiver, then those it notified, then the actions sent, depth first.
 * Does not undo anything; whoever runs it does.
 */
final class TransactionContext {
  private final ChainState state;
  private final Authorizer authorizer;
  private final NativeActions natives;
  private final ContractCatalog catalog;
  private final Genesis.Configuration limits;
  private final BlockInfo block;
  private final List<ActionTrace> traces = new ArrayList<>();
  private Scheduled current = new Scheduled(new ArrayList<>(), new ArrayList<>());
  private int ordinals;

  TransactionContext(
      ChainState state,
      Authorizer authorizer,
      NativeActions natives,
      ContractCatalog catalog,
      Genesis.Configuration limits,
      BlockInfo block) {
    this.state = state;
    this.authorizer = authorizer;
    this.natives = natives;
    this.catalog = catalog;
    this.limits = limits;
    this.block = block;
  }

  /** What is still to be executed on account of one action. */
  private record Scheduled(List<Execution> receivers, List<Execution> inline) {}

  /** An execution to come. */
  private record Execution(Action action, Name receiver, int ordinal, int creatorOrdinal) {}

  /** Executes the actions; the traces come in the order of execution. */
  List<ActionTrace> run(List<Action> actions) {
    List<Execution> first = new ArrayList<>();
    for (Action action : actions) {
      first.add(new Execution(action, action.account(), ++ordinals, 0));
    }
    for (Execution execution : first) {
      dispatch(execution, 0);
    }
    return traces;
  }

  /** Traces in the order in which the executions were asked for, as nodes report them. */
  static List<ActionTrace> byOrdinal(List<ActionTrace> executed) {
    List<ActionTrace> sorted = new ArrayList<>(executed);
    sorted.sort(Comparator.comparingInt(ActionTrace::ordinal));
    return sorted;
  }

  ChainState state() {
    return state;
  }

  Authorizer authorizer() {
    return authorizer;
  }

  BlockInfo block() {
    return block;
  }

  void scheduleNotification(Name account, int creatorOrdinal) {
    for (Execution scheduled : current.receivers()) {
      if (scheduled.receiver().equals(account)) {
        return;
      }
    }
    Action action = current.receivers().get(0).action();
    current.receivers().add(new Execution(action, account, ++ordinals, creatorOrdinal));
  }

  void scheduleInline(Action action, int creatorOrdinal) {
    current.inline().add(new Execution(action, action.account(), ++ordinals, creatorOrdinal));
  }

  /** Requires that the contract of the receiver may send the action. */
  void requireInlineAllowed(Name receiver, Action action) {
    if (action.data().size() > limits.maxInlineActionSize()) {
      throw new ChainException(
          ChainError.INLINE_ACTION_TOO_BIG,
          "an inline action has at most " + limits.maxInlineActionSize() + " bytes, got "
              + action.data().size());
    }
    requireAccount(
        action.account(), "inline action's code account " + action.account() + " does not exist");
    for (PermissionLevel level : action.authorization()) {
      requireAccount(
          level.actor(), "inline action's authorizing actor " + level.actor() + " does not exist");
      if (!state.permissions.contains(level)) {
        throw new ChainException(
            ChainError.PERMISSION_QUERY, "inline action's permission " + level + " does not exist");
      }
    }
    AccountObject sender = state.accounts.get(receiver);
    if (sender == null || !sender.privileged()) {
      authorizer.requireSentBy(receiver, action);
    }
  }

  private void requireAccount(Name account, String message) {
    if (!state.accounts.containsKey(account)) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, message);
    }
  }

  private void dispatch(Execution execution, int depth) {
    if (depth > limits.maxInlineActionDepth()) {
      throw new ChainException(
          ChainError.TRANSACTION,
          "inline actions are nested deeper than " + limits.maxInlineActionDepth());
    }
    Scheduled mine = new Scheduled(new ArrayList<>(List.of(execution)), new ArrayList<>());
    Scheduled outer = current;
    for (int i = 0; i < mine.receivers().size(); i++) {
      current = mine;
      execute(mine.receivers().get(i));
    }
    for (Execution sent : mine.inline()) {
      dispatch(sent, depth + 1);
    }
    current = outer;
  }

  private void execute(Execution execution) {
    ApplyContext context =
        new ApplyContext(this, execution.receiver(), execution.action(), execution.ordinal());
    try {
      natives.apply(context);
      Contract contract = contractOf(execution.receiver());
      if (contract != null) {
        contract.apply(context);
      }
    } catch (ChainException e) {
      throw e;
    } catch (CoopException | InvalidValueException e) {
      throw new ChainException(
          ChainError.ASSERT_MESSAGE, "assertion failure with message: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new ChainException(
          ChainError.ABORT_CALLED, "contract of " + execution.receiver() + " broke down: " + e, e);
    }
    traces.add(new ActionTrace(
        execution.ordinal(),
        execution.creatorOrdinal(),
        execution.receiver(),
        execution.action(),
        receipt(execution, context),
        context.returnValue()));
  }

  private @Nullable Contract contractOf(Name receiver) {
    AccountObject account = state.accounts.get(receiver);
    if (account == null || account.codeHash().equals(Checksum256.ZERO)) {
      return null;
    }
    Contract contract = catalog.find(account.codeHash());
    if (contract == null) {
      throw new ChainException(
          ChainError.CONTRACT,
          "the host's catalogue has no contract with code hash " + account.codeHash()
              + ", installed on " + receiver);
    }
    return contract;
  }

  private ActionReceipt receipt(Execution execution, ApplyContext context) {
    ChainState.Global global = state.global();
    long globalSequence = global.globalSequence() + 1;
    state.setGlobal(new ChainState.Global(globalSequence, global.proposed()));
    ChainState.Sequences received = sequencesOf(execution.receiver());
    long recvSequence = received.received() + 1;
    state.sequences.put(
        execution.receiver(), new ChainState.Sequences(recvSequence, received.authorized()));
    List<ActionReceipt.AuthSequence> authSequence = new ArrayList<>();
    for (Name actor : actors(execution.action())) {
      long count = execution.action().authorization().stream()
          .filter(level -> level.actor().equals(actor))
          .count();
      ChainState.Sequences sequences = sequencesOf(actor);
      long authorized = sequences.authorized() + count;
      state.sequences.put(actor, new ChainState.Sequences(sequences.received(), authorized));
      authSequence.add(new ActionReceipt.AuthSequence(actor, authorized));
    }
    AccountObject account = state.accounts.get(execution.action().account());
    return new ActionReceipt(
        execution.receiver(),
        ActionReceipt.actionDigest(execution.action(), context.returnValue().toArray()),
        globalSequence,
        recvSequence,
        authSequence,
        account == null ? 0 : account.codeSequence(),
        account == null ? 0 : account.abiSequence());
  }

  private static NavigableSet<Name> actors(Action action) {
    NavigableSet<Name> actors = new TreeSet<>();
    action.authorization().forEach(level -> actors.add(level.actor()));
    return actors;
  }

  private ChainState.Sequences sequencesOf(Name account) {
    ChainState.Sequences sequences = state.sequences.get(account);
    return sequences == null ? ChainState.Sequences.NONE : sequences;
  }
}
