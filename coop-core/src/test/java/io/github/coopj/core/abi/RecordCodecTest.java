package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCodecTest {
  record Transfer(Name from, Name to, Asset quantity, String memo) {}

  record Empty() {}

  record Numbers(
      byte i8,
      short i16,
      int i32,
      long i64,
      BigInteger i128,
      @AbiType("uint8") int u8,
      @AbiType("uint16") int u16,
      @AbiType("uint32") long u32,
      @AbiType("uint64") long u64,
      @AbiType("uint128") BigInteger u128,
      @AbiType("varint32") int vi,
      @AbiType("varuint32") long vu) {}

  record OneUint8(@AbiType("uint8") int value) {}

  record OneUint64(@AbiType("uint64") long value) {}

  record BigUint64(@AbiType("uint64") BigInteger value) {}

  record NarrowUint32(@AbiType("uint32") int value) {}

  record Tree(@AbiType("uint8") int id, List<Tree> children) {}

  enum Status {
    OPEN,
    CLOSED
  }

  record Holder(
      Optional<Name> who,
      List<Optional<Status>> history,
      @AbiType("uint16") List<Integer> counts) {}

  sealed interface Decision permits Approved, Refused {}

  record Approved(Name by) implements Decision {}

  record Refused(String reason) implements Decision {}

  record Ballot(Name voter, Decision decision) {}

  record Versioned(
      int a,
      @AbiExtension Optional<String> note,
      @AbiExtension Optional<Integer> b) {}

  record Positive(int value) {
    Positive {
      if (value <= 0) {
        throw new InvalidValueException("value must be positive, got " + value);
      }
    }
  }

  record Wrapper(Positive inner) {}

  private static <T> String hex(Class<T> type, T value) {
    return Bytes.of(RecordCodec.of(type).encode(value)).toHex();
  }

  private static <T> T decode(Class<T> type, String hex) {
    return RecordCodec.of(type).decode(Bytes.ofHex(hex).toArray());
  }

  private static <T> void assertBoth(Class<T> type, T value, String hex) {
    assertThat(hex(type, value)).isEqualTo(hex);
    assertThat(decode(type, hex)).isEqualTo(value);
  }

  @Test
  @Tag("CHAIN-01")
  void encode_givesTheFieldsOneAfterAnother_ofATransfer() {
    assertBoth(
        Transfer.class,
        new Transfer(Name.of("a"), Name.of("b"), Asset.parse("1.5000 AXON"), "пай"),
        "0000000000000030" + "0000000000000038" + "983a000000000000" + "0441584f4e000000"
            + "06d0bfd0b0d0b9");
  }

  @Test
  void encode_givesTheTypesDeclared_ofNumbers() {
    Numbers numbers = new Numbers(
        (byte) -1,
        (short) -2,
        -3,
        -4,
        BigInteger.valueOf(-5),
        255,
        65535,
        0xFFFF_FFFFL,
        Long.MAX_VALUE,
        BigInteger.TWO.pow(128).subtract(BigInteger.ONE),
        -1,
        300);
    assertBoth(
        Numbers.class,
        numbers,
        "ff" + "feff" + "fdffffff" + "fcffffffffffffff" + "fbffffffffffffffffffffffffffffff" + "ff"
            + "ffff" + "ffffffff" + "ffffffffffffff7f" + "ffffffffffffffffffffffffffffffff" + "01"
            + "ac02");
  }

  @Test
  void digest_isTheHashOfTheBytes() {
    assertThat(RecordCodec.of(OneUint8.class).digest(new OneUint8(7)))
        .isEqualTo(Checksum256.sha256(new byte[] {7}));
  }

  @Test
  void encode_givesNothing_ofAnEmptyRecord() {
    assertBoth(Empty.class, new Empty(), "");
  }

  @Test
  void encode_givesFlagsCountsAndNames_ofContainersAndEnums() {
    assertBoth(Holder.class, new Holder(Optional.empty(), List.of(), List.of()), "000000");
    assertBoth(
        Holder.class,
        new Holder(
            Optional.of(Name.of("a")),
            List.of(Optional.of(Status.OPEN), Optional.empty()),
            List.of(1, 65535)),
        "01" + "0000000000000030" + "02" + "01" + "044f50454e" + "00" + "02" + "0100" + "ffff");
  }

  @Test
  void encode_givesTheTagOfTheCase_ofASealedInterface() {
    assertBoth(
        Ballot.class,
        new Ballot(Name.EMPTY, new Approved(Name.of("a"))),
        "0000000000000000" + "00" + "0000000000000030");
    assertBoth(Decision.class, new Refused("no"), "01" + "026e6f");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0", "255"})
  void encode_isAccepted_atTheEndsOfTheRange(int value) {
    assertThat(decode(OneUint8.class, hex(OneUint8.class, new OneUint8(value))).value())
        .isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"-1", "256"})
  void encode_isRefused_justOutsideTheRange(int value) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(OneUint8.class, new OneUint8(value)))
        .withMessage("OUT_OF_RANGE at value: " + value + " does not fit uint8");
  }

  @Test
  void uint64_inALong_stopsBeforeItWouldTurnNegative() {
    assertBoth(OneUint64.class, new OneUint64(Long.MAX_VALUE), "ffffffffffffff7f");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(OneUint64.class, new OneUint64(-1)))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.OUT_OF_RANGE);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(OneUint64.class, "0000000000000080"))
        .withMessage("OUT_OF_RANGE at value offset 0: 9223372036854775808 does not fit a long");
    assertBoth(BigUint64.class, new BigUint64(BigInteger.TWO.pow(63)), "0000000000000080");
  }

  @Test
  void decode_isRefused_whenTheJavaTypeIsTooNarrow() {
    assertThat(decode(NarrowUint32.class, "ffffff7f").value()).isEqualTo(Integer.MAX_VALUE);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(NarrowUint32.class, "00000080"))
        .extracting(AbiException::reason, AbiException::path, AbiException::offset)
        .containsExactly(Reason.OUT_OF_RANGE, "value", 0);
  }

  @Test
  void decode_isRefused_withPathAndOffset_whenCutShortOrTooLong() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Ballot.class, "0000000000000000" + "01" + "026e"))
        .withMessage("TRUNCATED at decision.<Refused>.reason offset 9: 2 bytes announced, 1 left");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Empty.class, "00"))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TRAILING_DATA);
  }

  @Test
  void decode_isRefused_whenACaseIsUnknown() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Decision.class, "02"))
        .withMessage("UNKNOWN_CASE offset 0: Decision has no variant 2");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Holder.class, "00" + "01" + "01" + "044f50454f" + "00"))
        .withMessage("UNKNOWN_CASE at history[0] offset 3: Status has no constant 'OPEO'");
  }

  @Test
  void decode_isRefused_whenTheConstructorRefuses() {
    assertThat(decode(Positive.class, "01000000").value()).isEqualTo(1);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Wrapper.class, "00000000"))
        .withMessage("INVALID_VALUE at inner offset 0: Positive: value must be positive, got 0")
        .withCauseInstanceOf(InvalidValueException.class);
  }

  @Test
  void extensions_areLeftOut_fromTheEnd() {
    assertBoth(Versioned.class, new Versioned(1, Optional.empty(), Optional.empty()), "01000000");
    assertBoth(
        Versioned.class, new Versioned(1, Optional.of("x"), Optional.empty()), "01000000" + "0178");
    assertBoth(
        Versioned.class,
        new Versioned(1, Optional.of("x"), Optional.of(2)),
        "01000000" + "0178" + "02000000");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(Versioned.class, new Versioned(1, Optional.empty(), Optional.of(2))))
        .extracting(AbiException::reason, AbiException::path)
        .containsExactly(Reason.UNEXPECTED_FIELD, "b");
  }

  @Test
  void depth_isAcceptedUpTo32_andRefusedBeyond() {
    // every tree is a struct in a list: two levels each, the innermost one
    Tree tree = new Tree(0, List.of());
    for (int i = 1; i < 16; i++) {
      tree = new Tree(i, List.of(tree));
    }
    String deepest = hex(Tree.class, tree);
    assertThat(decode(Tree.class, deepest)).isEqualTo(tree);
    Tree deeper = new Tree(16, List.of(tree));
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(Tree.class, deeper))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_DEEP);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Tree.class, "0001".repeat(16) + "0000"))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void lists_ofElementsWithoutBytes_areBounded() {
    record Hollow(List<Empty> parts) {}
    assertThat(decode(Hollow.class, "808004").parts()).hasSize(65536);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Hollow.class, "818004"))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
    record Hollows(List<Hollow> parts) {}
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> decode(Hollows.class, "02" + "808004" + "01"))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void encode_isRefused_whenAComponentIsNull() {
    @SuppressWarnings("NullAway") // the case of the test
    Transfer broken = new Transfer(Name.EMPTY, null, Asset.zero(Symbol.AXON), "");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(Transfer.class, broken))
        .withMessage("MISSING_FIELD at to: null");
    List<Tree> children = new ArrayList<>(Arrays.asList((Tree) null));
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> hex(Tree.class, new Tree(0, children)))
        .withMessage("MISSING_FIELD at children[0]: null");
  }

  @Test
  void of_givesTheSameCodec_forTheSameClass() {
    assertThat(RecordCodec.of(Transfer.class)).isSameAs(RecordCodec.of(Transfer.class));
    assertThat(RecordCodec.of(Transfer.class)).hasToString("RecordCodec[transfer]");
    assertThat(hex(PermissionLevel.class, PermissionLevel.active(Name.of("a"))))
        .isEqualTo("0000000000000030" + "00000000a8ed3232");
  }

  record WithMap(Map<String, String> map) {}

  record WithDouble(double value) {}

  record BadAnnotation(@AbiType("uint8") String value) {}

  record UnknownAnnotation(@AbiType("uint7") int value) {}

  record Wild(List<? extends Name> names) {}

  record Generic<T>(T value) {}

  record LateField(@AbiExtension Optional<String> note, int late) {}

  record NoOptional(@AbiExtension String note) {}

  record LateBase(int a, @AbiBase Empty base) {}

  sealed interface Odd permits OddClass {}

  static final class OddClass implements Odd {}

  @Test
  void of_isRefused_forWhatHasNoFormInTheAbi() {
    assertRefused(
        WithMap.class,
        "WithMap.map: java.util.Map<java.lang.String, java.lang.String> has no form");
    assertRefused(WithDouble.class, "WithDouble.value: double has no form in the ABI");
    assertRefused(BadAnnotation.class, "java.lang.String is no integer");
    assertRefused(UnknownAnnotation.class, "@AbiType(\"uint7\") is none of [int8");
    assertRefused(Wild.class, "? extends io.github.coopj.core.name.Name has no form");
    assertRefused(Generic.class, "has type parameters");
    assertRefused(LateField.class, "LateField.late follows a binary extension");
    assertRefused(NoOptional.class, "NoOptional.note is an extension but no Optional");
    assertRefused(LateBase.class, "LateBase.base cannot be a base");
    assertRefused(Odd.class, "neither a record nor a sealed interface");
    assertRefused(Object.class, "java.lang.Object has no form in the ABI");
  }

  private static void assertRefused(Class<?> type, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RecordCodec.of(type))
        .withMessageContaining(message);
  }
}
