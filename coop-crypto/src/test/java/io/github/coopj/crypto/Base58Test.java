package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base58Test {
  @ParameterizedTest(name = "{0} <-> {1}")
  @CsvSource({"'', ''", "00, 1", "39, z", "3a, 21", "000001, 112", "ff, 5Q", "ffff, LUv"})
  void encodeAndDecode_areInverse_forLeadingZerosAndCarries(String hex, String text) {
    assertThat(Base58.encode(Bytes.ofHex(hex).toArray())).isEqualTo(text);
    assertThat(Bytes.of(Base58.decode(text)).toHex()).isEqualTo(hex);
  }

  @Test
  void encodeAndDecode_refuse_whatWouldTakeTooLong() {
    assertThat(Base58.encode(new byte[65_536])).isEqualTo("1".repeat(65_536));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.encode(new byte[65_537]))
        .withMessage("Base58 is written of at most 65536 bytes, got 65537");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.decode("z".repeat(90_441)))
        .withMessage("Base58 text must have at most 90440 characters of Base58, got 90441");
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "12O", "12I", "12l", "12 ", "12é"})
  void decode_refuses_charactersOutsideTheAlphabet(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.decode(text))
        .withMessageStartingWith("Base58 text has the character '" + text.charAt(2) + "'")
        .withMessageContaining("at position 2");
  }
}
