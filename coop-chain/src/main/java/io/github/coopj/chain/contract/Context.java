package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * All that a contract sees of the chain while it executes one action for one receiver.
 *
 * <p>Any refusal thrown by a method here, and any {@link RuntimeException} that leaves the contract, fails the whole
 * transaction: every effect of it is undone (SC-05, SC-08).
 */
public interface Context {
  /**
   * Account whose contract runs now.
   *
   * @return the account of the action, or an account that was notified of it
   */
  Name receiver();

  /**
   * The action being executed.
   *
   * @return account, name, authorisation and data as they were signed
   */
  Action action();

  /**
   * Contract by which this execution came about (protocol rule: get_sender). With the feature GET_SENDER.
   *
   * @return account whose contract sent this action or asked for this notification; empty if the transaction holds the
   *     action
   */
  Name sender();

  /**
   * Time of the block being made, the only clock there is.
   *
   * @return start of the block's slot
   */
  TimePoint currentTime();

  /**
   * Number of the block being made. With the feature GET_BLOCK_NUM.
   *
   * @return 2 or more
   */
  long currentBlock();

  /**
   * Whether the action was authorised by the account, with any permission.
   *
   * @param account account
   * @return true if it is an actor of the authorisation
   */
  boolean hasAuthorization(Name account);

  /**
   * Requires that the account authorised the action, with any permission.
   *
   * @param account account that must be an actor of the authorisation
   */
  void requireAuthorization(Name account);

  /**
   * Requires that the action was authorised with exactly this permission.
   *
   * @param level permission that must be in the authorisation
   */
  void requireAuthorization(PermissionLevel level);

  /**
   * Whether the account exists.
   *
   * @param account account
   * @return true if it does
   */
  boolean isAccount(Name account);

  /**
   * Whether the account may do what only the chain itself may.
   *
   * @param account account
   * @return true if it is privileged
   */
  boolean isPrivileged(Name account);

  /**
   * Has another account's contract see this action once this contract is done.
   *
   * @param account account to notify, once however often it is named
   */
  void requireRecipient(Name account);

  /**
   * Sends an action to be executed after this one, in the same transaction. It may carry the authority of
   * {@code receiver@active} if that authority lists {@code receiver@eosio.code}.
   *
   * @param action the action
   */
  void sendInline(Action action);

  /**
   * Sends an action without authorisation that sees no state, to be executed before the other actions sent.
   *
   * @param action the action, its authorisation empty
   */
  void sendContextFreeInline(Action action);

  /**
   * The transaction being executed.
   *
   * @return header and actions as they were signed; of the chain's own actions a transaction made for them
   */
  Transaction transaction();

  /**
   * Data that came with the transaction for its context-free actions; only these may ask.
   *
   * @param index number of the byte string, 0 or more
   * @return the bytes, empty beyond the last
   */
  Optional<Bytes> contextFreeData(int index);

  /**
   * Code that is installed on an account. With the feature GET_CODE_HASH.
   *
   * @param account account
   * @return its hash, zeros without a contract or an account
   */
  Checksum256 codeHash(Name account);

  /**
   * When a permission was last used by a transaction that was executed before this one.
   *
   * @param level permission of an account that exists
   * @return block time of that transaction, or of the permission's creation
   */
  TimePoint permissionLastUsed(PermissionLevel level);

  /**
   * When an account was created.
   *
   * @param account account that exists
   * @return block time of its creation
   */
  TimePoint accountCreation(Name account);

  /**
   * Whether a protocol feature is active.
   *
   * @param feature digest of the feature
   * @return true from the block on that activated it
   */
  boolean isFeatureActivated(Checksum256 feature);

  /**
   * Writes to the console of this execution, which its trace shows.
   *
   * @param text any text
   */
  void print(String text);

  /**
   * Fails the transaction unless the condition holds.
   *
   * @param condition what must hold
   * @param message what is wrong if it does not
   */
  void check(boolean condition, String message);

  /**
   * Fails the transaction with a number of the contract's own unless the condition holds.
   *
   * @param condition what must hold
   * @param code number that the refusal carries, unsigned; numbers from 10^19 on are reserved
   */
  void check(boolean condition, long code);

  /**
   * Rows of a table of the receiver.
   *
   * @param table name of the table
   * @param scope scope in the table
   * @return the rows as bytes
   */
  RowStore rows(Name table, Name scope);

  /**
   * Rows of a table of any contract, to read.
   *
   * @param code account whose table it is
   * @param table name of the table
   * @param scope scope in the table
   * @return the rows as bytes; writing to another contract's table is refused
   */
  RowStore rows(Name code, Name table, Name scope);

