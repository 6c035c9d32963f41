package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Executes the actions of one transaction: each receiver, then those it notified, then the actions sent, depth first.
 * Does not undo anything; whoever runs it does.
 */
final class TransactionContext {
  private final Kernel kernel;
  private final ChainState state;
  private final BlockInfo block;
  private final ActiveFeatures features;
  private final Transaction transaction;
  private final List<Bytes> contextFreeData;
  private final List<Execution> executions = new ArrayList<>();
  private final List<Checksum256> receiptDigests = new ArrayList<>();
  private @Nullable SortedSet<Name> ramToCheck;
  private Meter meter = new Meter();
  private long globalSequence;

  TransactionContext(
      Kernel kernel,
      BlockInfo block,
      ActiveFeatures features,
      Transaction transaction,
      List<Bytes> contextFreeData) {
    this.kernel = kernel;
    this.state = kernel.state();
    this.block = block;
    this.features = features;
    this.transaction = transaction;
    this.contextFreeData = contextFreeData;
    this.globalSequence = state.global().globalSequence();
  }

  /** An action and its digest without a return value, which all its receivers share. */
  static final class Job {
    private final Action action;
    private final boolean contextFree;
    private @Nullable Checksum256 digest;

    Job(Action action, boolean contextFree, @Nullable Checksum256 digest) {
      this.action = action;
      this.contextFree = contextFree;
      this.digest = digest;
    }

    Action action() {
      return action;
    }

    boolean contextFree() {
      return contextFree;
    }

    Checksum256 digest(Bytes returnValue, boolean withReturnValue) {
      if (withReturnValue && !returnValue.isEmpty()) {
        return action.digest(returnValue);
      }
      Checksum256 known = digest;
      if (known == null) {
        known = withReturnValue ? action.digest(Bytes.EMPTY) : action.digest();
        digest = known;
      }
      return known;
    }
  }

  /** An execution asked for, and what came of it. */
  private static final class Execution {
    private final Job job;
    private final Name receiver;
    private final int ordinal;
    private final int creatorOrdinal;
    private final int ancestorOrdinal;
    private @Nullable ApplyContext context;
    private @Nullable ActionReceipt receipt;
    private @Nullable ChainException except;

    Execution(Job job, Name receiver, int ordinal, int creatorOrdinal, int ancestorOrdinal) {
      this.job = job;
      this.receiver = receiver;
      this.ordinal = ordinal;
      this.creatorOrdinal = creatorOrdinal;
      this.ancestorOrdinal = ancestorOrdinal;
    }
  }

  /** What is still to be executed on account of one action: more receivers of it, and the actions these sent. */
  static final class Dispatch {
    private final List<Execution> receivers = new ArrayList<>(3);
    private final List<Execution> contextFree = new ArrayList<>(0);
    private final List<Execution> inline = new ArrayList<>(0);
  }

  /** Executes all actions as long as the meter lets them; the digests are those known of the actions, if any. */
  void run(List<Checksum256> digests, Meter watch) {
    meter = watch;
    run(digests);
    watch.requireInTime();
  }

  /** Executes all actions; the digests are those known of the actions, if any. */
  void run(List<Checksum256> digests) {
    int known = 0;
    for (Action action : transaction.contextFreeActions()) {
      schedule(action, true, digests, known++);
    }
    for (Action action : transaction.actions()) {
      schedule(action, false, digests, known++);
    }
    int first = executions.size();
    for (int i = 0; i < first; i++) {
      dispatch(executions.get(i), 0);
    }
  }

  private void schedule(Action action, boolean contextFree, List<Checksum256> digests, int index) {
    boolean useful = index < digests.size() && isActive(ProtocolFeature.ACTION_RETURN_VALUE);
    add(new Job(action, contextFree, useful ? digests.get(index) : null), action.account(), 0, 0);
  }

  private Execution add(Job job, Name receiver, int creatorOrdinal, int ancestorOrdinal) {
    Execution execution =
        new Execution(job, receiver, executions.size() + 1, creatorOrdinal, ancestorOrdinal);
    executions.add(execution);
    return execution;
  }

  /** Ends the transaction: executions were counted, permissions used, and everybody's RAM must fit. */
  void end() {
    state.setGlobal(new ChainState.Global(globalSequence, state.global().proposed()));
    for (Action action : transaction.actions()) {
      for (PermissionLevel level : action.authorization()) {
        state.accounts.use(level, block.timestamp());
      }
    }
    if (ramToCheck != null) {
      for (Name account : ramToCheck) {
        resources().requireRam(account);
      }
    }
  }

