package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CouncilTest {
  private static final Charter CHARTER =
      CharterFixtures.platform("council.minSize", "3", "council.maxSize", "5");

  @Test
  @Tag("CHAIR-01")
  void actingChairman_isAtMostOneMember_whateverHappens() {
    Council council =
        Councils.withDeputy(Councils.withDeputy(Councils.of(4), member(2)), member(1));
    Instant later = NOW.plusSeconds(60);

    assertThat(council.deputies(NOW))
        .as("by order of appointment")
        .containsExactly(member(2), member(1));
    assertThat(council.actingChairman(NOW)).contains(CHAIRMAN);
    Council headless = council.withEnded(CHAIRMAN, later);
    assertThat(headless.actingChairman(NOW)).contains(CHAIRMAN);
    assertThat(headless.actingChairman(later)).contains(member(2));
    Council next = headless.withEnded(member(2), later);
    assertThat(next.actingChairman(later)).contains(member(1));
    assertThat(next.withEnded(member(1), later).actingChairman(later)).isEmpty();
    for (Council each : List.of(council, headless, next)) {
      assertThat(each.actingChairman(later))
          .hasValueSatisfying(acting -> assertThat(each.isMember(acting, later)).isTrue());
    }
  }

  @Test
  @Tag("MEET-02")
  void chairman_isElectedByTheGeneralMeeting_neverByTheCouncil() {
    Council council = Councils.of(3);
    Charter charter = CharterFixtures.platform();

    assertThat(ItemType.values())
        .contains(ItemType.ELECTION_COUNCIL, ItemType.ELECTION_COUNCIL_CHAIR);
    assertThat(Arrays.stream(QuestionType.values()).map(Enum::name))
        .noneMatch(name -> name.contains("ELECT"));
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=membera office=CHAIRMAN other=DEPUTY",
        () -> Councils.withDeputy(council, CHAIRMAN));
    assertThat(Councils.withDeputy(council, member(1)).chairman(NOW)).contains(CHAIRMAN);
    Council left = council.withEnded(CHAIRMAN, NOW.plusSeconds(1));
    assertThat(left.chairman(NOW)).contains(CHAIRMAN);
    assertThat(left.isChairman(CHAIRMAN, NOW)).isTrue();
    assertThat(left.chairman(NOW.plusSeconds(1))).as("with his mandate").isEmpty();
    assertThat(left.isChairman(CHAIRMAN, NOW.plusSeconds(1))).isFalse();
    DecisionInForce other = Councils.inForce(
        council, charter, QuestionType.APPOINTMENT, Council.deputySubject(member(2)));
    assertRefused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=1 expected=" + Council.deputySubject(member(1))
            + " actual=" + Council.deputySubject(member(2)),
        () -> council.withDeputy(other, member(1), charter, List.of(), NOW));
  }

  @Test
  void withoutLeavers_endsTheMandates_withTheMembership() {
    Council council = Councils.of(4);
    Instant exit = NOW.plusSeconds(1);
    assertThat(council.withoutLeavers((account, at) -> true, exit)).isEqualTo(council);
    Council left = council.withoutLeavers(
        (account, at) -> !account.equals(CHAIRMAN) && !account.equals(member(2)), exit);
    assertThat(left.membersInOffice(exit)).containsExactly(member(1), member(3));
    assertThat(left.membersInOffice(NOW)).isEqualTo(council.membersInOffice(NOW));
    assertThat(left.chairman(exit)).isEmpty();
    assertThat(left.withoutLeavers((account, at) -> !account.equals(CHAIRMAN), exit.plusSeconds(1)))
        .as("ended mandates stay as they ended")
        .isEqualTo(left);
  }

  @Test
  void withDeputy_needsADecision_onThisMember() {
    Council council = Councils.of(3);
    DecisionInForce wrongType = Councils.inForce(
        council, CharterFixtures.platform(), QuestionType.OTHER, Council.deputySubject(member(1)));
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=APPOINTMENT actual=OTHER",
        () -> council.withDeputy(wrongType, member(1), CHARTER, List.of(), NOW));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-01T12:00:00",
        () -> Councils.withDeputy(council, member(7)));
  }

  @Test
  void suspension_namesCooperativeGroundsAndEnd_lapses_andIsUsedOnce() {
    Council council = Councils.withDeputy(Councils.of(3), member(1));
    Suspension suspension = Councils.suspension("grounds", CLOSES);
    PendingDecision pending = Councils.adopted(
        council, CharterFixtures.platform(), QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    DecisionInForce decision = pending.sign(council, member(1), pending.hash(), NOW);

    for (Suspension other : List.of(
        Councils.suspension("other grounds", CLOSES),
        Councils.suspension("grounds", CLOSES.plusSeconds(1)),
        new Suspension(Name.of("zakat"), CHAIRMAN, "grounds", TimePointSec.of(CLOSES)))) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> council.withSuspendedChairman(decision, other, CHARTER, NOW))
          .extracting(GovernanceException::reason)
          .isEqualTo(Reason.DECISION_ON_OTHER_SUBJECT);
    }
    assertRefused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-04T12:00:00 closesAt=2026-05-04T12:00:00",
        () -> council.withSuspendedChairman(decision, suspension, CHARTER, CLOSES));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Councils.suspension(" ", CLOSES));
    Council suspended = council.withSuspendedChairman(decision, suspension, CHARTER, NOW);
    assertThat(suspended.isChairmanSuspended(CLOSES.minusSeconds(1))).isTrue();
    assertThat(suspended.isChairmanSuspended(CLOSES)).isFalse();
    assertThat(suspended.actingChairman(NOW)).contains(member(1));
    assertThat(suspended.actingChairman(CLOSES)).contains(CHAIRMAN);
    assertThat(suspended.isMember(CHAIRMAN, NOW)).isTrue();
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> suspended.withSuspendedChairman(decision, suspension, CHARTER, NOW.plusSeconds(1)));
    assertThat(Council.restore(suspended.snapshot())).isEqualTo(suspended).isNotEqualTo(council);
  }

  @Test
  void of_refusesRepeatedAccounts_andOfficesOfOtherBodies() {
    List<Mandate> twice = new ArrayList<>(Councils.mandates(3));
    twice.add(Councils.mandate(member(1), Office.DEPUTY));
    assertRefused(Reason.DUPLICATE_SEAT, "DUPLICATE_SEAT account=memberb", () -> Council.of(twice));
    List<Mandate> board = new ArrayList<>(Councils.mandates(3));
    board.add(Councils.mandate(member(5), Office.BOARD_MEMBER));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Council.of(board))
        .withMessage("a Council has no office BOARD_MEMBER");
  }

  @Test
  void snapshot_isStoredAndRestored_withoutLoss() {
    Council council = Councils.withDeputy(Councils.of(5), member(3));
    byte[] row = RecordCodec.of(CouncilRecord.class).encode(council.snapshot());
    Council again = Council.restore(RecordCodec.of(CouncilRecord.class).decode(row));

    assertThat(again).isEqualTo(council).hasSameHashCodeAs(council).isNotEqualTo(Councils.of(5));
    assertThat(again)
        .hasToString("Council of [membera CHAIRMAN, memberb MEMBER, memberc MEMBER, membere MEMBER,"
            + " memberd DEPUTY]");
  }
}
