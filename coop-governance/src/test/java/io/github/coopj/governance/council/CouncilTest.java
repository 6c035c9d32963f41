package io.github.coopj.governance.council;

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
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Offices;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Elections;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilTest {
  private static final Charter CHARTER =
      CharterFixtures.platform("council.minSize", "3", "council.maxSize", "5");

  private static void refused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  private static Council elect(Charter charter, int size, Name chairman) {
    return Elections.council(
        charter,
        Fixtures.elections(charter, ItemType.ELECTION_COUNCIL, Councils.members(size), NOW),
        Fixtures.elections(charter, ItemType.ELECTION_COUNCIL_CHAIR, List.of(chairman), NOW)
            .get(0),
        List.of());
  }

  private static AuditCommission appoint(Charter charter, int size, Name chairman) {
    return Elections.commission(
        charter,
        Fixtures.elections(charter, ItemType.AUDIT_COMMISSION, Councils.members(size), NOW),
        chairman,
        List.of());
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"2,false", "3,true", "5,true", "6,false"})
  @Tag("COUNCIL-02")
  void elect_keepsTheSize_ofTheCharter(int size, boolean allowed) {
    if (allowed) {
      Council council = elect(CHARTER, size, CHAIRMAN);
      assertThat(council.membersInOffice(NOW)).isEqualTo(Councils.members(size));
      assertThat(council.mandates()).extracting(Mandate::groundId).doesNotHaveDuplicates();
    } else {
      refused(
          Reason.COUNCIL_SIZE,
          "COUNCIL_SIZE size=" + size + " min=3 max=5",
          () -> elect(CHARTER, size, CHAIRMAN));
    }
  }

  @Test
  @Tag("COUNCIL-02")
  void elect_givesMandates_forTheTermOfTheCharter() {
    Council council = elect(CHARTER, 3, CHAIRMAN);
    Instant end = Instant.parse("2031-05-01T12:00:00Z");

    assertThat(council.isMember(CHAIRMAN, NOW.minusSeconds(1))).isFalse();
    assertThat(council.isMember(CHAIRMAN, NOW)).isTrue();
    assertThat(council.isMember(CHAIRMAN, end.minusSeconds(1))).isTrue();
    assertThat(council.isMember(CHAIRMAN, end)).isFalse();
    assertThat(council.membersInOffice(end)).isEmpty();
    assertThat(council.actingChairman(end)).isEmpty();
  }

  @Test
  @Tag("COUNCIL-02")
  @Tag("MEET-02")
  void elections_standOnDecisions_ofThisCooperativeOnThisOffice() {
    List<MeetingDecision> seats =
        Fixtures.elections(CHARTER, ItemType.ELECTION_COUNCIL, Councils.members(3), NOW);
    MeetingDecision chair = Fixtures.elections(
            CHARTER, ItemType.ELECTION_COUNCIL_CHAIR, List.of(CHAIRMAN), NOW)
        .get(0);
    Council council = Elections.council(CHARTER, seats, chair, List.of());
    assertThat(council.mandates())
        .extracting(Mandate::groundId)
        .containsExactly(chair.id(), seats.get(1).id(), seats.get(2).id());
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=" + seats.get(0).id()
            + " expected=ELECTION_COUNCIL_CHAIR actual=ELECTION_COUNCIL",
        () -> Elections.council(CHARTER, seats, seats.get(0), List.of()));
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=" + seats.get(0).id()
            + " expected=AUDIT_COMMISSION actual=ELECTION_COUNCIL",
        () -> Elections.commission(CHARTER, seats, CHAIRMAN, List.of()));
    Charter elsewhere = Fixtures.platform();
    refused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=" + elsewhere.account() + " addressed=rassvet",
        () -> Elections.council(elsewhere, seats, chair, List.of()));
  }

  @Test
  @Tag("COUNCIL-30")
  void elections_andDeputies_askWhichOfficesGoTogether() {
    Council council = elect(CHARTER, 3, CHAIRMAN);
    List<MeetingDecision> revisor =
        Fixtures.elections(CHARTER, ItemType.AUDIT_COMMISSION, List.of(member(1)), NOW);
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=AUDIT_CHAIRMAN other=MEMBER",
        () -> Elections.commission(CHARTER, revisor, member(1), council.mandates()));
    AuditCommission commission = Elections.commission(CHARTER, revisor, member(1), List.of());
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=MEMBER other=AUDIT_CHAIRMAN",
        () -> Elections.council(
            CHARTER,
            Fixtures.elections(CHARTER, ItemType.ELECTION_COUNCIL, Councils.members(3), NOW),
            Fixtures.elections(CHARTER, ItemType.ELECTION_COUNCIL_CHAIR, List.of(CHAIRMAN), NOW)
                .get(0),
            commission.members()));
    DecisionInForce appointment = Councils.inForce(
        council, CHARTER, QuestionType.APPOINTMENT, Council.deputySubject(member(1)));
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=DEPUTY other=AUDIT_CHAIRMAN",
        () -> council.withDeputy(appointment, member(1), CHARTER, commission.members(), NOW));
  }

  @Test
  @Tag("CHAIR-01")
  void elect_needsOneChairman_amongTheMembers() {
    assertThat(elect(CHARTER, 3, member(1)).chairman()).isEqualTo(member(1));
    refused(
        Reason.NOT_ONE_CHAIRMAN, "NOT_ONE_CHAIRMAN chairmen=0", () -> elect(CHARTER, 3, member(7)));
    List<Mandate> two = new ArrayList<>(Councils.mandates(3));
    two.add(Councils.mandate(member(7), Office.CHAIRMAN));
    refused(Reason.NOT_ONE_CHAIRMAN, "NOT_ONE_CHAIRMAN chairmen=2", () -> Council.of(two));
  }

  @Test
  @Tag("CHAIR-01")
  void actingChairman_isAtMostOneMember_whateverHappens() {
    Council council = CouncilDecisionTest.withDeputy(
        CouncilDecisionTest.withDeputy(Councils.of(4), member(2)), member(1));
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
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=membera office=CHAIRMAN other=DEPUTY",
        () -> CouncilDecisionTest.withDeputy(council, CHAIRMAN));
    assertThat(CouncilDecisionTest.withDeputy(council, member(1)).chairman()).isEqualTo(CHAIRMAN);
    assertThat(council.withEnded(CHAIRMAN, NOW.plusSeconds(1)).chairman()).isEqualTo(CHAIRMAN);
    DecisionInForce other = Councils.inForce(
        council, charter, QuestionType.APPOINTMENT, Council.deputySubject(member(2)));
    refused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=1 expected=" + Council.deputySubject(member(1))
            + " actual=" + Council.deputySubject(member(2)),
        () -> council.withDeputy(other, member(1), charter, List.of(), NOW));
  }

  @Test
  void withDeputy_needsADecision_onThisMember() {
    Council council = Councils.of(3);
    DecisionInForce wrongType = Councils.inForce(
        council, CharterFixtures.platform(), QuestionType.OTHER, Council.deputySubject(member(1)));
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=APPOINTMENT actual=OTHER",
        () -> council.withDeputy(wrongType, member(1), CHARTER, List.of(), NOW));
    refused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-01T12:00:00",
        () -> CouncilDecisionTest.withDeputy(council, member(7)));
  }

  @Test
  void suspension_namesCooperativeGroundsAndEnd_lapses_andIsUsedOnce() {
    Council council = CouncilDecisionTest.withDeputy(Councils.of(3), member(1));
    Suspension suspension = CouncilDecisionTest.suspension("grounds", CLOSES);
    PendingDecision pending = Councils.adopted(
        council, CharterFixtures.platform(), QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    DecisionInForce decision = pending.sign(council, member(1), pending.hash(), NOW);

    for (Suspension other : List.of(
        CouncilDecisionTest.suspension("other grounds", CLOSES),
        CouncilDecisionTest.suspension("grounds", CLOSES.plusSeconds(1)),
        new Suspension(Name.of("zakat"), CHAIRMAN, "grounds", TimePointSec.of(CLOSES)))) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> council.withSuspendedChairman(decision, other, NOW))
          .extracting(GovernanceException::reason)
          .isEqualTo(Reason.DECISION_ON_OTHER_SUBJECT);
    }
    refused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-04T12:00:00 closesAt=2026-05-04T12:00:00",
        () -> council.withSuspendedChairman(decision, suspension, CLOSES));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecisionTest.suspension(" ", CLOSES));
    Council suspended = council.withSuspendedChairman(decision, suspension, NOW);
    assertThat(suspended.isChairmanSuspended(CLOSES.minusSeconds(1))).isTrue();
    assertThat(suspended.isChairmanSuspended(CLOSES)).isFalse();
    assertThat(suspended.actingChairman(NOW)).contains(member(1));
    assertThat(suspended.actingChairman(CLOSES)).contains(CHAIRMAN);
    assertThat(suspended.isMember(CHAIRMAN, NOW)).isTrue();
    refused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=1",
        () -> suspended.withSuspendedChairman(decision, suspension, NOW.plusSeconds(1)));
    assertThat(Council.restore(suspended.snapshot())).isEqualTo(suspended).isNotEqualTo(council);
  }

  @Test
  void of_refusesRepeatedAccounts_andOfficesOfOtherBodies() {
    List<Mandate> twice = new ArrayList<>(Councils.mandates(3));
    twice.add(Councils.mandate(member(1), Office.DEPUTY));
    refused(Reason.DUPLICATE_SEAT, "DUPLICATE_SEAT account=memberb", () -> Council.of(twice));
    List<Mandate> board = new ArrayList<>(Councils.mandates(3));
    board.add(Councils.mandate(member(5), Office.BOARD_MEMBER));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Council.of(board))
        .withMessage("a Council has no office BOARD_MEMBER");
  }

  @Test
  void mandate_refuses_whatCannotBe() {
    TimePointSec from = TimePointSec.of(NOW);
    TimePointSec before = TimePointSec.of(NOW.minusSeconds(1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Mandate(CHAIRMAN, Office.CHAIRMAN, from, before, 17));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Mandate(CHAIRMAN, Office.CHAIRMAN, from, from, 0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Mandate(Name.EMPTY, Office.CHAIRMAN, from, from, 17));
    assertThat(new Mandate(CHAIRMAN, Office.CHAIRMAN, from, from, 1).isInForce(NOW))
        .isFalse();
  }

  @Test
  void snapshot_isStoredAndRestored_withoutLoss() {
    Council council = CouncilDecisionTest.withDeputy(Councils.of(5), member(3));
    byte[] row = RecordCodec.of(CouncilRecord.class).encode(council.snapshot());
    Council again = Council.restore(RecordCodec.of(CouncilRecord.class).decode(row));

    assertThat(again).isEqualTo(council).hasSameHashCodeAs(council).isNotEqualTo(Councils.of(5));
    assertThat(again)
        .hasToString("Council of [membera, memberb, memberc, membere, memberd] under membera");
  }

  @Test
  @Tag("COUNCIL-30")
  void offices_excludeEachOther_betweenAuditAndManagement() {
    Charter platform = CharterFixtures.platform();
    for (Office audit : List.of(Office.AUDIT_CHAIRMAN, Office.AUDIT_MEMBER)) {
      for (Office other : Office.values()) {
        if (other.body() != Office.Body.AUDIT) {
          refused(
              Reason.INCOMPATIBLE_OFFICES,
              "INCOMPATIBLE_OFFICES account=memberb office=" + audit + " other=" + other,
              () -> Offices.requireCompatible(
                  platform,
                  List.of(Councils.mandate(member(1), audit), Councils.mandate(member(1), other)),
                  NOW));
        }
      }
    }
    List<Mandate> different = List.of(
        Councils.mandate(member(1), Office.AUDIT_MEMBER),
        Councils.mandate(member(2), Office.MEMBER));
    Offices.requireCompatible(platform, different, NOW);
    List<Mandate> ended = List.of(
        Councils.mandate(member(1), Office.AUDIT_MEMBER),
        new Mandate(member(1), Office.MEMBER, TimePointSec.EPOCH, TimePointSec.of(NOW), 3));
    Offices.requireCompatible(platform, ended, NOW);
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=MEMBER other=AUDIT_MEMBER",
        () -> Offices.requireCompatible(
            platform,
            List.of(
                Councils.mandate(member(2), Office.CHAIRMAN),
                Councils.mandate(member(1), Office.MEMBER),
                Councils.mandate(member(1), Office.AUDIT_MEMBER)),
            NOW));
  }

  @Test
  @Tag("COUNCIL-30")
  void offices_ofCouncilAndBoard_areForTheCharterToJoin() {
    List<Mandate> both = List.of(
        Councils.mandate(member(1), Office.MEMBER),
        Councils.mandate(member(1), Office.BOARD_MEMBER));

    Offices.requireCompatible(CharterFixtures.platform(), both, NOW);
    refused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=MEMBER other=BOARD_MEMBER",
        () -> Offices.requireCompatible(CharterFixtures.rf(), both, NOW));
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"0,false", "1,true", "2,false", "3,true", "4,true"})
  void auditCommission_hasOneOrThreeMembers_neverTwo(int size, boolean allowed) {
    Charter charter = CharterFixtures.platform();
    if (allowed) {
      AuditCommission commission = appoint(charter, size, CHAIRMAN);
      assertThat(commission.isComplete(NOW)).isTrue();
    } else {
      refused(Reason.AUDIT_SIZE, "AUDIT_SIZE size=" + size, () -> appoint(charter, size, CHAIRMAN));
    }
  }

  @Test
  void auditCommission_servesTheTerm_ofTheCharter() {
    AuditCommission commission = appoint(CharterFixtures.platform(), 3, CHAIRMAN);
    Instant end = Instant.parse("2027-05-01T12:00:00Z");

    assertThat(commission.isComplete(end.minusSeconds(1))).isTrue();
    assertThat(commission.isComplete(end)).isFalse();
    assertThat(commission.isAdopted(Councils.members(2), end.minusSeconds(1))).isTrue();
    refused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=membera body=AUDIT at=2027-05-01T12:00:00",
        () -> commission.isAdopted(Councils.members(2), end));
  }

  @Test
  @Tag("AUDIT-05")
  @Tag("AUDIT-08")
  void auditCommission_decidesByMostOfAllMembers_withoutCastingVote() {
    for (int size : new int[] {1, 3, 4, 5}) {
      AuditCommission commission = appoint(CharterFixtures.platform(), size, CHAIRMAN);
      for (int votesFor = 0; votesFor <= size; votesFor++) {
        assertThat(commission.isAdopted(Councils.members(votesFor), NOW))
            .as("%s of %s", votesFor, size)
            .isEqualTo(votesFor > size - votesFor);
      }
    }
    AuditCommission three = appoint(CharterFixtures.platform(), 3, CHAIRMAN);
    refused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=memberb",
        () -> three.isAdopted(List.of(member(1), member(1)), NOW));
    refused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=0",
        () -> appoint(CharterFixtures.platform(), 3, member(9)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AuditCommission(Councils.mandates(1)))
        .withMessage("a Revision commission has no office CHAIRMAN");
  }
}
