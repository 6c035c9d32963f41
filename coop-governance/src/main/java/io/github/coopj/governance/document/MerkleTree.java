package io.github.coopj.governance.document;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A binary hash tree over a list that only grows, in the shape of RFC 6962: the left part of every tree is the largest power
 * of two below its size. A node is the SHA-256 of one byte 1 and of the two hashes below it; what a leaf is, the user of the
 * tree says, with another first byte than 1. One hash, the root, stands for the list: with a few hashes beside it anybody is
 * shown that a leaf is in its place (MEET-16, MEET-26).
 */
public final class MerkleTree {
  private static final long MAX_SEALED = 0xffff_ffffL;

  private MerkleTree() {}

  /**
   * Shows that a leaf is in a tree.
   *
   * @param leaves all leaves in order
   * @param index place of the leaf, 0 or more
   * @return the proof
   * @throws InvalidValueException if there is no such place
   */
  public static Inclusion inclusion(List<Checksum256> leaves, int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new InvalidValueException(
          "a tree of " + leaves.size() + " leaves has no leaf " + index);
    }
    List<Checksum256> path = new ArrayList<>();
    collect(leaves, index, path);
    return new Inclusion(index, leaves.size(), path);
  }

  private static void collect(List<Checksum256> part, int index, List<Checksum256> path) {
    if (part.size() == 1) {
      return;
    }
    int left = (int) split(part.size());
    if (index < left) {
      collect(part.subList(0, left), index, path);
      path.add(Frontier.of(part.subList(left, part.size())).root());
    } else {
      collect(part.subList(left, part.size()), index - left, path);
      path.add(Frontier.of(part.subList(0, left)).root());
    }
  }

  /**
   * A root together with the number of leaves, as documents state it. Trees of different sizes never have the same.
   *
   * @param size number of leaves, 0 to 2^32 - 1
   * @param root root of the tree
   * @return SHA-256 of one byte 2, the size in four bytes with the lowest first, and the root
   * @throws InvalidValueException if the size is out of range
   */
  public static Checksum256 seal(long size, Checksum256 root) {
    if (size < 0 || size > MAX_SEALED) {
      throw new InvalidValueException(
          "a sealed tree has 0 to " + MAX_SEALED + " leaves, got " + size);
    }
    return Checksum256.sha256(ByteBuffer.allocate(1 + Integer.BYTES + Checksum256.SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 2)
        .putInt((int) size)
        .put(root.toBytes())
        .array());
  }

  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  private static Checksum256 node(Checksum256 left, Checksum256 right) {
    return Checksum256.sha256(ByteBuffer.allocate(65)
        .put((byte) 1)
        .put(left.toBytes())
        .put(right.toBytes())
        .array());
  }

  /**
   * All that is needed of a tree to append to it: the roots of its full parts.
   *
   * @param size number of leaves, 0 or more
   * @param peaks one root for every bit of {@code size}, the largest part first
   */
  public record Frontier(long size, List<Checksum256> peaks) {
    /** A tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /** Refuses a number of parts that does not fit the size. */
    public Frontier {
      peaks = List.copyOf(peaks);
      if (size < 0 || peaks.size() != Long.bitCount(size)) {
        throw new InvalidValueException(
            "a tree of " + size + " leaves cannot have " + peaks.size() + " full parts");
      }
    }

    /**
     * The tree of a list.
     *
     * @param leaves leaves in order
     * @return their tree
     */
    public static Frontier of(List<Checksum256> leaves) {
      List<Checksum256> peaks = new ArrayList<>();
      long size = 0;
      for (Checksum256 leaf : leaves) {
        push(peaks, size, leaf);
        size++;
      }
      return new Frontier(size, peaks);
    }

    /**
     * Appends a leaf.
     *
     * @param leaf the next leaf
     * @return the tree with one leaf more
     */
    public Frontier append(Checksum256 leaf) {
      List<Checksum256> next = new ArrayList<>(peaks);
      push(next, size, leaf);
      return new Frontier(size + 1, next);
    }

    /** Two full parts of one size become one: as often as the size before ends in a one, as in counting. */
    private static void push(List<Checksum256> peaks, long size, Checksum256 leaf) {
      Checksum256 last = leaf;
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        last = node(peaks.remove(peaks.size() - 1), last);
      }
      peaks.add(last);
    }

    /**
     * The hash that stands for the whole list.
     *
     * @return {@link Checksum256#ZERO} without leaves; of a single leaf the leaf itself
     */
    public Checksum256 root() {
      if (peaks.isEmpty()) {
        return Checksum256.ZERO;
      }
      Checksum256 root = peaks.get(peaks.size() - 1);
      for (int i = peaks.size() - 2; i >= 0; i--) {
        root = node(peaks.get(i), root);
      }
      return root;
    }
  }

  /**
   * Evidence that a leaf is in its place: the hashes beside its way to the root, from the leaf upwards.
   *
   * @param index place of the leaf, 0 or more
   * @param size number of leaves
   * @param path one hash for every level
   */
  public record Inclusion(long index, long size, List<Checksum256> path) {
    /** Copies the path. */
    public Inclusion {
      path = List.copyOf(path);
    }

    /**
     * Whether the evidence holds.
     *
     * @param leaf the leaf
     * @param root root of the tree
     * @return true if a tree of this size and root has this leaf in this place
     */
    public boolean verifies(Checksum256 leaf, Checksum256 root) {
      return rootFrom(leaf).equals(Optional.of(root));
    }

    /**
     * The root that the path leads to from a leaf.
     *
     * @param leaf the leaf
     * @return the root, nothing if a tree of this size has no such place or another number of levels there
     */
    public Optional<Checksum256> rootFrom(Checksum256 leaf) {
      if (index < 0 || index >= size || path.size() != depth(index, size)) {
        return Optional.empty();
      }
      return Optional.of(climb(leaf, index, size, path.size()));
    }

    private static int depth(long index, long size) {
      long at = index;
      long width = size;
      int depth = 0;
      while (width > 1) {
        long left = split(width);
        if (at < left) {
          width = left;
        } else {
          at -= left;
          width -= left;
        }
        depth++;
      }
      return depth;
    }

    private Checksum256 climb(Checksum256 leaf, long at, long width, int level) {
      if (width == 1) {
        return leaf;
      }
      long left = split(width);
      Checksum256 beside = path.get(level - 1);
      return at < left
          ? node(climb(leaf, at, left, level - 1), beside)
          : node(beside, climb(leaf, at - left, width - left, level - 1));
    }
  }
}
