package io.github.coopj.governance.matter;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.rf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CompetencePolicy;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulingTest {
  private static final Checksum256 TARIFF = paper("tariff");
  private static final Checksum256 LOW = paper("low tariff");
  private static final Checksum256 HIGH = paper("high tariff");

  private static Ruling ruling(long decision, Checksum256 subject, boolean cancelled, int second) {
    return new Ruling(
        TARIFF, decision, subject, cancelled, TimePointSec.of(NOW.plusSeconds(second)));
  }

  @Test
  @Tag("MEET-01")
  @Tag("MEET-24")
  void standingDecision_bindsLowerBodies_fromItsEffectiveTime_andMayBeRepeated() {
    Optional<Ruling> low = Optional.of(ruling(70_001, LOW, false, 0));
    Instant before = NOW.minusSeconds(1);
    Ruling.requireFree(low, HIGH, before);
    Ruling.requireStanding(low, 41, HIGH, before);
    Ruling.requireFree(low, LOW, NOW);
    Ruling.requireStanding(low, 41, LOW, NOW);
    assertRefused(
        () -> Ruling.requireFree(low, HIGH, NOW),
        "MEETING_HAS_DECIDED matter=" + TARIFF + " decision=70001");
    assertRefused(
        () -> Ruling.requireStanding(low, 41, HIGH, NOW),
        "DECISION_OVERRIDDEN decision=41 by=70001");
    Ruling.requireFree(Optional.empty(), HIGH, NOW);
    Ruling.requireStanding(Optional.empty(), 41, HIGH, NOW);
  }

  @Test
  @Tag("MEET-11")
  void cancelledDecision_mayNotBeRepeated_andAnotherMayBeTaken() {
    Ruling cancelled = ruling(70_001, LOW, true, 0);
    assertThat(cancelled.isContrary(LOW, NOW)).isTrue();
    assertThat(cancelled.isContrary(LOW, NOW.minusSeconds(1))).isFalse();
    assertThat(cancelled.isContrary(HIGH, NOW)).isFalse();
  }

  @Test
  @Tag("MEET-24")
  void ofTwoRulings_theLaterCounts_whateverTheOrderTheyCameIn() {
    Ruling first = ruling(70_001, LOW, false, 0);
    Ruling second = ruling(80_001, HIGH, false, 1);
    Ruling sameTime = ruling(80_002, LOW, false, 1);
    Ruling other =
        new Ruling(paper("rent"), 90_001, LOW, false, TimePointSec.of(NOW.plusSeconds(9)));
    assertThat(Ruling.later(Optional.of(first), Optional.of(second))).contains(second);
    assertThat(Ruling.later(Optional.of(second), Optional.of(first))).contains(second);
    assertThat(Ruling.later(Optional.of(second), Optional.of(sameTime))).contains(sameTime);
    assertThat(Ruling.later(Optional.of(sameTime), Optional.of(second))).contains(sameTime);
    assertThat(Ruling.later(Optional.empty(), Optional.of(first))).contains(first);
    assertThat(Ruling.later(Optional.of(first), Optional.empty())).contains(first);
    assertThat(Ruling.later(Optional.empty(), Optional.empty())).isEmpty();
    List<Ruling> kept = Ruling.with(Ruling.with(List.of(other), second), first);
    assertThat(kept).containsExactly(other, second);
    assertThat(Ruling.on(kept, TARIFF)).contains(second);
    assertThat(Ruling.on(kept, paper("nothing"))).isEmpty();
    Codec<Ruling> codec = RecordCodec.of(Ruling.class);
    assertThat(codec.decode(codec.encode(first))).isEqualTo(first);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ruling(0, LOW, false, 0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ruling(1, Checksum256.ZERO, false, 0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Ruling(Checksum256.ZERO, 1, LOW, false, TimePointSec.of(NOW)));
  }

  @Test
  @Tag("MEET-01")
  void matter_isNamedByTheBody_andFoundByItsKeyOrTheSubject() {
    Matter storage = Matter.named(ItemType.OTHER, COOP, "Тариф на хранение");
    assertThat(Matter.named(ItemType.OTHER, COOP, " Тариф на хранение ")).isEqualTo(storage);
    assertThat(Matter.named(ItemType.UNION, COOP, "Тариф на хранение").key())
        .as("the kind has no say in what it is")
        .isEqualTo(storage.key());
    assertThat(Matter.named(ItemType.OTHER, COOP, "Тариф на помол")).isNotEqualTo(storage);
    assertThat(Matter.named(ItemType.OTHER, Name.of("elsewhere"), "Тариф на хранение"))
        .isNotEqualTo(storage);
    assertThat(storage.keyOr(LOW)).isEqualTo(storage.key());
    assertThat(Matter.OWN.keyOr(LOW)).isEqualTo(LOW);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Matter.named(ItemType.OTHER, COOP, " "));
  }

  @ParameterizedTest
  @EnumSource(ItemType.class)
  @Tag("MEET-12")
  void exclusiveCompetence_isRefusedToEveryOtherBody(ItemType kind) {
    Matter matter = new Matter(kind, paper("anything"));
    for (Charter charter : List.of(platform(), rf())) {
      for (Office.Body body : List.of(Office.Body.COUNCIL, Office.Body.BOARD)) {
        if (charter.competence().exclusive().contains(kind)) {
          assertRefused(
              () -> matter.requireWithin(body, charter),
              "EXCLUSIVE_COMPETENCE kind=" + kind + " body=" + body);
        } else {
          matter.requireWithin(body, charter);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ItemType.class)
  @Tag("MEET-12")
  void exclusiveCompetence_cannotBeDeclaredAway_onceAMeetingIsAsked(ItemType kind) {
    List<MeetingMatter> asked = MeetingMatter.with(
        List.of(new MeetingMatter(HIGH, ItemType.OTHER)), new MeetingMatter(LOW, kind));
    assertThat(MeetingMatter.with(asked, new MeetingMatter(LOW, kind))).isEqualTo(asked);
    for (Charter charter : List.of(platform(), rf())) {
      MeetingMatter.requireNone(asked, List.of(HIGH), Office.Body.COUNCIL, charter);
      for (Office.Body body : List.of(Office.Body.COUNCIL, Office.Body.BOARD)) {
        if (charter.competence().isExclusive(kind)) {
          assertRefused(
              () -> MeetingMatter.requireNone(asked, List.of(HIGH, LOW), body, charter),
              "EXCLUSIVE_COMPETENCE kind=" + kind + " body=" + body);
        } else {
          MeetingMatter.requireNone(asked, List.of(HIGH, LOW), body, charter);
        }
      }
    }
  }

  @Test
  @Tag("MEET-12")
  void exclusiveCompetence_isExtendedByTheCharter_andNeverCutShort() {
    assertThat(platform().competence().exclusive())
        .contains(
            ItemType.CHARTER, ItemType.ANNUAL_REPORT, ItemType.REORGANIZATION, ItemType.LIQUIDATION)
        .doesNotContain(ItemType.UNION, ItemType.EXCLUSION);
    assertThat(rf().competence().exclusive()).contains(ItemType.UNION, ItemType.EXCLUSION);
    String least =
        String.join(",", CompetencePolicy.LEAST.stream().map(Enum::name).toList());
    Charter more = platform("\"meeting.exclusiveCompetence\": \"" + least + ",UNION\"");
    assertThat(more.competence().isExclusive(ItemType.UNION)).isTrue();
    for (ItemType dropped : CompetencePolicy.LEAST) {
      String rest = String.join(
          ",",
          CompetencePolicy.LEAST.stream()
              .filter(kind -> kind != dropped)
              .map(Enum::name)
              .toList());
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> platform("\"meeting.exclusiveCompetence\": \"" + rest + "\""))
          .withMessageContaining("meeting.exclusiveCompetence must contain");
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CompetencePolicy(Set.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> platform("\"meeting.exclusiveCompetence\": \"" + least + ",OTHER\""));
  }
}