  /** Digests of the receipts in the order of execution. */
  List<Checksum256> receiptDigests() {
    return receiptDigests;
  }

  /** Traces in the order in which the executions were asked for, as nodes report them. */
  List<ActionTrace> traces() {
    List<ActionTrace> traces = new ArrayList<>(executions.size());
    for (Execution execution : executions) {
      ApplyContext context = execution.context;
      traces.add(new ActionTrace(
          execution.ordinal,
          execution.creatorOrdinal,
          execution.ancestorOrdinal,
          execution.receiver,
          execution.job.action(),
          execution.job.contextFree(),
          Optional.ofNullable(execution.receipt),
          context == null ? Bytes.EMPTY : context.returnValue(),
          context == null ? "" : context.console(),
          context == null ? List.of() : context.ramDeltas(),
          Optional.ofNullable(execution.except)));
    }
    return traces;
  }

  /** Receiver of the execution that asked for another one; empty if that is the transaction's own. */
  Name creatorOf(int ordinal) {
    int creator = executions.get(ordinal - 1).creatorOrdinal;
    return creator == 0 ? Name.EMPTY : executions.get(creator - 1).receiver;
  }

  ChainState state() {
    return state;
  }

  Authorizer authorizer() {
    return kernel.authorizer();
  }

  ResourceLimits resources() {
    return kernel.resources();
  }

  BlockInfo block() {
    return block;
  }

  Transaction transaction() {
    return transaction;
  }

  List<Bytes> contextFreeData() {
    return contextFreeData;
  }

  Meter meter() {
    return meter;
  }

  boolean isActive(ProtocolFeature feature) {
    return features.contains(feature);
  }

