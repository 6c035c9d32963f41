package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle tree that grows by one leaf at a time and keeps only the nodes still needed, as nodes keep it over block ids.
 *
 * @param activeNodes subtrees that are not complete yet, smallest first; the last is the root
 * @param nodeCount number of leaves so far
 */
public record IncrementalMerkle(List<Checksum256> activeNodes, long nodeCount) {
  /** The tree without leaves. */
  public static final IncrementalMerkle EMPTY = new IncrementalMerkle(List.of(), 0);

  /** Copies the list. */
  public IncrementalMerkle {
    activeNodes = List.copyOf(activeNodes);
    if (nodeCount < 0 || (nodeCount > 0 && activeNodes.isEmpty())) {
      throw new InvalidValueException("a tree of " + nodeCount + " leaves has active nodes");
    }
  }

  /**
   * Root over all leaves so far.
   *
   * @return zeros without leaves
   */
  public Checksum256 root() {
    return nodeCount == 0 ? Checksum256.ZERO : activeNodes.get(activeNodes.size() - 1);
  }

  /**
   * Adds a leaf.
   *
   * @param leaf digest
   * @return the grown tree
   */
  public IncrementalMerkle append(Checksum256 leaf) {
    int depth = depthOf(nodeCount + 1);
    List<Checksum256> updated = new ArrayList<>(depth);
    Checksum256 top = leaf;
    long index = nodeCount;
    int active = 0;
    boolean partial = false;
    for (int level = depth; level > 1; level--) {
      if ((index & 1) == 0) {
        if (!partial) {
          updated.add(top);
        }
        top = Merkle.parent(top, top);
        partial = true;
      } else {
        Checksum256 left = activeNodes.get(active++);
        if (partial) {
          updated.add(left);
        }
        top = Merkle.parent(left, top);
      }
      index >>= 1;
    }
    updated.add(top);
    return new IncrementalMerkle(updated, nodeCount + 1);
  }

  /** Number of levels of a tree with that many leaves, the root counted. */
  private static int depthOf(long leaves) {
    return 65 - Long.numberOfLeadingZeros(leaves - 1);
  }
}