  /**
   * Typed rows of a table of the receiver.
   *
   * @param table name of the table
   * @param scope scope in the table
   * @param type record of a row
   * @param primaryKey key of a row, unsigned
   * @param <R> record of a row
   * @return the table
   */
  default <R extends Record> Table<R> table(
      Name table, Name scope, Class<R> type, ToLongFunction<R> primaryKey) {
    return new Table<>(rows(table, scope), type, primaryKey);
  }

  /**
   * Typed rows of a table of any contract, to read.
   *
   * @param code account whose table it is
   * @param table name of the table
   * @param scope scope in the table
   * @param type record of a row
   * @param primaryKey key of a row, unsigned
   * @param <R> record of a row
   * @return the table
   */
  default <R extends Record> Table<R> table(
      Name code, Name table, Name scope, Class<R> type, ToLongFunction<R> primaryKey) {
    return new Table<>(rows(code, table, scope), type, primaryKey);
  }

  /**
   * Sets what the action returns to the one who pushed it. With the feature ACTION_RETURN_VALUE.
   *
   * @param value at most 256 bytes
   */
  void setReturnValue(Bytes value);

  /**
   * Whether keys satisfy a permission, as if they had signed a transaction.
   *
   * @param level permission
   * @param keys keys whose signatures were checked
   * @return true if its authority is satisfied
   */
  boolean isSatisfied(PermissionLevel level, Collection<PublicKey> keys);

  /**
   * Whether keys and permissions that are proven satisfy all that the actions of a transaction declare, none of the keys
   * in vain. What the transaction names must exist.
   *
   * @param transaction transaction, which is not executed
   * @param keys keys whose signatures were checked
   * @param levels permissions that were proven; an empty permission name stands for all of its actor
   * @return true if the chain would let it pass; the transaction's own delay counts as waited
   */
  boolean isTransactionAuthorized(
      Transaction transaction, Collection<PublicKey> keys, Collection<PermissionLevel> levels);

  /**
   * Key that made a signature.
   *
   * @param digest what was signed
   * @param signature the signature
   * @return the recovered key
   */
  PublicKey recoverKey(Checksum256 digest, Signature signature);

  /**
   * Hash functions, recovery of keys and what else contracts compute with.
   *
   * @return the functions, also for context-free actions
   */
  Crypto crypto();

  /**
   * Who produces blocks now.
   *
   * @return producers of the active schedule in their order of turns
   */
  List<Name> activeProducers();

  /**
   * What only contracts of privileged accounts may do.
   *
   * @return the privileged calls; refused to others
   */
  Privileged privileged();

  /** Calls for privileged contracts. */
  interface Privileged {
    /**
     * Makes an account privileged, or takes that away.
     *
     * @param account account
     * @param privileged the new state
     */
    void setPrivileged(Name account, boolean privileged);

    /**
     * Proposes a schedule of producers with one key each; it becomes active once the block with it is irreversible.
     *
     * @param producers producers in their order of turns, each with the one key it signs with
     * @return version that the schedule will have, or -1 if it changes nothing or another one is waiting
     */
    long proposeProducers(List<ProducerKey> producers);

    /**
     * Proposes a schedule; it becomes active once the block with it is irreversible. A second proposal in the same block
     * takes the place of the first.
     *
     * <p>Refused are schedules without producers or with more than {@value ProducerSchedule#MAX_PRODUCERS}, with one twice
     * or with one that has no account, and producers for whom no single key could sign blocks ({@link
     * ProducerSchedule.Producer#requireValid}).
     *
     * @param producers producers in their order of turns
     * @return version that the schedule will have, or -1 if it changes nothing or another one is waiting
     */
    long proposeSchedule(List<ProducerSchedule.Producer> producers);

    /**
     * What an account may use.
     *
     * @param account account that exists
     * @return its limits, those set in this block included
     */
    AccountLimits resourceLimits(Name account);

    /**
     * Sets what an account may use. Weights count from the next block on; RAM that is in use already must fit.
     *
     * @param account account that exists
     * @param limits the new limits
     */
    void setResourceLimits(Name account, AccountLimits limits);

    /**
     * RAM that an account has been billed.
     *
     * @param account account that exists
     * @return bytes
     */
    long ramUsage(Name account);

    /**
     * The limits of the chain.
     *
     * @return as they are now
     */
    ChainConfiguration parameters();

    /**
     * Changes the limits of the chain.
     *
     * @param parameters the new limits
     */
    void setParameters(ChainConfiguration parameters);

    /**
     * Has a protocol feature become active with the next block.
     *
     * @param feature digest of a feature that the chain knows, not active yet, its dependencies active or asked for
     */
    void activateFeature(Checksum256 feature);
  }

  /**
   * A producer and the key it signs blocks with.
   *
   * @param producerName account
   * @param blockSigningKey key
   */
  record ProducerKey(Name producerName, PublicKey blockSigningKey) {}
}
