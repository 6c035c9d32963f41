package io.github.coopj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
  @Test
  void of_copiesIn_whenTheArrayChangesLater() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    assertThat(bytes.toHex()).isEqualTo("0102");
  }

  @Test
  void toArray_copiesOut_whenTheArrayChangesLater() {
    Bytes bytes = Bytes.ofHex("0102");
    bytes.toArray()[0] = 9;
    assertThat(bytes.toHex()).isEqualTo("0102");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ofHex_readsBack_whatToHexWrote(long seed) {
    byte[] array = new byte[new Random(seed).nextInt(100)];
    new Random(seed).nextBytes(array);
    Bytes bytes = Bytes.of(array);
    assertThat(Bytes.ofHex(bytes.toHex())).isEqualTo(bytes);
    assertThat(Bytes.ofHex(bytes.toHex().toUpperCase(Locale.ROOT))).isEqualTo(bytes);
    assertThat(bytes).hasToString(bytes.toHex());
  }

  @ParameterizedTest
  @CsvSource({
    "0, hex text must have an even number of digits, 1",
    "0g, hex text has the character 'g' (U+0067) at position 1, ''",
    "' 0', hex text has the character ' ' (U+0020) at position 0, ''",
    "0٠, hex text has the character '٠' (U+0660) at position 1, ''"
  })
  void ofHex_refuses_whatIsNotHex(String text, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Bytes.ofHex(text))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"'',00,-1", "7f,80,-1", "ff,00,1", "0102,0102,0", "01,0100,-1", "02,0100,1"})
  void compareTo_ordersUnsigned_prefixFirst(String a, String b, int expected) {
    assertThat(Integer.signum(Bytes.ofHex(a).compareTo(Bytes.ofHex(b)))).isEqualTo(expected);
    assertThat(Integer.signum(Bytes.ofHex(b).compareTo(Bytes.ofHex(a)))).isEqualTo(-expected);
  }

  @Test
  void slice_takesTheRange_includingItsBounds() {
    Bytes bytes = Bytes.ofHex("00010203");
    assertThat(bytes.slice(1, 3)).isEqualTo(Bytes.ofHex("0102"));
    assertThat(bytes.slice(0, 4)).isSameAs(bytes);
    assertThat(bytes.slice(4, 4)).isSameAs(Bytes.EMPTY);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bytes.slice(1, 5));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bytes.slice(3, 2));
  }

  @Test
  void copyTo_writesAll_orNothing() {
    byte[] dest = new byte[4];
    Bytes.ofHex("0102").copyTo(dest, 2);
    assertThat(dest).containsExactly(0, 0, 1, 2);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Bytes.ofHex("0304").copyTo(dest, 3));
    assertThat(dest).containsExactly(0, 0, 1, 2);
  }

  @Test
  void equals_comparesContent_andNothingElse() {
    Bytes bytes = Bytes.ofHex("0102");
    assertThat(bytes)
        .isEqualTo(Bytes.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(Bytes.of(new byte[] {1, 2}));
    assertThat(bytes).isNotEqualTo(Bytes.ofHex("0103")).isNotEqualTo("0102").isNotEqualTo(null);
  }

  @Test
  void ofUtf8_encodes_beyondAscii() {
    assertThat(Bytes.ofUtf8("пай")).hasToString("d0bfd0b0d0b9");
    assertThat(Bytes.ofUtf8("").isEmpty()).isTrue();
    assertThat(Bytes.ofUtf8("a").size()).isEqualTo(1);
    assertThat(Bytes.ofUtf8("a").get(0)).isEqualTo((byte) 'a');
    assertThat(Arrays.equals(Bytes.EMPTY.toArray(), new byte[0])).isTrue();
  }
}
