package io.github.coopj.chain.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProducerScheduleTest {
  private static final PublicKey KEY =
      PrivateKey.fromSeed(KeyType.K1, "producer").publicKey();

  @Test
  @Tag("CHAIN-02")
  @Tag("CHAIN-03")
  void scheduledAt_gives12SlotsATurn_for1To21ProducersOverTwoRounds() {
    for (int count = 1; count <= 21; count++) {
      ProducerSchedule schedule = schedule(count);
      int expected = 0;
      int left = 12;
      for (long slot = 0; slot < 2L * count * 12; slot++) {
        if (left == 0) {
          expected = (expected + 1) % count;
          left = 12;
        }
        left--;
        assertThat(schedule.scheduledAt(new BlockTimestamp(slot)))
            .as("slot %d of %d producers", slot, count)
            .isEqualTo(schedule.producers().get(expected));
      }
    }
  }

  @Test
  void scheduledAt_works_atTheLastSlot() {
    ProducerSchedule schedule = schedule(21);
    long turn = BlockTimestamp.MAX_SLOT % (21 * 12) / 12;

    assertThat(schedule.scheduledAt(new BlockTimestamp(BlockTimestamp.MAX_SLOT)))
        .isEqualTo(schedule.producers().get((int) turn));
  }

  @Test
  @Tag("CHAIN-02")
  void schedule_has1To125Producers() {
    assertThat(schedule(1).producers()).hasSize(1);
    assertThat(schedule(125).producers()).hasSize(125);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> schedule(0))
        .withMessage("a schedule has 1 to 125 producers, got 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> schedule(126))
        .withMessage("a schedule has 1 to 125 producers, got 126");
  }

  @Test
  void schedule_isRefused_withOneProducerTwice() {
    ProducerSchedule.Producer twice = ProducerSchedule.Producer.of(Name.of("twice"), KEY);

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ProducerSchedule(1, List.of(twice, twice)))
        .withMessage("producer twice is in the schedule twice");
  }

  @Test
  void find_findsByName() {
    ProducerSchedule schedule = schedule(3);

    assertThat(schedule.find(name(2))).contains(schedule.producers().get(2));
    assertThat(schedule.find(Name.of("nobody"))).isEmpty();
  }

  @Test
  void maySign_needsTheWholeThreshold() {
    PublicKey weak = PrivateKey.fromSeed(KeyType.K1, "weak").publicKey();
    ProducerSchedule.Producer producer = new ProducerSchedule.Producer(
        Name.of("producer"),
        new ProducerSchedule.BlockSigningAuthorityV0(
            2, List.of(new KeyWeight(KEY, 2), new KeyWeight(weak, 1))));

    assertThat(producer.maySign(KEY)).isTrue();
    assertThat(producer.maySign(weak)).isFalse();
    assertThat(producer.maySign(PrivateKey.fromSeed(KeyType.K1, "other").publicKey()))
        .isFalse();
  }

  @Test
  void authority_isRefused_withoutKeys() {
    assertRefused(authority(1), "authority over block signatures must have a key");
    authority(1, 1).requireValid();
  }

  @Test
  void authority_isRefused_withAThresholdOutOfRange() {
    assertRefused(authority(0, 1), "threshold of an authority must be positive");
    assertRefused(authority(-1, 1), "threshold must be 0 to 2^32-1, got -1");
    assertRefused(authority(1L << 32, 1), "threshold must be 0 to 2^32-1, got 4294967296");
    authority(1, 1).requireValid();
    authority(65_535, 65_535).requireValid();
  }

  @Test
  void authority_isRefused_whenAllWeightsTogetherDoNotReachTheThreshold() {
    assertRefused(
        authority(5, 2, 2),
        "authority can never be satisfied: total weight 4 is below threshold 5");
    assertRefused(
        authority(65_536, 65_535),
        "authority can never be satisfied: total weight 65535 is below threshold 65536");
  }

  /** A block has one signature. */
  @Test
  void authority_isRefused_whenNoKeyReachesTheThresholdAlone() {
    assertRefused(
        authority(3, 1, 2),
        "blocks have one signature, but no key reaches threshold 3 alone: the heaviest has weight 2");
    assertRefused(
        authority(2, 1, 1),
        "blocks have one signature, but no key reaches threshold 2 alone: the heaviest has weight 1");
    authority(2, 1, 2).requireValid();
    authority(1, 1, 1).requireValid();
    for (int threshold = 1; threshold <= 6; threshold++) {
      for (int first = 1; first <= 6; first++) {
        for (int second = 1; second <= 6; second++) {
          ProducerSchedule.BlockSigningAuthorityV0 authority = authority(threshold, first, second);
          ProducerSchedule.Producer producer = new ProducerSchedule.Producer(name(0), authority);
          boolean someone =
              authority.keys().stream().map(KeyWeight::key).anyMatch(producer::maySign);
          if (someone) {
            authority.requireValid();
          } else {
            assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(authority::requireValid);
          }
        }
      }
    }
  }

  @Test
  void authority_isRefused_withKeysRepeatedOrNotInOrder() {
    List<KeyWeight> keys = authority(1, 1, 1, 1).keys();
    List<List<KeyWeight>> wrong = List.of(
        List.of(keys.get(0), keys.get(0)),
        List.of(keys.get(1), keys.get(0)),
        List.of(keys.get(0), keys.get(2), keys.get(1)),
        List.of(keys.get(0), keys.get(1), keys.get(1)));
    for (List<KeyWeight> each : wrong) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new ProducerSchedule.BlockSigningAuthorityV0(1, each).requireValid())
          .withMessageStartingWith("keys of an authority must be strictly ascending, got ");
    }
    new ProducerSchedule.BlockSigningAuthorityV0(1, List.of(keys.get(0), keys.get(2)))
        .requireValid();
  }

  @Test
  void authority_isRefused_withAKeyWithoutWeight() {
    ProducerSchedule.BlockSigningAuthorityV0 authority = authority(1, 1, 0);
    assertRefused(
        authority,
        "key of an authority over block signatures must have a weight, got 0 for "
            + authority.keys().get(1).key());
  }

  @Test
  void producer_isRefused_withoutAName_orWithAnAuthorityThatIs() {
    ProducerSchedule.Producer.of(name(0), KEY).requireValid();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ProducerSchedule.Producer.of(Name.EMPTY, KEY).requireValid())
        .withMessage("a producer must have a name");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new ProducerSchedule.Producer(Name.of("bob"), authority(0, 1)).requireValid())
        .withMessage("producer bob: threshold of an authority must be positive");
  }

  private static void assertRefused(
      ProducerSchedule.BlockSigningAuthorityV0 authority, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(authority::requireValid)
        .withMessage(message);
  }

  /** Keys in ascending order with these weights. */
  private static ProducerSchedule.BlockSigningAuthorityV0 authority(
      long threshold, int... weights) {
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      keys.add(PrivateKey.fromSeed(KeyType.K1, "signer " + i).publicKey());
    }
    keys.sort(null);
    List<KeyWeight> weighted = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      weighted.add(new KeyWeight(keys.get(i), weights[i]));
    }
    return new ProducerSchedule.BlockSigningAuthorityV0(threshold, weighted);
  }

  @Test
  void codec_roundTrips() {
    ProducerSchedule schedule = schedule(21);

    assertThat(ProducerSchedule.CODEC.decode(ProducerSchedule.CODEC.encode(schedule)))
        .isEqualTo(schedule);
    assertThat(schedule.digest()).isNotEqualTo(schedule(20).digest());
  }

  private static ProducerSchedule schedule(int count) {
    List<ProducerSchedule.Producer> producers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      producers.add(ProducerSchedule.Producer.of(name(i), KEY));
    }
    return new ProducerSchedule(1, producers);
  }

  private static Name name(int number) {
    return Name.of("prod" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
  }
}
