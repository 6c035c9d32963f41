package io.github.coopj.governance.membership;

import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.person.PersonKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FoundingTest {
  private static final Charter CHARTER =
      CharterFixtures.platform("council.minSize", "3", "council.maxSize", "5");

  private static List<MembershipApplication> founders(int size) {
    List<MembershipApplication> founders = new ArrayList<>();
    for (Name account : Councils.members(size)) {
      founders.add(new MembershipApplication(
          CHARTER.account(),
          account,
          PersonKind.INDIVIDUAL,
          Councils.subject("data of " + account),
          Name.EMPTY,
          Checksum256.ZERO,
          TimePointSec.of(NOW)));
    }
    return founders;
  }

  @Test
  @Tag("COUNCIL-02")
  void constitute_makesFoundersMembers_andElectsTheirCouncil() {
    Founding founding =
        Founding.constitute(CHARTER, founders(5), Councils.members(3), CHAIRMAN, NOW);

    assertThat(founding.members())
        .extracting(MembershipRecord::account)
        .isEqualTo(Councils.members(5));
    assertThat(founding.members())
        .extracting(MembershipRecord::status)
        .containsOnly(MembershipStatus.ACTIVE);
    assertThat(founding.members())
        .allSatisfy(
            member -> assertThat(Membership.restore(member).requireActive().since())
                .isEqualTo(TimePointSec.of(NOW)));
    assertThat(founding.council().chairman(NOW)).contains(CHAIRMAN);
    assertThat(founding.council().membersInOffice(NOW)).isEqualTo(Councils.members(3));
    assertThat(founding.council().mandates())
        .extracting(mandate -> mandate.ground().id())
        .containsOnly(Founding.DECISION);
  }

  @Test
  void constitute_refuses_founderTwiceStrangerAndWrongSize() {
    List<MembershipApplication> twice = new ArrayList<>(founders(3));
    twice.add(twice.get(1));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Founding.constitute(CHARTER, twice, Councils.members(3), CHAIRMAN, NOW))
        .withMessage("FOUNDER_TWICE account=memberb");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> Founding.constitute(CHARTER, founders(2), Councils.members(3), CHAIRMAN, NOW))
        .withMessage("NOT_A_FOUNDER account=memberc");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> Founding.constitute(CHARTER, founders(3), Councils.members(2), CHAIRMAN, NOW))
        .withMessage("COUNCIL_SIZE size=2 min=3 max=5");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> Founding.constitute(CHARTER, founders(4), Councils.members(3), member(3), NOW))
        .withMessage("NOT_ONE_CHAIRMAN chairmen=0");
  }
}
