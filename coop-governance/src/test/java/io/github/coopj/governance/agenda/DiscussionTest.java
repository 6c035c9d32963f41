package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AGENDA-15")
class DiscussionTest {
  private static final Predicate<Name> ROLL = members(10)::contains;
  private static final Discussion EMPTY = Discussion.begin(
      7, new Agenda(1, List.of(item(1), item(2))), TimePointSec.of(NOW), TimePointSec.of(OPENS));

  @Test
  void post_isTakenFromTheRoll_betweenNoticeAndOpening() {
    assertRefused(
        Reason.NOT_ON_ROLL,
        "NOT_ON_ROLL account=" + member(10) + " meeting=7",
        () -> EMPTY.post(member(10), ROLL, 1, Stance.FOR, paper("text"), NOW));
    assertRefused(
        () -> EMPTY.post(member(0), ROLL, 1, Stance.FOR, paper("text"), NOW.minusSeconds(1)),
        Reason.MEETING_TOO_EARLY);
    assertRefused(
        Reason.THREAD_CLOSED,
        "THREAD_CLOSED since=2026-04-27T09:00:00",
        () -> EMPTY.post(member(0), ROLL, 1, Stance.FOR, paper("text"), OPENS));
    assertThat(EMPTY
            .post(member(0), ROLL, 1, Stance.FOR, paper("text"), OPENS.minusSeconds(1))
            .post()
            .stance())
        .isEqualTo(Stance.FOR);
    for (int item : new int[] {0, 3}) {
      assertRefused(
          Reason.AGENDA_UNKNOWN_ITEM,
          "AGENDA_UNKNOWN_ITEM item=" + item + " items=2",
          () -> EMPTY.post(member(0), ROLL, item, Stance.AGAINST, paper("text"), NOW));
    }
  }

  @Test
  void post_growsTheThreadOfItsItem_whoseTreeProvesEveryPost() {
    Discussion discussion = EMPTY;
    List<Checksum256> leaves = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Discussion.Posted posted = discussion.post(
          member(i % 10),
          ROLL,
          2,
          i % 2 == 0 ? Stance.FOR : Stance.AGAINST,
          paper("text " + i),
          NOW);
      assertThat(posted.post().number()).isEqualTo(i);
      leaves.add(posted.post().leaf());
      discussion = posted.discussion();
    }
    MerkleTree.Frontier thread = discussion.thread(2);
    assertThat(thread).isEqualTo(MerkleTree.Frontier.of(leaves));
    assertThat(discussion.thread(1)).isEqualTo(MerkleTree.Frontier.EMPTY);
    for (int i = 0; i < leaves.size(); i++) {
      MerkleTree.Inclusion proof = MerkleTree.inclusion(leaves, i);
      assertThat(proof.verifies(leaves.get(i), thread.root())).isTrue();
      assertThat(proof.verifies(leaves.get((i + 1) % 20), thread.root())).isFalse();
    }
    DiscussionRecord row = discussion.snapshot();
    assertThat(Discussion.restore(RecordCodec.of(DiscussionRecord.class)
                .decode(RecordCodec.of(DiscussionRecord.class).encode(row)))
            .snapshot())
        .isEqualTo(row);
  }

  @Test
  void leaf_changes_withEveryPartOfThePost() {
    TimePointSec at = TimePointSec.of(NOW);
    Checksum256 text = paper("text");
    DiscussionPost post = new DiscussionPost(7, 1, 0, member(0), Stance.FOR, text, at);
    assertThat(List.of(
            post.leaf(),
            new DiscussionPost(8, 1, 0, member(0), Stance.FOR, text, at).leaf(),
            new DiscussionPost(7, 2, 0, member(0), Stance.FOR, text, at).leaf(),
            new DiscussionPost(7, 1, 1, member(0), Stance.FOR, text, at).leaf(),
            new DiscussionPost(7, 1, 0, member(1), Stance.FOR, text, at).leaf(),
            new DiscussionPost(7, 1, 0, member(0), Stance.AGAINST, text, at).leaf(),
            new DiscussionPost(7, 1, 0, member(0), Stance.FOR, paper("x"), at).leaf(),
            new DiscussionPost(7, 1, 0, member(0), Stance.FOR, text, at.plusSeconds(1)).leaf()))
        .doesNotHaveDuplicates();
  }
}
