package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("CHAIN-05")
class AbiCodecTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final AbiCodec PLAIN = AbiCodec.of(Abi.EMPTY);

  private static final AbiCodec SAMPLE = AbiCodec.of(Abi.fromJson("""
      {
        "version": "eosio::abi/1.1",
        "types": [
          {"new_type_name": "who", "type": "person"},
          {"new_type_name": "person", "type": "name"},
          {"new_type_name": "tags", "type": "string[]"}
        ],
        "structs": [
          {"name": "root", "base": "", "fields": [{"name": "id", "type": "uint8"}]},
          {"name": "leaf", "base": "root", "fields": [{"name": "who", "type": "who?"}]},
          {"name": "grown", "base": "", "fields": [
            {"name": "a", "type": "uint8"}, {"name": "b", "type": "uint8$"}, {"name": "c", "type": "tags$"}]},
          {"name": "middle", "base": "", "fields": [
            {"name": "g", "type": "grown"}, {"name": "z", "type": "uint8"}]},
          {"name": "tree", "base": "", "fields": [{"name": "children", "type": "tree[]"}]},
          {"name": "empty", "base": "", "fields": []}
        ],
        "actions": [{"name": "grow", "type": "grown"}],
        "tables": [{"name": "leaves", "type": "leaf"}],
        "variants": [{"name": "one", "types": ["uint8", "leaf", "tags", "uint8[]"]}],
        "action_results": [{"name": "grow", "result_type": "tags"}]
      }
      """));

  private static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  private static byte[] bytes(String hex) {
    return Bytes.ofHex(hex).toArray();
  }

  private static void assertRefused(AbiCodec codec, String type, String json, String message) {
    assertThatExceptionOfType(AbiException.class)
        .as(type + " " + json)
        .isThrownBy(() -> codec.encode(type, json(json)))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool|true|01|true|1",
        "bool|false|00|false|0",
        "int8|-128|80|-128|-128",
        "uint8|255|ff|255|255",
        "int16|-32768|0080|-32768|-32768",
        "uint16|65535|ffff|65535|65535",
        "int32|-2147483648|00000080|-2147483648|-2147483648",
        "uint32|4294967295|ffffffff|4294967295|4294967295",
        "int64|-5|fbffffffffffffff|\"-5\"|-5",
        "int64|4294967295|ffffffff00000000|\"4294967295\"|4294967295",
        "int64|4294967296|0000000001000000|\"4294967296\"|\"4294967296\"",
        "int64|-4294967295|01000000ffffffff|\"-4294967295\"|-4294967295",
        "int64|-4294967296|00000000ffffffff|\"-4294967296\"|\"-4294967296\"",
        "uint64|\"18446744073709551615\"|ffffffffffffffff|\"18446744073709551615\"|\"18446744073709551615\"",
        "int128|-1|ffffffffffffffffffffffffffffffff|\"-1\"|\"-1\"",
        "uint128|256|00010000000000000000000000000000|\"256\"|\"256\"",
        "varuint32|300|ac02|300|300",
        "varint32|-2|03|-2|-2",
        "float32|0.5|0000003f|0.5|\"0.50000000000000000\"",
        "float64|-0.125|000000000000c0bf|-0.125|\"-0.12500000000000000\"",
        "float64|\"NaN\"|000000000000f87f|\"NaN\"|\"nan\"",
        "float64|\"-inf\"|000000000000f0ff|\"-Infinity\"|\"-inf\"",
        "float32|\"Infinity\"|0000807f|\"Infinity\"|\"inf\"",
        "float128|\"0x000102030405060708090a0b0c0d0e0f\"|000102030405060708090a0b0c0d0e0f"
            + "|\"000102030405060708090A0B0C0D0E0F\"|\"0x000102030405060708090a0b0c0d0e0f\"",
        "time_point|\"1970-01-01T00:00:01.500\"|60e3160000000000|\"1970-01-01T00:00:01.500\"|\"1970-01-01T00:00:01.500\"",
        "time_point_sec|\"1970-01-02T00:00:00\"|80510100|\"1970-01-02T00:00:00.000\"|\"1970-01-02T00:00:00\"",
        "block_timestamp_type|\"2000-01-01T00:00:01.500\"|03000000|\"2000-01-01T00:00:01.500\"|\"2000-01-01T00:00:01.500\"",
        "name|\"a\"|0000000000000030|\"a\"|\"a\"",
        "bytes|\"0aFF\"|020aff|\"0AFF\"|\"0aff\"",
        "string|\"пай\"|06d0bfd0b0d0b9|\"пай\"|\"пай\"",
        "checksum160|\"00000000000000000000000000000000000000ab\"|00000000000000000000000000000000000000ab"
            + "|\"00000000000000000000000000000000000000AB\"|\"00000000000000000000000000000000000000ab\"",
        "symbol|\"4,AXON\"|0441584f4e000000|\"4,AXON\"|\"4,AXON\"",
        "symbol_code|\"AXON\"|41584f4e00000000|\"AXON\"|\"AXON\"",
        "asset|\"-0.0001 AXON\"|ffffffffffffffff0441584f4e000000|\"-0.0001 AXON\"|\"-0.0001 AXON\"",
        "extended_asset|{\"quantity\":\"1 A\",\"contract\":\"a\"}|010000000000000000410000000000000000000000000030"
            + "|{\"quantity\":\"1 A\",\"contract\":\"a\"}|{\"quantity\":\"1 A\",\"contract\":\"a\"}",
        "bitset|\"110001011\"|098b01|\"110001011\"|\"110001011\"",
        "name[]|[\"a\",\"\"]|0200000000000000300000000000000000|[\"a\",\"\"]|[\"a\",\"\"]",
        "uint8?|null|00|null|null",
        "uint8?|7|0107|7|7",
        "uint8[]?|[7]|010107|[7]|[7]",
        "uint8[][]|[[1],[]]|02010100|[[1],[]]|[[1],[]]",
      })
  void encode_andDecode_ofBuiltInTypes(
      String type, String json, String hex, String abieos, String nodeos) {
    assertThat(Bytes.of(PLAIN.encode(type, json(json))).toHex()).isEqualTo(hex);
    assertThat(PLAIN.decode(type, bytes(hex)).toString()).isEqualTo(json(abieos).toString());
    assertThat(PLAIN.decode(type, bytes(hex), JsonForm.NODEOS).toString())
        .isEqualTo(json(nodeos).toString());
    assertThat(Bytes.of(PLAIN.encode(type, json(abieos))).toHex()).isEqualTo(hex);
    assertThat(Bytes.of(PLAIN.encode(type, json(nodeos))).toHex()).isEqualTo(hex);
  }

  @Test
  void decode_printsAKey_asItsForm() {
    String hex = "00" + "02" + "c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf";
    assertThat(PLAIN.decode("public_key", bytes(hex)).stringValue()).startsWith("PUB_K1_");
    String legacy = PLAIN.decode("public_key", bytes(hex), JsonForm.NODEOS).stringValue();
    assertThat(legacy).startsWith("EOS");
    assertThat(Bytes.of(PLAIN.encode("public_key", json('"' + legacy + '"'))).toHex())
        .isEqualTo(hex);
  }

  @Test
  void decode_printsSymbolsNeverSet_withAnEmptyCode() {
    assertThat(PLAIN.decode("symbol", bytes("0400000000000000")).stringValue()).isEqualTo("4,");
    assertThat(PLAIN.decode("symbol_code", bytes("0000000000000000")).stringValue())
        .isEmpty();
    assertThat(PLAIN
            .decode("asset", bytes("0700000000000000" + "0000000000000000"))
            .stringValue())
        .isEqualTo("7 ");
    assertRefused(PLAIN, "asset", "\"7 \"", "INVALID_VALUE");
  }

  @ParameterizedTest
  @EnumSource(JsonForm.class)
  void encode_takesSymbolsNeverSet_likeANode(JsonForm form) {
    for (String hex : new String[] {"0000000000000000", "0400000000000000", "1200000000000000"}) {
      JsonNode printed = PLAIN.decode("symbol", bytes(hex), form);
      assertThat(PLAIN.encode("symbol", printed, form)).isEqualTo(bytes(hex));
    }
    JsonNode code = PLAIN.decode("symbol_code", bytes("0000000000000000"), form);
    assertThat(PLAIN.encode("symbol_code", code, form)).isEqualTo(bytes("0000000000000000"));
    assertThat(PLAIN.encode("symbol", json("\" 4,AXON\\n\""), form))
        .isEqualTo(bytes("0441584f4e000000"));
  }

  /** A node has a byte where the type is bool. */
  @Test
  void bool_isAByte_inTheFormOfANode() {
    for (int value : new int[] {0, 1, 2, 255}) {
      byte[] data = {(byte) value};
      assertThat(PLAIN.decode("bool", data, JsonForm.NODEOS).intValue()).isEqualTo(value);
      assertThat(PLAIN.encode("bool", json(String.valueOf(value)))).isEqualTo(data);
      JsonNode number = json(String.valueOf(value));
      if (value <= 1) {
        assertThat(PLAIN.encode("bool", number, JsonForm.ABIEOS)).isEqualTo(data);
      } else {
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> PLAIN.encode("bool", number, JsonForm.ABIEOS))
            .withMessage("OUT_OF_RANGE: must be true, false or 0 to 1");
      }
    }
    assertUnreadable("bool", "02", Reason.INVALID_VALUE);
  }

  private static AbiCodec codecOf(String section) {
    return AbiCodec.of(Abi.fromJson("{\"version\":\"eosio::abi/1.1\"," + section + "}"));
  }

  @Test
  void bitset_isWhatTheAbiSays_whereItDefinesOne() {
    AbiCodec codec = codecOf(
        "\"structs\":[{\"name\":\"bitset\",\"fields\":[{\"name\":\"size\",\"type\":\"uint8\"}]}]");
    assertThat(codec.encode("bitset", json("{\"size\":7}"))).isEqualTo(bytes("07"));
    AbiCodec alias = codecOf("\"types\":[{\"new_type_name\":\"bitset\",\"type\":\"uint8[]\"}]");
    assertThat(alias.encode("bitset", json("[7]"))).isEqualTo(bytes("0107"));
  }

  @Test
  void sizedArrays_mayStandInAnAbi_butHaveNoForm() {
    AbiCodec codec = codecOf("\"types\":[{\"new_type_name\":\"four\",\"type\":\"one[4]\"},"
        + "{\"new_type_name\":\"one\",\"type\":\"uint8\"}],\"structs\":[{\"name\":\"row\",\"fields\":["
        + "{\"name\":\"id\",\"type\":\"uint8\"},{\"name\":\"four\",\"type\":\"uint8[4]\"}]},"
        + "{\"name\":\"other\",\"fields\":[{\"name\":\"id\",\"type\":\"uint8\"}]}]");
    assertThat(codec.encode("other", json("{\"id\":7}"))).containsExactly(7);
    assertRefused(
        codec,
        "row",
        "{\"id\":7,\"four\":[1,2,3,4]}",
        "UNKNOWN_TYPE at four: arrays of fixed size have no form: uint8[4]");
    for (String type : new String[] {"row", "four", "uint8[4]", "four[]", "row[12]"}) {
      assertThatExceptionOfType(AbiException.class)
          .as(type)
          .isThrownBy(() -> codec.decode(type, bytes("01010101010101")))
          .extracting(AbiException::reason)
          .isEqualTo(Reason.UNKNOWN_TYPE);
    }
    for (String type :
        new String[] {"uint8[x]", "uint8[4", "uint8 4]", "[4]", "zz[4]", "]", "4]"}) {
      assertThat(codec.isType(type)).as(type).isFalse();
    }
  }

  /** 25 000 fields under 35 000 structs are half a megabyte of ABI, and would be 875 million copies. */
  @Test
  void of_takesLittleMemory_forManyStructsOfOneLargeBase() {
    List<Abi.Field> fields = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      fields.add(new Abi.Field("f" + i, "uint8"));
    }
    List<Abi.Struct> structs = new ArrayList<>();
    structs.add(new Abi.Struct("base", "", fields));
    for (int i = 0; i < 35_000; i++) {
      structs.add(new Abi.Struct("s" + i, "base", List.of(new Abi.Field("own", "uint8"))));
    }
    Abi abi = new Abi(
        Abi.VERSION,
        List.of(),
        structs,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
    AbiCodec codec = AbiCodec.of(abi);
    assertThat(codec.decode("s34999", new byte[25_001]).size()).isEqualTo(25_001);
  }

  @Test
  void of_isRefused_whenAFieldHasTheNameOfOneOfABase() {
    String structs =
        "\"structs\":[{\"name\":\"c\",\"base\":\"b\",\"fields\":[{\"name\":\"x\",\"type\":\"name\"}]},"
            + "{\"name\":\"b\",\"base\":\"a\",\"fields\":[]},"
            + "{\"name\":\"a\",\"fields\":[{\"name\":\"x\",\"type\":\"name\"}]}]";
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> codecOf(structs))
        .withMessage("INVALID_ABI: struct 'c' has two fields 'x'");
  }

  @Test
  void extensions_ofABase_mayBeLeftOutWithThoseBehind() {
    AbiCodec codec = codecOf("\"structs\":[{\"name\":\"base\",\"fields\":["
        + "{\"name\":\"a\",\"type\":\"uint8\"},{\"name\":\"b\",\"type\":\"uint8$\"}]},"
        + "{\"name\":\"leaf\",\"base\":\"base\",\"fields\":[{\"name\":\"c\",\"type\":\"inner$\"}]},"
        + "{\"name\":\"same\",\"base\":\"leaf\",\"fields\":[]},"
        + "{\"name\":\"inner\",\"fields\":[{\"name\":\"d\",\"type\":\"uint8$\"}]}]");
    assertThat(codec.encode("leaf", json("{\"a\":1}"))).containsExactly(1);
    assertThat(codec.encode("same", json("{\"a\":1,\"b\":2,\"c\":{}}"))).containsExactly(1, 2);
    assertThat(codec.encode("same", json("{\"a\":1,\"b\":2,\"c\":{\"d\":3}}")))
        .containsExactly(1, 2, 3);
    assertRefused(codec, "leaf", "{\"a\":1,\"c\":{}}", "UNEXPECTED_FIELD at c");
    assertThat(codec.decode("same", bytes("0102")).toString()).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void bases_areTaken_upTo32LevelsTogether() {
    for (int bases : new int[] {31, 32}) {
      StringBuilder structs = new StringBuilder(
          "\"structs\":[{\"name\":\"s0\",\"fields\":[{\"name\":\"a\",\"type\":\"uint8\"}]}");
      for (int i = 1; i <= bases; i++) {
        structs.append(",{\"name\":\"s" + i + "\",\"base\":\"s" + (i - 1) + "\",\"fields\":[]}");
      }
      String section = structs + "]";
      if (bases == 31) {
        AbiCodec codec = codecOf(section);
        assertThat(codec.encode("s31", json("{\"a\":7}"))).containsExactly(7);
        assertThat(codec.decode("s31", bytes("07")).size()).isEqualTo(1);
        assertRefused(codec, "s31[]", "[{\"a\":7}]", "TOO_DEEP at [0]");
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> codec.decode("s31[]", bytes("0107")))
            .extracting(AbiException::reason)
            .isEqualTo(Reason.TOO_DEEP);
      } else {
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> codecOf(section))
            .withMessage("TOO_DEEP at s32: more than 32 bases in a row");
      }
    }
  }

  /** In whichever order they stand. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aliases_areTaken_upTo32InARow(boolean upwards) {
    for (int aliases : new int[] {32, 33}) {
      List<Abi.Alias> types = new ArrayList<>();
      for (int i = 1; i <= aliases; i++) {
        types.add(new Abi.Alias("a" + i, i == 1 ? "uint8" : "a" + (i - 1)));
      }
      if (!upwards) {
        Collections.reverse(types);
      }
      Abi abi = new Abi(
          Abi.VERSION,
          types,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
      if (aliases == 32) {
        assertThat(AbiCodec.of(abi).encode("a32", json("7"))).containsExactly(7);
      } else {
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> AbiCodec.of(abi))
            .extracting(AbiException::reason)
            .isEqualTo(Reason.TOO_DEEP);
      }
    }
  }

  @Test
  void decode_leavesOutWhatIsNoText_inTheFormOfTheNodeOnly() {
    assertThat(PLAIN.decode("string", bytes("0361ff62"), JsonForm.NODEOS).stringValue())
        .isEqualTo("ab");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> PLAIN.decode("string", bytes("0361ff62")))
        .withMessage("INVALID_VALUE offset 1: text is not UTF-8");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool|256|OUT_OF_RANGE",
        "bool|-1|OUT_OF_RANGE",
        "symbol|\",\"|INVALID_VALUE",
        "symbol|\"19,\"|INVALID_VALUE",
        "symbol_code|\" \"|INVALID_VALUE",
        "bool|\"true\"|WRONG_JSON",
        "int8|128|OUT_OF_RANGE",
        "int8|-129|OUT_OF_RANGE",
        "uint8|-1|OUT_OF_RANGE",
        "uint8|256|OUT_OF_RANGE",
        "uint8|1.0|WRONG_JSON",
        "uint8|\"\"|INVALID_VALUE",
        "uint8|\"-\"|INVALID_VALUE",
        "uint8|\" 1\"|INVALID_VALUE",
        "uint8|\"+1\"|INVALID_VALUE",
        "uint8|\"٣\"|INVALID_VALUE",
        "uint8|null|WRONG_JSON",
        "uint32|4294967296|OUT_OF_RANGE",
        "int64|9223372036854775808|OUT_OF_RANGE",
        "int64|\"-9223372036854775809\"|OUT_OF_RANGE",
        "uint64|18446744073709551616|OUT_OF_RANGE",
        "int128|\"170141183460469231731687303715884105728\"|OUT_OF_RANGE",
        "uint128|\"340282366920938463463374607431768211456\"|OUT_OF_RANGE",
        "uint128|\"99999999999999999999999999999999999999999\"|INVALID_VALUE",
        "varuint32|4294967296|OUT_OF_RANGE",
        "varint32|2147483648|OUT_OF_RANGE",
        "float32|1e300|OUT_OF_RANGE",
        "float64|\"1e999\"|OUT_OF_RANGE",
        "float64|1e999|OUT_OF_RANGE",
        "float32|1e999|OUT_OF_RANGE",
        "float64|\"1f\"|INVALID_VALUE",
        "float64|\"0x1p3\"|INVALID_VALUE",
        "float64|true|WRONG_JSON",
        "float128|\"00\"|INVALID_VALUE",
        "time_point|\"yesterday\"|INVALID_VALUE",
        "time_point_sec|\"2106-02-07T06:28:16\"|INVALID_VALUE",
        "block_timestamp_type|\"1999-12-31T23:59:59\"|INVALID_VALUE",
        "name|\"A\"|INVALID_VALUE",
        "name|\"a.\"|INVALID_VALUE",
        "name|7|WRONG_JSON",
        "bytes|\"0\"|INVALID_VALUE",
        "bytes|\"zz\"|INVALID_VALUE",
        "string|1|WRONG_JSON",
        "checksum256|\"00\"|INVALID_VALUE",
        "public_key|\"EOS\"|INVALID_VALUE",
        "signature|\"SIG_K1_\"|INVALID_VALUE",
        "symbol|\"19,A\"|INVALID_VALUE",
        "symbol_code|\"a\"|INVALID_VALUE",
        "asset|\"1. A\"|INVALID_VALUE",
        "extended_asset|\"1 A@a\"|WRONG_JSON",
        "bitset|\"2\"|INVALID_VALUE",
        "uint8[]|7|WRONG_JSON",
        "uint8[]|[1,256]|OUT_OF_RANGE at [1]",
        "nosuch|1|UNKNOWN_TYPE: no type 'nosuch'",
        "uint8$|1|UNKNOWN_TYPE",
        "[]|[]|UNKNOWN_TYPE",
        "?|null|UNKNOWN_TYPE",
      })
  void encode_isRefused_whenTheJsonDoesNotFit(String type, String json, String message) {
    assertRefused(PLAIN, type, json, message);
  }

  @Test
  void structs_putTheFieldsOfTheBaseFirst() {
    String hex = "05" + "01" + "0000000000000030";
    assertThat(Bytes.of(SAMPLE.encode("leaf", json("{\"who\":\"a\",\"id\":5}"))).toHex())
        .isEqualTo(hex);
    assertThat(SAMPLE.decode("leaf", bytes(hex)).toString()).isEqualTo("{\"id\":5,\"who\":\"a\"}");
    assertThat(
            SAMPLE.decodeRow(Name.of("leaves"), bytes("0500"), JsonForm.ABIEOS).toString())
        .isEqualTo("{\"id\":5,\"who\":null}");
    assertRefused(SAMPLE, "leaf", "{\"id\":5}", "MISSING_FIELD at who: is missing");
    assertRefused(
        SAMPLE,
        "leaf",
        "{\"id\":5,\"who\":null,\"x\":1}",
        "UNEXPECTED_FIELD: leaf has no field 'x'");
    assertRefused(SAMPLE, "leaf", "[5,null]", "WRONG_JSON: leaf must be an object");
    assertRefused(SAMPLE, "root", "[]", "MISSING_FIELD at id");
    assertRefused(SAMPLE, "root", "[1,2]", "UNEXPECTED_FIELD: root has 1 fields, got 2");
    assertThat(SAMPLE.encode("root", json("[9]"))).containsExactly(9);
  }

  @Test
  void extensions_mayBeLeftOut_atTheVeryEndOnly() {
    assertThat(SAMPLE.encode("grown", json("{\"a\":1}"))).containsExactly(1);
    assertThat(SAMPLE.encode("grown", json("[1]"))).containsExactly(1);
    assertThat(SAMPLE.encodeAction(Name.of("grow"), json("{\"a\":1,\"b\":2}")))
        .containsExactly(1, 2);
    assertThat(SAMPLE.encode("grown", json("{\"a\":1,\"b\":2,\"c\":[]}"))).containsExactly(1, 2, 0);
    assertThat(SAMPLE.decode("grown", bytes("01")).toString()).isEqualTo("{\"a\":1}");
    assertThat(
            SAMPLE.decodeAction(Name.of("grow"), bytes("0102"), JsonForm.ABIEOS).toString())
        .isEqualTo("{\"a\":1,\"b\":2}");
    assertRefused(
        SAMPLE, "grown", "{\"a\":1,\"c\":[]}", "UNEXPECTED_FIELD at c: follows an omitted");
    assertRefused(
        SAMPLE, "middle", "{\"g\":{\"a\":1},\"z\":2}", "MISSING_FIELD at g.b: is missing");
    assertRefused(SAMPLE, "grown[]", "[{\"a\":1}]", "MISSING_FIELD at [0].b");
    assertThat(SAMPLE.encode("middle", json("{\"g\":{\"a\":1,\"b\":2,\"c\":[]},\"z\":3}")))
        .containsExactly(1, 2, 0, 3);
  }

  @Test
  void variants_areTypeAndValue() {
    assertThat(SAMPLE.encode("one", json("[\"tags\",[\"x\"]]"))).containsExactly(2, 1, 1, 'x');
    assertThat(SAMPLE.decode("one", bytes("030102")).toString()).isEqualTo("[\"uint8[]\",[2]]");
    assertRefused(SAMPLE, "one", "[\"int8\",1]", "UNKNOWN_CASE: one has no type 'int8'");
    assertRefused(SAMPLE, "one", "[\"uint8\"]", "WRONG_JSON: one must be [type, value]");
    assertRefused(SAMPLE, "one", "[\"leaf\",{\"id\":999}]", "OUT_OF_RANGE at <leaf>.id");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.decode("one", bytes("04")))
        .withMessage("UNKNOWN_CASE offset 0: one has no type number 4");
  }

  @Test
  void actionResults_haveTheirOwnType() {
    assertThat(SAMPLE
            .decodeActionResult(Name.of("grow"), bytes("010178"), JsonForm.ABIEOS)
            .toString())
        .isEqualTo("[\"x\"]");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.decodeActionResult(Name.of("none"), bytes(""), JsonForm.ABIEOS))
        .withMessage("UNKNOWN_TYPE: no action result none");
  }

  @Test
  void isType_knowsSuffixes() {
    assertThat(SAMPLE.isType("who?")).isTrue();
    assertThat(SAMPLE.isType("tree[]")).isTrue();
    assertThat(SAMPLE.isType("tree$")).isFalse();
    assertThat(SAMPLE.isType("uint8" + "[]".repeat(33))).isTrue();
    assertThat(SAMPLE.isType("uint8" + "[]".repeat(34))).isFalse();
  }

  @Test
  void depth_isAcceptedUpTo32_andRefusedBeyond() {
    // sixteen trees are a struct and a list each
    byte[] deepest = bytes("01".repeat(15) + "00");
    assertThat(SAMPLE.encode("tree", SAMPLE.decode("tree", deepest))).isEqualTo(deepest);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.decode("tree", bytes("01".repeat(16) + "00")))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_DEEP);
    String json = "{\"children\":[".repeat(17) + "]}".repeat(17);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.encode("tree", json(json)))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void decode_isRefused_whenElementsTakeNoBytes_beyondTheLimit() {
    assertThat(SAMPLE.decode("empty[]", bytes("808004")).size()).isEqualTo(65536);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.decode("empty[]", bytes("818004")))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> SAMPLE.decode("empty[][]", bytes("02" + "808004" + "01")))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void decode_isRefused_whenStructsOfNothingMultiply() {
    StringBuilder structs = new StringBuilder("{\"name\":\"s0\",\"fields\":[]}");
    for (int i = 1; i <= 30; i++) {
      String part = "\"type\":\"s" + (i - 1) + "\"}";
      structs
          .append(",{\"name\":\"s" + i + "\",\"fields\":[{\"name\":\"a\"," + part)
          .append(",{\"name\":\"b\"," + part + "]}");
    }
    AbiCodec codec =
        AbiCodec.of(Abi.fromJson("{\"version\":\"eosio::abi/1.1\",\"structs\":[" + structs + "]}"));
    assertThat(codec.decode("s10", bytes("")).size()).isEqualTo(2);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> codec.decode("s30", bytes("")))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void of_isRefused_soon_forNamesOfNothingButSuffixes() {
    String name = "[]".repeat(500_000);
    Abi abi = Abi.fromJson(
        "{\"version\":\"eosio::abi/1.1\",\"types\":[{\"new_type_name\":\"a\",\"type\":\"" + name
            + "\"}]}");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> AbiCodec.of(abi))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_DEEP);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"types\":[{\"new_type_name\":\"a\",\"type\":\"b\"},{\"new_type_name\":\"b\",\"type\":\"a[]\"}]"
            + "|INVALID_ABI: type 'a' is defined by itself",
        "\"types\":[{\"new_type_name\":\"a\",\"type\":\"name\"},{\"new_type_name\":\"a\",\"type\":\"name\"}]"
            + "|INVALID_ABI: type 'a' is defined twice",
        "\"types\":[{\"new_type_name\":\"name\",\"type\":\"uint64\"}]|INVALID_ABI: type 'name' is defined twice",
        "\"types\":[{\"new_type_name\":\"a\",\"type\":\"zz\"}]|UNKNOWN_TYPE at a: no type 'zz'",
        "\"structs\":[{\"name\":\"s\",\"fields\":[]},{\"name\":\"s\",\"fields\":[]}]"
            + "|INVALID_ABI: struct 's' is defined twice",
        "\"structs\":[{\"name\":\"s\",\"base\":\"t\",\"fields\":[]},{\"name\":\"t\",\"base\":\"s\",\"fields\":[]}]"
            + "|INVALID_ABI: struct 's' is its own base",
        "\"structs\":[{\"name\":\"s\",\"base\":\"zz\",\"fields\":[]}]|UNKNOWN_TYPE at s: base 'zz' is no struct",
        "\"structs\":[{\"name\":\"s\",\"fields\":[{\"name\":\"f\",\"type\":\"zz\"}]}]|UNKNOWN_TYPE at s.f: no type 'zz'",
        "\"structs\":[{\"name\":\"s\",\"fields\":[{\"name\":\"f\",\"type\":\"name\"},{\"name\":\"f\",\"type\":\"name\"}]}]"
            + "|INVALID_ABI: struct 's' has two fields 'f'",
        "\"variants\":[{\"name\":\"v\",\"types\":[\"zz\"]}]|UNKNOWN_TYPE at v: no type 'zz'",
        "\"variants\":[{\"name\":\"v\",\"types\":[]},{\"name\":\"v\",\"types\":[]}]|INVALID_ABI: variant 'v' is defined twice",
        "\"actions\":[{\"name\":\"a\",\"type\":\"zz\"}]|UNKNOWN_TYPE at action a: no type 'zz'",
        "\"actions\":[{\"name\":\"a\",\"type\":\"name\"},{\"name\":\"a\",\"type\":\"bool\"}]"
            + "|INVALID_ABI: action 'a' is defined twice",
        "\"tables\":[{\"name\":\"a\",\"type\":\"name\"},{\"name\":\"a\",\"type\":\"name\"}]"
            + "|INVALID_ABI: table 'a' is defined twice",
        "\"action_results\":[{\"name\":\"a\",\"result_type\":\"name\"},{\"name\":\"a\",\"result_type\":\"bool\"}]"
            + "|INVALID_ABI: action result 'a' is defined twice",
        "\"error_messages\":[{\"error_code\":\"18446744073709551615\",\"error_msg\":\"x\"},"
            + "{\"error_code\":\"18446744073709551615\",\"error_msg\":\"y\"}]"
            + "|INVALID_ABI: error code '18446744073709551615' is defined twice",
        "\"tables\":[{\"name\":\"a\",\"type\":\"zz\"}]|UNKNOWN_TYPE at table a: no type 'zz'",
        "\"action_results\":[{\"name\":\"a\",\"result_type\":\"zz\"}]|UNKNOWN_TYPE at action result a: no type 'zz'",
      })
  void of_isRefused_whenTheAbiMakesNoSense(String section, String message) {
    Abi abi = Abi.fromJson("{\"version\":\"eosio::abi/1.1\"," + section + "}");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> AbiCodec.of(abi))
        .withMessage(message);
  }

  @Test
  void of_isRefused_forAnotherVersion() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> AbiCodec.of(Abi.fromJson("{\"version\":\"eosio::abi/2.0\"}")))
        .withMessage("INVALID_ABI: version must be eosio::abi/1.x, got 'eosio::abi/2.0'");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a., a",
    "a............, a",
    "..a.b.., ..a.b",
    ".............,''",
    "abcdefghijkl., abcdefghijkl",
    "abcdefghijklj, abcdefghijklj"
  })
  void encode_takesDotsAtTheEndOfANameLikeAbieos_andRefusesThemLikeANode(
      String text, String printed) {
    JsonNode name = JsonNodeFactory.instance.stringNode(text);
    byte[] bytes = PLAIN.encode("name", name, JsonForm.ABIEOS);
    assertThat(bytes).isEqualTo(PLAIN.encode("name", json('"' + printed + '"')));
    assertThat(PLAIN.decode("name", bytes).stringValue()).isEqualTo(printed);
    if (!text.equals(printed)) {
      assertRefused(PLAIN, "name", name.toString(), "INVALID_VALUE: name must not end in a dot");
      assertThatExceptionOfType(AbiException.class)
          .isThrownBy(() -> PLAIN.encode("name", name, JsonForm.NODEOS))
          .extracting(AbiException::reason)
          .isEqualTo(Reason.INVALID_VALUE);
    }
  }

  @Test
  void encode_takesDotsAtTheEndOfAName_whereverItStands() {
    assertThat(PLAIN.encode(
            "extended_asset",
            json("{\"quantity\":\"1 AXON\",\"contract\":\"a.\"}"),
            JsonForm.ABIEOS))
        .isEqualTo(
            PLAIN.encode("extended_asset", json("{\"quantity\":\"1 AXON\",\"contract\":\"a\"}")));
    JsonNode leaf = json("{\"id\":1,\"who\":\"a.\"}");
    assertThat(SAMPLE.encode("one", json("[\"leaf\"," + leaf + "]"), JsonForm.ABIEOS))
        .isEqualTo(bytes("01" + "01" + "01" + "0000000000000030"));
    assertRefused(SAMPLE, "leaf", leaf.toString(), "INVALID_VALUE at who: name must not end");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"..............", "abcdefghijkl..", "A.", "a-.", "abcdefghijklk"})
  void encode_refusesOtherTextLikeANode_inTheFormOfAbieos(String text) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(
            () -> PLAIN.encode("name", JsonNodeFactory.instance.stringNode(text), JsonForm.ABIEOS))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.INVALID_VALUE);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = KeyType.class,
      names = {"K1", "R1"})
  void privateKey_isTypeByteAndSecret_inEveryForm(KeyType type) {
    PrivateKey key = PrivateKey.fromSeed(type, "private_key");
    byte[] bytes = bytes("0" + type.code() + Bytes.of(key.toSecret()).toHex());
    for (JsonForm form : JsonForm.values()) {
      JsonNode text = json('"' + key.toPvt() + '"');
      assertThat(PLAIN.encode("private_key", text, form)).isEqualTo(bytes);
      assertThat(PLAIN.decode("private_key", bytes, form)).isEqualTo(text);
    }
    assertThat(PLAIN.isType("private_key[]")).isTrue();
  }

  @Test
  void privateKey_isReadFromWif() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "private_key");
    assertThat(PLAIN.encode("private_key", json('"' + key.toWif() + '"')))
        .isEqualTo(PLAIN.encode("private_key", json('"' + key.toPvt() + '"')));
  }

  @Test
  void privateKey_isRefused_withoutItsSecretInTheMessage() {
    String pvt = PrivateKey.fromSeed(KeyType.K1, "private_key").toPvt();
    String wrong = pvt.substring(0, pvt.length() - 1) + (pvt.endsWith("a") ? "b" : "a");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> PLAIN.encode("private_key", json('"' + wrong + '"')))
        .matches(e -> e.reason() == Reason.INVALID_VALUE)
        .withMessageNotContaining(wrong.substring(8));
    assertUnreadable("private_key", "00" + "00".repeat(32), Reason.INVALID_VALUE);
    assertUnreadable("private_key", "02" + "01".repeat(32), Reason.INVALID_VALUE);
    assertUnreadable("private_key", "03" + "01".repeat(32), Reason.INVALID_VALUE);
    assertUnreadable("private_key", "00" + "01".repeat(31), Reason.TRUNCATED);
  }

  private static void assertUnreadable(String type, String hex, Reason reason) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> PLAIN.decode(type, bytes(hex)))
        .extracting(AbiException::reason)
        .isEqualTo(reason);
  }

  @Test
  void privateKey_isWhatTheAbiSays_whereItDefinesOne() {
    AbiCodec struct = AbiCodec.of(Abi.fromJson("""
        {"version": "eosio::abi/1.1", "structs": [
          {"name": "private_key", "base": "", "fields": [{"name": "id", "type": "uint8"}]},
          {"name": "box", "base": "", "fields": [{"name": "key", "type": "private_key"}]}]}
        """));
    assertThat(struct.encode("box", json("{\"key\":{\"id\":7}}"))).isEqualTo(bytes("07"));
    AbiCodec alias = AbiCodec.of(Abi.fromJson("""
        {"version": "eosio::abi/1.1", "types": [
          {"new_type_name": "keys", "type": "private_key[]"},
          {"new_type_name": "private_key", "type": "uint8"}]}
        """));
    assertThat(alias.encode("keys", json("[7]"))).isEqualTo(bytes("0107"));
  }
}
