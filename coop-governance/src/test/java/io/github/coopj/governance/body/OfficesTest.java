package io.github.coopj.governance.body;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.meeting.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OfficesTest {
  @Test
  @Tag("KU-22")
  void chairmanOfASection_holdsEveryOffice_butTheChairOfTheCouncilOnlyByCharter() {
    Charter allowed = Fixtures.platform();
    Charter forbidden = Fixtures.platform("\"section.chairMayHeadCouncil\":false");
    assertThat(allowed.sections().chairMayHeadCouncil()).isTrue();
    Mandate section = Councils.mandate(member(1), Office.SECTION_CHAIRMAN);
    for (Office other : Office.values()) {
      Mandate second = Councils.mandate(member(1), other);
      for (List<Mandate> both : List.of(List.of(section, second), List.of(second, section))) {
        Offices.requireCompatible(allowed, both, NOW);
        if (other == Office.CHAIRMAN) {
          assertRefused(
              Reason.INCOMPATIBLE_OFFICES,
              "INCOMPATIBLE_OFFICES account=memberb office=" + both.get(0).office() + " other="
                  + both.get(1).office(),
              () -> Offices.requireCompatible(forbidden, both, NOW));
        } else {
          Offices.requireCompatible(forbidden, both, NOW);
        }
      }
    }
    Offices.requireCompatible(
        forbidden, List.of(section, Councils.mandate(member(2), Office.CHAIRMAN)), NOW);
  }

  @Test
  @Tag("COUNCIL-30")
  void offices_excludeEachOther_betweenAuditAndManagement() {
    Charter platform = CharterFixtures.platform();
    for (Office audit : List.of(Office.AUDIT_CHAIRMAN, Office.AUDIT_MEMBER)) {
      for (Office other : Office.values()) {
        if (other.body() == Office.Body.COUNCIL || other.body() == Office.Body.BOARD) {
          assertRefused(
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
        new Mandate(
            member(1),
            Office.MEMBER,
            TimePointSec.EPOCH,
            TimePointSec.of(NOW),
            Ground.ofMeeting(3)));
    Offices.requireCompatible(platform, ended, NOW);
    assertRefused(
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
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberb office=MEMBER other=BOARD_MEMBER",
        () -> Offices.requireCompatible(CharterFixtures.rf(), both, NOW));
  }
}
