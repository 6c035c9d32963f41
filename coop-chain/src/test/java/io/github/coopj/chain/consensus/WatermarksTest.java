package io.github.coopj.chain.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-02")
class WatermarksTest {
  private static final Name A = Name.of("alice");
  private static final Name B = Name.of("bob");

  @Test
  void and_keepsTheHigherNumberAndTheLaterSlot_ofEachProducer() {
    Watermarks one = new Watermarks(List.of(mark(A, 10, 100), mark(B, 5, 50)));
    Watermarks other = new Watermarks(List.of(mark(A, 12, 90)));

    assertThat(one.and(other)).isEqualTo(other.and(one));
    assertThat(one.and(other).entries()).containsExactly(mark(A, 12, 100), mark(B, 5, 50));
    assertThat(one.and(Watermarks.NONE)).isEqualTo(one);
    assertThat(Watermarks.NONE.of(A)).isEmpty();
    assertThat(one.of(B)).contains(mark(B, 5, 50));
    assertThat(Watermarks.CODEC.decode(Watermarks.CODEC.encode(one))).isEqualTo(one);
  }

  @Test
  void watermarks_areRefused_outOfOrderOrOutOfRange() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Watermarks(List.of(mark(B, 1, 1), mark(A, 1, 1))))
        .withMessageContaining("in the order of producers, each once: bob, alice");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Watermarks(List.of(mark(A, 1, 1), mark(A, 2, 2))));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> mark(A, 0, 1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> mark(A, 0x1_0000_0000L, 1));
    assertThat(mark(A, 0xffff_ffffL, 1).block()).isEqualTo(0xffff_ffffL);
  }

  private static Watermark mark(Name producer, long block, long slot) {
    return new Watermark(producer, block, new BlockTimestamp(slot));
  }
}
