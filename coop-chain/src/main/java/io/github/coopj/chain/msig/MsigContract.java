package io.github.coopj.chain.msig;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiExtension;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/**
 * Keeps proposed transactions until enough accounts have approved them, and executes them then (PERM-01).
 *
 * <p>Actions, tables and rules are those of the multi-signature contract that Antelope wallets know. Tables
 * {@code proposal} and {@code approvals2} are in the scope of the proposer, {@code invals} in that of the contract. The
 * contract's account must be privileged, because it sends actions in the name of those who approved.
 */
@ContractTable(name = "proposal", row = Proposal.class)
@ContractTable(name = "approvals2", row = Approvals.class)
@ContractTable(name = "invals", row = MsigContract.Invalidation.class)
public final class MsigContract extends JavaContract {
  /** Account that the platform's contract is installed on. */
  public static final Name ACCOUNT = Name.of("eosio.msig");

  /** Table of proposals, in the scope of the proposer. */
  public static final Name PROPOSALS = Name.of("proposal");

  /** Table of approvals, in the scope of the proposer. */
  public static final Name APPROVALS = Name.of("approvals2");

  /** Table of the times at which accounts took all their approvals back. */
  public static final Name INVALIDATIONS = Name.of("invals");

  /** Creates the contract. */
  public MsigContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Proposes a transaction. The proposer authorises it; the permissions that are asked must together be able to authorise
   * the transaction.
   *
   * @param proposer account that proposes
   * @param proposalName name, not in use by the proposer
   * @param requested permissions that are asked
   * @param transaction the transaction, not expired
   */
  @AbiName("propose")
  public record Propose(
      Name proposer,
      @AbiName("proposal_name") Name proposalName,
      List<PermissionLevel> requested,
      @AbiName("trx") Transaction transaction) {
    /** Copies the list. */
    public Propose {
      requested = List.copyOf(requested);
    }
  }

  /**
   * Approves a proposal; the permission authorises it.
   *
   * @param proposer account that proposed
   * @param proposalName name
   * @param level permission that was asked
   * @param proposalHash SHA-256 of the transaction that is approved, so that it cannot be exchanged
   */
  @AbiName("approve")
  public record Approve(
      Name proposer,
      @AbiName("proposal_name") Name proposalName,
      PermissionLevel level,
      @AbiName("proposal_hash") @AbiExtension Optional<Checksum256> proposalHash) {}

  /**
   * Takes an approval back; the permission authorises it.
   *
   * @param proposer account that proposed
   * @param proposalName name
   * @param level permission that approved
   */
  @AbiName("unapprove")
  public record Unapprove(
      Name proposer, @AbiName("proposal_name") Name proposalName, PermissionLevel level) {}

  /**
   * Removes a proposal: the proposer at any time, others once the transaction is expired.
   *
   * @param proposer account that proposed
   * @param proposalName name
   * @param canceler account that authorises it
   */
  @AbiName("cancel")
  public record Cancel(
      Name proposer, @AbiName("proposal_name") Name proposalName, Name canceler) {}

  /**
   * Executes a proposal that is approved by enough, and removes it.
   *
   * @param proposer account that proposed
   * @param proposalName name
   * @param executer account that authorises it, anybody
   */
  @AbiName("exec")
  public record Execute(
      Name proposer, @AbiName("proposal_name") Name proposalName, Name executer) {}

  /**
   * Takes all approvals back that an account gave up to now, in every proposal.
   *
   * @param account account that authorises it
   */
  @AbiName("invalidate")
  public record Invalidate(Name account) {}

  /**
   * Row of {@code invals}.
   *
   * @param account account, the key
   * @param lastInvalidation approvals given until then do not count
   */
  @AbiName("invalidation")
  public record Invalidation(
      Name account, @AbiName("last_invalidation_time") TimePoint lastInvalidation) {}

  @ContractAction
  void propose(Context context, Propose data) {
    context.requireAuthorization(data.proposer());
    requireNotExpired(context, data.transaction());
    Table<Proposal> proposals = proposals(context, data.proposer());
    context.check(
        !proposals.contains(data.proposalName().value()),
        "the proposer has a proposal of this name already");
    context.check(
        context.isTransactionAuthorized(data.transaction(), List.of(), data.requested()),
        "the permissions asked for cannot authorise the transaction");
    proposals.insert(data.proposer(), Proposal.of(data.proposalName(), data.transaction()));
    approvals(context, data.proposer())
        .insert(data.proposer(), Approvals.open(data.proposalName(), data.requested()));
  }

  @ContractAction
  void approve(Context context, Approve data) {
    context.requireAuthorization(data.level());
    Proposal proposal = proposal(context, data.proposer(), data.proposalName());
    data.proposalHash()
        .ifPresent(hash -> context.check(
            hash.equals(proposal.hash()), "the hash is not that of the proposed transaction"));
    Approvals before = approvals(context, data.proposer(), data.proposalName());
    Optional<Approvals> after = before.approve(data.level(), context.currentTime());
    context.check(after.isPresent(), "this permission is not asked for an approval");
    approvals(context, data.proposer()).update(after.orElse(before));
    long delay = delayOf(context, proposal);
    store(
        context,
        data.proposer(),
        proposal,
        proposal.approved(
            isEnough(context, proposal, after.orElse(before)), context.currentTime(), delay));
  }

