package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.coopj.core.abi.values.Case;
import io.github.coopj.core.abi.values.Step;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the bytes or the JSON, an AbiException comes out or a value that goes round.
 *
 * <p>The ordinary build runs the kept inputs only, see the notes beside them in {@code AbiFuzzTestInputs}.
 */
class AbiFuzzTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<Codec<?>> CODECS = List.of(
      Codec.of(AbiGarbageTest.Everything.class),
      Codec.of(Case.class),
      Codec.of(Step.class),
      Codec.of(RecordCodecTest.Tree.class),
      Codec.of(RecordCodecTest.Holder.class),
      Codec.of(RecordCodecTest.Versioned.class));
  private static final AbiCodec BY_ABI = AbiCodec.of(AbiGarbageTest.ABI);
  private static final List<String> TYPES = AbiGarbageTest.types();

  private static int first(byte[] data) {
    return data.length == 0 ? 0 : data[0] & 0xFF;
  }

  private static JsonForm form(byte[] data) {
    return (first(data) & 1) == 0 ? JsonForm.ABIEOS : JsonForm.NODEOS;
  }

  private static byte[] rest(byte[] data) {
    return data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
  }

  /** First byte: which codec; the rest is the value. */
  @FuzzTest(maxDuration = "3m")
  void decodeRecord(byte[] data) {
    goRound(CODECS.get(first(data) % CODECS.size()), rest(data));
  }

  private static <T> void goRound(Codec<T> codec, byte[] data) {
    T value;
    try {
      value = codec.decode(data);
    } catch (AbiException e) {
      assertThat(e.offset()).isBetween(AbiException.NO_OFFSET, data.length);
      return;
    }
    assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
  }

  /** First byte: which type, the second which form; the rest is the value. */
  @FuzzTest(maxDuration = "3m")
  void decodeJson(byte[] data) {
    byte[] after = rest(data);
    decode(BY_ABI, TYPES.get(first(data) % TYPES.size()), rest(after), form(after));
  }

  private static void decode(AbiCodec codec, String type, byte[] data, JsonForm form) {
    JsonNode json;
    try {
      json = codec.decode(type, data, form);
    } catch (AbiException e) {
      assertThat(e.offset()).isBetween(AbiException.NO_OFFSET, data.length);
      return;
    }
    byte[] again;
    try {
      again = codec.encode(type, json, form);
    } catch (AbiException e) {
      assertThat(isExceptionOfJsonForm(e)).as("%s", e).isTrue();
      return;
    }
    assertThat(codec.decode(type, again, form)).isEqualTo(json);
  }

  /** The two things that are printed and not read, told at {@link JsonForm}. */
  private static boolean isExceptionOfJsonForm(AbiException e) {
    return e.reason() == AbiException.Reason.MISSING_FIELD
        || String.valueOf(e.getMessage()).contains("amount and symbol must be separated");
  }

  /** First byte: which type, the second which form; the rest is JSON. */
  @FuzzTest(maxDuration = "3m")
  @DictionaryEntries({
    "true",
    "null",
    "[]",
    "{}",
    "\"EOS",
    "\"PUB_K1_",
    "\"PUB_WA_",
    "\"SIG_R1_",
    "\"PVT_K1_",
    "1e308",
    "\"quantity\":",
    "\"contract\":",
    "\"threshold\":",
    "\"keys\":",
    "\"accounts\":",
    "\"waits\":",
    "\"at\":",
    "\"dots\":",
    "\"1.0000 AXON\"",
    "\"4,AXON\"",
    "\"2020-01-01T00:00:00.000\"",
    "\"dot\"",
    "\"line\"",
    "\"0x",
    "-0",
    "18446744073709551616"
  })
  void encodeJson(byte[] data) {
    byte[] after = rest(data);
    String type = TYPES.get(first(data) % TYPES.size());
    JsonForm form = form(after);
    JsonNode json = parse(new String(rest(after), StandardCharsets.UTF_8));
    byte[] encoded;
    try {
      if (json == null) {
        return;
      }
      encoded = BY_ABI.encode(type, json, form);
    } catch (AbiException e) {
      return;
    }
    JsonNode printed = BY_ABI.decode(type, encoded, form);
    // not the bytes: a time keeps microseconds that its text does not show
    assertThat(BY_ABI.decode(type, BY_ABI.encode(type, printed, form), form)).isEqualTo(printed);
  }

  private static @Nullable JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** An ABI as JSON text. Where it makes sense, its first types are asked to read a few bytes. */
  @FuzzTest(maxDuration = "3m")
  @DictionaryEntries({
    "{\"version\":\"eosio::abi/1.1\",",
    "\"types\":[",
    "\"structs\":[",
    "\"variants\":[",
    "\"actions\":[",
    "\"tables\":[",
    "\"ricardian_clauses\":[",
    "\"error_messages\":[",
    "\"abi_extensions\":[",
    "\"action_results\":[",
    "\"new_type_name\":\"",
    "\"type\":\"",
    "\"name\":\"",
    "\"base\":\"",
    "\"fields\":[",
    "\"result_type\":\"",
    "\"index_type\":\"",
    "\"key_names\":[",
    "\"key_types\":[",
    "\"error_code\":",
    "\"error_msg\":\"",
    "[]",
    "?",
    "$",
    "uint8",
    "name",
    "string"
  })
  void abiFromJson(byte[] data) {
    Abi abi;
    AbiCodec codec;
    try {
      abi = Abi.fromJson(new String(data, StandardCharsets.UTF_8));
      codec = AbiCodec.of(abi);
    } catch (AbiException e) {
      return;
    }
    assertThat(Abi.fromJson(abi.toJson().toString())).isEqualTo(abi);
    use(codec, data);
  }

  /** A binary ABI. */
  @FuzzTest(maxDuration = "3m")
  void abiFromBinary(byte[] data) {
    Abi abi;
    try {
      abi = Abi.fromBinary(data);
    } catch (AbiException e) {
      assertThat(e.offset()).isBetween(0, data.length);
      return;
    }
    assertThat(Abi.fromBinary(abi.toBinary())).isEqualTo(abi);
    assertThat(Abi.fromJson(abi.toJson())).isEqualTo(abi);
    AbiCodec codec;
    try {
      codec = AbiCodec.of(abi);
    } catch (AbiException e) {
      return;
    }
    use(codec, data);
  }

  /** Reads a few bytes by the types that a strange ABI defines, as a client does with what a chain tells it. */
  private static void use(AbiCodec codec, byte[] data) {
    byte[] few = Arrays.copyOf(data, Math.min(data.length, 64));
    codec.abi().structs().stream()
        .limit(4)
        .forEach(struct -> decode(codec, struct.name(), few, JsonForm.NODEOS));
    codec.abi().variants().stream()
        .limit(4)
        .forEach(variant -> decode(codec, variant.name() + "[]", few, JsonForm.ABIEOS));
    codec.abi().types().stream()
        .limit(4)
        .forEach(alias -> decode(codec, alias.newTypeName() + "?", few, JsonForm.ABIEOS));
  }
}
