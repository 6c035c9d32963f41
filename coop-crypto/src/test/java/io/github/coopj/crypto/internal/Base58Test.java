package io.github.coopj.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base58Test {
  /** Cases of the Base58 draft (draft-msporny-base58) and small ones counted by hand. */
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "00,1",
    "0000,11",
    "39,z",
    "3a,21",
    "48656c6c6f20576f726c6421,2NEpo7TZRRrLZSi2U",
    "0000287fb4cd,11233QC4"
  })
  void encode_equalsTheDraft_andDecodesBack(String hex, String text) {
    assertThat(Base58.encode(Bytes.ofHex(hex).toArray())).isEqualTo(text);
    assertThat(Base58.decode("text", text, 0)).isEqualTo(Bytes.ofHex(hex).toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void decode_readsBack_whatEncodeWrote(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] data = new byte[random.nextInt(90)];
      random.nextBytes(data);
      for (int zeros = random.nextInt(4); zeros > 0 && zeros <= data.length; zeros--) {
        data[zeros - 1] = 0;
      }
      assertThat(Base58.decode("text", "EOS" + Base58.encode(data), 3)).isEqualTo(data);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "O", "I", "l", " ", "_", "é", "\u0000"})
  void decode_refuses_whatIsOutsideTheAlphabet(String character) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.decode("text", "zz" + character, 0))
        .withMessageStartingWith("text has the character '" + character + "'")
        .withMessageEndingWith("at position 2, which is not Base58");
  }

  @Test
  void decodeBase58_refuses_whatIsLongerThanAnyKey() {
    assertThat(CheckedText.decodeBase58("text", "1".repeat(24_000), 0)).hasSize(24_000);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CheckedText.decodeBase58("text", "1".repeat(24_001), 0))
        .withMessage("text must have at most 24000 characters, got 24001");
  }
}
