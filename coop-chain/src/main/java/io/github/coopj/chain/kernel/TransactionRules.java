package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionHeader;
import io.github.coopj.crypto.Checksum256;

/** What a transaction must be before anything of it is executed, in the node's order. Changes nothing. */
final class TransactionRules {
  private final ChainState state;
  private final BlockInfo block;

  TransactionRules(ChainState state, BlockInfo block) {
    this.state = state;
    this.block = block;
  }

  void require(Transaction transaction) {
    TransactionHeader header = transaction.header();
    if (header.delaySec() != 0) {
      throw new ChainException(ChainError.TRANSACTION, "transaction cannot be delayed");
    }
    if (!transaction.extensions().isEmpty()) {
      throw new ChainException(
          ChainError.DISALLOWED_TRANSACTION_EXTENSIONS_BAD_BLOCK,
          "no transaction extensions supported yet for input transactions");
    }
    requireInTime(header.expiration());
    requireReference(header);
    requireActors(transaction);
  }

  private void requireInTime(TimePointSec expiration) {
    ChainConfiguration limits = state.configuration();
    long nowMillis = block.timestampMillis();
    long expirationMillis = expiration.seconds() * 1000;
    if (expirationMillis < nowMillis) {
      throw new ChainException(
          ChainError.EXPIRED_TX,
          "transaction expired at " + expiration + ", block time is " + block.timestamp());
    }
    long lifetime = limits.maxTransactionLifetime();
    if (expirationMillis > nowMillis + lifetime * 1000) {
      throw new ChainException(
          ChainError.TX_EXP_TOO_FAR,
          "transaction expires at " + expiration + ", more than " + lifetime
              + " s after block time " + block.timestamp());
    }
  }

  /** Entries of the table that no block has filled yet are as blocks with an id of zeros. */
  private void requireReference(TransactionHeader header) {
    Checksum256 known = state.blockSummaries.get(header.refBlockNum());
    if (!header.tapos().matches(known == null ? Checksum256.ZERO : known)) {
      throw new ChainException(
          ChainError.INVALID_REF_BLOCK,
          "transaction refers to block " + header.refBlockNum() + " with prefix "
              + header.refBlockPrefix() + ", which is not on this chain");
    }
  }

  private void requireActors(Transaction transaction) {
    for (Action action : transaction.contextFreeActions()) {
      requireCode(action);
      if (!action.authorization().isEmpty()) {
        throw new ChainException(
            ChainError.TRANSACTION, "context-free actions cannot have authorizations");
      }
    }
    boolean authorised = false;
    for (Action action : transaction.actions()) {
      requireCode(action);
      for (PermissionLevel level : action.authorization()) {
        authorised = true;
        AccountEntry actor = state.accounts.entry(level.actor());
        if (actor == null) {
          throw new ChainException(
              ChainError.TRANSACTION,
              "action's authorizing actor " + level.actor() + " does not exist");
        }
        if (actor.permissions().find(level) == null) {
          throw new ChainException(
              ChainError.TRANSACTION,
              "action's authorizations include a permission that does not exist: " + level);
        }
      }
    }
    if (!authorised) {
      throw new ChainException(
          ChainError.TX_NO_AUTHS, "transaction must have at least one authorization");
    }
  }

  private void requireCode(Action action) {
    if (!state.accounts.exists(action.account())) {
      throw new ChainException(
          ChainError.TRANSACTION, "action's code account " + action.account() + " does not exist");
    }
  }
}
