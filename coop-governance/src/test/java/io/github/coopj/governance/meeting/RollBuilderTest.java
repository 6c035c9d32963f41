package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.MerkleTree;
import io.github.coopj.governance.person.PersonKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("MEET-16")
class RollBuilderTest {
  private static final Charter PLATFORM = platform();
  private static final DraftMeeting DRAFT = draft(Fixtures.agenda(ItemType.OTHER), PLATFORM);

  /** Tables as a caller keeps them. */
  private static final class Tables {
    final TreeSet<Name> roll = new TreeSet<>();
    final Map<Checksum256, Voter> holders = new HashMap<>();

    RollBuilder build(List<RollCandidate> accounts, int step) {
      RollBuilder builder = begin();
      int from = 0;
      while (!builder.snapshot().gathered()) {
        int until = Math.min(from + step, accounts.size());
        RollPart part = builder.gather(
            accounts.subList(from, until),
            until == accounts.size(),
            key -> Optional.ofNullable(holders.get(key)));
        part.removed().forEach(account -> assertThat(roll.remove(account)).isTrue());
        part.added().forEach(account -> assertThat(roll.add(account)).isTrue());
        part.holders().forEach(voter -> holders.put(voter.key(), voter));
        builder = RollBuilder.restore(part.roll().snapshot());
        from = until;
      }
      List<Name> sorted = List.copyOf(roll);
      for (int at = 0; !builder.isSealed(); at += step) {
        builder = RollBuilder.restore(
            builder.seal(sorted.subList(at, Math.min(at + step, sorted.size()))).snapshot());
      }
      return builder;
    }
  }

  private static RollBuilder begin() {
    return DRAFT.beginRoll(act(NOW), Fixtures.agendaOf(DRAFT), PLATFORM, NOW);
  }

  private static ConveningAct act(Instant at) {
    return new ByCouncil(
        decision(QuestionType.CONVENE_MEETING, DRAFT.convocation().digest(), at));
  }

