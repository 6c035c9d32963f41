package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BallotLogTest {
  private static final Charter CHARTER = platform();

  @Test
  @Tag("MEET-26")
  void ballotLog_letsAnyMemberFindTheOwnBallot_andSeeThatNoneWasAddedLostOrMoved() {
    OpenMeeting open = open(agenda(ItemType.OTHER), 5, CHARTER);
    List<Checksum256> published = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Ballot ballot = ballot(open, member(i), i % 2 == 0 ? "+" : "-");
      published.add(ballot.digest());
      open = open.accept(ballot, true, null, false, CHARTER, OPENS);
    }
    MinutesTally tally = open.close(CHARTER, CLOSES).requireCounted().tally();
    assertThat(BallotLog.of(published)).isEqualTo(tally.ballotLog());
    assertThat(published).contains(ballot(open, member(3), "-").digest());
    assertThat(published).doesNotContain(ballot(open, member(3), "+").digest());
    for (int i = 0; i < 5; i++) {
      List<Checksum256> lost = new ArrayList<>(published);
      lost.remove(i);
      assertThat(BallotLog.of(lost)).isNotEqualTo(tally.ballotLog());
      List<Checksum256> added = new ArrayList<>(published);
      added.add(i, paper("stuffed"));
      assertThat(BallotLog.of(added)).isNotEqualTo(tally.ballotLog());
      List<Checksum256> moved = new ArrayList<>(published);
      Collections.swap(moved, i, (i + 1) % 5);
      assertThat(BallotLog.of(moved)).isNotEqualTo(tally.ballotLog());
    }
  }
}
