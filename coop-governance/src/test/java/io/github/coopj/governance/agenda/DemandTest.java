package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.MEMBERS;
import static io.github.coopj.governance.agenda.Papers.NOW;
import static io.github.coopj.governance.agenda.Papers.act;
import static io.github.coopj.governance.agenda.Papers.sign;
import static io.github.coopj.governance.audit.AuditQuestionType.DEMAND_MEETING;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {
  private static final Charter CHARTER = platform();
  private static final ZoneId ZONE = CHARTER.zone();
  private static final DemandText TEXT =
      new DemandText(COOP, 3, "Председатель не отчитался", List.of(item(1, ItemType.UNION)));

  private static CollectingDemand signedBy(int signers) {
    CollectingDemand demand = Demand.begin(TEXT);
    for (Name member : members(signers)) {
      demand = demand.sign(sign(member, TEXT.digest()), MEMBERS, KEYS, NOW);
    }
    return demand;
  }

  private static PresentedDemand presented() {
    return signedBy(1).present(4, MEMBERS, CHARTER, NOW);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "24,100,false",
    "25,100,true",
    "25,101,false",
    "26,101,true",
    "0,4,false",
    "1,4,true",
    "1,5,false",
    "2,5,true",
    "1,1,true",
    "0,1,false"
  })
  @Tag("MEET-08")
  void present_needsAQuarterOfAll_roundedUp(int signers, long members, boolean enough) {
    CollectingDemand demand = signedBy(signers);
    if (enough) {
      PresentedDemand presented = demand.present(members, MEMBERS, CHARTER, NOW);
      assertThat(presented.snapshot().members()).isEqualTo(members);
      assertThat(presented.signers()).hasSize(signers);
    } else {
      assertRefused(
          Reason.DEMAND_TOO_SMALL,
          "DEMAND_TOO_SMALL signers=" + signers + " required=" + (members + 3) / 4 + " members="
              + members,
          () -> demand.present(members, MEMBERS, CHARTER, NOW));
    }
  }

  @Test
  @Tag("MEET-08")
  void present_countsWhoIsActiveOnThatDate_whoeverLeavesLater() {
    CollectingDemand demand = signedBy(2);
    Instant leaves = NOW.plusSeconds(100);
    MembershipLookup members = (account, at) -> !account.equals(member(1)) || at.isBefore(leaves);
    assertRefused(
        Reason.DEMAND_TOO_SMALL,
        "DEMAND_TOO_SMALL signers=1 required=2 members=8",
        () -> demand.present(8, members, CHARTER, leaves));
    PresentedDemand presented = demand.present(8, members, CHARTER, leaves.minusSeconds(1));
    assertThat(presented.signers()).containsExactly(member(0), member(1));
    assertThat(presented.breach(ZONE, NOW.plusSeconds(40 * 86_400)).signers())
        .containsExactly(member(0), member(1));
  }

  @Test
  @Tag("MEET-08")
  void sign_takesEveryMemberOnce_andHisWithdrawal() {
    CollectingDemand demand = signedBy(2);
    assertRefused(
        Reason.ALREADY_SUPPORTS,
        "ALREADY_SUPPORTS account=" + member(0),
        () -> demand.sign(sign(member(0), TEXT.digest()), MEMBERS, KEYS, NOW));
    assertRefused(
        () -> demand.sign(sign(member(4), paper("other")), MEMBERS, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    Name stranger = Name.of("stranger");
    assertRefused(
        () -> demand.sign(sign(stranger, TEXT.digest()), MEMBERS, KEYS, NOW),
        Reason.NOT_AN_ACTIVE_MEMBER);
    assertThat(demand.withdraw(member(0)).signers()).containsExactly(member(1));
    assertThat(demand.withdraw(stranger)).isEqualTo(demand);
  }

  @Test
  @Tag("MEET-08")
  void demandRatio_mayBeLower_neverHigher() {
    Charter tenth = platform("\"demand.ratio\": \"1/10\"");
    assertThat(signedBy(10).present(100, MEMBERS, tenth, NOW).signers()).hasSize(10);
    assertRefused(
        Reason.DEMAND_TOO_SMALL,
        "DEMAND_TOO_SMALL signers=9 required=10 members=100",
        () -> signedBy(9).present(100, MEMBERS, tenth, NOW));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> platform("\"demand.ratio\": \"26/100\""))
        .withMessageContaining("demand.ratio: profile PLATFORM allows no more than 1/4");
  }

  @ParameterizedTest(name = "presented {0}, {1} days: until {2}")
  @CsvSource({
    "2026-01-31T10:00:00,30,2026-03-02",
    "2028-01-31T10:00:00,30,2028-03-01",
    "2026-01-31T23:59:59,30,2026-03-02",
    "2026-02-01T00:00:00,30,2026-03-03",
    "2026-12-31T12:00:00,1,2027-01-01"
  })
  @Tag("MEET-07")
  void breach_isPossible_fromTheDayAfterTheLast(LocalDateTime at, int days, LocalDate last) {
    Charter charter = platform("\"demand.conveneDays\": " + days);
    Instant presentedAt = at.atZone(ZONE).toInstant();
    PresentedDemand demand = signedBy(1).present(4, MEMBERS, charter, presentedAt);
    Instant after = last.plusDays(1).atStartOfDay(ZONE).toInstant();
    assertThat(demand.dueOn(ZONE)).isEqualTo(last);
    assertThat(demand.isOverdue(ZONE, after.minusSeconds(1))).isFalse();
    assertRefused(
        Reason.DEMAND_NOT_DUE,
        "DEMAND_NOT_DUE dueOn=" + last,
        () -> demand.breach(ZONE, after.minusSeconds(1)));
    BreachedDemand breached = demand.breach(ZONE, after);
    assertThat(breached.report())
        .isEqualTo(new BreachReport(
            COOP, 3, TimePointSec.of(presentedAt), TimePointSec.of(after), Office.Body.AUDIT));
  }

  @Test
  @Tag("MEET-07")
  void ofCommission_needsItsMajority_andObligesTheCouncil() {
    PresentedDemand demand =
        Demand.ofCommission(TEXT, act(DEMAND_MEETING, TEXT.digest(), 3, 2), CHARTER, NOW);
    assertThat(demand.signers()).containsExactly(member(0), member(1));
    assertThat(demand.dueOn(ZONE)).isEqualTo(LocalDate.ofInstant(NOW, ZONE).plusDays(30));
    assertRefused(
        () -> Demand.ofCommission(TEXT, act(DEMAND_MEETING, TEXT.digest(), 3, 1), CHARTER, NOW),
        Reason.WRONG_STATE);
    assertRefused(
        () -> Demand.ofCommission(TEXT, act(DEMAND_MEETING, paper("x"), 3, 2), CHARTER, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("MEET-07")
  void requireConvener_letsDemandersConvene_afterTheBreachAndByTheCharter() {
    BreachedDemand breached = Demand.ofCommission(
            TEXT, act(DEMAND_MEETING, TEXT.digest(), 3, 2), CHARTER, NOW)
        .breach(ZONE, NOW.plusSeconds(31 * 86_400));
    Agenda agenda = new Agenda(1, List.of(item(1), item(2, ItemType.UNION)));
    breached.requireConvener(member(0), agenda, CHARTER);
    breached.requireConvener(member(1), agenda, CHARTER);
    assertRefused(
        Reason.NOT_THE_DEMANDER,
        "NOT_THE_DEMANDER account=" + member(2),
        () -> breached.requireConvener(member(2), agenda, CHARTER));
    assertRefused(
        () -> breached.requireConvener(
            member(0), agenda, platform("\"demand.demanderConvenes\": false")),
        Reason.NOT_THE_DEMANDER);
    assertRefused(
        Reason.DEMAND_ITEM_MISSING,
        "DEMAND_ITEM_MISSING item=\"Вопрос UNION\"",
        () -> breached.requireConvener(member(0), new Agenda(1, List.of(item(1))), CHARTER));
  }

  @Test
  @Tag("MEET-07")
  void meet_needsADecisionToConvene_withEverythingDemanded() {
    PresentedDemand demand = presented();
    Agenda agenda = new Agenda(1, List.of(item(1), item(2, ItemType.UNION)));
    Checksum256 convocation = paper("convocation");
    assertRefused(
        () -> demand.meet(decision(QuestionType.OTHER, convocation, NOW), convocation, agenda, NOW),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> demand.meet(
            decision(QuestionType.CONVENE_MEETING, paper("x"), NOW), convocation, agenda, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> demand.meet(
            decision(QuestionType.CONVENE_MEETING, convocation, NOW.minusSeconds(1)),
            convocation,
            agenda,
            NOW),
        Reason.OUT_OF_ORDER);
    assertRefused(
        () -> demand.meet(
            decision(QuestionType.CONVENE_MEETING, convocation, NOW.plusSeconds(1)),
            convocation,
            agenda,
            NOW),
        Reason.OUT_OF_ORDER);
    assertRefused(
        () -> demand.meet(
            decision(QuestionType.CONVENE_MEETING, convocation, NOW),
            convocation,
            new Agenda(1, List.of(item(1))),
            NOW),
        Reason.DEMAND_ITEM_MISSING);
    MetDemand met = demand.meet(
        decision(QuestionType.CONVENE_MEETING, convocation, NOW), convocation, agenda, NOW);
    assertThat(met.snapshot().decision()).isEqualTo(41);
    assertRefused(met::requirePresented, Reason.WRONG_STATE);
    assertRefused(met::requireOwed, Reason.WRONG_STATE);
    Instant late = NOW.plusSeconds(40 * 86_400);
    MetDemand after = demand
        .breach(ZONE, late)
        .requireOwed()
        .meet(decision(QuestionType.CONVENE_MEETING, convocation, late), convocation, agenda, late);
    assertThat(after.snapshot().endedAt())
        .as("the Council convenes after its time")
        .isEqualTo(TimePointSec.of(late));
  }

  @Test
  @Tag("MEET-10")
  void emergencyMeeting_electsTheChairmanOfTheCouncil() {
    Agenda without = new Agenda(1, List.of(item(1)));
    Agenda with = new Agenda(1, List.of(item(1), item(2, ItemType.ELECTION_COUNCIL_CHAIR)));
    assertRefused(
        Reason.AGENDA_ITEM_MISSING,
        "AGENDA_ITEM_MISSING item=ELECTION_COUNCIL_CHAIR",
        () -> without.requireMandatoryItems(MeetingKind.EMERGENCY, CHARTER.annual()));
    with.requireMandatoryItems(MeetingKind.EMERGENCY, CHARTER.annual());
    without.requireMandatoryItems(MeetingKind.EXTRAORDINARY, CHARTER.annual());
    assertRefused(
        () -> with.requireMandatoryItems(MeetingKind.ANNUAL, CHARTER.annual()),
        Reason.AGENDA_ITEM_MISSING);
    assertThat(MeetingKind.values())
        .containsExactly(MeetingKind.ANNUAL, MeetingKind.EXTRAORDINARY, MeetingKind.EMERGENCY);
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    PresentedDemand presented = presented();
    Checksum256 convocation = paper("convocation");
    Demand met = presented.meet(
        decision(QuestionType.CONVENE_MEETING, convocation, NOW),
        convocation,
        new Agenda(1, List.of(item(1, ItemType.UNION))),
        NOW);
    Demand breached = presented.breach(ZONE, NOW.plusSeconds(40 * 86_400));
    for (Demand demand : List.of(
        signedBy(2),
        presented,
        met,
        breached,
        Demand.ofCommission(TEXT, act(DEMAND_MEETING, TEXT.digest(), 1, 1), CHARTER, NOW))) {
      DemandRecord row = demand.snapshot();
      assertThat(Demand.restore(RecordCodec.of(DemandRecord.class)
              .decode(RecordCodec.of(DemandRecord.class).encode(row))))
          .isEqualTo(demand)
          .hasSameHashCodeAs(demand)
          .hasSameClassAs(demand);
      for (DemandStatus status : DemandStatus.values()) {
        if (status != row.status()) {
          assertThatExceptionOfType(InvalidValueException.class)
              .isThrownBy(() -> Demand.restore(new DemandRecord(
                  row.text(),
                  status,
                  row.ground(),
                  row.signers(),
                  row.members(),
                  row.presentedAt(),
                  row.conveneDays(),
                  row.endedAt(),
                  row.decision(),
                  row.meeting())));
        }
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new DemandText(COOP, 3, " ", List.of(item(1))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new DemandText(COOP, 3, "x", List.of()));
  }
}