  private static List<RollCandidate> accounts(Random random, int count) {
    List<RollCandidate> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Checksum256 key = random.nextInt(20) == 0
          ? Checksum256.ZERO
          : paper("person " + random.nextInt(1 + count * 2 / 3));
      PersonKind kind = List.of(PersonKind.values()).get(random.nextInt(3));
      accounts.add(new RollCandidate(new Voter(member(i), kind, key), random.nextInt(5) > 0));
    }
    accounts.sort(Comparator.comparing(candidate -> candidate.voter().account()));
    return accounts;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Tag("ORG-04")
  void roll_isTheSame_whateverTheSizeOfTheSteps(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      List<RollCandidate> accounts = accounts(random, random.nextInt(80));
      Roll whole = Roll.ofVoters(accounts.stream()
          .filter(RollCandidate::member)
          .map(RollCandidate::voter)
          .toList());
      for (int step : new int[] {1, 7, 1_000}) {
        Tables tables = new Tables();
        RollBuilder built = tables.build(accounts, step);
        assertThat(tables.roll).containsExactlyElementsOf(whole.accounts());
        assertThat(built.seal()).isEqualTo(new RollSeal(whole.size(), whole.digest()));
      }
    }
  }

  @Test
  void roll_ofAHundredThousand_isBuiltInStepsOfAThousand() {
    List<Name> names = new ArrayList<>();
    List<RollCandidate> accounts = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      names.add(member(i));
    }
    names.sort(Comparator.naturalOrder());
    for (Name name : names) {
      accounts.add(
          new RollCandidate(new Voter(name, PersonKind.INDIVIDUAL, Checksum256.ZERO), true));
    }
    RollBuilder built = new Tables().build(accounts, RollBuilder.MAX_BATCH);
    assertThat(built.snapshot().tree().peaks()).hasSize(Long.bitCount(100_000));
    assertThat(built.seal()).isEqualTo(new RollSeal(100_000, Roll.of(names).digest()));
  }

  @Test
  @Tag("ORG-04")
  void gather_twoAccountsOfOnePerson_inDifferentSteps_areOneVoter() {
    Checksum256 person = paper("person");
    Voter business = new Voter(Name.of("aaa"), PersonKind.SOLE_PROPRIETOR, person);
    Voter human = new Voter(Name.of("bbb"), PersonKind.INDIVIDUAL, person);
    Voter again = new Voter(Name.of("ccc"), PersonKind.INDIVIDUAL, person);
    RollPart first =
        begin().gather(List.of(new RollCandidate(business, true)), false, key -> Optional.empty());
    assertThat(first.added()).containsExactly(business.account());
    RollPart second = first
        .roll()
        .gather(List.of(new RollCandidate(human, true)), false, key -> Optional.of(business));
    assertThat(second.added()).containsExactly(human.account());
    assertThat(second.removed()).containsExactly(business.account());
    assertThat(second.holders()).containsExactly(human);
    RollPart third = second
        .roll()
        .gather(List.of(new RollCandidate(again, true)), true, key -> Optional.of(human));
    assertThat(third.added()).isEmpty();
    assertThat(third.removed()).isEmpty();
    assertThat(third.roll().seal(List.of(human.account())).seal().eligible()).isEqualTo(1);
  }

  @Test
  void everyStep_refusesAccountsOutOfOrder_andTheWrongPhase() {
    RollCandidate first = candidate(Name.of("aaa"));
    RollCandidate second = candidate(Name.of("bbb"));
    RollBuilder begun = begin();
    assertRefused(
        () -> begun.gather(List.of(second, first), true, key -> Optional.empty()),
        "OUT_OF_ORDER at=aaa notBefore=bbb");
    assertRefused(
        () -> begun.gather(List.of(first, first), true, key -> Optional.empty()),
        "OUT_OF_ORDER at=aaa notBefore=aaa");
    assertRefused(() -> begun.seal(List.of()), Reason.WRONG_STATE);
    assertRefused(begun::seal, Reason.WRONG_STATE);
    RollBuilder half =
        begun.gather(List.of(first), false, key -> Optional.empty()).roll();
    assertRefused(
        () -> half.gather(List.of(first), true, key -> Optional.empty()), Reason.OUT_OF_ORDER);
    RollBuilder gathered =
        half.gather(List.of(second), true, key -> Optional.empty()).roll();
    assertRefused(
        () -> gathered.gather(List.of(), true, key -> Optional.empty()), Reason.WRONG_STATE);
    RollBuilder sealing = gathered.seal(List.of(Name.of("aaa")));
    assertRefused(sealing::seal, Reason.WRONG_STATE);
    assertRefused(() -> sealing.seal(List.of(Name.of("aaa"))), Reason.OUT_OF_ORDER);
    assertThatExceptionOfType(InvalidValueException.class)
        .as("one more than was gathered")
        .isThrownBy(() -> sealing.seal(List.of(Name.of("bbb"), Name.of("ccc"))));
    assertThat(sealing.seal(List.of(Name.of("bbb"))).isSealed()).isTrue();
  }

  @Test
  void step_isBounded_andTheDecisionTheSame() {
    assertThat(begin().step(1)).isEqualTo(1);
    assertThat(begin().step(RollBuilder.MAX_BATCH)).isEqualTo(1_000);
    for (int limit : new int[] {0, -1, 1_001}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> begin().step(limit))
          .withMessage("a roll is drawn up 1 to 1000 accounts at once, got " + limit);
    }
    assertThat(begin().requireOf(act(NOW)).snapshot().at()).isEqualTo(TimePointSec.of(NOW));
    assertRefused(
        () -> begin().requireOf(act(NOW.plusSeconds(1))),
        "ROLL_OF_OTHER_DECISION decision=41 expected=41");
    RollBuilding row = begin().snapshot();
    RollBuilder other = RollBuilder.restore(new RollBuilding(
        row.meeting(), 42, row.at(), row.gathered(), row.last(), row.members(), row.tree()));
    assertRefused(
        () -> other.requireOf(act(NOW)), "ROLL_OF_OTHER_DECISION decision=41 expected=42");
  }

  @Test
  void beginRoll_needsTheDecisionToConveneExactlyThisMeeting() {
    assertRefused(
        () -> DRAFT.beginRoll(
            new ByCouncil(decision(QuestionType.CONVENE_MEETING, paper("another"), NOW)),
            Fixtures.agendaOf(DRAFT),
            PLATFORM,
            NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> DRAFT.beginRoll(act(NOW.plusSeconds(1)), Fixtures.agendaOf(DRAFT), PLATFORM, NOW),
        Reason.OUT_OF_ORDER);
  }

  @Test
  void restore_refusesARowThatContradictsItself() {
    MerkleTree.Frontier one = MerkleTree.Frontier.EMPTY.append(paper("leaf"));
    TimePointSec at = TimePointSec.of(NOW);
    for (RollBuilding wrong : List.of(
        new RollBuilding(0, 41, at, false, Name.EMPTY, 0, MerkleTree.Frontier.EMPTY),
        new RollBuilding(7, 41, at, true, Name.EMPTY, 0, one),
        new RollBuilding(7, 41, at, false, Name.EMPTY, 1, one))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> RollBuilder.restore(wrong))
          .withMessageContaining("contradicts itself");
    }
  }

  private static RollCandidate candidate(Name account) {
    return new RollCandidate(new Voter(account, PersonKind.INDIVIDUAL, Checksum256.ZERO), true);
  }
}
