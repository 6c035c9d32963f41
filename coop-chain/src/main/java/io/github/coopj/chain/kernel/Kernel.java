package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
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
  private StateView view;
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
    state.undo.detach();
    this.view = state.view();
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
   * State after the last committed block.
   *
   * @return immutable, for any thread
   */
  public StateView view() {
    return view;
  }

  /**
   * State as it is now, the block in the making included.
   *
   * @return immutable, for any thread
   */
  public StateView present() {
    return pending == null ? view : state.view();
  }

  /**
   * Goes to the state after another committed block, such as the last one that two branches have in common.
   *
   * @param other what {@link #view} gave after that block
   * @throws IllegalStateException if a block is in the making
   */
  public void reset(StateView other) {
    if (pending != null) {
      throw new IllegalStateException("a block is in the making");
    }
    state.reset(other);
    view = other;
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

  /** Keeps all changes for good. */
  BlockResult commit(PendingBlock block, List<TransactionTrace> traces) {
    end(block);
    UndoLog undone = state.undo.detach();
    view = state.view();
    return new BlockResult(traces, undone, view);
  }
}
