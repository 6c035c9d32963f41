package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hash values are those printed in FIPS 180-4 and in the paper on RIPEMD-160 for "abc" and the empty text. */
class ChecksumTest {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @Test
  void sha256_equalsTheStandard() {
    assertThat(Checksum256.sha256(ABC))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Checksum256.sha256(Bytes.EMPTY))
        .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void sha512_equalsTheStandard() {
    assertThat(Checksum512.sha512(ABC))
        .hasToString("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    assertThat(Checksum512.sha512(Bytes.of(ABC))).isEqualTo(Checksum512.sha512(ABC));
  }

  @Test
  void ripemd160_equalsThePaper() {
    assertThat(Checksum160.ripemd160(ABC)).hasToString("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
    assertThat(Checksum160.ripemd160(Bytes.EMPTY))
        .hasToString("9c1185a5c5e9fc54612808977ee8f548b2258d31");
  }

  @Test
  void digests_joinParts_withoutSeparator() {
    assertThat(Digests.sha256(new byte[] {'a'}, new byte[0], new byte[] {'b', 'c'}))
        .isEqualTo(Digests.sha256(ABC));
  }

  @Test
  void digests_areIndependent_onManyThreads() {
    byte[] expected = Digests.sha256(ABC);
    assertThat(IntStream.range(0, 10_000)
            .parallel()
            .allMatch(i -> Arrays.equals(expected, Digests.sha256(ABC))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void of_refuses_anotherLength(int length) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum256.of(new byte[length]))
        .withMessage("checksum256 must have 32 bytes, got " + length);
  }

  @Test
  void ofHex_refuses_anotherLengthOrCharacter() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum160.ofHex("00"))
        .withMessage("checksum160 must have 40 hex digits, got 2");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum160.ofHex("x".repeat(40)))
        .withMessage("hex text has the character 'x' (U+0078) at position 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum512.ofHex("0".repeat(127)))
        .withMessage("checksum512 must have 128 hex digits, got 127");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum160.of(new byte[21]))
        .withMessage("checksum160 must have 20 bytes, got 21");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checksum512.of(new byte[63]))
        .withMessage("checksum512 must have 64 bytes, got 63");
  }

  @Test
  void values_areCopied_inAndOut() {
    byte[] array = new byte[32];
    Checksum256 checksum = Checksum256.of(array);
    array[0] = 1;
    checksum.toBytes()[1] = 1;
    assertThat(checksum).isEqualTo(Checksum256.ZERO);
  }

  @Test
  void compareTo_isUnsigned() {
    Checksum256 low = Checksum256.ofHex("7f" + "ff".repeat(31));
    Checksum256 high = Checksum256.ofHex("80" + "00".repeat(31));
    assertThat(low).isLessThan(high);
    assertThat(Checksum160.ZERO).isLessThan(Checksum160.ofHex("ff" + "00".repeat(19)));
    assertThat(Checksum512.ZERO).isLessThan(Checksum512.ofHex("00".repeat(63) + "80"));
  }

  @Test
  void equals_dependsOnTheBytes_notOnlyTheFirst() {
    String hex = "01".repeat(32);
    assertThat(Checksum256.ofHex(hex))
        .isEqualTo(Checksum256.ofHex(hex))
        .hasSameHashCodeAs(Checksum256.ofHex(hex));
    assertThat(Checksum256.ofHex(hex)).isNotEqualTo(Checksum256.ofHex("01".repeat(31) + "02"));
    assertThat((Object) Checksum256.ZERO)
        .isNotEqualTo(Checksum512.ZERO)
        .isNotEqualTo(Bytes.of(new byte[32]));
    assertThat(Checksum160.ofHex("02".repeat(20))).isEqualTo(Checksum160.ofHex("02".repeat(20)));
    assertThat(Checksum512.ofHex("02".repeat(64))).isEqualTo(Checksum512.ofHex("02".repeat(64)));
  }
}
