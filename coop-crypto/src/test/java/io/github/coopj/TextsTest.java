package io.github.coopj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "пай", "\u0000", "\ud83d\ude00", "a\ud83d\ude00b", "\uffff", "?"})
  void utf8_isThatOfTheJdk_andReadsBack(String text) {
    byte[] bytes = Texts.utf8("text", text);
    assertThat(bytes).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(Texts.ofUtf8("text", bytes)).isEqualTo(text);
    assertThat(Texts.isWellFormed(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d", "a\ud83d", "\ud83da", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void utf8_refuses_halfOfAPair(String text) {
    assertThat(Texts.isWellFormed(text)).isFalse();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Texts.utf8("label", text))
        .withMessage("label must be text, got half of a surrogate pair");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Bytes.ofUtf8(text))
        .withMessage("text must be text, got half of a surrogate pair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0af", "e282", "eda080", "f4908080", "61ff"})
  void ofUtf8_refuses_whatIsNotUtf8(String hex) {
    byte[] bytes = Bytes.ofHex(hex).toArray();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Texts.ofUtf8("label", bytes))
        .withMessage("label must be text in UTF-8");
  }

  @Test
  void trim_takesBlanksOfAscii_only() {
    assertThat(Texts.trim(" \t\n\u000b\f\ra b\r ")).isEqualTo("a b");
    assertThat(Texts.trim("")).isEmpty();
    assertThat(Texts.trim(" \n ")).isEmpty();
    for (String kept :
        new String[] {"\u00a0a", "a\u2003", "\u0008a", "\u000ea", "a\u0000", "a\u0085"}) {
      assertThat(Texts.trim(kept)).isEqualTo(kept);
    }
  }

  @Test
  void brief_cutsBehind64Characters_andNoPair() {
    assertThat(Texts.brief("x".repeat(64))).isEqualTo("x".repeat(64));
    assertThat(Texts.brief("x".repeat(65))).isEqualTo("x".repeat(64) + "...");
    assertThat(Texts.brief("x".repeat(63) + "\ud83d\ude00")).isEqualTo("x".repeat(63) + "...");
    assertThat(Texts.brief("x".repeat(62) + "\ud83d\ude00" + "y"))
        .isEqualTo("x".repeat(62) + "\ud83d\ude00...");
  }
}
