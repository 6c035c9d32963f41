package io.github.coopj.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.util.Arrays;
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

  /** By the definition: the text is the number of the bytes in base 58. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void encode_writesTheNumber_ofManyBytes(long seed) {
    Random random = new Random(seed);
    for (int size = 1; size <= 300; size++) {
      byte[] data = new byte[size];
      random.nextBytes(data);
      data[0] = (byte) (1 + random.nextInt(255));
      StringBuilder expected = new StringBuilder();
      BigInteger base = BigInteger.valueOf(58);
      for (BigInteger rest = new BigInteger(1, data); rest.signum() > 0; rest = rest.divide(base)) {
        expected.append("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
            .charAt(rest.mod(base).intValue()));
      }
      String text = expected.reverse().toString();
      assertThat(Base58.encode(data)).isEqualTo(text);
      assertThat(Base58.decode("text", text, 0)).isEqualTo(data);
    }
  }

  @Test
  void encodeAndDecode_takeAllOnes_upToTheirLimit() {
    byte[] largest = new byte[Base58.MAX_BYTES];
    Arrays.fill(largest, (byte) 0xff);
    String text = Base58.encode(largest);
    assertThat(text.length()).isLessThanOrEqualTo(Base58.MAX_CHARACTERS);
    assertThat(Base58.decode("text", text, 0)).isEqualTo(largest);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.encode(new byte[65_537]))
        .withMessage("Base58 is written of at most 65536 bytes, got 65537");
    assertThat(Base58.decode("text", "1".repeat(90_440), 0)).hasSize(90_440);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Base58.decode("text", "x" + "1".repeat(90_441), 1))
        .withMessage("text must have at most 90440 characters of Base58, got 90441");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 36, 37, 38, 69, 16_512})
  void decodeBase58_refuses_whatIsLongerThanItsBytes(int size) {
    byte[] largest = new byte[size];
    Arrays.fill(largest, (byte) 0xff);
    String text = Base58.encode(largest);
    assertThat(CheckedText.decodeBase58("text", text, 0, size)).isEqualTo(largest);
    int most = Base58.charactersOf(size);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CheckedText.decodeBase58("text", "1".repeat(most + 1), 0, size))
        .withMessage("text must have at most %d characters of Base58, got %d", most, most + 1);
  }
}
