package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.abi.values.Case;
import io.github.coopj.core.abi.values.Payment;
import io.github.coopj.core.abi.values.Step;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Interfaces implemented by Immutables: their bytes, their ABI, and what is refused. */
class ValueInterfaceTest {
  private static final Payment PAYMENT = Payment.builder()
      .payer(Name.of("a"))
      .payee(Name.of("b"))
      .quantity(Asset.parse("1.5000 AXON"))
      .memo("x")
      .build();
  private static final String PAYMENT_HEX =
      "0000000000000030" + "0000000000000038" + "983a000000000000" + "0441584f4e000000" + "0178";
  private static final Case CLOSED = Case.builder()
      .header(new Case.Header(3))
      .id(7)
      .open(false)
      .payment(PAYMENT)
      .build();
  private static final String CLOSED_HEX =
      "03" + "0700000000000000" + "00" + "0100" + "00" + "00" + "00" + PAYMENT_HEX + "00" + "00";
  private static final Case OPEN = Case.builder()
      .header(new Case.Header(255))
      .id(Long.MAX_VALUE)
      .open(true)
      .weight(65535)
      .title("t")
      .addJudges(Name.of("a"), Name.of("b"))
      .addVotes(0, 0xFFFF_FFFFL)
      .payment(PAYMENT)
      .addSteps(Step.Approve.builder().by(Name.of("c")).build(), new Step.Refuse("no"))
      .addAppeals(Case.builder().from(CLOSED).minutes(Bytes.EMPTY).build())
      .minutes(Bytes.ofHex("beef"))
      .build();

  private static <T> void assertBoth(Class<T> type, T value, String hex) {
    Codec<T> codec = Codec.of(type);
    assertThat(Bytes.of(codec.encode(value)).toHex()).isEqualTo(hex);
    T read = codec.decode(Bytes.ofHex(hex).toArray());
    assertThat(read).isEqualTo(value);
  }

  @Test
  void encode_givesTheAttributes_inTheOrderOfTheAnnotation() {
    assertBoth(Payment.class, PAYMENT, PAYMENT_HEX);
  }

