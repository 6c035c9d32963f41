package io.github.coopj.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AssetTest {
  private static final Symbol AXON = Symbol.AXON;
  private static final Asset MAX = new Asset(Asset.MAX_AMOUNT, AXON);

  @Test
  @Tag("CHAIN-06")
  void axon_hasFourDecimalPlaces() {
    assertThat(AXON).isEqualTo(Symbol.of(4, "AXON")).hasToString("4,AXON");
    assertThat(AXON.precision()).isEqualTo(4);
    assertThat(AXON.unit()).isEqualTo(10_000);
    assertThat(AXON.code()).isEqualTo(SymbolCode.of("AXON")).hasToString("AXON");
  }

  @Test
  void symbol_takesPrecision0To18() {
    long unit = 1;
    for (int precision = 0; precision <= 18; precision++) {
      Symbol symbol = Symbol.parse(precision + ",RUB");
      assertThat(symbol.precision()).isEqualTo(precision);
      assertThat(symbol.unit()).isEqualTo(unit);
      assertThat(new Symbol(symbol.value())).isEqualTo(symbol);
      unit *= 10;
    }
    for (int precision : new int[] {-1, 19, 255, 256}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Symbol.of(precision, "RUB"))
          .withMessage("precision of a symbol must be 0 to 18, got " + precision);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Symbol(AXON.value() | 0x13));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AXON",
        "4",
        ",AXON",
        "4,",
        "4;AXON",
        "x,AXON",
        "-1,AXON",
        "+4,AXON",
        "004,AXON",
        "19,AXON",
        "260,AXON",
        "4,axon",
        "4,A1",
        "4,ABCDEFGH",
        "4, AXON",
        "4,АXON"
      })
  void symbol_parse_isRefused_forOtherTexts(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Symbol.parse(text));
  }

  @Test
  void symbolCode_packsTheFirstLetterLowest() {
    assertThat(SymbolCode.of("A").value()).isEqualTo(0x41);
    assertThat(SymbolCode.of("AB").value()).isEqualTo(0x4241);
    assertThat(SymbolCode.of("ZZZZZZZ").value()).isEqualTo(0x5a5a5a5a5a5a5aL);
    assertThat(SymbolCode.of("AB")).isGreaterThan(SymbolCode.of("Z"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x4100, 0x4100_41, 0x61, 0x40, 0x5b, 0x41414141_41414141L, -1})
  void symbolCode_isRefused_forOtherValues(long value) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SymbolCode(value));
    if (value << 8 >>> 8 == value) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Symbol(value << 8 | 4));
    }
  }

  @ParameterizedTest(name = "{0} is {1} of {2}")
  @CsvSource({
    "1.0000 AXON, 10000, '4,AXON'",
    "-0.0001 AXON, -1, '4,AXON'",
    "0.00 RUB, 0, '2,RUB'",
    "-0.50 RUB, -50, '2,RUB'",
    "7 Z, 7, '0,Z'",
    "-7 Z, -7, '0,Z'",
    "0.000000000000000001 B, 1, '18,B'",
    "4.611686018427387903 B, 4611686018427387903, '18,B'",
    "-4.611686018427387903 B, -4611686018427387903, '18,B'",
    "4611686018427387903 B, 4611686018427387903, '0,B'",
  })
  void parse_andToString_areInverse(String text, long amount, String symbol) {
    Asset asset = Asset.parse(text);
    assertThat(asset).isEqualTo(new Asset(amount, Symbol.parse(symbol))).hasToString(text);
  }

  @Test
  void parse_skipsBlanksAndLeadingZeros() {
    assertThat(Asset.parse("  001.50   RUB ")).isEqualTo(new Asset(150, Symbol.of(2, "RUB")));
    assertThat(Asset.parse("-0 RUB")).isEqualTo(Asset.zero(Symbol.of(0, "RUB")));
    assertThat(Asset.parse("\t\n1 \u000bA\f\r")).isEqualTo(new Asset(1, Symbol.of(0, "A")));
    assertThat(Symbol.parse(" \t4,AXON\r\n")).isEqualTo(Symbol.AXON);
  }

  /** Where a node sees a character, a cooperative's reader must not see a blank. */
  @ParameterizedTest
  @ValueSource(strings = {"\u2003", "\u001c", "\u2028", "\u00a0", "\u0085", "\u3000"})
  void parse_refuses_blanksOfOtherAlphabets(String blank) {
    for (String text : new String[] {blank + "1 A", "1 A" + blank, "1 " + blank + "A"}) {
      assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Asset.parse(text));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Symbol.parse(blank + "4,AXON"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Symbol.parse("4,AXON" + blank));
  }

  @Test
  void parse_repeatsLongText_onlyInPart() {
    String text = "x".repeat(1_000_000);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Asset.parse(text))
        .withMessage(
            "amount and symbol must be separated with a space, got '" + "x".repeat(64) + "...'");
    List<Consumer<String>> parsers = List.of(
        Asset::parse,
        Symbol::parse,
        SymbolCode::of,
        Name::of,
        TimePoint::parse,
        PermissionLevel::parse,
        each -> Asset.parse("1. " + each),
        each -> Symbol.parse(each + ","));
    for (Consumer<String> parser : parsers) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> parser.accept(text))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "RUB",
        "1",
        "1RUB",
        "1. RUB",
        ".1 RUB",
        "-.1 RUB",
        "- RUB",
        "-- 1 RUB",
        "+1 RUB",
        "1.-1 RUB",
        "1.1.1 RUB",
        "1,0 RUB",
        "1 000 RUB",
        "1e3 RUB",
        "0x1 RUB",
        "1 rub",
        "1 RUB X",
        "1 ",
        "١ RUB",
        "0.0000000000000000001 RUB",
        "4611686018427387904 RUB",
        "-4611686018427387904 RUB",
        "9223372036854775807 RUB",
        "9223372036854775808 RUB",
        "99999999999999999999999999 RUB",
        "10.000000000000000000 RUB",
      })
  void parse_isRefused_forOtherTextsAndOutOfRange(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Asset.parse(text));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void toString_agreesWithExactDecimals_forAnyAmount(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long amount = random.nextLong() % (Asset.MAX_AMOUNT + 1) >> random.nextInt(62);
      int precision = random.nextInt(19);
      Asset asset = new Asset(amount, Symbol.of(precision, "RUB"));
      BigDecimal decimal = new BigDecimal(BigInteger.valueOf(amount), precision);
      assertThat(asset).hasToString(decimal.toPlainString() + " RUB");
      assertThat(Asset.parse(asset.toString())).isEqualTo(asset);
    }
  }

  @Test
  void toString_holdsTheLongestText_andTheShortest() {
    assertThat(new Asset(-Asset.MAX_AMOUNT, Symbol.of(18, "ABCDEFG")))
        .hasToString("-4.611686018427387903 ABCDEFG");
    assertThat(new Asset(-1, Symbol.of(18, "ABCDEFG")))
        .hasToString("-0.000000000000000001 ABCDEFG");
    assertThat(Asset.zero(Symbol.of(0, "A"))).hasToString("0 A");
  }

  @Test
  @Tag("CHAIN-06")
  void range_is2To62Minus1_onBothSides() {
    assertThat(MAX.negate().amount()).isEqualTo(-4_611_686_018_427_387_903L);
    for (long amount :
        new long[] {Asset.MAX_AMOUNT + 1, -Asset.MAX_AMOUNT - 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Asset(amount, AXON))
          .withMessage("amount must be within ±(2^62-1), got " + amount + " of 4,AXON");
    }
  }

  @Test
  @Tag("CHAIN-06")
  void arithmetic_isExact_andRefusedOnOverflow() {
    Asset one = new Asset(1, AXON);
    assertThat(one.plus(one)).isEqualTo(new Asset(2, AXON));
    assertThat(one.minus(new Asset(3, AXON))).isEqualTo(new Asset(-2, AXON));
    assertThat(MAX.minus(one).plus(one)).isEqualTo(MAX);
    assertThat(new Asset(-3, AXON).times(-7)).isEqualTo(new Asset(21, AXON));
    assertThat(MAX.times(-1)).isEqualTo(MAX.negate());
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> MAX.plus(one));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> MAX.plus(MAX));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MAX.negate().minus(one));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MAX.negate().minus(MAX));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> MAX.times(2));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MAX.times(4)); // wraps to a small number
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Asset(1L << 61, AXON).times(1L << 60));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> one.times(Long.MIN_VALUE));
  }

  @Test
  @Tag("CHAIN-06")
  void arithmetic_isRefused_betweenSymbols_alsoWhenOnlyThePrecisionDiffers() {
    Asset axon = new Asset(1, AXON);
    for (Asset other :
        new Asset[] {new Asset(1, Symbol.of(2, "AXON")), new Asset(1, Symbol.of(4, "RUB"))}) {
      String message = "amounts of different symbols do not mix: 4,AXON and " + other.symbol();
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> axon.plus(other))
          .withMessage(message);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> axon.minus(other))
          .withMessage(message);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> axon.compareAmount(other))
          .withMessage(message);
      assertThat(axon).isNotEqualTo(other);
    }
  }

  @Test
  void sign_isToldExactly() {
    assertThat(Asset.zero(AXON))
        .matches(Asset::isZero)
        .matches(a -> !a.isPositive())
        .matches(a -> !a.isNegative());
    assertThat(new Asset(1, AXON)).matches(Asset::isPositive).matches(a -> !a.isZero());
    assertThat(new Asset(-1, AXON)).matches(Asset::isNegative).matches(a -> !a.isZero());
    assertThat(new Asset(-1, AXON).compareAmount(new Asset(1, AXON))).isNegative();
    assertThat(MAX.compareAmount(MAX)).isZero();
  }

  @Test
  void json_isTheText_andExtendedAssetAnObject() {
    JsonMapper mapper = JsonMapper.builder().build();
    ExtendedAsset extended = new ExtendedAsset(Asset.parse("1.0000 AXON"), Name.of("eosio.token"));
    String json = "{\"quantity\":\"1.0000 AXON\",\"contract\":\"eosio.token\"}";
    assertThat(mapper.writeValueAsString(extended)).isEqualTo(json);
    assertThat(mapper.readValue(json, ExtendedAsset.class)).isEqualTo(extended);
    assertThat(extended).hasToString("1.0000 AXON@eosio.token");
    assertThat(mapper.readValue("\"4,AXON\"", Symbol.class)).isEqualTo(AXON);
    assertThat(mapper.writeValueAsString(AXON)).isEqualTo("\"4,AXON\"");
    assertThat(mapper.readValue("\"AXON\"", SymbolCode.class)).isEqualTo(AXON.code());
    assertThat(mapper.writeValueAsString(AXON.code())).isEqualTo("\"AXON\"");
  }
}
