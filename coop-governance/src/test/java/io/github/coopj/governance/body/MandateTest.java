package io.github.coopj.governance.body;

import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import org.junit.jupiter.api.Test;

class MandateTest {
  @Test
  void mandate_refuses_whatCannotBe() {
    TimePointSec from = TimePointSec.of(NOW);
    TimePointSec before = TimePointSec.of(NOW.minusSeconds(1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new Mandate(CHAIRMAN, Office.CHAIRMAN, from, before, Ground.ofMeeting(17)));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Ground.ofMeeting(0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new Mandate(Name.EMPTY, Office.CHAIRMAN, from, from, Ground.ofMeeting(17)));
    assertThat(
            new Mandate(CHAIRMAN, Office.CHAIRMAN, from, from, Ground.ofMeeting(1)).isInForce(NOW))
        .isFalse();
  }
}
