package io.github.coopj.governance.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.meeting.Roll;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-26")
class RecordTreeTest {
  @Test
  void ofRoll_givesTheDigest_thatAMeetingRecords() {
    for (int size = 0; size <= 70; size++) {
      List<Name> roll = SecretVote.roll(size);
      assertThat(RecordTree.ofRoll(roll)).isEqualTo(Roll.of(roll).digest());
    }
  }

  @Test
  void ofBallots_tellsApart_everyNumberAndOrderOfBallots() {
    List<Checksum256> digests = new ArrayList<>();
    Set<Checksum256> roots = new HashSet<>();
    for (int size = 0; size <= 20; size++) {
      assertThat(roots.add(RecordTree.ofBallots(digests))).isTrue();
      digests.add(Checksum256.sha256(Bytes.ofUtf8("ballot " + size)));
    }
    for (int at = 1; at < digests.size(); at++) {
      List<Checksum256> swapped = new ArrayList<>(digests);
      swapped.set(at, digests.get(at - 1));
      swapped.set(at - 1, digests.get(at));
      assertThat(roots.add(RecordTree.ofBallots(swapped))).isTrue();
    }
    // one leaf: sha256(2 ‖ size ‖ sha256(0 ‖ digest))
    String leaf = Checksum256.sha256(Bytes.ofHex("00" + digests.get(0).toHex())).toHex();
    assertThat(RecordTree.ofBallots(digests.subList(0, 1)))
        .isEqualTo(Checksum256.sha256(Bytes.ofHex("0201000000" + leaf)));
  }
}
