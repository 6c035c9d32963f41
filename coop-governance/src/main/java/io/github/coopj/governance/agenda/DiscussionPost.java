package io.github.coopj.governance.agenda;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.nio.ByteBuffer;

/**
 * One post in the thread of an item (AGENDA-15). The text stays with the cooperative.
 *
 * @param meeting number of the meeting
 * @param item number of the item
 * @param number place in the thread, 0 for the first
 * @param author who wrote it
 * @param stance how it takes the item
 * @param text digest of the text
 * @param at when it was posted
 */
public record DiscussionPost(
    @AbiType("uint64") long meeting,
    int item,
    @AbiType("uint64") long number,
    Name author,
    Stance stance,
    Checksum256 text,
    TimePointSec at) {
  /**
   * The leaf of the thread's tree: {@code sha256(0 ‖ digest of the post)}.
   *
   * @return the leaf
   */
  public Checksum256 leaf() {
    return Checksum256.sha256(ByteBuffer.allocate(1 + Checksum256.SIZE)
        .put((byte) 0)
        .put(DocumentDigest.of(DocumentType.DISCUSSION_POST, this).toBytes())
        .array());
  }
}
