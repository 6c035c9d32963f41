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
