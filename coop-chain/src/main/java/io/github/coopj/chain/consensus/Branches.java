package io.github.coopj.chain.consensus;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.CoopException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.util.List;
import java.util.Optional;

/**
 * A chain that hears of blocks of several branches and stands on the best of them, whether it is kept in memory, {@link
 * ForkedChain}, or in a folder, {@link io.github.coopj.chain.store.StoredForks}. Belongs to one thread at a time.
 */
public interface Branches extends AutoCloseable {
  /**
   * State of the best block.
   *
   * @return the head
   */
  BlockState head();

  /**
   * What the chain knows after its head.
   *
   * @return a view that never changes
   */
  StateView view();

  /**
   * State of the block that all branches begin at: the latest irreversible one, or where the chain began.
   *
   * @return the root
   */
  BlockState root();

  /**
   * What the chain knows after its root.
   *
   * @return a view that never changes
   */
  StateView rootView();

  /**
   * How far each producer has bound itself by blocks of any branch.
   *
   * @return data that a process which signs blocks keeps durably
   */
  Watermarks watermarks();

  /**
   * What producers were caught at.
   *
   * @return in the order of discovery
   */
  List<Evidence> evidence();

  /**
   * The best branch.
   *
   * @return blocks after the root up to the head
   */
  List<ForkBlock> branch();

  /**
   * Whether a block is one of those that can still be undone, or was settled as irreversible and that is still known.
   *
   * @param number number of the block
   * @param id its id
   * @return whether there is nothing to be done with it
   */
  boolean knows(long number, Checksum256 id);

  /**
   * Looks at the header of a block made elsewhere. What it says of its producer is noted: how far that is bound, and
   * whether it signed two blocks for one slot.
   *
   * @param block the block
   * @param latest latest slot that has begun by the clock of this process, with the tolerance it grants
   * @return the block, to be received
   * @throws ChainException naming the block: BLOCK_FROM_THE_FUTURE beyond the latest slot; FORK_DATABASE if it is known;
   *     UNLINKABLE_BLOCK if the block before it is not known or was pruned; other reasons if it is wrong
   */
  CheckedBlock check(SignedBlock block, BlockTimestamp latest);

  /**
   * Looks at a block that is not linkable, because it follows one before the root, or one that came late itself: has its
   * producer signed another one for the slot? Reads what is kept of the irreversible blocks; may take long, and may be
   * asked on any thread.
   *
   * @param block the block
   * @return what is to be {@link #note noted}; empty if its header is wrong or follows none that is known, or nothing is
   *     kept
   */
  default Optional<Finding> investigate(SignedBlock block) {
    return Optional.empty();
  }

  /**
   * What was found out about a block that came too late.
   *
   * @param late the block
   * @param proof evidence against its producer, if the chain has another one of the slot
   */
  record Finding(LateBlock late, Optional<Evidence> proof) {}

  /**
   * Notes what a block tells that came too late.
   *
   * @param late the block
   * @param proof evidence against its producer, if there is any
   */
  void note(LateBlock late, Optional<Evidence> proof);

  /**
   * Takes in a block made elsewhere.
   *
   * @param checked the block
   * @param transactions its transactions with their recovered keys, in their order
   * @return what it changed
   * @throws ChainException naming the block: FORK_DATABASE if it has become known or does not fit; UNLINKABLE_BLOCK if
   *     the block before it was pruned meanwhile; other reasons if it is wrong. The chain is then as before, a wrong block
   *     is not executed twice
   */
  @CanIgnoreReturnValue
  Reception receive(CheckedBlock checked, List<TransactionMetadata> transactions);

  /**
   * Has the next block that is begun here activate protocol features that need no contract to ask for them, in the place
   * of any scheduled before.
   *
   * @param features digests in the order of activation
   * @throws ChainException as {@link Controller#scheduleFeatures}
   */
  void scheduleFeatures(List<Checksum256> features);

  /**
   * Begins a block on the head.
   *
   * @param slot slot, later than the head's
   * @return the block in the making, to be ended by {@link #seal} or by aborting it before the head moves
   * @throws ChainException as {@link Controller#begin(BlockTimestamp)}, and FORK_DATABASE while too many blocks can still
   *     be undone
   */
  Controller.Making begin(BlockTimestamp slot);

  /**
   * Signs a block, keeps it, and makes it the head. If it cannot be signed or kept, it is still in the making.
   *
   * @param making the block
   * @param signer key of its producer
   * @return what it changed; it is the only block applied
   */
  @CanIgnoreReturnValue
  Reception seal(Controller.Making making, Signer signer);

  /**
   * Why what was received is not kept durably yet.
   *
   * @return empty if it is, or nothing is kept
   */
  Optional<? extends CoopException> problem();

  /** Lets go of what the chain is kept in. */
  @Override
  void close();
}
