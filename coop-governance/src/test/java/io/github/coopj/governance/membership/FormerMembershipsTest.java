package io.github.coopj.governance.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.person.PersonKind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-16")
class FormerMembershipsTest {
  private static final Name ANNA = Name.of("anna");

  private static TimePointSec at(long second) {
    return new TimePointSec(second);
  }

  private static MembershipRecord membership(
      String account, MembershipStatus status, long from, long until) {
    return new MembershipRecord(
        Name.of(account),
        PersonKind.INDIVIDUAL,
        Checksum256.sha256(new byte[] {1}),
        Checksum256.sha256(new byte[] {2}),
        Name.EMPTY,
        status,
        at(from - 1),
        at(from),
        at(until),
        1);
  }

  @Test
  void wasMemberAt_isTheLastMembership_orOneBeforeIt_toTheSecond() {
    FormerMemberships former = FormerMemberships.none(ANNA)
        .with(membership("anna", MembershipStatus.EXITED, 100, 200))
        .with(membership("anna", MembershipStatus.REFUSED, 250, 0))
        .with(membership("anna", MembershipStatus.EXITED, 300, 400));
    MembershipRecord last = membership("anna", MembershipStatus.ACTIVE, 500, 0);
    for (long second = 90; second < 600; second++) {
      boolean expected =
          (second >= 100 && second < 200) || (second >= 300 && second < 400) || second >= 500;
      assertThat(former.wasMemberAt(last, at(second))).as("second %d", second).isEqualTo(expected);
      assertThat(MembershipRecord.countAt(List.of(last), List.of(former), at(second)))
          .isEqualTo(expected ? 1 : 0);
    }
  }

  @Test
  void memberships_areOfOneAccount() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> FormerMemberships.none(ANNA)
            .with(membership("boris", MembershipStatus.EXITED, 100, 200)))
        .withMessage("former memberships of anna name boris");
  }
}
