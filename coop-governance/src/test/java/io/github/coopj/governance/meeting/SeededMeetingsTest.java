package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of meetings with every kind of wrong ballot, against a model that keeps the last valid one per member. */
@Tag("MEET-04")
@Tag("MEET-14")
class SeededMeetingsTest {
  private static final int MEETINGS = 1_100;
  private static final ItemType[] THREE = {ItemType.OTHER, ItemType.OTHER, ItemType.OTHER};

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyStreamOfBallots_countsLikeTheModel(long seed) {
    Random random = new Random(seed);
    Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
    int counted = 0;
    for (int i = 0; i < MEETINGS; i++) {
      counted += meeting(random, refusals, "seed " + seed + ", meeting " + i) ? 1 : 0;
    }
    assertThat(counted)
        .as("seed %d: meetings with a quorum", seed)
        .isBetween(MEETINGS / 6, MEETINGS - 1);
    assertThat(refusals.keySet())
        .as("seed %d: every kind of wrong ballot came up", seed)
        .contains(
            Reason.BALLOT_ALREADY_CAST,
            Reason.BALLOT_LATE,
            Reason.BALLOT_OTHER_AGENDA,
            Reason.BALLOT_OTHER_CYCLE,
            Reason.BALLOT_OTHER_MEETING,
            Reason.BALLOT_UNKNOWN_ITEM,
            Reason.BALLOT_DUPLICATE_ITEM,
            Reason.BALLOT_CHOICE_NOT_OFFERED,
            Reason.NOT_ON_ROLL);
  }

  private static boolean meeting(Random random, Map<Reason, Integer> refusals, String name) {
    boolean lastWins = random.nextInt(3) == 0;
    boolean abstain = random.nextInt(3) == 0;
    List<String> policy = new ArrayList<>();
    if (lastWins) {
      policy.add("\"ballot.revote\": \"LAST_WINS\"");
    }
    if (abstain) {
      policy.add("\"ballot.options\": [\"FOR\", \"AGAINST\", \"ABSTAIN\"]");
    }
    Charter charter = CHARTERS.computeIfAbsent(
        String.join(",", policy), key -> platform(policy.toArray(String[]::new)));
    int eligible = 1 + random.nextInt(12);
    OpenMeeting open = open(agenda(THREE), eligible, charter);
    Instant opens = OPENS;
    Instant closes = CLOSES;
    while (true) {
      Map<Name, String> model = new TreeMap<>();
      Map<Name, Ballot> accepted = new HashMap<>();
      List<Ballot> log = new ArrayList<>();
      int ballots = random.nextInt(2 * eligible + 4);
      for (int i = 0; i < ballots; i++) {
        open =
            vote(open, random, charter, abstain, eligible, opens, model, accepted, log, refusals);
      }
      requireNothingCounted(open.snapshot(), model, name);
      GeneralMeeting closed = counted(open.close(charter, closes), charter, log, random);
      int present = model.size();
      int cycle = open.snapshot().cycle();
      boolean quorum = present > 0
          && (cycle == 1
              ? 4 * present >= 3 * eligible
              : ((long) present << (cycle - 1)) >= eligible);
      if (quorum) {
        requireOutcomes(closed.requireCounted(), model, name);
        requireLike(closed.snapshot(), model, name);
        Recount recount = Recount.of(closed.snapshot(), log);
        recount.requireSame();
        assertThat(recount.voters()).as(name).containsExactlyElementsOf(model.keySet());
        return true;
      }
      if (closed instanceof FailedMeeting) {
        assertThat(present).as(name).isZero();
        assertThat(closed.snapshot().cycles().get(cycle - 1).required())
            .as(name)
            .isEqualTo(1);
        return false;
      }
      opens = closes.plus(Duration.ofDays(10));
      ConvenedMeeting next = Fixtures.repeat(
          closed.requireQuorumMissed(), opens, opens.plusSeconds(3600), charter, closes);
      open = Fixtures.notifyEach(next, charter, closes).open(charter, opens);
      closes = opens.plusSeconds(3600);
    }
  }

  private static final Map<String, Charter> CHARTERS = new HashMap<>();

  private static OpenMeeting vote(
      OpenMeeting open,
      Random random,
      Charter charter,
      boolean abstain,
      int eligible,
      Instant opens,
      Map<Name, String> model,
      Map<Name, Ballot> accepted,
      List<Ballot> log,
      Map<Reason, Integer> refusals) {
    Name voter = member(random.nextInt(eligible + 2));
    String answers = "";
    for (int i = 0; i < 3; i++) {
      answers += "++-.0".charAt(random.nextInt(5));
    }
    Ballot ballot = spoil(ballot(open, voter, answers), random);
    Instant at = random.nextInt(12) == 0
        ? open.snapshot().closesAt().toInstant().plusSeconds(random.nextInt(3))
        : opens.plusSeconds(random.nextInt(60));
    boolean onRoll =
        member(eligible).compareTo(voter) != 0 && member(eligible + 1).compareTo(voter) != 0;
    Ballot before = accepted.get(voter);
    GeneralMeetingRecord untouched = open.snapshot();
    try {
      OpenMeeting next = open.accept(ballot, onRoll, before != null, false, charter, at);
      assertThat(onRoll).isTrue();
      assertThat(abstain || !answers.contains("0")).isTrue();
      assertThat(at).isBefore(open.snapshot().closesAt().toInstant());
      assertThat(ballot).as("a spoilt ballot never counts").isEqualTo(ballot(open, voter, answers));
      model.put(voter, answers);
      accepted.put(voter, ballot);
      log.add(ballot);
      return next;
    } catch (GovernanceException refusal) {
      refusals.merge(refusal.reason(), 1, Integer::sum);
      assertThat(open.snapshot()).isEqualTo(untouched);
      return open;
    }
  }

