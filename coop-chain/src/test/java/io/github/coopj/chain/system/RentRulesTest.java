package io.github.coopj.chain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RentRulesTest {
  @ParameterizedTest
  @CsvSource({
    "0,0,0,0",
    "1,0,0,1",
    "2,0,0,2",
    "3,0,0,3",
    "4,1,1,2",
    "7,1,1,5",
    "10000,2500,2500,5000"
  })
  void share_isAQuarterAQuarterAndTheRest(long payment, long net, long cpu, long ram) {
    assertThat(RentShare.of(payment)).isEqualTo(new RentShare(net, cpu, ram));
  }

  @Test
  void share_addsUpToThePayment() {
    for (long payment = 0; payment < 5_000; payment++) {
      RentShare share = RentShare.of(payment);
      assertThat(share.netWeight() + share.cpuWeight() + share.ramBytes()).isEqualTo(payment);
    }
    RentShare most = RentShare.of(Long.MAX_VALUE);
    assertThat(most.netWeight() + most.cpuWeight() + most.ramBytes()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void share_isRefused_withNegativeParts() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> RentShare.of(-4));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new RentShare(1, 1, 1).plusRam(-2));
  }

  /** Limit, debt, order and use, all small: what is in use stays, what is not paid is owed, and nothing else. */
  @Test
  void end_keepsWhatIsInUse_exhaustively() {
    int most = 9;
    for (long limit = 0; limit <= most; limit++) {
      for (long debt = 0; debt <= limit; debt++) {
        for (long rented = 0; rented + debt <= limit; rented++) {
          for (long used = 0; used <= limit; used++) {
            RamRent ended = new RamRent(limit, debt).end(rented, used);
            long paid = limit - debt - rented;
            assertThat(ended.limit() - ended.debt()).isEqualTo(paid);
            assertThat(ended.limit()).isGreaterThanOrEqualTo(used).isLessThanOrEqualTo(limit);
            assertThat(ended.debt()).isEqualTo(used > paid ? used - paid : 0);
          }
        }
      }
    }
  }

  @Test
  void end_neverGoesBelowNothing_whenTheLimitWasLoweredMeanwhile() {
    assertThat(new RamRent(10, 0).end(50, 0)).isEqualTo(new RamRent(0, 0));
    assertThat(new RamRent(10, 0).end(50, 8)).isEqualTo(new RamRent(8, 8));
  }

  @Test
  void begin_paysTheDebtFirst() {
    assertThat(new RamRent(100, 0).begin(30)).isEqualTo(new RamRent(130, 0));
    assertThat(new RamRent(100, 40).begin(40)).isEqualTo(new RamRent(100, 0));
    assertThat(new RamRent(100, 40).begin(55)).isEqualTo(new RamRent(115, 0));
  }

  /** Orders begin and end in any order while use goes up and down: the limit is always what is paid and what is owed. */
  @Test
  void rent_neverLosesBytes_random30() {
    Random random = new Random(30);
    for (int run = 0; run < 300; run++) {
      Deque<Long> orders = new ArrayDeque<>();
      RamRent ram = new RamRent(0, 0);
      long used = 0;
      long paid = 0;
      for (int step = 0; step < 60; step++) {
        switch (random.nextInt(3)) {
          case 0 -> {
            long rented = ram.debt() + random.nextInt(100);
            orders.add(rented);
            paid += rented;
            ram = ram.begin(rented);
            assertThat(ram.debt()).isZero();
          }
          case 1 -> {
            if (!orders.isEmpty()) {
              long rented = orders.remove();
              paid -= rented;
              ram = ram.end(rented, used);
            }
          }
          default -> used = random.nextInt((int) ram.limit() + 1);
        }
        assertThat(ram.limit()).isEqualTo(paid + ram.debt()).isGreaterThanOrEqualTo(used);
      }
    }
  }

  @Test
  void terms_tellTheEnd() {
    assertThat(RentTerms.DEFAULT.end(TimePointSec.parse("2026-02-01T00:00:00")))
        .isEqualTo(TimePointSec.parse("2026-03-03T00:00:00"));
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "366,1,0", "1,0,0", "1,1,-1"})
  void terms_areRefused_outsideTheirRanges(long days, long fee, long ram) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new RentTerms(days, fee, ram));
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "365,9223372036854775807,9223372036854775807"})
  void terms_areAccepted_atTheEndsOfTheirRanges(long days, long fee, long ram) {
    assertThat(new RentTerms(days, fee, ram).days()).isEqualTo(days);
  }
}
