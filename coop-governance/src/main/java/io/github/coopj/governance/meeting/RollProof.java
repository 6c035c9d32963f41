package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.MerkleTree;
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
    return new MerkleTree.Inclusion(index, size, path)
        .rootFrom(Roll.leaf(account))
        .filter(root -> MerkleTree.seal(size, root).equals(rollDigest))
        .isPresent();
  }
}
