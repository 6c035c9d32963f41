package io.github.coopj.core.permission;

import static io.github.coopj.core.permission.Keys.ALL;
import static io.github.coopj.core.permission.Keys.authority;
import static io.github.coopj.core.permission.Keys.key;
import static io.github.coopj.core.permission.Keys.keys;
import static io.github.coopj.core.permission.Keys.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.permission.Explanation.KeyFactor;
import io.github.coopj.core.permission.Explanation.LevelFactor;
import io.github.coopj.core.permission.Explanation.Outcome;
import io.github.coopj.core.permission.Explanation.WaitFactor;
import io.github.coopj.core.permission.Keys.World;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PERM-01")
class AuthorityCheckerTest {
  /** All subsets of three keys against all thresholds and weights 0 to 3: satisfied exactly when the sum is enough. */
  @Test
  void isSatisfied_needsTheThreshold_exhaustively() {
    for (int weights = 0; weights < 64; weights++) {
      int[] weight = {weights & 3, weights >> 2 & 3, weights >> 4};
      for (long threshold = 1; threshold <= 9; threshold++) {
        Authority authority =
            authority(threshold, "k0:" + weight[0], "k1:" + weight[1], "k2:" + weight[2]);
        for (int subset = 0; subset < 8; subset++) {
          int sum = 0;
          List<PublicKey> provided = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            if ((subset >> i & 1) != 0) {
              sum += weight[i];
              provided.add(key(i));
            }
          }
          AuthorityChecker checker = new World().checker(provided);
          assertThat(checker.isSatisfied(authority)).isEqualTo(sum >= threshold);
          if (sum < threshold) {
            assertThat(checker.unusedKeys()).isEqualTo(provided);
          }
        }
      }
    }
  }

  @Test
  void isSatisfied_triesTheHeaviestFirst_andStopsAtTheThreshold() {
    Authority authority = authority(2, "k0:1", "k1:1", "k2:2");
    AuthorityChecker checker = new World().checker(keys(0, 1, 2));
    assertThat(checker.isSatisfied(authority)).isTrue();
    assertThat(checker.usedKeys()).isEqualTo(keys(2));
    assertThat(checker.unusedKeys()).isEqualTo(keys(0, 1));
    assertThat(checker.allKeysUsed()).isFalse();
  }

  @Test
  void isSatisfied_triesWaitsThenKeysThenAccounts_atEqualWeight() {
    World world = new World().with("bob@active", authority(1, "k1:1"));
    Authority authority = authority(1, "k0:1", "bob@active:1", "w10:1");
    AuthorityChecker waiting = new AuthorityChecker(world, keys(0, 1), List.of(), 10, 6);
    assertThat(waiting.isSatisfied(authority)).isTrue();
    assertThat(waiting.usedKeys()).isEmpty();
    AuthorityChecker early = new AuthorityChecker(world, keys(0, 1), List.of(), 9, 6);
    assertThat(early.isSatisfied(authority)).isTrue();
    assertThat(early.usedKeys()).isEqualTo(keys(0));
    AuthorityChecker other = new AuthorityChecker(world, keys(1), List.of(), 9, 6);
    assertThat(other.isSatisfied(authority)).isTrue();
    assertThat(other.usedKeys()).isEqualTo(keys(1));
    // a heavier account comes before a lighter key
    AuthorityChecker heavy = world.checker(keys(0, 1));
    assertThat(heavy.isSatisfied(authority(1, "k0:1", "bob@active:2"))).isTrue();
    assertThat(heavy.usedKeys()).isEqualTo(keys(1));
  }

  @Test
  void isSatisfied_givesKeysBack_whenABranchFails() {
    World world = new World()
        .with("alice@active", authority(2, "bob@active:1", "k0:1"))
        .with("bob@active", authority(2, "k1:1", "k2:1"));
    AuthorityChecker checker = world.checker(keys(0, 1));
    assertThat(checker.isSatisfied(level("alice@active"))).isFalse();
    assertThat(checker.unusedKeys()).isEqualTo(keys(0, 1));
    AuthorityChecker full = world.checker(keys(0, 1, 2));
    assertThat(full.isSatisfied(level("alice@active"))).isTrue();
    assertThat(full.allKeysUsed()).isTrue();
  }

  @Test
  void isSatisfied_givesBackOnlyTheInnerBranch_whenTheOuterHoldsOtherwise() {
    World world = new World().with("bob@active", authority(2, "k1:1", "k2:1"));
    AuthorityChecker checker = world.checker(keys(0, 1));
    assertThat(checker.isSatisfied(authority(1, "k0:1", "bob@active:2"))).isTrue();
    assertThat(checker.usedKeys()).isEqualTo(keys(0));
    assertThat(checker.unusedKeys()).isEqualTo(keys(1));
  }

  /** As the node does: what was once proven counts later in the same check, though its key was given back. */
  @Test
  void isSatisfied_countsAPermissionAsBefore_whenMetAgain() {
    World world = new World()
        .with("inner@active", authority(1, "k1:1"))
        .with("fails@active", authority(2, "inner@active:1", "k9:1"));
    AuthorityChecker checker = world.checker(keys(1));
    assertThat(checker.isSatisfied(authority(1, "fails@active:2", "inner@active:1")))
        .isTrue();
    assertThat(checker.usedKeys()).isEmpty();
    // in a check of its own the key is taken
    assertThat(checker.isSatisfied(level("inner@active"))).isTrue();
    assertThat(checker.allKeysUsed()).isTrue();
  }

  @Test
  void isSatisfied_addsUpUsedKeys_overSeveralChecks() {
    World world = new World()
        .with("alice@active", authority(1, "k0:1"))
        .with("bob@active", authority(1, "k1:1"));
    AuthorityChecker checker = world.checker(keys(1, 0, 0));
    assertThat(checker.allKeysUsed()).isFalse();
    assertThat(checker.isSatisfied(level("alice@active"))).isTrue();
    assertThat(checker.unusedKeys()).isEqualTo(keys(1));
    assertThat(checker.isSatisfied(level("nobody@active"))).isFalse();
    assertThat(checker.isSatisfied(level("bob@active"))).isTrue();
    assertThat(checker.allKeysUsed()).isTrue();
    assertThat(new World().checker(List.of()).allKeysUsed()).isTrue();
  }

  @ParameterizedTest(name = "depth {0}: a chain of {1} accounts {2}")
  @CsvSource({"6,6,true", "6,7,false", "1,1,true", "1,2,false", "0,1,false", "2,2,true", "2,3,false"
  })
  void isSatisfied_followsChainsOfAccounts_toTheDepth(int depth, int accounts, boolean satisfied) {
    World world = chain(accounts);
    AuthorityChecker checker = new AuthorityChecker(world, keys(0), List.of(), 0, depth);
    assertThat(checker.isSatisfied(level("linka@active"))).isEqualTo(satisfied);
    assertThat(checker.allKeysUsed()).isEqualTo(satisfied);
  }

  @Test
  void isSatisfied_startsOneHigher_forAnAuthorityOutsideAnyTable() {
    Authority direct = authority(1, "linka@active:1");
    assertThat(new AuthorityChecker(chain(6), keys(0), List.of(), 0, 6).isSatisfied(direct))
        .isTrue();
    assertThat(new AuthorityChecker(chain(7), keys(0), List.of(), 0, 6).isSatisfied(direct))
        .isFalse();
    assertThat(new AuthorityChecker(chain(1), keys(0), List.of(), 0, 0).isSatisfied(direct))
        .isFalse();
    assertThat(new AuthorityChecker(chain(1), keys(0), List.of(), 0, 0)
            .isSatisfied(authority(1, "k0:1")))
        .isTrue();
  }

  @Test
  void isSatisfied_endsWithFailure_inCircles() {
    World world = new World()
        .with("self@active", authority(1, "self@active:1"))
        .with("alice@active", authority(1, "bob@active:1"))
        .with("bob@active", authority(1, "carol@active:1"))
        .with("carol@active", authority(1, "alice@active:1", "bob@active:1"));
    for (String level : List.of("self@active", "alice@active", "bob@active", "carol@active")) {
      assertThat(world.checker(ALL).isSatisfied(level(level))).isFalse();
    }
    // a way out of the circle is taken
    world.with("carol@active", authority(1, "k5:1", "alice@active:2"));
    assertThat(world.checker(keys(5)).isSatisfied(level("alice@active"))).isTrue();
  }

  @Test
  void isSatisfied_takesProvenPermissions_andWildcardsOfTheirActor() {
    World world = new World().with("alice@active", authority(2, "bob@active:1", "carol@vote:1"));
    assertThat(world.checker(List.of(), level("alice@active")).isSatisfied(level("alice@active")))
        .isTrue();
    assertThat(world
            .checker(List.of(), level("bob@active"), level("carol@vote"))
            .isSatisfied(level("alice@active")))
        .isTrue();
    assertThat(world
            .checker(List.of(), level("bob@active"), level("carol@"))
            .isSatisfied(level("alice@active")))
        .isTrue();
    assertThat(world
            .checker(List.of(), level("bob@active"), level("carol@other"))
            .isSatisfied(level("alice@active")))
        .isFalse();
    assertThat(world.checker(List.of(), level("bob@active")).isSatisfied(level("alice@active")))
        .isFalse();
  }

  @Test
  void isSatisfied_reachesAThresholdOfZero_onlyWithAFactorToTry() {
    assertThat(new World().checker(List.of()).isSatisfied(authority(0, "k0:1"))).isTrue();
    assertThat(new World().checker(List.of()).isSatisfied(authority(0))).isFalse();
  }

  @Test
  void constructor_isRefused_forNegativeNumbers() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AuthorityChecker(new World(), List.of(), List.of(), -1, 6));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AuthorityChecker(new World(), List.of(), List.of(), 0, -1));
  }

  /** Random accounts where each asks only for later ones, so that the plain definition gives the answer. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void isSatisfied_agreesWithThePlainDefinition_forRandomTables(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int n = 6;
      World world = new World();
      Authority[] authorities = new Authority[n];
      for (int i = n - 1; i >= 0; i--) {
        List<String> factors = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
          if (random.nextBoolean()) {
            factors.add("k" + k + ":" + random.nextInt(3));
          }
        }
        for (int j = i + 1; j < n; j++) {
          if (random.nextBoolean()) {
            factors.add("link" + (char) ('a' + j) + "@active:" + random.nextInt(4));
          }
        }
        authorities[i] = authority(1 + random.nextInt(4), factors.toArray(String[]::new));
        world.with("link" + (char) ('a' + i) + "@active", authorities[i]);
      }
      List<PublicKey> provided = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        if (random.nextBoolean()) {
          provided.add(key(k));
        }
      }
      boolean[] plain = new boolean[n];
      for (int i = n - 1; i >= 0; i--) {
        long sum = authorities[i].keys().stream()
            .filter(factor -> provided.contains(factor.key()))
            .mapToLong(KeyWeight::weight)
            .sum();
        for (PermissionLevelWeight factor : authorities[i].accounts()) {
          int j = factor.permission().actor().toString().charAt(4) - 'a';
          sum += plain[j] ? factor.weight() : 0;
        }
        plain[i] = sum >= authorities[i].threshold();
      }
      AuthorityChecker checker = world.checker(provided);
      assertThat(checker.explain(level("linka@active")).isSatisfied()).isEqualTo(plain[0]);
      assertThat(checker.unusedKeys()).isEqualTo(provided);
      assertThat(checker.isSatisfied(level("linka@active"))).isEqualTo(plain[0]);
      if (!plain[0]) {
        assertThat(checker.unusedKeys()).isEqualTo(provided);
      }
      List<PublicKey> together = new ArrayList<>(checker.usedKeys());
      together.addAll(checker.unusedKeys());
      assertThat(together).containsExactlyInAnyOrderElementsOf(provided);
    }
  }

  @Test
  void explain_tellsEveryFactor_inTheOrderOfTrying() {
    World world = new World()
        .with(
            "alice@active", authority(4, "k0:1", "k1:1", "bob@active:2", "ghost@active:1", "w60:1"))
        .with("bob@active", authority(2, "k2:1", "k3:1"));
    Explanation why = world.checker(keys(0, 2)).explain(level("alice@active"));
    assertThat(why.isSatisfied()).isFalse();
    assertThat(why.required()).isEqualTo(4);
    assertThat(why.collected()).isEqualTo(1);
    assertThat(why.missing()).isEqualTo(3);
    Explanation bob = new Explanation(
        level("bob@active"),
        Outcome.MISSING,
        2,
        1,
        List.of(
            new KeyFactor(key(2), 1, Outcome.COUNTED), new KeyFactor(key(3), 1, Outcome.MISSING)));
    assertThat(why.factors())
        .containsExactly(
            new LevelFactor(2, bob),
            new WaitFactor(60, 1, Outcome.MISSING),
            new KeyFactor(key(0), 1, Outcome.COUNTED),
            new KeyFactor(key(1), 1, Outcome.MISSING),
            new LevelFactor(
                1, new Explanation(level("ghost@active"), Outcome.UNKNOWN, 0, 0, List.of())));
    assertThat(why.inWords())
        .isEqualTo(String.join(
            "\n",
            "alice@active: missing, 1 of 4",
            "  bob@active (weight 2): missing, 1 of 2",
            "    " + key(2) + " (weight 1): counted",
            "    " + key(3) + " (weight 1): missing",
            "  wait of 60 s (weight 1): missing",
            "  " + key(0) + " (weight 1): counted",
            "  " + key(1) + " (weight 1): missing",
            "  ghost@active (weight 1): does not exist"));
  }

  @Test
  void explain_tellsWhatWasNotNeeded_andWhatWasProven() {
    World world =
        new World().with("alice@active", authority(1, "k0:1", "bob@active:1", "carol@active:2"));
    Explanation why = world.checker(keys(0), level("carol@active")).explain(level("alice@active"));
    assertThat(why.isSatisfied()).isTrue();
    assertThat(why.missing()).isZero();
    assertThat(why.inWords())
        .isEqualTo(String.join(
            "\n",
            "alice@active: counted, 2 of 1",
            "  carol@active (weight 2): already proven",
            "  " + key(0) + " (weight 1): not needed",
            "  bob@active (weight 1): not needed"));
    assertThat(world.checker(List.of(), level("alice@active")).explain(level("alice@active")))
        .isEqualTo(new Explanation(level("alice@active"), Outcome.PROVEN, 0, 0, List.of()));
  }

  @Test
  void explain_tellsCirclesAndDepth() {
    World world = new World()
        .with("alice@active", authority(1, "bob@active:1"))
        .with("bob@active", authority(1, "alice@active:1"));
    assertThat(world.checker(List.of()).explain(level("alice@active")).inWords())
        .isEqualTo("""
            alice@active: missing, 0 of 1
              bob@active (weight 1): missing, 0 of 1
                alice@active (weight 1): asks for itself""");
    assertThat(new AuthorityChecker(world, List.of(), List.of(), 0, 1)
            .explain(level("alice@active"))
            .inWords())
        .endsWith("  bob@active (weight 1): chain of accounts is too long");
  }

  private static World chain(int accounts) {
    World world = new World();
    for (int i = 0; i < accounts; i++) {
      String next = i + 1 < accounts ? "link" + (char) ('a' + i + 1) + "@active:1" : "k0:1";
      world.with("link" + (char) ('a' + i) + "@active", authority(1, next));
    }
    return world;
  }
}
