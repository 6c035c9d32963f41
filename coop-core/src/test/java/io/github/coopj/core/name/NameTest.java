package io.github.coopj.core.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NameTest {
  private static final String ALPHABET = ".12345abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1, 0800000000000000",
    "5, 2800000000000000",
    "a, 3000000000000000",
    "z, f800000000000000",
    ".z, 07c0000000000000",
    "zzzzzzzzzzzz, fffffffffffffff0",
    "zzzzzzzzzzzzj, ffffffffffffffff",
    "............1, 0000000000000001",
    "............j, 000000000000000f",
    "...........1, 0000000000000010",
  })
  void of_packsFiveBitsFromTheTop_atTheEdges(String text, String hex) {
    Name name = Name.of(text);
    assertThat(Long.toHexString(name.value())).isEqualTo(hex.replaceFirst("^0+", ""));
    assertThat(name).hasToString(text);
    assertThat(name.length()).isEqualTo(text.length());
  }

  @Test
  void of_isEmpty_forNoCharacters() {
    assertThat(Name.of("")).isEqualTo(Name.EMPTY);
    assertThat(Name.EMPTY.isEmpty()).isTrue();
    assertThat(Name.EMPTY.length()).isZero();
    assertThat(Name.EMPTY).hasToString("");
    assertThat(Name.of("1").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "6", "0", " a", "a ", "a@b", "a_b", "é", "ё", "\n", "a\u0000", "\uD83D\uDE00"
      })
  void of_isRefused_forForeignCharacters(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Name.of(text))
        .withMessageContaining("only a-z, 1-5 and dots")
        .withMessageContaining("at position ");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a.", "a..", ".............", "aaaaaaaaaaaa."})
  void of_isRefused_forDotAtTheEnd(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Name.of(text))
        .withMessage("name must not end in a dot: '" + text + "'");
  }

  @Test
  void of_isRefused_above13Characters() {
    assertThat(Name.of("aaaaaaaaaaaaa").length()).isEqualTo(13);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Name.of("aaaaaaaaaaaaaa"))
        .withMessage("name must have at most 13 characters, got 14: 'aaaaaaaaaaaaaa'");
  }

  @Test
  void of_refusesThe13thCharacter_afterJ() {
    for (int symbol = 1; symbol < ALPHABET.length(); symbol++) {
      String text = "abcdefghijkl" + ALPHABET.charAt(symbol);
      if (symbol <= ALPHABET.indexOf('j')) {
        assertThat(Name.of(text)).hasToString(text);
      } else {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> Name.of(text))
            .withMessageContaining("13th character");
      }
    }
  }

  @Test
  void of_andToString_areInverse_forEveryNameOfUpToThreeCharacters() {
    int names = 0;
    for (long head = 1; head < 1 << 15; head++) {
      Name name = new Name(head << 49);
      assertThat(Name.of(name.toString())).isEqualTo(name);
      names++;
    }
    assertThat(names).isEqualTo(31 + 32 * 31 + 32 * 32 * 31);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_andToString_areInverse_forAnyValue(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Name name = new Name(random.nextLong() << random.nextInt(64));
      String text = name.toString();
      assertThat(Name.of(text)).isEqualTo(name);
      assertThat(text).hasSize(name.length()).doesNotEndWith(".");
    }
  }

  @ParameterizedTest(name = "{0} = {1} . {2}")
  @CsvSource({
    "a.b.c, a.b, c",
    "user.com, user, com",
    "com, com, com",
    ".a, '', a",
    "a..b, a, b",
    "..ab.cd.ef, ..ab.cd, ef",
    "............j, '', j",
    "abcdefghijk.j, abcdefghijk, j",
    "a.bcdefghijkj, a, bcdefghijkj",
    "'', '', ''",
    "zzzzzzzzzzzzj, zzzzzzzzzzzzj, zzzzzzzzzzzzj",
  })
  void prefix_andSuffix_divideAtTheLastDot(String text, String prefix, String suffix) {
    Name name = Name.of(text);
    assertThat(name.prefix()).hasToString(prefix);
    assertThat(name.suffix()).hasToString(suffix);
    assertThat(name.hasDot()).isEqualTo(text.contains("."));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void prefix_andSuffix_agreeWithTheText_forAnyValue(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long value = 0;
      for (int at = 0; at < 12; at++) {
        value = value << 5 | (random.nextBoolean() ? 0 : random.nextInt(32));
      }
      Name name = new Name(value << 4 | (random.nextBoolean() ? 0 : random.nextInt(16)));
      String text = name.toString();
      int dot = text.lastIndexOf('.');
      assertThat(name.suffix()).hasToString(text.substring(dot + 1));
      assertThat(name.prefix())
          .hasToString(dot < 0 ? text : text.substring(0, dot).replaceFirst("\\.+$", ""));
    }
  }

  @Test
  void compareTo_ordersUnsigned_asTheTextsUnderDotDigitsLetters() {
    List<String> ordered =
        List.of("", "............1", ".a", "1", "5", "5z", "a", "a.b", "aa", "h", "i", "z", "zz");
    List<Name> names = new ArrayList<>(ordered.stream().map(Name::of).toList());
    Collections.shuffle(names, new Random(7));
    assertThat(names.stream().sorted().map(Name::toString)).containsExactlyElementsOf(ordered);
    assertThat(Name.of("z").value()).isNegative();
  }

  @Test
  @Tag("ACC-05")
  void values_areABijectionOntoOneTo2To60Minus1_forCanonicalNamesOfUpTo12Characters() {
    // every string of n canonical characters (last one no dot) has 32^(n-1) * 31 forms; the sum
    // over 1..12 is 32^12 - 1
    long count = 0;
    long forms = 31;
    for (int length = 1; length <= 12; length++) {
      count += forms;
      forms *= 32;
    }
    assertThat(count).isEqualTo((1L << 60) - 1).isEqualTo(1_152_921_504_606_846_975L);
    assertThat(AccountNames.CANONICAL_NAMES).isEqualTo(count);

    assertThat(AccountNames.ofOrdinal(1)).hasToString("...........1");
    assertThat(AccountNames.ofOrdinal(count)).hasToString("zzzzzzzzzzzz");
    Random random = new Random(60);
    for (int i = 0; i < 100_000; i++) {
      long ordinal = (random.nextLong() >>> 4 >>> random.nextInt(60)) | 1L << random.nextInt(60);
      Name name = AccountNames.ofOrdinal(ordinal);
      assertThat(name.length()).isBetween(1, 12);
      assertThat(AccountNames.ordinal(Name.of(name.toString()))).isEqualTo(ordinal);
    }
  }

  @Test
  void ordinal_isRefused_outsideItsRange() {
    for (Name name : List.of(Name.EMPTY, Name.of("aaaaaaaaaaaa1"))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountNames.ordinal(name));
    }
    for (long ordinal : new long[] {0, -1, 1L << 60}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountNames.ofOrdinal(ordinal));
    }
  }

  @Test
  void json_isTheText() {
    JsonMapper mapper = JsonMapper.builder().build();
    assertThat(mapper.writeValueAsString(Name.of("user.com"))).isEqualTo("\"user.com\"");
    assertThat(mapper.readValue("\"user.com\"", Name.class)).isEqualTo(Name.of("user.com"));
  }
}
