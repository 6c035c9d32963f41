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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.MerkleTree;
import io.github.coopj.governance.secret.RecordTree;
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
    List<Ballot> ballots = new ArrayList<>();
    List<Checksum256> published = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Ballot ballot = ballot(open, member(i), i % 2 == 0 ? "+" : "-");
      ballots.add(ballot);
      published.add(ballot.digest());
      open = open.accept(ballot, true, false, false, CHARTER, OPENS);
    }
    MinutesTally tally = Fixtures.counted(open.close(CHARTER, CLOSES), CHARTER, ballots)
        .requireCounted()
        .tally();
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

  @Test
  @Tag("MEET-26")
  void proof_showsEveryBallot_inAsManyHashesAsTheNumberHasDigits_andNoOther() {
    List<Checksum256> published = new ArrayList<>();
    for (int size = 1; size <= 40; size++) {
      published.add(paper("ballot " + size));
      Checksum256 log = BallotLog.of(published);
      for (int number = 1; number <= size; number++) {
        BallotProof proof = BallotLog.proof(published, number);
        assertThat(proof.verifies(published.get(number - 1), log)).isTrue();
        assertThat(proof.path().size())
            .isLessThanOrEqualTo(Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
        assertThat(proof.verifies(paper("other"), log)).isFalse();
        assertThat(proof.verifies(published.get(number - 1), paper("other"))).isFalse();
        assertThat(new BallotProof(number, size + 1L, proof.path())
                .verifies(published.get(number - 1), log))
            .isFalse();
        assertThat(new BallotProof(number % size + 1L, size, proof.path())
                .verifies(published.get(number - 1), log))
            .isEqualTo(size == 1);
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BallotLog.proof(published, 0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BallotLog.proof(published, 41));
  }

  @Test
  @Tag("MEET-26")
  void log_isTheTreeThatTheVerifierOfSecretBallotsBuilds() {
    List<Checksum256> published = new ArrayList<>();
    MerkleTree.Frontier log = MerkleTree.Frontier.EMPTY;
    for (int size = 0; size <= 20; size++) {
      assertThat(BallotLog.digest(log)).isEqualTo(RecordTree.ofBallots(published));
      published.add(paper("ballot " + size));
      log = BallotLog.append(log, published.get(size));
    }
  }

  @Test
  void key_ordersByCycleThenNumber_andRefusesWhatWouldRunOver() {
    assertThat(BallotLog.key(1, 1)).isEqualTo(0x1_0000_0001L);
    assertThat(BallotLog.lastKey(1, 1)).contains(0x1_0000_0001L);
    assertThat(BallotLog.lastKey(0, 0)).isEmpty();
    assertThat(BallotLog.key(1, BallotLog.MAX_BALLOTS)).isLessThan(BallotLog.key(2, 1));
    for (long number : new long[] {0, -1, BallotLog.MAX_BALLOTS + 1}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> BallotLog.key(1, number));
    }
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> BallotLog.key(0, 1));
  }
}