  @ContractAction
  void unapprove(Context context, Unapprove data) {
    context.requireAuthorization(data.level());
    Approvals before = approvals(context, data.proposer(), data.proposalName());
    Optional<Approvals> after = before.withdraw(data.level(), context.currentTime());
    context.check(after.isPresent(), "this permission has given no approval");
    approvals(context, data.proposer()).update(after.orElse(before));
    Proposal proposal = proposal(context, data.proposer(), data.proposalName());
    delayOf(context, proposal);
    store(
        context,
        data.proposer(),
        proposal,
        proposal.withdrawn(isEnough(context, proposal, after.orElse(before))));
  }

  @ContractAction
  void cancel(Context context, Cancel data) {
    context.requireAuthorization(data.canceler());
    Proposal proposal = proposal(context, data.proposer(), data.proposalName());
    context.check(
        data.canceler().equals(data.proposer()) || isExpired(context, proposal.transaction()),
        "others than the proposer cancel once the transaction is expired");
    remove(context, data.proposer(), data.proposalName());
  }

  @ContractAction
  void execute(Context context, Execute data) {
    context.requireAuthorization(data.executer());
    Proposal proposal = proposal(context, data.proposer(), data.proposalName());
    Transaction transaction = proposal.transaction();
    requireNotExpired(context, transaction);
    context.check(
        transaction.contextFreeActions().isEmpty(),
        "a proposed transaction has no context-free actions");
    Approvals approvals = approvals(context, data.proposer(), data.proposalName());
    context.check(
        isEnough(context, proposal, approvals), "the approvals do not authorise the transaction");
    context.check(
        proposal
            .earliest()
            .map(from -> from.compareTo(context.currentTime()) <= 0)
            .orElse(transaction.header().delaySec() == 0),
        "the transaction's delay has not passed");
    transaction.actions().forEach(context::sendInline);
    remove(context, data.proposer(), data.proposalName());
  }

  @ContractAction
  void invalidate(Context context, Invalidate data) {
    context.requireAuthorization(data.account());
    context
        .table(
            INVALIDATIONS,
            context.receiver(),
            Invalidation.class,
            invalidation -> invalidation.account().value())
        .put(data.account(), new Invalidation(data.account(), context.currentTime()));
  }

  private static long delayOf(Context context, Proposal proposal) {
    long delay = proposal.transaction().header().delaySec();
    context.check(
        delay == 0 || proposal.earliestExecution().isPresent(),
        "a proposal of old form has no delay: cancel it and propose again");
    return delay;
  }

  /** Rows of old form stay as they are. */
  private static void store(Context context, Name proposer, Proposal before, Proposal after) {
    if (before.earliestExecution().isPresent() && !after.equals(before)) {
      proposals(context, proposer).update(after);
    }
  }

  private static boolean isEnough(Context context, Proposal proposal, Approvals approvals) {
    Table<Invalidation> invalidations = context.table(
        INVALIDATIONS,
        context.receiver(),
        Invalidation.class,
        invalidation -> invalidation.account().value());
    List<PermissionLevel> valid = approvals.valid(
        account -> invalidations.find(account.value()).map(Invalidation::lastInvalidation));
    return context.isTransactionAuthorized(proposal.transaction(), List.of(), valid);
  }

  private static void requireNotExpired(Context context, Transaction transaction) {
    context.check(!isExpired(context, transaction), "the proposed transaction is expired");
  }

  private static boolean isExpired(Context context, Transaction transaction) {
    return transaction.header().expiration().compareTo(TimePointSec.of(context.currentTime())) < 0;
  }

  private static void remove(Context context, Name proposer, Name proposal) {
    proposals(context, proposer).remove(proposal.value());
    approvals(context, proposer).remove(proposal.value());
  }

  private static Proposal proposal(Context context, Name proposer, Name name) {
    Optional<Proposal> proposal = proposals(context, proposer).find(name.value());
    context.check(proposal.isPresent(), "there is no such proposal");
    return proposal.orElseThrow();
  }

  private static Approvals approvals(Context context, Name proposer, Name name) {
    Optional<Approvals> approvals = approvals(context, proposer).find(name.value());
    context.check(approvals.isPresent(), "there is no such proposal");
    return approvals.orElseThrow();
  }

  private static Table<Proposal> proposals(Context context, Name proposer) {
    return context.table(
        PROPOSALS, proposer, Proposal.class, proposal -> proposal.proposalName().value());
  }

  private static Table<Approvals> approvals(Context context, Name proposer) {
    return context.table(
        APPROVALS,
        proposer,
        Approvals.class,
        approvals -> approvals.proposalName().value());
  }
}
