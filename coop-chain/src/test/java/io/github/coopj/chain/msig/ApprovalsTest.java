package io.github.coopj.chain.msig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.chain.msig.Approvals.Approval;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PERM-01")
class ApprovalsTest {
  private static final Name PAY = Name.of("pay");
  private static final PermissionLevel ALICE = PermissionLevel.active(Name.of("alice1"));
  private static final PermissionLevel BOB = PermissionLevel.active(Name.of("bobbob"));
  private static final PermissionLevel CAROL = PermissionLevel.active(Name.of("carol1"));

  private static TimePoint at(long second) {
    return new TimePoint(second * 1_000_000);
  }

  private static Proposal proposal(long delay) {
    TransactionHeader header = new TransactionHeader(TimePointSec.of(at(9_000)), 0, 0, 0, 0, delay);
    return Proposal.of(PAY, new Transaction(header, List.of(), List.of(), List.of()));
  }

  @Test
  void approve_movesFromAskedToGiven() {
    Approvals open = Approvals.open(PAY, List.of(ALICE, BOB));
    Approvals one = open.approve(BOB, at(5)).orElseThrow();
    assertThat(one.requested()).containsExactly(new Approval(ALICE, TimePoint.EPOCH));
    assertThat(one.provided()).containsExactly(new Approval(BOB, at(5)));
    assertThat(one.approve(BOB, at(6))).isEmpty();
    assertThat(one.approve(CAROL, at(6))).isEmpty();
  }

  @Test
  void withdraw_movesBack_withItsTime() {
    Approvals open = Approvals.open(PAY, List.of(ALICE, BOB));
    Approvals given = open.approve(ALICE, at(5)).orElseThrow();
    Approvals back = given.withdraw(ALICE, at(7)).orElseThrow();
    assertThat(back.requested())
        .containsExactly(new Approval(BOB, TimePoint.EPOCH), new Approval(ALICE, at(7)));
    assertThat(back.provided()).isEmpty();
    assertThat(back.withdraw(ALICE, at(8))).isEmpty();
  }

  /** Every subset of three that approves, and every time of an invalidation around the approvals. */
  @Test
  void valid_countsWhatWasGivenAfterTheLastInvalidation_exhaustively() {
    List<PermissionLevel> all = List.of(ALICE, BOB, CAROL);
    for (int subset = 0; subset < 8; subset++) {
      Approvals approvals = Approvals.open(PAY, all);
      List<PermissionLevel> given = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        if ((subset >> i & 1) == 1) {
          approvals = approvals.approve(all.get(i), at(10 + i)).orElseThrow();
          given.add(all.get(i));
        }
      }
      assertThat(approvals.valid(account -> Optional.empty())).isEqualTo(given);
      for (int invalidated = 8; invalidated < 15; invalidated++) {
        TimePoint last = at(invalidated);
        List<PermissionLevel> expected = new ArrayList<>();
        for (PermissionLevel level : given) {
          if (10 + all.indexOf(level) > invalidated) {
            expected.add(level);
          }
        }
        assertThat(approvals.valid(account -> Optional.of(last))).isEqualTo(expected);
      }
    }
  }

  @Test
  void valid_asksForEachAccountItself() {
    Approvals approvals = Approvals.open(PAY, List.of(ALICE, BOB))
        .approve(ALICE, at(5))
        .orElseThrow()
        .approve(BOB, at(5))
        .orElseThrow();
    assertThat(approvals.valid(
            account -> account.equals(ALICE.actor()) ? Optional.of(at(5)) : Optional.of(at(4))))
        .containsExactly(BOB);
  }

  @Test
  void wait_beginsWithTheApprovalThatIsEnough_andEndsWhenItIsTaken() {
    Proposal fresh = proposal(60);
    assertThat(fresh.earliest()).isEmpty();
    assertThat(fresh.approved(false, at(100), 60)).isEqualTo(fresh);
    Proposal waiting = fresh.approved(true, at(100), 60);
    assertThat(waiting.earliest()).contains(at(160));
    assertThat(waiting.approved(true, at(150), 60).earliest()).contains(at(160));
    assertThat(waiting.withdrawn(true)).isEqualTo(waiting);
    assertThat(waiting.withdrawn(false)).isEqualTo(fresh);
  }

  @Test
  void row_ofOldForm_isReadWithoutATime() {
    Proposal old = new Proposal(PAY, proposal(0).packedTransaction(), Optional.empty());
    byte[] bytes = RecordCodec.of(Proposal.class).encode(old);
    assertThat(RecordCodec.of(Proposal.class).decode(bytes)).isEqualTo(old);
    Proposal waiting = proposal(7).approved(true, at(1), 7);
    byte[] longer = RecordCodec.of(Proposal.class).encode(waiting);
    assertThat(RecordCodec.of(Proposal.class).decode(longer)).isEqualTo(waiting);
    assertThat(Bytes.of(longer).slice(bytes.length, longer.length).toHex())
        .isEqualTo("01" + "00127a0000000000");
    assertThat(waiting.transaction().header().delaySec()).isEqualTo(7);
  }
}
