package io.github.coopj.core.permission;

import static io.github.coopj.core.permission.Keys.authority;
import static io.github.coopj.core.permission.Keys.key;
import static io.github.coopj.core.permission.Keys.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Tag("PERM-01")
class AuthorityTest {
  @Test
  void requireValid_accepts_keysAccountsAndWaitsInOrder() {
    for (Authority valid : List.of(
        Authority.ofKey(key(0)),
        Authority.ofLevel(level("bob@active")),
        authority(1, "w1:1"),
        authority(
            6,
            "k0:1",
            "k1:1",
            "alice@active:1",
            "alice@owner:1",
            "bob@active:1",
            "w1:1",
            "w3888000:0"),
        authority(65_535, "k0:65535"),
        authority(1, "k0:0", "k1:1"))) {
      assertThatCode(valid::requireValid).doesNotThrowAnyException();
    }
  }

  @Test
  void requireValid_isRefused_forThresholdZeroOrOutOfReach() {
    refused(authority(0, "k0:1"), "threshold of an authority must be positive");
    refused(authority(0), "threshold of an authority must be positive");
    refused(authority(1), "authority can never be satisfied: total weight 0 is below threshold 1");
    refused(
        authority(1, "k0:0"),
        "authority can never be satisfied: total weight 0 is below threshold 1");
    refused(
        authority(4, "k0:1", "bob@active:1", "w1:1"),
        "authority can never be satisfied: total weight 3 is below threshold 4");
    refused(
        authority(0xffff_ffffL, "k0:65535"),
        "authority can never be satisfied: total weight 65535 is below threshold 4294967295");
  }

  @Test
  void requireValid_isRefused_forDisorderAndRepetition() {
    refused(authority(1, "k1:1", "k0:1"), "keys of an authority must be strictly ascending");
    refused(authority(1, "k1:1", "k1:2"), "keys of an authority must be strictly ascending");
    refused(
        authority(1, "bob@active:1", "alice@active:1"),
        "accounts of an authority must be strictly ascending");
    refused(
        authority(1, "bob@owner:1", "bob@active:1"),
        "accounts of an authority must be strictly ascending");
    refused(
        authority(1, "bob@active:1", "bob@active:1"),
        "accounts of an authority must be strictly ascending");
    refused(authority(1, "w2:1", "w1:1"), "waits of an authority must be strictly ascending");
    refused(authority(1, "w2:1", "w2:1"), "waits of an authority must be strictly ascending");
  }

  @Test
  void requireValid_isRefused_forWaitsOfZeroOrAbove45Days() {
    assertThat(Authority.MAX_WAIT_SEC).isEqualTo(3_888_000);
    refused(authority(1, "w0:1"), "wait of an authority must be positive");
    refused(
        authority(1, "k0:1", "w1:1", "w3888001:1"),
        "wait of an authority must be at most 3888000 seconds, got 3888001");
  }

  @Test
  void requireValid_countsFactors_upTo65536() {
    List<PermissionLevelWeight> accounts = new ArrayList<>();
    for (long i = 1; i <= 65_536; i++) {
      accounts.add(new PermissionLevelWeight(PermissionLevel.active(new Name(i << 4)), 65_535));
    }
    Authority most = new Authority(0xffff_0000L, List.of(), accounts, List.of());
    assertThat(most.totalWeight()).isEqualTo(0xffff_0000L);
    assertThatCode(most::requireValid).doesNotThrowAnyException();
    refused(
        new Authority(1, List.of(new KeyWeight(key(0), 1)), accounts, List.of()),
        "authority must have at most 65536 factors, got 65537");
  }

  @Test
  void numbers_haveTheirRanges() {
    for (long threshold : new long[] {-1, 1L << 32}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> authority(threshold))
          .withMessage("threshold must be 0 to 2^32-1, got " + threshold);
    }
    for (int weight : new int[] {-1, 65_536}) {
      String message = "weight must be 0 to 65535, got " + weight;
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new KeyWeight(key(0), weight))
          .withMessage(message);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new PermissionLevelWeight(level("bob@active"), weight))
          .withMessage(message);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new WaitWeight(1, weight))
          .withMessage(message);
    }
    for (long wait : new long[] {-1, 1L << 32}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new WaitWeight(wait, 1))
          .withMessage("wait must be 0 to 2^32-1 seconds, got " + wait);
    }
  }

  @Test
  void authority_doesNotChange_withTheListsItCameFrom() {
    List<KeyWeight> keys = new ArrayList<>(List.of(new KeyWeight(key(0), 1)));
    Authority authority = new Authority(1, keys, List.of(), List.of());
    keys.clear();
    assertThat(authority).isEqualTo(Authority.ofKey(key(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alice", "alice@bob@active", "Alice@active", "alice@active ", "alice.@active"})
  void permissionLevel_parse_isRefused_forOtherTexts(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PermissionLevel.parse(text));
  }

  @Test
  void permissionLevel_isOrderedByActorThenPermission_unsigned() {
    assertThat(Keys.levels("z@a", "a@z", "a@active", "a@1", "1@z").stream()
            .sorted()
            .map(PermissionLevel::toString))
        .containsExactly("1@z", "a@1", "a@active", "a@z", "z@a");
    assertThat(PermissionLevel.active(Name.of("alice"))).isEqualTo(level("alice@active"));
    assertThat(PermissionLevel.owner(Name.of("alice"))).hasToString("alice@owner");
    assertThat(PermissionLevel.parse("@")).isEqualTo(new PermissionLevel(Name.EMPTY, Name.EMPTY));
  }

  @Test
  void json_isThatOfTheNode() {
    JsonMapper mapper = JsonMapper.builder().build();
    Authority authority = authority(3, "k0:1", "bob@active:1", "w60:1");
    String json = "{\"threshold\":3,\"keys\":[{\"key\":\"" + key(0)
        + "\",\"weight\":1}],\"accounts\":[{\"permission\":{\"actor\":\"bob\",\"permission\":\"active\"},\"weight\":1}],"
        + "\"waits\":[{\"wait_sec\":60,\"weight\":1}]}";
    assertThat(mapper.writeValueAsString(authority)).isEqualTo(json);
    assertThat(mapper.readValue(json, Authority.class)).isEqualTo(authority);
    assertThat(mapper.readValue(
            json.replace(key(0).toString(), key(0).toLegacyString()), Authority.class))
        .isEqualTo(authority);
  }

  private static void refused(Authority authority, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(authority::requireValid)
        .withMessageStartingWith(message);
  }
}
