package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.ReceiptDigests;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic machine: state, authorisation and execution, one block at a time (PLAT-03, SC-07).
 *
 * <p>Belongs to one thread. Knows nothing of clocks, files or networks: block time comes in with the block.
 */
public final class Kernel {
  private final Checksum256 chainId;
  private final ContractCatalog catalog;
  private final ChainState state = new ChainState();
  private final ResourceLimits resources = new ResourceLimits(state);
  private final GenesisState accounts = new GenesisState(state, resources);
  private final Authorizer authorizer = new Authorizer(state);
  private final Features features = new Features(state);
  private final ReceiptDigests digests = new ReceiptDigests();
  private final NativeActions natives;
  private StateView view;
  private @Nullable PendingBlock pending;

  /**
   * Creates the state of block 1 with the protocol features that chains of coopJ's own begin with.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   */
  public Kernel(Genesis genesis, ContractCatalog catalog) {
    this(genesis, catalog, ProtocolFeature.FIRST);
  }

  /**
   * Creates the state of block 1: the privileged account {@code eosio}, held by the initial key, the account of the
   * producers and the one of nobody.
   *
   * @param genesis what the chain begins with
   * @param catalog contracts that can be installed
   * @param active protocol features active from the beginning; none on chains that activate them block by block
   */
  public Kernel(Genesis genesis, ContractCatalog catalog, Set<ProtocolFeature> active) {
    this.chainId = genesis.chainId();
    this.catalog = catalog;
    this.natives = new NativeActions(state, catalog);
    accounts.create(genesis, active);
    state.undo.detach();
    this.view = state.view();
  }

  /**
   * Id of the chain.
   *
   * @return digest of the genesis
   */
  public Checksum256 chainId() {
    return chainId;
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

  /**
   * Protocol features that contracts asked for up to the last committed block.
   *
   * @return digests that the next block must activate, in the order in which they were asked for, usually none
   */
  public List<Checksum256> requestedFeatures() {
    return view.requestedFeatures();
  }

  ChainState state() {
    return state;
  }

  Authorizer authorizer() {
    return authorizer;
  }

  ResourceLimits resources() {
    return resources;
  }

  Features features() {
    return features;
  }

  ReceiptDigests digests() {
    return digests;
  }

  NativeActions natives() {
    return natives;
  }

  GenesisState accounts() {
    return accounts;
  }

  ContractCatalog catalog() {
    return catalog;
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
    return new BlockResult(block.implicitTrace(), traces, undone, view);
  }
}
