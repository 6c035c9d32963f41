package io.github.coopj.chain.consensus;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All branches above the latest irreversible block. Holds a bounded number of blocks: where one more does not fit, the end
 * of the worst branch goes.
 */
final class ForkDatabase {
  private final int limit;
  private final Map<Checksum256, ForkBlock> blocks = new HashMap<>();
  private final NavigableSet<ForkBlock> byPreference = new TreeSet<>(ForkBlock.BY_PREFERENCE);
  private final NavigableSet<Invalid> invalid = new TreeSet<>();
  private BlockState root;

  ForkDatabase(BlockState root, int limit) {
    if (limit < 1) {
      throw new InvalidValueException("at least 1 reversible block is kept, got " + limit);
    }
    this.root = root;
    this.limit = limit;
  }

  /** A block that was executed and found wrong. */
  private record Invalid(long number, Checksum256 id) implements Comparable<Invalid> {
    @Override
    public int compareTo(Invalid other) {
      int order = Long.compare(number, other.number);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  BlockState root() {
    return root;
  }

  Collection<ForkBlock> blocks() {
    return Collections.unmodifiableCollection(byPreference);
  }

  Optional<ForkBlock> find(Checksum256 id) {
    return Optional.ofNullable(blocks.get(id));
  }

  /** State of a block that others can be linked to. */
  BlockState parent(String name, Checksum256 id) {
    if (id.equals(root.id())) {
      return root;
    }
    return find(id)
        .map(ForkBlock::state)
        .orElseThrow(() -> new ChainException(
            ChainError.UNLINKABLE_BLOCK, name + " follows " + id + ", which is not known"));
  }

  /** Refuses what is here already, or was and is wrong. */
  void requireNew(String name, long number, Checksum256 id) {
    if (has(id)) {
      throw new ChainException(ChainError.FORK_DATABASE, name + " is known already");
    }
    if (invalid.contains(new Invalid(number, id))) {
      throw new ChainException(
          ChainError.BLOCK_VALIDATE, name + " was executed before and found wrong");
    }
  }

  /** Adds a block of the log that the chain has started from, whatever the limit. */
  void restore(ForkBlock block) {
    blocks.put(block.id(), block);
    byPreference.add(block);
  }

  /** Whether a block is here. */
  boolean has(Checksum256 id) {
    return blocks.containsKey(id) || id.equals(root.id());
  }

  /** Adds a block that links to one here; where there are too many, drops the worst end of a branch that is not the head's. */
  void add(ForkBlock block, BlockState head) {
    blocks.put(block.id(), block);
    byPreference.add(block);
    if (blocks.size() > limit) {
      ForkBlock worst = worstLeaf(head);
      if (worst != null) {
        drop(worst);
      }
      if (worst == null || worst.equals(block)) {
        drop(block);
        throw new ChainException(
            ChainError.FORK_DATABASE,
            block + " is one more than the " + limit + " reversible blocks that are kept");
      }
    }
  }

  private @Nullable ForkBlock worstLeaf(BlockState head) {
    Set<Checksum256> parents = new HashSet<>();
    byPreference.forEach(block -> parents.add(block.previous()));
    for (ForkBlock block : byPreference) {
      if (!parents.contains(block.id()) && !block.id().equals(head.id())) {
        return block;
      }
    }
    return null;
  }

  /** Takes a block and all that follows it out. */
  void remove(ForkBlock block) {
    descendants(block.id()).forEach(this::drop);
    drop(block);
  }

  /** Takes a block and all that follows it out, and remembers that it is wrong. */
  void removeInvalid(ForkBlock block) {
    remove(block);
    invalid.add(new Invalid(block.number(), block.id()));
    if (invalid.size() > limit) {
      invalid.remove(invalid.first());
    }
  }

  /** Blocks from the root, exclusive, to a block, inclusive. */
  List<ForkBlock> branch(Checksum256 tip) {
    List<ForkBlock> branch = new ArrayList<>();
    for (ForkBlock at = blocks.get(tip); at != null; at = blocks.get(at.previous())) {
      branch.add(at);
    }
    Collections.reverse(branch);
    return branch;
  }

  /** Makes a block the root; all that does not follow it goes. */
  void advance(ForkBlock irreversible) {
    List<ForkBlock> staying = descendants(irreversible.id());
    blocks.clear();
    byPreference.clear();
    for (ForkBlock block : staying) {
      blocks.put(block.id(), block);
      byPreference.add(block);
    }
    root = irreversible.state();
    invalid.removeIf(each -> each.number() <= root.number());
  }

  boolean isFull(BlockState head) {
    return head.number() - root.number() >= limit;
  }

  /** All blocks that follow one, nearest first. */
  private List<ForkBlock> descendants(Checksum256 ancestor) {
    List<ForkBlock> byNumber = new ArrayList<>(byPreference);
    byNumber.sort(Comparator.comparingLong(ForkBlock::number));
    Set<Checksum256> line = new HashSet<>(Set.of(ancestor));
    List<ForkBlock> found = new ArrayList<>();
    for (ForkBlock block : byNumber) {
      if (line.contains(block.previous())) {
        line.add(block.id());
        found.add(block);
      }
    }
    return found;
  }

  private void drop(ForkBlock block) {
    blocks.remove(block.id());
    byPreference.remove(block);
  }
}
