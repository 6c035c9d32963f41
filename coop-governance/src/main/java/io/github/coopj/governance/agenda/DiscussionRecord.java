package io.github.coopj.governance.agenda;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.MerkleTree;
import java.util.List;

/**
 * The discussion of an agenda as it is stored.
 *
 * @param meeting number of the meeting
 * @param from when members were notified
 * @param closesAt when the meeting opens
 * @param threads tree of the posts of each item, item 1 first
 */
public record DiscussionRecord(
    @AbiType("uint64") long meeting,
    TimePointSec from,
    TimePointSec closesAt,
    List<MerkleTree.Frontier> threads) {
  /** Copies the threads. */
  public DiscussionRecord {
    threads = List.copyOf(threads);
  }
}
