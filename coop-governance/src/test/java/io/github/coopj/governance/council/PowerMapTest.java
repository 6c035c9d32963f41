package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PowerMapTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  private final Council council = Councils.of(3);

  private static PowerMap map(PowerMap.Area... areas) {
    return new PowerMap(CHARTER.account(), List.of(areas));
  }

  private static PowerMap.Area area(String title, Name... holders) {
    return new PowerMap.Area(title, List.of(holders));
  }

  private DecisionInForce decision(PowerMap map) {
    return Councils.inForce(council, CHARTER, QuestionType.POWER_MAP, map.digest());
  }

  @Test
  @Tag("COUNCIL-24")
  void requireAdopted_needsAHolderInOffice_ofEachArea() {
    PowerMap good = map(area("accounts", member(1)), area("programmes", member(1), member(2)));
    good.requireAdopted(decision(good), council, NOW);
    PowerMap empty = map(area("accounts", member(1)), area("programmes"));
    assertRefused(
        Reason.NO_HOLDER,
        "NO_HOLDER area=programmes",
        () -> empty.requireAdopted(decision(empty), council, NOW));
    PowerMap outside = map(area("accounts", member(1), member(7)));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-01T12:00:00",
        () -> outside.requireAdopted(decision(outside), council, NOW));
    assertRefused(
        () -> good.requireAdopted(decision(empty), council, NOW), Reason.DECISION_ON_OTHER_SUBJECT);
    DecisionInForce other = Councils.inForce(council, CHARTER, QuestionType.OTHER, good.digest());
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=POWER_MAP actual=OTHER",
        () -> good.requireAdopted(other, council, NOW));
  }

  @Test
  @Tag("COUNCIL-24")
  void vacant_namesTheAreas_whoseLastHolderLeft() {
    PowerMap map = map(area("accounts", member(1)), area("programmes", member(1), member(2)));
    Council shrunk = council.withEnded(member(1), NOW.plusSeconds(1));

    assertThat(map.vacant(council, NOW)).isEmpty();
    assertThat(map.vacant(shrunk, NOW)).isEmpty();
    assertThat(map.vacant(shrunk, NOW.plusSeconds(1))).containsExactly("accounts");
  }

  @Test
  void constructor_refusesNoAreas_repeatedAndNamelessOnes() {
    for (List<PowerMap.Area> wrong : List.of(
        List.<PowerMap.Area>of(), List.of(area("one", member(1)), area("one", member(2))))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new PowerMap(CHARTER.account(), wrong));
    }
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> area(" ", member(1)));
  }
}