  @Test
  void ofValue_findsTheInterface_thatAGeneratedClassImplements() {
    assertThat(Codec.ofValue(PAYMENT)).isSameAs(Codec.of(Payment.class));
    assertThat(Codec.ofValue(new Step.Refuse("no"))).isSameAs(Codec.of(Step.Refuse.class));
    assertThat(Bytes.of(Codec.ofValue(OPEN).encode(OPEN)))
        .isEqualTo(Bytes.of(Codec.of(Case.class).encode(OPEN)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Codec.ofValue(new Object()))
        .withMessage("java.lang.Object has no form in the ABI");
  }

  @Test
  void action_takesValues_andCodecs() {
    Action byValue = Action.of(Name.of("token"), Name.of("pay"), List.of(), PAYMENT);
    assertThat(byValue.data().toHex()).isEqualTo(PAYMENT_HEX);
    assertThat(byValue.dataAs(Payment.class)).isEqualTo(PAYMENT);
    Action byCodec =
        Action.of(Name.of("token"), Name.of("pay"), List.of(), Codec.of(Payment.class), PAYMENT);
    assertThat(byCodec).isEqualTo(byValue);
  }

  @AbiOrder("a")
  interface Wide {
    int a();
  }

  @AbiOrder("b")
  interface Other {
    int b();
  }

  @AbiOrder({"a", "c"})
  interface Narrow extends Wide {
    int c();
  }

  static class Both implements Wide, Other {
    @Override
    public int a() {
      return 1;
    }

    @Override
    public int b() {
      return 2;
    }
  }

  static class Under implements Narrow {
    @Override
    public int a() {
      return 1;
    }

    @Override
    public int c() {
      return 3;
    }
  }

  static final class Lower extends Under {}

  @Test
  void ofValue_refuses_classesOfSeveralInterfaces() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Codec.ofValue(new Both()))
        .withMessageContaining("implements several interfaces with @AbiOrder");
    assertThat(ValueInterface.implementedBy(Lower.class)).isEqualTo(Narrow.class);
    assertThat(ValueInterface.implementedBy(String.class)).isEqualTo(String.class);
  }

  @Test
  void encode_givesTheSameBytes_asTheRecordOfTheSameFields() {
    record Transfer(Name from, Name to, Asset quantity, String memo) {}
    Transfer transfer = new Transfer(Name.of("a"), Name.of("b"), Asset.parse("1.5000 AXON"), "x");
    assertThat(Codec.of(Payment.class).encode(PAYMENT))
        .isEqualTo(Codec.of(Transfer.class).encode(transfer));
    assertThat(Codec.of(Payment.class).digest(PAYMENT))
        .isEqualTo(Codec.of(Transfer.class).digest(transfer));
  }

  @Test
  void encode_writesDefaults_likeAnyOtherValue() {
    Payment silent = Payment.builder()
        .payer(Name.of("a"))
        .payee(Name.of("b"))
        .quantity(Asset.parse("1.5000 AXON"))
        .build();
    assertBoth(Payment.class, silent, PAYMENT_HEX.substring(0, PAYMENT_HEX.length() - 4) + "00");
    // absent bytes are no default: the field is part of the struct
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Payment.class)
            .decode(
                Bytes.ofHex(PAYMENT_HEX.substring(0, PAYMENT_HEX.length() - 4)).toArray()))
        .extracting(AbiException::reason, AbiException::path, AbiException::offset)
        .containsExactly(Reason.TRUNCATED, "memo", 32);
  }

  @Test
  void encode_givesFlagsCountsTagsAndNestedValues() {
    assertBoth(Case.class, CLOSED, CLOSED_HEX);
    assertBoth(
        Case.class,
        OPEN,
        "ff" + "ffffffffffffff7f" + "01" + "ffff" + "010174" + "02"
            + "00000000000000300000000000000038" + "0200000000ffffffff" + PAYMENT_HEX + "02" + "00"
            + "0000000000000040" + "01026e6f" + "01" + CLOSED_HEX + "00" + "02beef");
  }

  @Test
  void encode_isRefused_whenAnythingFollowsAnEmptyExtension() {
    Case twoAppeals = Case.builder().from(CLOSED).addAppeals(CLOSED, CLOSED).build();
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Case.class).encode(twoAppeals))
        .withMessage(
            "UNEXPECTED_FIELD at appeals[1].header.version: follows an omitted binary extension");
    Case lastAppeal = Case.builder().from(CLOSED).addAppeals(CLOSED).build();
    assertThat(Codec.of(Case.class).decode(Codec.of(Case.class).encode(lastAppeal)))
        .isEqualTo(lastAppeal);
  }

  @Test
  void encode_takesAnyImplementation_ofTheInterface() {
    Step.Approve byHand = () -> Name.of("c");
    assertThat(Codec.of(Step.class).encode(byHand))
        .isEqualTo(
            Codec.of(Step.class).encode(Step.Approve.builder().by(Name.of("c")).build()));
  }

  @Test
  void decode_isRefused_whenTheCheckOfTheValueRefuses() {
    String zero = PAYMENT_HEX.replace("983a", "0000");
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Payment.class).decode(Bytes.ofHex(zero).toArray()))
        .withMessage("INVALID_VALUE offset 0: Payment: quantity must be positive, got 0.0000 AXON")
        .withCauseInstanceOf(InvalidValueException.class);
    String inside = CLOSED_HEX.replace(PAYMENT_HEX, zero);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Case.class).decode(Bytes.ofHex(inside).toArray()))
        .extracting(AbiException::reason, AbiException::path, AbiException::offset)
        .containsExactly(Reason.INVALID_VALUE, "payment", 15);
  }

  @Test
  void decode_isRefused_withThePath_whenCutShort() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Case.class)
            .decode(Bytes.ofHex("03" + "0700000000000000" + "00" + "0100" + "00" + "0111")
                .toArray()))
        .extracting(AbiException::reason, AbiException::path, AbiException::offset)
        .containsExactly(Reason.TRUNCATED, "judges[0]", 14);
  }

  @Test
  void build_isRefused_namingWhatIsMissing() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Payment.builder().payer(Name.of("a")).memo("").build())
        .withMessage("mandatory attributes are missing: quantity, payee");
  }

  /** A value that answers null, as only an implementation by hand can. */
  private record Hollow(@Nullable Name given) implements Step.Approve {
    @Override
    @SuppressWarnings("NullAway") // the case of the test
    public Name by() {
      return given;
    }
  }

  @Test
  void encode_isRefused_withThePath_whenAnAttributeIsNull() {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Step.class).encode(new Hollow(null)))
        .withMessage("MISSING_FIELD at <Approve>.by: null");
    Case broken = Case.builder().from(CLOSED).addSteps(new Hollow(null)).build();
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Case.class).encode(broken))
        .withMessage("MISSING_FIELD at steps[0].<Approve>.by: null");
  }

  @Test
  void encode_isRefused_withThePath_whenANumberDoesNotFit() {
    Case heavy = Case.builder().from(CLOSED).weight(65536).build();
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Codec.of(Case.class).encode(heavy))
        .withMessage("OUT_OF_RANGE at weight: 65536 does not fit uint16");
  }

  @Test
  void builder_derivesTheAbi_thatReadsAndWritesTheSameBytes() {
    Abi abi = new AbiBuilder()
        .action(Name.of("pay"), Payment.class)
        .table(Name.of("cases"), Case.class)
        .actionResult(Name.of("pay"), Step.class)
        .build();
    assertThat(abi.structs())
        .containsExactly(
            new Abi.Struct(
                "payment",
                "",
                List.of(
                    new Abi.Field("from", "name"),
                    new Abi.Field("to", "name"),
                    new Abi.Field("quantity", "asset"),
                    new Abi.Field("memo", "string"))),
            new Abi.Struct("header", "", List.of(new Abi.Field("version", "uint8"))),
            new Abi.Struct("approve", "", List.of(new Abi.Field("by", "name"))),
            new Abi.Struct("refuse", "", List.of(new Abi.Field("why", "string"))),
            new Abi.Struct(
                "caserow",
                "header",
                List.of(
                    new Abi.Field("id", "uint64"),
                    new Abi.Field("open", "bool"),
                    new Abi.Field("weight", "uint16"),
                    new Abi.Field("case_title", "string?"),
                    new Abi.Field("judges", "name[]"),
                    new Abi.Field("votes", "uint32[]"),
                    new Abi.Field("payment", "payment"),
                    new Abi.Field("steps", "step[]"),
                    new Abi.Field("appeals", "caserow[]"),
                    new Abi.Field("minutes", "bytes$"))));
    assertThat(abi.variants())
        .containsExactly(new Abi.Variant("step", List.of("approve", "refuse")));
    AbiCodec codec = AbiCodec.of(abi);
    byte[] row = Codec.of(Case.class).encode(OPEN);
    JsonNode json = codec.decodeRow(Name.of("cases"), row, JsonForm.ABIEOS);
    assertThat(json.get("case_title").stringValue()).isEqualTo("t");
    assertThat(codec.encode("caserow", json)).isEqualTo(row);
  }

  @Test
  void of_givesTheSameCodec_byEitherName() {
    assertThat(Codec.of(Payment.class)).isSameAs(RecordCodec.of(Payment.class));
  }

  /** A builder of which nothing but its methods' names and types is asked. */
  private static <T> T stub(Class<T> builder) {
    return builder.cast(Proxy.newProxyInstance(
        builder.getClassLoader(), new Class<?>[] {builder}, (proxy, method, arguments) -> proxy));
  }

  interface Built<T> {
    T build();
  }

  // written by hand, so far as the codec looks at them: Immutables would refuse some of these

  interface Unordered {
    int a();

    static Built<Unordered> builder() {
      return () -> () -> 1;
    }
  }

  @AbiOrder("a")
  interface NoBuilder {
    int a();
  }

  interface OneBuilder {
    OneBuilder a(int value);

    Complete build();
  }

  @AbiOrder("a")
  interface Complete {
    int a();

    default int twice() {
      return a() + a();
    }

    static OneBuilder builder() {
      return stub(OneBuilder.class);
    }
  }

  interface TwoBuilder {
    TwoBuilder a(int value);

    TwoBuilder b(int value);

    Object build();
  }

  interface AnyBuilder<T> {
    AnyBuilder<T> a(int value);

    AnyBuilder<T> b(int value);

    T build();
  }

  interface OfUnnamed extends AnyBuilder<Unnamed> {
    @Override
    Unnamed build();
  }

  @AbiOrder("a")
  interface Unnamed {
    int a();

    int b();

    static OfUnnamed builder() {
      return stub(OfUnnamed.class);
    }
  }

  interface OfUnnamedDefault extends AnyBuilder<UnnamedDefault> {
    @Override
    UnnamedDefault build();
  }

  @AbiOrder("a")
  interface UnnamedDefault {
    int a();

    default int b() {
      return 1;
    }

    static OfUnnamedDefault builder() {
      return stub(OfUnnamedDefault.class);
    }
  }

  interface OfTwice extends AnyBuilder<Twice> {
    @Override
    Twice build();
  }

  @AbiOrder({"a", "b", "a"})
  interface Twice {
    int a();

    int b();

    static OfTwice builder() {
      return stub(OfTwice.class);
    }
  }

  interface OfUnknown extends AnyBuilder<Unknown> {
    @Override
    Unknown build();
  }

  @AbiOrder({"a", "c"})
  interface Unknown {
    int a();

    static OfUnknown builder() {
      return stub(OfUnknown.class);
    }
  }

  interface OfDerived extends AnyBuilder<Derived> {
    @Override
    Derived build();
  }

  @AbiOrder({"a", "sum"})
  interface Derived {
    int a();

    default int sum() {
      return a();
    }

    static OfDerived builder() {
      return stub(OfDerived.class);
    }
  }

  @AbiOrder("a")
  interface Astray {
    int a();

    static TwoBuilder builder() {
      return stub(TwoBuilder.class);
    }
  }

  @AbiOrder("a")
  interface Typed<T> {
    T a();
  }

  @AbiOrder("a")
  record Ordered(int a) {}

  interface OfShapeless extends AnyBuilder<Shapeless> {
    OfShapeless map(Map<String, String> map);

    @Override
    Shapeless build();
  }

  @AbiOrder("map")
  interface Shapeless {
    Map<String, String> map();

    static OfShapeless builder() {
      return stub(OfShapeless.class);
    }
  }

  @Test
  void of_isRefused_whenTheOrderIsNotDefinedForEveryAttribute() {
    assertThat(Codec.of(Complete.class)).hasToString("RecordCodec[complete]");
    assertRefused(Unnamed.class, "Unnamed does not say by @AbiOrder where the attribute b stands");
    assertRefused(
        UnnamedDefault.class,
        "UnnamedDefault does not say by @AbiOrder where the attribute b stands");
    assertRefused(Twice.class, "Twice names a twice in @AbiOrder");
    assertRefused(Unknown.class, "Unknown has no attribute c, which @AbiOrder names");
    assertRefused(
        Derived.class, "Derived has no attribute sum: its builder has no method sum(int)");
  }

  interface OfBare extends AnyBuilder<Bare> {
    @Override
    Bare build();
  }

  interface Bare {
    int a();

    static OfBare builder() {
      return stub(OfBare.class);
    }
  }

  @Test
  void of_isRefused_withoutOrderOrBuilder() {
    assertRefused(Bare.class, "Bare has no @AbiOrder, so the order of its attributes is not");
    assertRefused(Unordered.class, "Unordered has no form in the ABI");
    assertRefused(NoBuilder.class, "NoBuilder has @AbiOrder but no static method builder()");
    assertRefused(Astray.class, "Astray has a builder whose build() does not give the value");
    assertRefused(Typed.class, "Typed has type parameters");
    assertRefused(Ordered.class, "Ordered has @AbiOrder, but its components have an order");
    assertRefused(Shapeless.class, "Shapeless.map: java.util.Map<java.lang.String");
  }

  private static void assertRefused(Class<?> type, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Codec.of(type))
        .withMessageContaining(message);
  }
}
