package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.meeting.Elections;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommissionTest {
  private static AuditCommission appoint(Charter charter, int size, Name chairman) {
    return Elections.commission(
        charter,
        Fixtures.elections(charter, ItemType.AUDIT_COMMISSION, Councils.members(size), NOW),
        chairman,
        List.of());
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"0,false", "1,true", "2,false", "3,true", "4,true"})
  void auditCommission_hasOneOrThreeMembers_neverTwo(int size, boolean allowed) {
    Charter charter = CharterFixtures.platform();
    if (allowed) {
      AuditCommission commission = appoint(charter, size, CHAIRMAN);
      assertThat(commission.isComplete(NOW)).isTrue();
    } else {
      assertRefused(
          Reason.AUDIT_SIZE, "AUDIT_SIZE size=" + size, () -> appoint(charter, size, CHAIRMAN));
    }
  }

  @Test
  void auditCommission_servesTheTerm_ofTheCharter() {
    AuditCommission commission = appoint(CharterFixtures.platform(), 3, CHAIRMAN);
    Instant end = Instant.parse("2027-05-01T12:00:00Z");

    assertThat(commission.isComplete(end.minusSeconds(1))).isTrue();
    assertThat(commission.isComplete(end)).isFalse();
    assertThat(commission.isAdopted(Councils.members(2), end.minusSeconds(1))).isTrue();
    assertRefused(
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
    assertRefused(
        Reason.DUPLICATE_SEAT,
        "DUPLICATE_SEAT account=memberb",
        () -> three.isAdopted(List.of(member(1), member(1)), NOW));
    assertRefused(
        Reason.NOT_ONE_CHAIRMAN,
        "NOT_ONE_CHAIRMAN chairmen=0",
        () -> appoint(CharterFixtures.platform(), 3, member(9)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AuditCommission(Councils.mandates(1)))
        .withMessage("a Revision commission has no office CHAIRMAN");
  }
}