  private static Ballot spoil(Ballot good, Random random) {
    List<Answer> answers = new ArrayList<>(good.answers());
    Name cooperative = good.cooperative();
    long meeting = 7;
    int cycle = good.cycle();
    int agenda = 1;
    switch (random.nextInt(24)) {
      case 0 -> cooperative = Name.of("other");
      case 1 -> meeting = 8;
      case 2 -> cycle--;
      case 3 -> agenda = 2;
      case 4 -> answers.add(new Answer(4, Choice.FOR));
      case 5 -> answers.addAll(List.of(new Answer(2, Choice.FOR), new Answer(2, Choice.FOR)));
      default -> {
        // as good as it was
      }
    }
    return new Ballot(cooperative, meeting, cycle, agenda, good.member(), answers);
  }

  /** Counts in parts of any size, each from a stored row. */
  private static GeneralMeeting counted(
      GeneralMeeting closed, Charter charter, List<Ballot> log, Random random) {
    List<LoggedBallot> logged = Fixtures.logged(log);
    GeneralMeeting counted = closed;
    while (counted instanceof CountingMeeting counting) {
      List<LoggedBallot> batch = new ArrayList<>();
      counting.next(1 + random.nextInt(5)).forEach(n -> batch.add(logged.get((int) (n - 1))));
      counted = GeneralMeeting.restore(counting.count(batch, charter, CLOSES).snapshot());
    }
    return counted;
  }

  private static void requireNothingCounted(
      GeneralMeetingRecord row, Map<Name, String> model, String name) {
    assertThat(row.present()).as(name).isEqualTo(model.size());
    assertThat(row.items()).as(name).extracting(ItemRecord::votes).containsOnly(0L);
  }

  private static void requireLike(GeneralMeetingRecord row, Map<Name, String> model, String name) {
    assertThat(row.present()).as(name).isEqualTo(model.size());
    for (ItemRecord item : row.items()) {
      assertThat(item.votesFor()).as(name).isEqualTo(count(model, item, '+'));
      assertThat(item.against()).as(name).isEqualTo(count(model, item, '-'));
      assertThat(item.abstain()).as(name).isEqualTo(count(model, item, '0'));
      assertThat(item.blank()).as(name).isEqualTo(count(model, item, '.'));
    }
  }

  private static long count(Map<Name, String> model, ItemRecord item, char answer) {
    return model.values().stream()
        .filter(a -> a.charAt(item.number() - 1) == answer)
        .count();
  }

  private static void requireOutcomes(
      CountedMeeting meeting, Map<Name, String> model, String name) {
    for (ItemRecord item : meeting.snapshot().items()) {
      long others = model.size() - count(model, item, '+');
      assertThat(item.outcome())
          .as(name)
          .isEqualTo(count(model, item, '+') > others ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  @Tag("MEET-16")
  void joiningLeavingAndForging_changeNeitherNumberNorEligibility(long seed) {
    Random random = new Random(seed);
    Charter charter = platform();
    Roll roll = Roll.of(members(10));
    OpenMeeting open = open(agenda(ItemType.OTHER), 10, charter);
    Set<Name> living = new HashSet<>(members(10));
    Set<Name> voted = new HashSet<>();
    int forged = 0;
    for (int i = 0; i < 60; i++) {
      Name someone = member(random.nextInt(14));
      switch (random.nextInt(3)) {
        case 0 -> living.add(someone);
        case 1 -> living.remove(someone);
        default -> {
          Name key = random.nextInt(4) == 0 ? member(13) : someone;
          Ballot ballot = ballot(open, someone, "+");
          SignedBallot signed = new SignedBallot(
              ballot, DocumentSignature.sign(Fixtures.key(key), someone, ballot.digest(), OPENS));
          @Nullable Reason refused = null;
          try {
            open = open.accept(
                signed.requireGenuine(Fixtures.KEYS),
                roll.contains(someone),
                voted.contains(someone),
                false,
                charter,
                OPENS);
            voted.add(someone);
          } catch (GovernanceException refusal) {
            refused = refusal.reason();
          }
          if (!key.equals(someone)) {
            assertThat(refused).isEqualTo(Reason.BALLOT_FORGED);
            forged++;
          } else if (!roll.contains(someone)) {
            assertThat(refused).isEqualTo(Reason.NOT_ON_ROLL);
          }
        }
      }
      assertThat(open.snapshot().eligible()).as("N is frozen").isEqualTo(10);
      assertThat(open.snapshot().rollDigest()).isEqualTo(roll.digest());
      assertThat(open.snapshot().present()).isEqualTo(voted.size());
    }
    assertThat(forged).isPositive();
    assertThat(living).isNotEqualTo(new HashSet<>(members(10)));
    assertThat(roll.accounts()).containsAll(voted);
  }

  @Test
  void oneMoreVoteFor_neverTurnsAdoptionIntoRejection_andOneMorePresentNeverUnmeetsQuorum() {
    for (int eligible = 1; eligible <= 12; eligible++) {
      for (int present = 1; present <= eligible; present++) {
        for (int votesFor = 0; votesFor < present; votesFor++) {
          var rule = platform().meeting().defaultMajority();
          if (rule.isAdopted(votesFor, present, eligible)) {
            assertThat(rule.isAdopted(votesFor + 1, present, eligible)).isTrue();
          }
        }
        for (int cycle = 1; cycle <= 6 && present < eligible; cycle++) {
          if (QuorumRule.isMet(present, eligible, cycle, platform().meeting())) {
            assertThat(QuorumRule.isMet(present + 1, eligible, cycle, platform().meeting()))
                .isTrue();
          }
        }
      }
    }
  }
}
