package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.audit.Audits.CHARTER;
import static io.github.coopj.governance.audit.Audits.COOP;
import static io.github.coopj.governance.audit.Audits.END;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.meeting.Elections;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommissionTest {
  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"0,false", "1,true", "2,false", "3,true", "4,true", "9,true"})
  @Tag("AUDIT-04")
  void auditCommission_hasOneOrThreeMembers_neverTwo(int size, boolean allowed) {
    if (allowed) {
      AuditCommission commission = Audits.appoint(CHARTER, size);
      assertThat(commission.isComplete(NOW)).isTrue();
      assertThat(commission.inOffice(NOW)).isEqualTo(Councils.members(size));
    } else {
      assertRefused(
          Reason.AUDIT_SIZE, "AUDIT_SIZE size=" + size, () -> Audits.appoint(CHARTER, size));
    }
  }

  @Test
  @Tag("AUDIT-01")
  @Tag("MEET-29")
  void elections_giveMandatesForOneYear_byTheDecisionsOfTheMeeting() {
    List<MeetingDecision> elected =
        Fixtures.elections(CHARTER, ItemType.AUDIT_COMMISSION, Councils.members(3), NOW);
    AuditCommission commission =
        Elections.commission(CHARTER, elected, (account, at) -> true, List.of());

    assertThat(commission.members())
        .extracting(mandate -> mandate.ground().id())
        .containsExactlyElementsOf(elected.stream().map(MeetingDecision::id).toList());
    assertThat(commission.members()).allSatisfy(mandate -> {
      assertThat(mandate.from().toInstant()).isEqualTo(NOW);
      assertThat(mandate.until().toInstant()).isEqualTo(END);
    });
    assertThat(commission.standing(NOW.minusSeconds(1))).isEqualTo(AuditStanding.EXPIRED);
    assertThat(commission.standing(END.minusSeconds(1))).isEqualTo(AuditStanding.COMPLETE);
    assertThat(commission.standing(END)).isEqualTo(AuditStanding.EXPIRED);
    AuditCommission threeYears = Audits.appoint(CharterFixtures.rf(), 1);
    assertThat(threeYears.members().get(0).until().toInstant())
        .isEqualTo(Instant.parse("2029-05-01T12:00:00Z"));
  }

  @Test
  @Tag("AUDIT-01")
  void vacancy_isFlagged_fromTheSecondTheTermEnds() {
    AuditCommission commission = Audits.of(3);
    assertThat(commission.vacancy(COOP, END.minusSeconds(1))).isEmpty();
    AuditVacancy gap = new AuditVacancy(COOP, AuditStanding.EXPIRED, 0, TimePointSec.of(END));
    assertThat(commission.vacancy(COOP, END)).contains(gap);
    assertThat(commission.vacancy(COOP, END.plusSeconds(86_400))).contains(gap);
    assertThat(gap.item()).isEqualTo(ItemType.AUDIT_COMMISSION);
    assertThat(commission.vacancy(COOP, NOW.minusSeconds(5)))
        .contains(
            new AuditVacancy(COOP, AuditStanding.EXPIRED, 0, TimePointSec.of(NOW.minusSeconds(5))));
  }

  @Test
  @Tag("AUDIT-03")
  void elections_refuseWhoIsNoMember_atTheTimeOfTheDecision() {
    List<MeetingDecision> elected =
        Fixtures.elections(CHARTER, ItemType.AUDIT_COMMISSION, Councils.members(3), NOW);
    assertRefused(
        Reason.NOT_AN_ACTIVE_MEMBER,
        "NOT_AN_ACTIVE_MEMBER account=memberb",
        () -> Elections.commission(
            CHARTER,
            elected,
            (account, at) -> at.equals(NOW) && !account.equals(member(1)),
            List.of()));
  }

  @Test
  @Tag("AUDIT-03")
  void withoutLeavers_endsTheMandate_withTheMembership() {
    Instant exit = NOW.plusSeconds(1000);
    AuditCommission commission = Audits.of(4);
    AuditCommission left = commission.withoutLeavers(
        (account, at) -> at.equals(exit) && !account.equals(member(2)), exit);

    assertThat(left.inOffice(exit.minusSeconds(1))).isEqualTo(Councils.members(4));
    assertThat(left.inOffice(exit)).containsExactly(member(0), member(1), member(3));
    assertThat(left.standing(exit)).isEqualTo(AuditStanding.COMPLETE);
    assertThat(left.chairDecision()).isEqualTo(commission.chairDecision());
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=memberc body=AUDIT at=2026-05-01T12:16:40",
        () -> left.requireMember(member(2), exit));
    assertThat(left.withoutLeavers((account, at) -> false, END)).isEqualTo(left);
  }

  @ParameterizedTest(name = "{0} appointed, {1} left: {2}")
  @CsvSource({
    "1,0,EXPIRED",
    "3,2,INCOMPLETE",
    "3,1,INCOMPLETE",
    "3,0,EXPIRED",
    "4,3,COMPLETE",
    "4,2,INCOMPLETE",
    "5,3,COMPLETE",
    "5,1,INCOMPLETE"
  })
  @Tag("AUDIT-04")
  void standing_asksHowManyAreLeft_andFlagsTheVacancy(int size, int left, AuditStanding standing) {
    Instant exit = NOW.plusSeconds(1000);
    AuditCommission commission = Audits.shrink(Audits.of(size), left, exit);

    assertThat(commission.standing(exit.minusSeconds(1))).isEqualTo(AuditStanding.COMPLETE);
    assertThat(commission.standing(exit)).isEqualTo(standing);
    if (standing == AuditStanding.COMPLETE) {
      assertThat(commission.vacancy(COOP, exit)).isEmpty();
    } else {
      AuditVacancy vacancy = commission.vacancy(COOP, exit.plusSeconds(60)).orElseThrow();
      assertThat(vacancy).isEqualTo(new AuditVacancy(COOP, standing, left, TimePointSec.of(exit)));
      assertThat(vacancy.item()).isEqualTo(ItemType.AUDIT_COMMISSION);
      assertThat(vacancy.digest())
          .isNotEqualTo(
              commission.vacancy(Name.of("elsewhere"), exit).orElseThrow().digest());
      // Once incomplete, the end of the last mandates is no new beginning.
      assertThat(commission.vacancy(COOP, END).orElseThrow().since())
          .isEqualTo(TimePointSec.of(exit));
    }
  }

  @Test
  @Tag("AUDIT-04")
  void withChairman_isElected_byTheCommissionItself() {
    AuditCommission three = Audits.appoint(CHARTER, 3);
    assertThat(three.chairman(NOW)).isEmpty();
    assertThat(Audits.appoint(CHARTER, 1).chairman(NOW)).contains(member(0));

    AuditDecision first = Audits.decision(5, new AuditChair(COOP, member(2)).topic(), three, NOW);
    AuditCommission chaired = three.withChairman(first, COOP, member(2), NOW);
    assertThat(chaired.chairman(NOW)).contains(member(2));
    assertThat(chaired.chairman(END)).isEmpty();
    AuditDecision second =
        Audits.decision(6, new AuditChair(COOP, member(0)).topic(), chaired, NOW);
    AuditCommission changed = chaired.withChairman(second, COOP, member(0), NOW);
    assertThat(changed.chairman(NOW)).contains(member(0));
    assertThat(changed.members())
        .extracting(Mandate::office)
        .containsExactly(Office.AUDIT_CHAIRMAN, Office.AUDIT_MEMBER, Office.AUDIT_MEMBER);
    assertThat(changed.members())
        .extracting(mandate -> mandate.ground().id())
        .containsExactlyElementsOf(
            three.members().stream().map(mandate -> mandate.ground().id()).toList());

    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=5",
        () -> changed.withChairman(first, COOP, member(2), NOW));
    assertRefused(
        () -> changed.withChairman(second, COOP, member(1), NOW), Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=elsewhere addressed=rassvet",
        () -> three.withChairman(first, Name.of("elsewhere"), member(2), NOW));
    assertRefused(
        () -> Audits.shrink(three, 2, NOW).withChairman(first, COOP, member(2), NOW),
        Reason.NOT_IN_BODY);
  }

  @Test
  void isAdopted_countsEachMemberInOfficeOnce() {
    AuditCommission three = Audits.of(3);
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=memberb",
        () -> three.isAdopted(List.of(member(1), member(1)), NOW));
    assertRefused(
        Reason.NOT_IN_BODY,
        "NOT_IN_BODY account=membera body=AUDIT at=2027-05-01T12:00:00",
        () -> three.isAdopted(Councils.members(2), END));
  }

  @Test
  void auditCommission_refusesOtherOffices_andTwoChairmen() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AuditCommission(Councils.mandates(1)))
        .withMessage("a seat of the body AUDIT is not for a CHAIRMAN");
    Mandate chair = Audits.seat(member(0), Office.AUDIT_CHAIRMAN);
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=2",
        () -> new AuditCommission(List.of(chair, Audits.seat(member(1), Office.AUDIT_CHAIRMAN))));
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=0",
        () -> AuditCommission.of(List.of(Audits.seat(member(0), Office.AUDIT_MEMBER))));
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=membera",
        () -> new AuditCommission(List.of(chair, Audits.seat(member(0), Office.AUDIT_MEMBER))));
  }
}
