package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
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

  @ParameterizedTest
  @ValueSource(strings = {"120", "12O", "12I", "12l", "12 ", "12é"})
  void decode_refuses_charactersOutsideTheAlphabet(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.decode(text))
        .withMessageStartingWith("Base58 text has the character '" + text.charAt(2) + "'")
        .withMessageContaining("at position 2");
  }
}
