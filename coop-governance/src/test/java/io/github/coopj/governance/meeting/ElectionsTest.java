package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionsTest {
  private static final Charter CHARTER =
      CharterFixtures.platform("council.minSize", "3", "council.maxSize", "5");

  private static Council elect(Charter charter, int size, Name chairman) {
    return Elections.council(
        charter,
        Fixtures.elections(charter, ItemType.ELECTION_COUNCIL, Councils.members(size), NOW),
        Fixtures.elections(charter, ItemType.ELECTION_COUNCIL_CHAIR, List.of(chairman), NOW)
            .get(0),
        List.of());
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"2,false", "3,true", "5,true", "6,false"})
  @Tag("COUNCIL-02")
  void elect_keepsTheSize_ofTheCharter(int size, boolean allowed) {
    if (allowed) {
      Council council = elect(CHARTER, size, CHAIRMAN);
      assertThat(council.membersInOffice(NOW)).isEqualTo(Councils.members(size));
      assertThat(council.mandates()).extracting(Mandate::ground).doesNotHaveDuplicates();
    } else {
      assertRefused(
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
        .extracting(mandate -> mandate.ground().id())
        .containsExactly(chair.id(), seats.get(1).id(), seats.get(2).id());
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=" + seats.get(0).id()
            + " expected=ELECTION_COUNCIL_CHAIR actual=ELECTION_COUNCIL",
        () -> Elections.council(CHARTER, seats, seats.get(0), List.of()));
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=" + seats.get(0).id()
            + " expected=AUDIT_COMMISSION actual=ELECTION_COUNCIL",
        () -> Elections.commission(CHARTER, seats, (account, at) -> true, List.of()));
    Charter elsewhere = Fixtures.platform();
    assertRefused(
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
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=AUDIT_CHAIRMAN other=MEMBER",
        () -> Elections.commission(CHARTER, revisor, (account, at) -> true, council.mandates()));
    AuditCommission commission =
        Elections.commission(CHARTER, revisor, (account, at) -> true, List.of());
    assertRefused(
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
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=DEPUTY other=AUDIT_CHAIRMAN",
        () -> council.withDeputy(appointment, member(1), CHARTER, commission.members(), NOW));
  }

  @Test
  @Tag("CHAIR-01")
  void elect_needsOneChairman_amongTheMembers() {
    assertThat(elect(CHARTER, 3, member(1)).chairman(NOW)).contains(member(1));
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN, "NOT_ONE_CHAIRMAN chairmen=0", () -> elect(CHARTER, 3, member(7)));
    List<Mandate> two = new ArrayList<>(Councils.mandates(3));
    two.add(Councils.mandate(member(7), Office.CHAIRMAN));
    assertRefused(Reason.NOT_ONE_CHAIRMAN, "NOT_ONE_CHAIRMAN chairmen=2", () -> Council.of(two));
  }
}
