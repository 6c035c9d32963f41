package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SectionMembershipTest {
  private static final Name ANNA = Name.of("anna");
  private static final SectionLookup TWO = at -> List.of(1L, 2L);
  private static final SectionLookup NONE = at -> List.of();
  private static final Instant LATER = NOW.plus(Duration.ofDays(30));

  private static SectionChoice choice(Name member, long section, Instant from) {
    DelegationClause clause = new DelegationClause(COOP, member, section, TimePointSec.of(from));
    return new SectionChoice(clause, Sections.signed(clause.digest(), member, NOW));
  }

  private static SectionMembership inFirst() {
    return SectionMembership.choose(ANNA, choice(ANNA, 1, NOW), TWO, KEYS, NOW);
  }

  @Test
  @Tag("KU-09")
  void onJoining_needsAChoice_whereThereAreSections() {
    assertRefused(
        () -> SectionMembership.onJoining(ANNA, Optional.empty(), at -> List.of(1L), KEYS, NOW),
        "SECTION_NOT_CHOSEN account=anna");
    assertThat(SectionMembership.onJoining(ANNA, Optional.empty(), NONE, KEYS, NOW))
        .isEmpty();
    assertThat(SectionMembership.onJoining(ANNA, Optional.of(choice(ANNA, 2, NOW)), TWO, KEYS, NOW)
            .orElseThrow()
            .at(NOW))
        .contains(2L);
    assertRefused(
        () -> SectionMembership.onJoining(ANNA, Optional.of(choice(ANNA, 3, NOW)), TWO, KEYS, NOW),
        "SECTION_CLOSED section=3");
    assertRefused(
        () -> SectionMembership.onJoining(ANNA, Optional.of(choice(ANNA, 1, NOW)), NONE, KEYS, NOW),
        "SECTION_CLOSED section=1");
  }

  @Test
  @Tag("KU-11")
  void choose_storesTheSignedClause_andRefusesAnyOther() {
    SectionChoice own = choice(ANNA, 1, NOW);
    Name boris = Name.of("boris");
    SectionChoice ofBoris = choice(boris, 1, NOW);
    SectionChoice altered = new SectionChoice(
        new DelegationClause(COOP, ANNA, 2, TimePointSec.of(NOW)), own.signature());

    assertThat(inFirst().choiceAt(NOW)).contains(own);
    assertThat(inFirst().snapshot().choices()).containsExactly(own);
    for (SectionChoice forged : List.of(ofBoris, altered)) {
      assertRefused(
          () -> SectionMembership.choose(ANNA, forged, TWO, KEYS, NOW), Reason.SIGNATURE_FORGED);
    }
    SectionChoice bySomebodyElse =
        new SectionChoice(own.clause(), Sections.signed(own.clause().digest(), boris, NOW));
    assertRefused(
        () -> SectionMembership.choose(ANNA, bySomebodyElse, TWO, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    SectionChoice forBoris =
        new SectionChoice(ofBoris.clause(), Sections.signed(ofBoris.clause().digest(), ANNA, NOW));
    assertRefused(
        () -> SectionMembership.choose(ANNA, forBoris, TWO, KEYS, NOW), Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> SectionMembership.choose(ANNA, choice(ANNA, 1, NOW.minusSeconds(1)), TWO, KEYS, NOW),
        "OUT_OF_ORDER at=2026-02-01T08:59:59 notBefore=2026-02-01T09:00:00");
  }

  @Test
  @Tag("KU-09")
  void transfer_movesOnTheDayOfTheClause_soNobodyIsInTwoSections() {
    SectionMembership moved = inFirst().transfer(choice(ANNA, 2, LATER), List.of(), TWO, KEYS, NOW);

    assertThat(moved.at(NOW.minusSeconds(1))).isEmpty();
    assertThat(moved.at(LATER.minusSeconds(1))).contains(1L);
    assertThat(moved.at(LATER)).contains(2L);
    assertThat(SectionMembership.restore(moved.snapshot())).isEqualTo(moved);
    assertRefused(
        () -> inFirst().transfer(choice(ANNA, 1, LATER), List.of(), TWO, KEYS, NOW),
        "SECTION_CHOSEN account=anna section=1");
    assertRefused(
        () -> moved.transfer(choice(ANNA, 1, LATER), List.of(), TWO, KEYS, NOW),
        Reason.OUT_OF_ORDER);
    assertThat(moved
            .transfer(choice(ANNA, 1, LATER.plusSeconds(1)), List.of(), TWO, KEYS, NOW)
            .at(LATER.plusSeconds(1)))
        .contains(1L);
  }

  @Test
  @Tag("KU-23")
  void transfer_waits_forMeetingsOfEitherSection() {
    TimePointSec closes = TimePointSec.of(CLOSES);
    for (long section : List.of(1L, 2L)) {
      List<OpenAssembly> open = List.of(new OpenAssembly(8, section, closes));

      assertRefused(
          () -> inFirst().transfer(choice(ANNA, 2, CLOSES.minusSeconds(1)), open, TWO, KEYS, NOW),
          "TRANSFER_DURING_MEETING account=anna meeting=8");
      assertThat(
              inFirst().transfer(choice(ANNA, 2, CLOSES), open, TWO, KEYS, NOW).at(CLOSES))
          .contains(2L);
    }
    List<OpenAssembly> elsewhere = List.of(new OpenAssembly(9, 3, closes));
    assertThat(inFirst()
            .transfer(choice(ANNA, 2, NOW.plusSeconds(1)), elsewhere, TWO, KEYS, NOW)
            .at(CLOSES))
        .contains(2L);
  }

  @Test
  @Tag("KU-10")
  void delegate_isTheOffice_soItSurvivesAChangeOfChairman() {
    SectionMandates first =
        SectionMandates.NONE.elect(Sections.elected(11, 1, 0), ANNA, charter(), CLOSES);
    Instant changed = CLOSES.plus(Duration.ofDays(1));
    SectionMandates both = first
        .elect(Sections.elected(12, 1, 1), ANNA, charter(), changed)
        .elect(Sections.elected(13, 2, 0), ANNA, charter(), changed);
    SectionMembership member = inFirst();

    assertThat(member.delegateAt(both, CLOSES.minusSeconds(1))).isEmpty();
    assertThat(member.delegateAt(both, CLOSES)).contains(Sections.member(1, 0));
    assertThat(member.delegateAt(both, changed.minusSeconds(1))).contains(Sections.member(1, 0));
    assertThat(member.delegateAt(both, changed)).contains(Sections.member(1, 1));
    SectionMembership moved = member.transfer(choice(ANNA, 2, LATER), List.of(), TWO, KEYS, NOW);
    assertThat(moved.delegateAt(both, LATER)).contains(Sections.member(2, 0));
    SectionMembership left = moved.leave(LATER.plusSeconds(5));
    assertThat(left.delegateAt(both, LATER.plusSeconds(4))).contains(Sections.member(2, 0));
    assertThat(left.delegateAt(both, LATER.plusSeconds(5))).isEmpty();
    assertThat(left.at(LATER.plusSeconds(5))).isEmpty();
  }

  @Test
  @Tag("KU-10")
  void withoutLeaver_endsSectionAndDelegation_once() {
    SectionMembership left = inFirst().withoutLeaver(LATER);
    assertThat(left).isEqualTo(inFirst().leave(LATER));
    assertThat(left.at(LATER)).isEmpty();
    assertThat(left.at(LATER.minusSeconds(1))).contains(1L);
    assertThat(left.withoutLeaver(LATER.plusSeconds(1))).isEqualTo(left);
    assertThat(inFirst().belongsTo(1, (account, at) -> at.equals(LATER), LATER)).isTrue();
    assertThat(inFirst().belongsTo(2, (account, at) -> true, LATER)).isFalse();
    assertThat(inFirst().belongsTo(1, (account, at) -> false, LATER)).isFalse();
  }

  @Test
  void leave_isAnEnd() {
    SectionMembership left = inFirst().leave(LATER);

    assertThat(SectionMembership.restore(left.snapshot())).isEqualTo(left);
    assertRefused(
        () -> left.leave(LATER), "WRONG_STATE what=\"section of anna\" state=LEFT needed=MEMBER");
    assertRefused(
        () -> left.transfer(choice(ANNA, 2, LATER), List.of(), TWO, KEYS, NOW), Reason.WRONG_STATE);
  }

  @Test
  void restore_refuses_contradictions() {
    SectionChoice first = choice(ANNA, 1, NOW);
    for (List<SectionChoice> choices : List.of(
        List.<SectionChoice>of(),
        List.of(first, choice(ANNA, 2, NOW)),
        List.of(first, choice(Name.of("boris"), 2, LATER)))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() ->
              SectionMembership.restore(new SectionMembershipRecord(choices, TimePointSec.EPOCH)));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new DelegationClause(COOP, ANNA, 0, TimePointSec.of(NOW)));
  }

  private static Charter charter() {
    return Fixtures.platform();
  }
}
