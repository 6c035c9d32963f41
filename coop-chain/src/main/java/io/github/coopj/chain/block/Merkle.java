package io.github.coopj.chain.block;

import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle roots by the rule of Antelope nodes: the first bit of a left member is cleared, of a right member set; an odd
 * last member is paired with itself; no leaves give zeros.
 */
public final class Merkle {
  private Merkle() {}

  /**
   * Root over leaves in their order.
   *
   * @param leaves digests
   * @return the root
   */
  public static Checksum256 root(List<Checksum256> leaves) {
    if (leaves.isEmpty()) {
      return Checksum256.ZERO;
    }
    List<Checksum256> level = leaves;
    while (level.size() > 1) {
      List<Checksum256> next = new ArrayList<>((level.size() + 1) / 2);
      for (int i = 0; i < level.size(); i += 2) {
        Checksum256 left = level.get(i);
        next.add(parent(left, i + 1 < level.size() ? level.get(i + 1) : left));
      }
      level = next;
    }
    return level.get(0);
  }

  /**
   * Digest of a pair.
   *
   * @param left left member
   * @param right right member
   * @return SHA-256 of both with their side marked in the first bit
   */
  public static Checksum256 parent(Checksum256 left, Checksum256 right) {
    byte[] pair = new byte[64];
    System.arraycopy(left.toBytes(), 0, pair, 0, 32);
    System.arraycopy(right.toBytes(), 0, pair, 32, 32);
    pair[0] &= 0x7f;
    pair[32] |= (byte) 0x80;
    return Checksum256.sha256(pair);
  }
}