  /** Requires that what a contract calls is there already. */
  void requireFeature(ProtocolFeature feature) {
    if (!isActive(feature)) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API, "this is not known before the feature " + feature);
    }
  }

  void requestFeature(Checksum256 feature) {
    kernel.features().request(feature);
  }

  void addRam(Name account, long delta) {
    resources().addRam(account, delta);
    if (delta > 0) {
      checkRam(account);
    }
  }

  /** Has the RAM of an account looked at when the transaction ends. */
  void checkRam(Name account) {
    SortedSet<Name> accounts = ramToCheck;
    if (accounts == null) {
      accounts = new TreeSet<>();
      ramToCheck = accounts;
    }
    accounts.add(account);
  }

  void scheduleNotification(Dispatch dispatch, Name account, int creatorOrdinal) {
    for (Execution scheduled : dispatch.receivers) {
      if (scheduled.receiver.equals(account)) {
        return;
      }
    }
    Execution first = dispatch.receivers.get(0);
    dispatch.receivers.add(add(first.job, account, creatorOrdinal, first.ordinal));
  }

  void scheduleInline(Dispatch dispatch, Action action, boolean contextFree, int creatorOrdinal) {
    Execution sent = add(
        new Job(action, contextFree, null),
        action.account(),
        creatorOrdinal,
        dispatch.receivers.get(0).ordinal);
    (contextFree ? dispatch.contextFree : dispatch.inline).add(sent);
  }

  /** Requires that an action that a contract sends is neither too big nor to nobody. */
  void requireInline(Action action) {
    long limit = state.configuration().maxInlineActionSize();
    if (packedSize(action) >= limit) {
      throw new ChainException(
          ChainError.INLINE_ACTION_TOO_BIG,
          "a packed inline action is smaller than " + limit + " bytes, got " + packedSize(action));
    }
    requireAccount(
        action.account(), "inline action's code account " + action.account() + " does not exist");
  }

  /** Requires that the contract of the receiver may send the action. */
  void requireInlineAllowed(Name receiver, Action action) {
    for (PermissionLevel level : action.authorization()) {
      requireAccount(
          level.actor(), "inline action's authorizing actor " + level.actor() + " does not exist");
      if (!state.accounts.contains(level)) {
        throw new ChainException(
            ChainError.ACTION_VALIDATE, "inline action's permission " + level + " does not exist");
      }
    }
    AccountObject sender = state.accounts.find(receiver);
    if (sender == null || !sender.privileged()) {
      authorizer().requireSentBy(receiver, action);
    }
  }

  private void requireAccount(Name account, String message) {
    if (!state.accounts.exists(account)) {
      throw new ChainException(ChainError.ACTION_VALIDATE, message);
    }
  }

  private static long packedSize(Action action) {
    return 16
        + varUint32Size(action.authorization().size())
        + 16L * action.authorization().size()
        + varUint32Size(action.data().size())
        + action.data().size();
  }

  private static long varUint32Size(int value) {
    return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
  }

  private void dispatch(Execution execution, int depth) {
    Dispatch mine = new Dispatch();
    mine.receivers.add(execution);
    for (int i = 0; i < mine.receivers.size(); i++) {
      execute(mine, mine.receivers.get(i));
    }
    if (mine.contextFree.isEmpty() && mine.inline.isEmpty()) {
      return;
    }
    if (depth >= state.configuration().maxInlineActionDepth()) {
      throw new ChainException(
          ChainError.TRANSACTION,
          "inline actions are nested deeper than " + state.configuration().maxInlineActionDepth());
    }
    for (Execution sent : mine.contextFree) {
      dispatch(sent, depth + 1);
    }
    for (Execution sent : mine.inline) {
      dispatch(sent, depth + 1);
    }
  }

  private void execute(Dispatch dispatch, Execution execution) {
    ApplyContext context =
        new ApplyContext(this, dispatch, execution.job, execution.receiver, execution.ordinal);
    execution.context = context;
    try {
      apply(context, execution);
      context.requireRamAllowed();
    } catch (ChainException e) {
      execution.except = e;
      throw e;
    }
    ActionReceipt receipt = receipt(execution, context);
    execution.receipt = receipt;
    receiptDigests.add(kernel.digests().of(receipt));
  }

  private void apply(ApplyContext context, Execution execution) {
    try {
      kernel.natives().apply(context);
      Contract contract = contractOf(execution);
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
          ChainError.ABORT_CALLED, "contract of " + execution.receiver + " broke down: " + e, e);
    }
  }

  private @Nullable Contract contractOf(Execution execution) {
    AccountObject account = state.accounts.find(execution.receiver);
    if (account == null
        || account.codeHash().equals(Checksum256.ZERO)
        || isHiddenSetCode(execution)) {
      return null;
    }
    Contract contract = kernel.catalog().find(account.codeHash());
    if (contract == null) {
      throw new ChainException(
          ChainError.CONTRACT,
          "the host's catalogue has no contract with code hash " + account.codeHash()
              + ", installed on " + execution.receiver);
    }
    return contract;
  }

  /** Before a feature, the system contract did not see setcode. */
  private boolean isHiddenSetCode(Execution execution) {
    return !isActive(ProtocolFeature.FORWARD_SETCODE)
        && NativeActions.isSetCode(execution.receiver, execution.job.action());
  }

  private ActionReceipt receipt(Execution execution, ApplyContext context) {
    Action action = execution.job.action();
    long recvSequence = count(state.accounts.cell(execution.receiver), 1, 0).received();
    AccountObject code = account(state.accounts.cell(action.account())).account();
    globalSequence++;
    return new ActionReceipt(
        execution.receiver,
        execution.job.digest(context.returnValue(), isActive(ProtocolFeature.ACTION_RETURN_VALUE)),
        globalSequence,
        recvSequence,
        authSequences(action),
        code.codeSequence(),
        code.abiSequence());
  }

  /** Counts each entry of the authorisation; the numbers after the last entry of each actor, by name. */
  private List<ActionReceipt.AuthSequence> authSequences(Action action) {
    List<PermissionLevel> levels = action.authorization();
    if (levels.isEmpty()) {
      return List.of();
    }
    if (levels.size() == 1) {
      return List.of(authSequence(levels.get(0).actor(), 1));
    }
    SortedMap<Name, Integer> actors = new TreeMap<>();
    for (PermissionLevel level : levels) {
      actors.merge(level.actor(), 1, Integer::sum);
    }
    List<ActionReceipt.AuthSequence> counted = new ArrayList<>(actors.size());
    actors.forEach((actor, entries) -> counted.add(authSequence(actor, entries)));
    return counted;
  }

  private ActionReceipt.AuthSequence authSequence(Name actor, int entries) {
    return new ActionReceipt.AuthSequence(
        actor, count(state.accounts.cell(actor), 0, entries).authorized());
  }

  private static AccountEntry count(
      UndoMap.Cell<Name, AccountEntry> cell, int received, int authorized) {
    AccountEntry counted = account(cell).counted(received, authorized);
    cell.set(counted);
    return counted;
  }

  /** What is kept of an account that takes part, which therefore exists. */
  private static AccountEntry account(UndoMap.Cell<Name, AccountEntry> cell) {
    AccountEntry entry = cell.get();
    if (entry == null) {
      throw new IllegalStateException("account " + cell.key() + " takes part and is not there");
    }
    return entry;
  }
}
