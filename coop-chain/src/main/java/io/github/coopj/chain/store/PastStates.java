package io.github.coopj.chain.store;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Branches;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.LateBlock;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * States of irreversible blocks, worked out anew from the headers of the log. Some stay behind where the chain passes, and
 * where a question was worked out, a bounded number, and later questions start from them. A question reads a bounded part of
 * the log: one about blocks so far before the start of this process that more would be needed is not answered, but the next
 * one starts where it ended. Blocks that came late are remembered too. Safe for many threads.
 */
final class PastStates {
  /** How many states stay at most. */
  private static final int MOST = 1024;

  /** How many blocks a question reads at most, unless states that stay are further apart. */
  private static final int MOST_READ = 4096;

  private final ChainStore store;
  private final BlockState genesis;
  private final int most;
  private final int mostRead;
  private final NavigableMap<Long, BlockState> known = new TreeMap<>();
  private final Map<Checksum256, BlockState> late = new LinkedHashMap<>();
  private long interval;

  /** Begins with the state of block 1, which has the protocol features that the chain began with. */
  PastStates(ChainStore store, BlockState genesis) {
    this(store, genesis, MOST, MOST_READ);
  }

  PastStates(ChainStore store, BlockState genesis, int most, int mostRead) {
    this.store = store;
    this.genesis = genesis;
    this.most = most;
    this.mostRead = mostRead;
    this.interval = most;
  }

  /** This process starts with a block that is irreversible. */
  synchronized void startsAt(BlockState state) {
    remember(state);
  }

  /** What a block tells that follows an irreversible one, or one that came late itself. */
  Optional<Branches.Finding> investigate(SignedBlock block) {
    if (isInLog(block)) {
      return Optional.empty();
    }
    long last = store.settled();
    Optional<LateBlock> late = parent(block, last).flatMap(parent -> LateBlock.of(parent, block));
    late.ifPresent(this::remember);
    return late.map(found -> new Branches.Finding(found, proof(found, block, last)));
  }

  private Optional<Evidence> proof(LateBlock late, SignedBlock block, long last) {
    return at(block.header().timestamp(), last)
        .flatMap(other -> state(other.number()).flatMap(state -> late.against(other, state)));
  }

  private Optional<BlockState> parent(SignedBlock block, long last) {
    Optional<BlockState> late = late(block.header().previous());
    long number = block.number() - 1;
    return late.isPresent() || number > last || !isParent(number, block) ? late : state(number);
  }

  private synchronized Optional<BlockState> late(Checksum256 id) {
    return Optional.ofNullable(late.get(id));
  }

  private synchronized void remember(LateBlock block) {
    late.put(block.state().id(), block.state());
    if (late.size() > most) {
      late.remove(late.keySet().iterator().next());
    }
  }

  private boolean isInLog(SignedBlock block) {
    return store
        .block(block.number())
        .filter(there -> there.id().equals(block.id()))
        .isPresent();
  }

  private boolean isParent(long number, SignedBlock block) {
    return number < BlockLog.FIRST_BLOCK
        ? genesis.id().equals(block.header().previous())
        : store
            .block(number)
            .filter(there -> there.id().equals(block.header().previous()))
            .isPresent();
  }

  /** The block of a slot: slots grow with the numbers of blocks. */
  private Optional<SignedBlock> at(BlockTimestamp slot, long last) {
    long low = BlockLog.FIRST_BLOCK;
    long high = last;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      Optional<SignedBlock> block = store.block(middle);
      if (block.isEmpty()) {
        return Optional.empty();
      }
      long there = block.get().header().timestamp().slot();
      if (there == slot.slot()) {
        return block;
      }
      if (there < slot.slot()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** The chain has passed a block that is irreversible. */
  synchronized void passed(BlockState state) {
    if (state.number() % interval == 0) {
      remember(state);
    }
  }

  /** State of a block of the log; empty if it is too far from those that stayed. */
  synchronized Optional<BlockState> state(long number) {
    Map.Entry<Long, BlockState> start = known.floorEntry(number);
    BlockState state = start == null ? genesis : start.getValue();
    long last = state.number() + Math.max(interval, mostRead);
    while (state.number() < number) {
      if (state.number() == last) {
        return Optional.empty();
      }
      Optional<SignedBlock> next = store.block(state.number() + 1);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      state = state.follow(next.get().header());
      passed(state);
    }
    return Optional.of(state);
  }

  private void remember(BlockState state) {
    known.put(state.number(), state);
    if (known.size() > most) {
      interval *= 2;
      known.keySet().removeIf(number -> number % interval != 0);
    }
  }
}
