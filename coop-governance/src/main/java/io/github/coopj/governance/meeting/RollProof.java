package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * Evidence that an account is on a frozen roll: the hashes beside its way to the root, from the leaf upwards.
 *
 * @param account the account
 * @param index its place on the sorted roll, 0 or more
 * @param size number on the roll
 * @param path one hash for every level
 */
public record RollProof(Name account, int index, int size, List<Checksum256> path) {
  /** Copies the path. */
  public RollProof {
    path = List.copyOf(path);
  }

  /**
   * Whether the proof holds against a digest.
   *
   * @param rollDigest digest that the meeting recorded
   * @return true if the account is on that roll in that place
   */
  public boolean verifies(Checksum256 rollDigest) {
    if (index < 0 || index >= size || path.size() != depth(index, size)) {
      return false;
    }
    return Roll.seal(size, climb(index, size, path.size())).equals(rollDigest);
  }

  private static int depth(int index, int size) {
    int depth = 0;
    while (size > 1) {
      int left = Roll.split(size);
      if (index < left) {
        size = left;
      } else {
        index -= left;
        size -= left;
      }
      depth++;
    }
    return depth;
  }

  private Checksum256 climb(int at, int width, int level) {
    if (width == 1) {
      return Roll.leaf(account);
    }
    int left = Roll.split(width);
    Checksum256 beside = path.get(level - 1);
    return at < left
        ? Roll.node(climb(at, left, level - 1), beside)
        : Roll.node(beside, climb(at - left, width - left, level - 1));
  }
}
