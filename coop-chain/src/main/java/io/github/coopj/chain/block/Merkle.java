package io.github.coopj.chain.block;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Sha256;
import java.util.Arrays;
import java.util.List;

/**
 * Merkle roots by the rule of Antelope nodes: the first bit of a left member is cleared, of a right member set; an odd
 * last member is paired with itself; no leaves give zeros.
 */
public final class Merkle {
  private static final int SIZE = Checksum256.SIZE;

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
    byte[] level = new byte[Math.multiplyExact(leaves.size(), SIZE)];
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).copyTo(level, i * SIZE);
    }
    Sha256 sha256 = new Sha256();
    byte[] pair = new byte[2 * SIZE];
    int count = leaves.size();
    while (count > 1) {
      int parents = (count + 1) / 2;
      for (int i = 0; i < parents; i++) {
        int left = 2 * i;
        int right = Math.min(left + 1, count - 1);
        System.arraycopy(level, left * SIZE, pair, 0, SIZE);
        System.arraycopy(level, right * SIZE, pair, SIZE, SIZE);
        mark(pair);
        sha256.update(pair, 0, pair.length).digest(level, i * SIZE);
      }
      count = parents;
    }
    return Checksum256.of(Arrays.copyOf(level, SIZE));
  }

  /**
   * Digest of a pair.
   *
   * @param left left member
   * @param right right member
   * @return SHA-256 of both with their side marked in the first bit
   */
  public static Checksum256 parent(Checksum256 left, Checksum256 right) {
    byte[] pair = new byte[2 * SIZE];
    left.copyTo(pair, 0);
    right.copyTo(pair, SIZE);
    mark(pair);
    return Checksum256.sha256(pair);
  }

  /** Marks the sides of a pair in the first bit of each. */
  private static void mark(byte[] pair) {
    pair[0] &= 0x7f;
    pair[SIZE] |= (byte) 0x80;
  }
}
