package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAIN-01")
class AbiWriterReaderTest {
  private static String hex(Consumer<AbiWriter> write) {
    AbiWriter out = new AbiWriter();
    write.accept(out);
    assertThat(out.size()).isEqualTo(out.toByteArray().length);
    return Bytes.of(out.toByteArray()).toHex();
  }

  private static AbiReader reader(String hex) {
    return new AbiReader(Bytes.ofHex(hex));
  }

  private static void assertFault(ThrowingCallable call, Reason reason, int offset) {
    assertThatExceptionOfType(AbiException.class).isThrownBy(call).satisfies(e -> {
      assertThat(e.reason()).isEqualTo(reason);
      assertThat(e.offset()).isEqualTo(offset);
      assertThat(e).hasMessageStartingWith(reason.name());
    });
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "int8,-128,80",
    "int8,127,7f",
    "uint8,0,00",
    "uint8,255,ff",
    "int16,-32768,0080",
    "int16,32767,ff7f",
    "uint16,258,0201",
    "uint16,65535,ffff",
    "int32,-2147483648,00000080",
    "int32,16909060,04030201",
    "uint32,4294967295,ffffffff",
    "uint32,16909060,04030201",
    "int64,-9223372036854775808,0000000000000080",
    "int64,72623859790382856,0807060504030201",
    "uint64,-1,ffffffffffffffff",
    "varuint32,0,00",
    "varuint32,127,7f",
    "varuint32,128,8001",
    "varuint32,16383,ff7f",
    "varuint32,16384,808001",
    "varuint32,2097151,ffff7f",
    "varuint32,2097152,80808001",
    "varuint32,268435455,ffffff7f",
    "varuint32,268435456,8080808001",
    "varuint32,4294967295,ffffffff0f",
    "varint32,0,00",
    "varint32,-1,01",
    "varint32,1,02",
    "varint32,63,7e",
    "varint32,64,8001",
    "varint32,2147483647,feffffff0f",
    "varint32,-2147483648,ffffffff0f"
  })
  void write_givesTheBytesAndReadTheValue_ofIntegers(String type, long value, String expected) {
    assertThat(hex(out -> writer(type).accept(out, value))).isEqualTo(expected);
    AbiReader in = reader(expected);
    assertThat(read(type).apply(in)).isEqualTo(value);
    in.requireEnd();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "int8,-129",
    "int8,128",
    "uint8,-1",
    "uint8,256",
    "int16,-32769",
    "int16,32768",
    "uint16,-1",
    "uint16,65536",
    "uint32,-1",
    "uint32,4294967296",
    "varuint32,-1",
    "varuint32,4294967296"
  })
  void write_isRefused_justOutsideTheRange(String type, long value) {
    assertFault(
        () -> writer(type).accept(new AbiWriter(), value),
        Reason.OUT_OF_RANGE,
        AbiException.NO_OFFSET);
  }

  private static BiConsumer<AbiWriter, Long> writer(String type) {
    return switch (type) {
      case "int8" -> (out, value) -> out.writeI8(value.intValue());
      case "uint8" -> (out, value) -> out.writeU8(value.intValue());
      case "int16" -> (out, value) -> out.writeI16(value.intValue());
      case "uint16" -> (out, value) -> out.writeU16(value.intValue());
      case "int32" -> (out, value) -> out.writeI32(value.intValue());
      case "uint32" -> AbiWriter::writeU32;
      case "int64" -> AbiWriter::writeI64;
      case "uint64" -> AbiWriter::writeU64;
      case "varint32" -> (out, value) -> out.writeVarInt32(value.intValue());
      default -> AbiWriter::writeVarUint32;
    };
  }

  private static Function<AbiReader, Long> read(String type) {
    return switch (type) {
      case "int8" -> in -> (long) in.readI8();
      case "uint8" -> in -> (long) in.readU8();
      case "int16" -> in -> (long) in.readI16();
      case "uint16" -> in -> (long) in.readU16();
      case "int32" -> in -> (long) in.readI32();
      case "uint32" -> AbiReader::readU32;
      case "int64" -> AbiReader::readI64;
      case "uint64" -> AbiReader::readU64;
      case "varint32" -> in -> (long) in.readVarInt32();
      default -> AbiReader::readVarUint32;
    };
  }

  @Test
  void readVarUint32_accepts_aLongerFormThanNeeded() {
    assertThat(reader("8000").readVarUint32()).isZero();
    assertThat(reader("ffffffff0f").readVarUint32()).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void readVarUint32_isRefused_beyond32BitsOr5Bytes() {
    assertFault(() -> reader("ffffffff10").readVarUint32(), Reason.OUT_OF_RANGE, 0);
    assertFault(() -> reader("808080808000").readVarUint32(), Reason.INVALID_VALUE, 0);
    assertFault(() -> reader("8080").readVarUint32(), Reason.TRUNCATED, 2);
  }

  @Test
  void bool_isOneByte_andOtherBytesAreRefused() {
    assertThat(hex(out -> out.writeBool(true))).isEqualTo("01");
    assertThat(hex(out -> out.writeBool(false))).isEqualTo("00");
    assertThat(reader("01").readBool()).isTrue();
    assertThat(reader("00").readBool()).isFalse();
    assertFault(() -> reader("02").readBool(), Reason.INVALID_VALUE, 0);
    assertFault(() -> reader("ff").readBool(), Reason.INVALID_VALUE, 0);
  }

  @Test
  void string_isLengthAndUtf8() {
    assertThat(hex(out -> out.writeString(""))).isEqualTo("00");
    assertThat(hex(out -> out.writeString("abc"))).isEqualTo("03616263");
    assertThat(hex(out -> out.writeString("пай"))).isEqualTo("06d0bfd0b0d0b9");
    assertThat(reader("06d0bfd0b0d0b9").readString()).isEqualTo("пай");
    assertThat(reader("04f09f918d").readString()).isEqualTo("\uD83D\uDC4D");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 126, 127, 128, 129, 16383, 16384, 70000})
  void string_survives_lengthsAroundTheSizesOfTheCount(int length) {
    for (String unit : List.of("a", "я")) {
      String text = unit.repeat(length);
      AbiWriter out = new AbiWriter();
      out.writeString(text);
      AbiReader in = new AbiReader(out.toByteArray());
      assertThat(in.readString()).isEqualTo(text);
      in.requireEnd();
    }
  }

  @Test
  void string_isRefused_whenNotUtf8OrHalfACharacter() {
    assertFault(() -> reader("01ff").readString(), Reason.INVALID_VALUE, 1);
    assertFault(() -> reader("02c0af").readString(), Reason.INVALID_VALUE, 1);
    assertFault(() -> reader("03eda080").readString(), Reason.INVALID_VALUE, 1);
    assertFault(
        () -> new AbiWriter().writeString("\uD800"), Reason.INVALID_VALUE, AbiException.NO_OFFSET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uDC00", "a\uD83D", "\uD83Da", "\uD83D\uD83D", "\uDC4D\uD83D"})
  void string_isRefused_withHalfAPairAnywhere(String half) {
    for (String text : List.of(half, half + " ", "пай " + half, half + "\uD83D\uDC4D")) {
      assertFault(
          () -> new AbiWriter().writeString(text), Reason.INVALID_VALUE, AbiException.NO_OFFSET);
    }
  }

  @Test
  void string_mayHoldTheReplacementCharacter_butNotWhatIsReplaced() {
    assertThat(hex(out -> out.writeString("\uFFFD"))).isEqualTo("03efbfbd");
    assertThat(reader("03efbfbd").readString()).isEqualTo("\uFFFD");
    assertFault(() -> reader("04efbfbdff").readString(), Reason.INVALID_VALUE, 1);
  }

  @Test
  void string_survives_everyCharacterOfUnicode() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        String text = Character.toString(point);
        AbiWriter out = new AbiWriter(16);
        out.writeString(text);
        assertThat(new AbiReader(out.toByteArray()).readString()).isEqualTo(text);
      }
    }
  }

  @Test
  void lengths_areRefused_beforeAnythingIsReserved() {
    assertFault(() -> reader("ffffffff0f00").readString(), Reason.TRUNCATED, 0);
    assertFault(() -> reader("ffffffff0f00").readBytes(), Reason.TRUNCATED, 0);
    assertFault(
        () -> reader("ffffffff0f00").readList(RecordCodec.of(Name.class)), Reason.TOO_LARGE, 0);
    assertFault(() -> reader("00").readRaw(-1), Reason.TRUNCATED, 0);
    assertFault(() -> reader("00").readRaw(2), Reason.TRUNCATED, 0);
  }

  @Test
  void raw_andBytes_differByTheLength() {
    byte[] raw = {1, 2, 3};
    assertThat(hex(out -> out.writeRaw(raw))).isEqualTo("010203");
    assertThat(hex(out -> out.writeRaw(raw, 1, 2))).isEqualTo("02");
    assertThat(hex(out -> out.writeRaw(Bytes.of(raw)))).isEqualTo("010203");
    assertThat(hex(out -> out.writeBytes(raw))).isEqualTo("03010203");
    assertThat(hex(out -> out.writeBytes(Bytes.of(raw)))).isEqualTo("03010203");
    assertThat(reader("03010203").readBytes()).isEqualTo(Bytes.of(raw));
    assertThat(reader("00").readBytes()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void asset_isAmountPrecisionAndLetters() {
    assertThat(hex(out -> out.writeAsset(Asset.parse("1.0000 AXON"))))
        .isEqualTo("1027000000000000" + "0441584f4e000000");
    assertFault(
        () -> reader("1027000000000000" + "0461786f6e000000").readAsset(), Reason.INVALID_VALUE, 8);
    assertFault(
        () -> reader("0000000000000040" + "0441584f4e000000").readAsset(), Reason.INVALID_VALUE, 0);
    assertThat(reader("ffffffffffffff3f" + "0441584f4e000000").readAsset().amount())
        .isEqualTo(Asset.MAX_AMOUNT);
  }

  @Test
  void keysAndSignatures_areRefused_whenOfAnUnknownTypeOrCut() {
    assertFault(() -> reader("03" + "00".repeat(33)).readPublicKey(), Reason.INVALID_VALUE, 0);
    assertFault(() -> reader("00" + "00".repeat(32)).readPublicKey(), Reason.TRUNCATED, 0);
    assertFault(
        () -> reader("02" + "00".repeat(33) + "01" + "05").readPublicKey(), Reason.TRUNCATED, 0);
    assertFault(() -> reader("").readPublicKey(), Reason.TRUNCATED, 0);
    assertFault(() -> reader("03" + "00".repeat(65)).readSignature(), Reason.INVALID_VALUE, 0);
    assertFault(() -> reader("01" + "00".repeat(64)).readSignature(), Reason.TRUNCATED, 0);
    assertFault(
        () -> reader("02" + "00".repeat(65) + "0103" + "0203").readSignature(),
        Reason.TRUNCATED,
        0);
  }

  @Test
  void webAuthn_isRead_withItsVariableParts() {
    PublicKey key = PublicKey.ofWebAuthn(
        PrivateKey.fromSeed(KeyType.R1, "a").publicKey().toPoint(), 2, "coop.example");
    Signature signature = Signature.ofWebAuthn(new byte[65], new byte[300], new byte[] {'{', '}'});
    AbiWriter out = new AbiWriter();
    out.writePublicKey(key);
    out.writeSignature(signature);
    out.writeU8(7);
    assertThat(out.size()).isEqualTo(34 + 1 + 1 + 12 + 66 + 2 + 300 + 1 + 2 + 1);
    AbiReader in = new AbiReader(out.toByteArray());
    assertThat(in.readPublicKey()).isEqualTo(key);
    assertThat(in.readSignature()).isEqualTo(signature);
    assertThat(in.readU8()).isEqualTo(7);
    in.requireEnd();
    for (int end = 0; end < 48; end++) {
      AbiReader cut = new AbiReader(out.toByteArray(), 0, end);
      assertFault(cut::readPublicKey, Reason.TRUNCATED, 0);
    }
    for (int end = 48; end < out.size() - 1; end++) {
      AbiReader cut = new AbiReader(out.toByteArray(), 48, end);
      assertFault(cut::readSignature, Reason.TRUNCATED, 0);
    }
  }

  @Test
  void webAuthn_isRefused_withoutSite_orAbove16384Bytes() {
    String key = "02" + "00".repeat(33) + "01";
    assertFault(() -> reader(key + "00").readPublicKey(), Reason.INVALID_VALUE, 0);
    assertThat(reader(key + "808001" + "61".repeat(16_384)).readPublicKey().site())
        .contains("a".repeat(16_384));
    assertFault(
        () -> reader(key + "818001" + "61".repeat(16_385)).readPublicKey(),
        Reason.INVALID_VALUE,
        0);
    // refused by what is announced, wherever the bytes end
    assertFault(() -> reader(key + "ffffffff0f").readPublicKey(), Reason.INVALID_VALUE, 0);
    String signature = "02" + "00".repeat(65);
    assertThat(reader(signature + "8080" + "01" + "00".repeat(16_384) + "00")
            .readSignature()
            .variableSize())
        .isEqualTo(16_384);
    assertFault(
        () -> reader(signature + "0100" + "808001" + "00".repeat(16_384)).readSignature(),
        Reason.INVALID_VALUE,
        0);
  }

  @Test
  void authority_saysWhichPart_isAtFault() {
    String key = "00" + "00".repeat(33);
    String hex = "01000000" + "02" + key + "0100" + key + "01";
    assertPath("keys[1].weight", () -> reader(hex).readAuthority());
    assertPath(
        "keys[1].key", () -> reader("01000000" + "02" + key + "0100" + "07").readAuthority());
    assertPath("threshold", () -> reader("010000").readAuthority());
    assertPath(
        "accounts[0].permission",
        () -> reader("01000000" + "00" + "01" + "00".repeat(15)).readAuthority());
    assertPath(
        "accounts[0].weight",
        () -> reader("01000000" + "00" + "01" + "00".repeat(17)).readAuthority());
    assertPath(
        "waits[0].wait_sec", () -> reader("01000000" + "0000" + "01" + "00").readAuthority());
    assertPath(
        "waits[0].weight",
        () -> reader("01000000" + "0000" + "01" + "00".repeat(5)).readAuthority());
    assertPath("quantity", () -> reader("00").readExtendedAsset());
    assertPath(
        "contract", () -> reader("00".repeat(8) + "0041000000000000" + "00").readExtendedAsset());
  }

  private static void assertPath(String path, ThrowingCallable call) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.path()).isEqualTo(path));
  }

  @Test
  void writeList_saysWhichElement_isAtFault() {
    assertPath(
        "[1]",
        () -> new AbiWriter().writeList(List.of("a", "\uD800"), RecordCodec.of(String.class)));
  }

  /** Each struct and each array is one level, an empty array too, read or written. */
  @Test
  void depth_isCountedAlike_whenReadAndWritten() {
    Codec<List<Object>> nested = new Codec<>() {
      @Override
      public void write(List<Object> value, AbiWriter out) {
        out.writeList(value, each());
      }

      @Override
      public List<Object> read(AbiReader in) {
        return in.readList(each());
      }

      @SuppressWarnings("unchecked")
      private Codec<Object> each() {
        return (Codec<Object>) (Codec<?>) this;
      }
    };
    for (int levels = 30; levels <= 34; levels++) {
      List<Object> value = List.of();
      for (int i = 1; i < levels; i++) {
        value = List.of(value);
      }
      byte[] bytes = Bytes.ofHex("01".repeat(levels - 1) + "00").toArray();
      if (levels <= AbiReader.MAX_DEPTH) {
        assertThat(nested.encode(value)).isEqualTo(bytes);
        assertThat(nested.decode(bytes)).isEqualTo(value);
      } else {
        List<Object> tooDeep = value;
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> nested.encode(tooDeep))
            .extracting(AbiException::reason)
            .isEqualTo(Reason.TOO_DEEP);
        assertThatExceptionOfType(AbiException.class)
            .isThrownBy(() -> nested.decode(bytes))
            .extracting(AbiException::reason)
            .isEqualTo(Reason.TOO_DEEP);
      }
    }
  }

  record Deep(List<Deep> inner, Authority authority) {}

  /** As a record and as JSON by the ABI made of it. */
  @Test
  void depth_isCountedAlike_asRecordAndAsJson() {
    AbiCodec byAbi =
        AbiCodec.of(new AbiBuilder().action(Name.of("deep"), Deep.class).build());
    Codec<Deep> codec = Codec.of(Deep.class);
    Authority authority = new Authority(
        1,
        List.of(),
        List.of(new PermissionLevelWeight(PermissionLevel.parse("a@b"), 1)),
        List.of());
    Authority flat = new Authority(1, List.of(), List.of(), List.of());
    // a struct and a list for each, then authority, list, weight and level
    for (Authority last : List.of(flat, authority)) {
      Deep deep = new Deep(List.of(), last);
      for (int structs = 2; structs <= 18; structs++) {
        deep = new Deep(List.of(deep), flat);
        Deep value = deep;
        int levels = Math.max(2 * structs, 2 * structs - 1 + (last.equals(flat) ? 2 : 4));
        byte[] bytes = bytesOf(value);
        if (levels <= AbiReader.MAX_DEPTH) {
          assertThat(codec.encode(value)).isEqualTo(bytes);
          assertThat(codec.decode(bytes)).isEqualTo(value);
          assertThat(byAbi.encode("deep", byAbi.decode("deep", bytes))).isEqualTo(bytes);
        } else {
          for (ThrowingCallable call : List.<ThrowingCallable>of(
              () -> codec.encode(value),
              () -> codec.decode(bytes),
              () -> byAbi.decode("deep", bytes))) {
            assertThatExceptionOfType(AbiException.class)
                .isThrownBy(call)
                .extracting(AbiException::reason)
                .isEqualTo(Reason.TOO_DEEP);
          }
        }
      }
    }
  }

  private static byte[] bytesOf(Deep deep) {
    AbiWriter out = new AbiWriter();
    out.writeVarUint32(deep.inner().size());
    deep.inner().forEach(each -> out.writeRaw(bytesOf(each)));
    out.writeAuthority(deep.authority());
    return out.toByteArray();
  }

  @Test
  void reader_countsOffsets_fromTheStartOfItsPart() {
    AbiReader in = new AbiReader(new byte[] {9, 9, 1, 2, 9}, 2, 4);
    assertThat(in.remaining()).isEqualTo(2);
    assertThat(in.readU8()).isEqualTo(1);
    assertThat(in.position()).isEqualTo(1);
    assertFault(in::requireEnd, Reason.TRAILING_DATA, 1);
    assertThat(in.readU8()).isEqualTo(2);
    in.requireEnd();
    assertFault(in::readU8, Reason.TRUNCATED, 2);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AbiReader(new byte[2], 1, 3))
        .withMessage("no part 1 to 3 in an array of 2");
  }

  @Test
  void readList_saysWhichElement_isAtFault() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> reader("03010002").readList(RecordCodec.of(Boolean.class)))
        .satisfies(e -> assertThat(e.path()).isEqualTo("[2]"))
        .withMessage("INVALID_VALUE at [2] offset 3: bool byte 2");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void writer_grows_andReaderGivesBackWhatWasWritten(long seed) {
    Random random = new Random(seed);
    AbiWriter out = new AbiWriter(0);
    long[] values = random.longs(2000).toArray();
    for (long value : values) {
      out.writeI64(value);
      out.writeVarUint32(value & 0xFFFF_FFFFL);
      out.writeVarInt32((int) value);
      out.writeU32(value >>> 32);
      out.writeI16((short) value);
    }
    AbiReader in = new AbiReader(out.toByteArray());
    for (long value : values) {
      assertThat(in.readI64()).isEqualTo(value);
      assertThat(in.readVarUint32()).isEqualTo(value & 0xFFFF_FFFFL);
      assertThat(in.readVarInt32()).isEqualTo((int) value);
      assertThat(in.readU32()).isEqualTo(value >>> 32);
      assertThat(in.readI16()).isEqualTo((short) value);
    }
    in.requireEnd();
  }
}
