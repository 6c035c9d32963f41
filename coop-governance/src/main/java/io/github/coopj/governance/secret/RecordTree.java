package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Roots over rolls and ballots, computed anew from all leaves. Shape of RFC 6962: leaf {@code sha256(0 ‖ data)}, node
 * {@code sha256(1 ‖ left ‖ right)} with the largest power of two below the size on the left; sealed as {@code sha256(2 ‖
 * uint32 size ‖ root)}, the root of nothing being 32 zero bytes. Numbers with the lowest byte first.
 */
public final class RecordTree {
  private RecordTree() {}

  /**
   * Digest of a roll: the data of a leaf is the account in 8 bytes.
   *
   * @param accounts accounts in their order
   * @return the sealed root
   */
  public static Checksum256 ofRoll(List<Name> accounts) {
    return seal(accounts.stream()
        .map(account -> leaf(ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(account.value())
            .array()))
        .toList());
  }

  /**
   * Root over ballots: the data of a leaf is the digest of the ballot document.
   *
   * @param digests digests in order of acceptance
   * @return the sealed root
   */
  public static Checksum256 ofBallots(List<Checksum256> digests) {
    return seal(digests.stream().map(digest -> leaf(digest.toBytes())).toList());
  }

  private static Checksum256 leaf(byte[] data) {
    return Checksum256.sha256(
        ByteBuffer.allocate(1 + data.length).put((byte) 0).put(data).array());
  }

  private static Checksum256 seal(List<Checksum256> leaves) {
    return Checksum256.sha256(ByteBuffer.allocate(1 + Integer.BYTES + Checksum256.SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 2)
        .putInt(leaves.size())
        .put((leaves.isEmpty() ? Checksum256.ZERO : root(leaves)).toBytes())
        .array());
  }

  private static Checksum256 root(List<Checksum256> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return Checksum256.sha256(ByteBuffer.allocate(1 + 2 * Checksum256.SIZE)
        .put((byte) 1)
        .put(root(leaves.subList(0, left)).toBytes())
        .put(root(leaves.subList(left, leaves.size())).toBytes())
        .array());
  }
}
