package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.MerkleTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Electronic discussion of an agenda between the notice and the meeting (AGENDA-15): one thread for each item, posts of
 * members on the roll only, closed at the opening. What is kept is a hash tree for each thread, so that nobody can add, drop or
 * change a post afterwards.
 */
public final class Discussion {
  private final DiscussionRecord row;

  private Discussion(DiscussionRecord row) {
    this.row = row;
  }

  /**
   * A post that was taken.
   *
   * @param discussion the discussion with it
   * @param post the post
   */
  public record Posted(Discussion discussion, DiscussionPost post) {}

  /**
   * Opens the threads of an agenda.
   *
   * @param meeting number of the meeting
   * @param agenda its agenda
   * @param from when members were notified
   * @param closesAt when the meeting opens
   * @return a discussion without posts
   */
  public static Discussion begin(
      long meeting, Agenda agenda, TimePointSec from, TimePointSec closesAt) {
    return new Discussion(new DiscussionRecord(
        meeting,
        from,
        closesAt,
        Collections.nCopies(agenda.items().size(), MerkleTree.Frontier.EMPTY)));
  }

  /**
   * Restores a stored discussion.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the discussion
   */
  public static Discussion restore(DiscussionRecord stored) {
    return new Discussion(stored);
  }

  /**
   * The discussion as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public DiscussionRecord snapshot() {
    return row;
  }

  /**
   * Takes a post.
   *
   * @param author who writes
   * @param roll whether an account is on the roll
   * @param item number of the item
   * @param stance how he takes it
   * @param text digest of the text
   * @param now time of the move
   * @return the discussion with the post, and the post as it is published
   * @throws GovernanceException MEETING_TOO_EARLY before the notice, THREAD_CLOSED from the opening, NOT_ON_ROLL,
   *     AGENDA_UNKNOWN_ITEM
   */
  public Posted post(
      Name author, Predicate<Name> roll, int item, Stance stance, Checksum256 text, Instant now) {
    if (now.isBefore(row.from().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.from());
    }
    if (!now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(Reason.THREAD_CLOSED, "since", row.closesAt());
    }
    if (!roll.test(author)) {
      throw new GovernanceException(
          Reason.NOT_ON_ROLL, "account", author, "meeting", row.meeting());
    }
    MerkleTree.Frontier thread = thread(item);
    DiscussionPost post = new DiscussionPost(
        row.meeting(), item, thread.size(), author, stance, text, TimePointSec.of(now));
    List<MerkleTree.Frontier> threads = new ArrayList<>(row.threads());
    threads.set(item - 1, thread.append(post.leaf()));
    return new Posted(
        new Discussion(new DiscussionRecord(row.meeting(), row.from(), row.closesAt(), threads)),
        post);
  }

  /**
   * The tree of one thread.
   *
   * @param item number of the item
   * @return its size and what its root needs
   * @throws GovernanceException AGENDA_UNKNOWN_ITEM
   */
  public MerkleTree.Frontier thread(int item) {
    if (item < 1 || item > row.threads().size()) {
      throw new GovernanceException(
          Reason.AGENDA_UNKNOWN_ITEM, "item", item, "items", row.threads().size());
    }
    return row.threads().get(item - 1);
  }
}
