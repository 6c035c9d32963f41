package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic machine: state, authorisation and execution, one block at a time (PLAT-03, SC-07).
 *
 * <p>Belongs to one thread. Knows nothing of clocks, files or networks: block time comes in with the block.
 */
public final class Kernel {
  private final Genesis genesis;
  private final ContractCatalog catalog;
  private final ChainState state = new ChainState();
  private final Authorizer authorizer;
  private final NativeActions natives;
  private @Nullable PendingBlock pending;

  /**
   * Creates the state of block 1: the privileged account {@code eosio}, held by the initial key, and nothing else.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   */
  public Kernel(Genesis genesis, ContractCatalog catalog) {
    this.genesis = genesis;
    this.catalog = catalog;
    this.authorizer = new Authorizer(state, limits().maxAuthorityDepth());
    this.natives = new NativeActions(state, catalog);
    Authority initial = Authority.ofKey(genesis.initialKey());
    BlockTimestamp start = BlockTimestamp.of(genesis.initialTimestamp().toInstant());
    natives.createAccount(SystemActions.EOSIO, initial, initial, start, true);
    state.undo.forget();
  }

  /**
   * Id of the chain.
   *
   * @return digest of the genesis
   */
  public Checksum256 chainId() {
    return genesis.chainId();
  }

  /**
   * Begins a block.
   *
   * @param block the block
   * @return the block in the making
   * @throws IllegalStateException if another block is in the making
   */
  public PendingBlock start(BlockInfo block) {
    if (pending != null) {
      throw new IllegalStateException("another block is in the making");
    }
    pending = new PendingBlock(this, block);
    return pending;
  }

  /**
   * Digest of the whole state: equal digests mean equal states.
   *
   * @return SHA-256 over all entries in their order
   */
  public Checksum256 stateDigest() {
    return state.digest();
  }

  /**
   * Account as it is now.
   *
   * @param name account
   * @return the account, if it exists
   */
  public Optional<AccountObject> account(Name name) {
    return Optional.ofNullable(state.accounts.get(name));
  }

  /**
   * Permission as it is now.
   *
   * @param level account and permission
   * @return the permission, if it exists
   */
  public Optional<Permission> permission(PermissionLevel level) {
    return state.permissions.permission(level);
  }

  /**
   * ABI of an account's contract.
   *
   * @param account account
   * @return packed ABI, if one is published
   */
  public Optional<Bytes> abi(Name account) {
    return Optional.ofNullable(state.abis.get(account));
  }

  /**
   * One row of a table.
   *
   * @param table table and scope
   * @param key primary key, unsigned
   * @return the row, if it exists
   */
  public Optional<Row> row(TableKey table, long key) {
    UndoMap<Long, Row> rows = state.findTable(table);
    return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(key));
  }

  /**
   * Rows of a table in the order of their keys.
   *
   * @param table table and scope
   * @param from smallest key wanted, unsigned
   * @param limit most rows wanted
   * @return key and row
   */
  public List<Map.Entry<Long, Row>> rows(TableKey table, long from, int limit) {
    List<Map.Entry<Long, Row>> found = new ArrayList<>();
    UndoMap<Long, Row> rows = state.findTable(table);
    if (rows == null) {
      return found;
    }
    for (Map.Entry<Long, Row> entry : rows.view().tailMap(from, true).entrySet()) {
      if (found.size() == limit) {
        break;
      }
      found.add(Map.entry(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /**
   * Schedule that waits for the block it was proposed in to become irreversible.
   *
   * @return the schedule and that block's number
   */
  public Optional<Map.Entry<Long, ProducerSchedule>> proposedSchedule() {
    return state
        .global()
        .proposed()
        .map(proposed -> Map.entry(proposed.block(), proposed.schedule()));
  }

  /** Takes the proposed schedule as announced in the block in the making. */
  public void scheduleAnnounced() {
    state.setGlobal(new ChainState.Global(state.global().globalSequence(), Optional.empty()));
  }

  ChainState state() {
    return state;
  }

  Authorizer authorizer() {
    return authorizer;
  }

  Genesis.Configuration limits() {
    return genesis.initialConfiguration();
  }

  TransactionContext context(BlockInfo block) {
    return new TransactionContext(state, authorizer, natives, catalog, limits(), block);
  }

  void end(PendingBlock block) {
    if (pending == block) {
      pending = null;
    }
  }
}
