package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The built-in types of the ABI and their JSON. */
final class JsonScalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{0,400})?([eE][+-]?[0-9]{1,4})?");
  private static final BigInteger MAX_NUMBER = BigInteger.valueOf(0xFFFF_FFFFL);
  private static final int FLOAT128_SIZE = 16;
  private static final int PRIVATE_KEY_SIZE = 32;

  /** Letter in the place of a code that is empty. */
  private static final char STAND_IN = 'A';

  private JsonScalars() {}

  /** Every built-in type by name, in the order of the node's list. */
  static Map<String, JsonType> all() {
    Map<String, JsonType> types = new LinkedHashMap<>();
    types.put("bool", bool());
    for (String name : List.of(
        "int8",
        "uint8",
        "int16",
        "uint16",
        "int32",
        "uint32",
        "int64",
        "uint64",
        "int128",
        "uint128",
        "varint32",
        "varuint32")) {
      IntegerType type = IntegerType.of(name);
      if (type != null) {
        types.put(name, integer(type));
      }
    }
    types.put("float32", new Float32());
    types.put("float64", new Float64());
    types.put("float128", float128());
    types.put(
        "time_point",
        text(
            TimePoint::parse,
            AbiWriter::writeTimePoint,
            (in, form) -> in.readTimePoint().toString()));
    types.put(
        "time_point_sec", text(TimePointSec::parse, AbiWriter::writeTimePointSec, (in, form) -> {
          String seconds = in.readTimePointSec().toString();
          return form == JsonForm.NODEOS ? seconds : seconds + ".000";
        }));
    types.put(
        "block_timestamp_type",
        text(
            BlockTimestamp::parse,
            AbiWriter::writeBlockTimestamp,
            (in, form) -> in.readBlockTimestamp().toString()));
    JsonType name = new NameType();
    types.put("name", name);
    types.put(
        "bytes",
        text(Bytes::ofHex, AbiWriter::writeBytes, (in, form) -> hex(in.readBytes(), form)));
    types.put("string", text(Function.identity(), AbiWriter::writeString, JsonScalars::readText));
    types.put("checksum160", checksum(20));
    types.put("checksum256", checksum(32));
    types.put("checksum512", checksum(64));
    types.put("public_key", text(PublicKey::parse, AbiWriter::writePublicKey, (in, form) -> {
      PublicKey key = in.readPublicKey();
      return form == JsonForm.NODEOS && key.type() == KeyType.K1
          ? key.toLegacyString()
          : key.toString();
    }));
    types.put(
        "signature",
        text(
            Signature::parse,
            AbiWriter::writeSignature,
            (in, form) -> in.readSignature().toString()));
    types.put(
        "symbol", text(JsonScalars::parseSymbol, AbiWriter::writeU64, JsonScalars::readSymbol));
    types.put(
        "symbol_code",
        text(JsonScalars::parseSymbolCode, AbiWriter::writeU64, JsonScalars::readSymbolCode));
    JsonType asset = text(Asset::parse, AbiWriter::writeAsset, JsonScalars::readAsset);
    types.put("asset", asset);
    JsonType.StructType extended = new JsonType.StructType("extended_asset");
    List<JsonType.Field> fields = new ArrayList<>();
    fields.add(new JsonType.Field("quantity", asset, false));
    fields.add(new JsonType.Field("contract", name, false));
    extended.define(fields, List.of(extended));
    extended.close();
    types.put("extended_asset", extended);
    return types;
  }

  /** Types that abieos and newer nodes have beside those of leap 5; an ABI may define its own of the same name. */
  static Map<String, JsonType> ofOthers() {
    return Map.of(
        "bitset",
        new BitSetType(),
        "private_key",
        text(PrivateKey::parse, JsonScalars::writePrivateKey, JsonScalars::readPrivateKey));
  }

  private static String textOf(JsonNode json) {
    if (!json.isString()) {
      throw AbiException.of(Reason.WRONG_JSON, "must be a string");
    }
    return json.stringValue();
  }

  private static AbiException invalid(Exception e) {
    return AbiException.invalid(AbiException.NO_OFFSET, e);
  }

  /** A type whose JSON is text. */
  private static <T> JsonType text(
      Function<String, T> parse,
      BiConsumer<AbiWriter, T> writer,
      BiFunction<AbiReader, JsonForm, String> reader) {
    return new JsonType.Scalar() {
      @Override
      void write(JsonNode json, AbiWriter out, JsonForm form) {
        T value;
        try {
          value = parse.apply(textOf(json));
        } catch (InvalidValueException e) {
          throw invalid(e);
        }
        writer.accept(out, value);
      }

      @Override
      JsonNode read(AbiReader in, JsonForm form) {
        return NODES.stringNode(reader.apply(in, form));
      }
    };
  }

  /** A name. The node takes only the text that the value prints; abieos also one with dots at its end. */
  private static final class NameType extends JsonType.Scalar {
    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form) {
      String text = textOf(json);
      if (form == JsonForm.ABIEOS && text.length() <= Name.MAX_LENGTH) {
        text = withoutDotsAtTheEnd(text);
      }
      try {
        out.writeName(Name.of(text));
      } catch (InvalidValueException e) {
        throw invalid(e);
      }
    }

    private static String withoutDotsAtTheEnd(String text) {
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '.') {
        end--;
      }
      return text.substring(0, end);
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      return NODES.stringNode(in.readName().toString());
    }
  }

  private static void writePrivateKey(AbiWriter out, PrivateKey key) {
    byte[] secret = key.toSecret();
    out.writeU8(key.type().code());
    out.writeRaw(secret);
    Arrays.fill(secret, (byte) 0);
    key.destroy();
  }

  private static String readPrivateKey(AbiReader in, JsonForm form) {
    int at = in.position();
    int type = in.readU8();
    byte[] secret = in.readRaw(PRIVATE_KEY_SIZE);
    try {
      PrivateKey key = PrivateKey.ofSecret(KeyType.ofCode(type), secret);
      String text = key.toPvt();
      key.destroy();
      return text;
    } catch (InvalidValueException e) {
      throw invalidAt(at, e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static JsonType bool() {
    return new JsonType.Scalar() {
      @Override
      void write(JsonNode json, AbiWriter out, JsonForm form) {
        if (json.isBoolean()) {
          out.writeBool(json.booleanValue());
        } else if (json.isIntegralNumber()) {
          BigInteger flag = json.bigIntegerValue();
          int bits = form == JsonForm.NODEOS ? Byte.SIZE : 1;
          if (flag.signum() < 0 || flag.bitLength() > bits) {
            throw AbiException.of(
                Reason.OUT_OF_RANGE, "must be true, false or 0 to " + ((1 << bits) - 1));
          }
          out.writeU8(flag.intValue());
        } else {
          throw AbiException.of(Reason.WRONG_JSON, "must be true or false");
        }
      }

      @Override
      JsonNode read(AbiReader in, JsonForm form) {
        // a node has a byte here and prints whatever it is; abieos a truth value
        return form == JsonForm.NODEOS
            ? NODES.numberNode(in.readU8())
            : NODES.booleanNode(in.readBool());
      }
    };
  }

  private static JsonType integer(IntegerType type) {
    return new JsonType.Scalar() {
      @Override
      void write(JsonNode json, AbiWriter out, JsonForm form) {
        if (json.isInt() && json.intValue() >= 0) {
          type.writeLong(json.intValue(), out);
        } else {
          type.writeBig(JsonNumbers.integer(json), out);
        }
      }

      @Override
      JsonNode read(AbiReader in, JsonForm form) {
        if (type.bits() < 64) {
          return NODES.numberNode(type.readLong(in));
        }
        BigInteger value = type.readBig(in);
        if (form == JsonForm.ABIEOS || type.bits() > 64 || value.abs().compareTo(MAX_NUMBER) > 0) {
          return NODES.stringNode(value.toString());
        }
        return NODES.numberNode(value.longValue());
      }
    };
  }

  private static JsonType float128() {
    return new JsonType.Scalar() {
      @Override
      void write(JsonNode json, AbiWriter out, JsonForm form) {
        String text = textOf(json);
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        out.writeRaw(hex(digits, FLOAT128_SIZE));
      }

      @Override
      JsonNode read(AbiReader in, JsonForm form) {
        Bytes raw = Bytes.of(in.readRaw(FLOAT128_SIZE));
        return NODES.stringNode(form == JsonForm.NODEOS ? "0x" + raw.toHex() : hex(raw, form));
      }
    };
  }

  private static JsonType checksum(int size) {
    return new JsonType.Scalar() {
      @Override
      void write(JsonNode json, AbiWriter out, JsonForm form) {
        out.writeRaw(hex(textOf(json), size));
      }

      @Override
      JsonNode read(AbiReader in, JsonForm form) {
        return NODES.stringNode(hex(Bytes.of(in.readRaw(size)), form));
      }
    };
  }

  private static Bytes hex(String digits, int size) {
    if (digits.length() != size * 2) {
      throw AbiException.of(
          Reason.INVALID_VALUE,
          "must be " + size * 2 + " hex digits, got " + digits.length() + " characters");
    }
    try {
      return Bytes.ofHex(digits);
    } catch (InvalidValueException e) {
      throw invalid(e);
    }
  }

  private static String hex(Bytes bytes, JsonForm form) {
    String lower = bytes.toHex();
    return form == JsonForm.NODEOS ? lower : lower.toUpperCase(Locale.ROOT);
  }

  private static String readText(AbiReader in, JsonForm form) {
    if (form == JsonForm.ABIEOS) {
      return in.readString();
    }
    byte[] raw = in.readRaw(in.readLength());
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.IGNORE)
          .onUnmappableCharacter(CodingErrorAction.IGNORE)
          .decode(ByteBuffer.wrap(raw))
          .toString();
    } catch (CharacterCodingException e) {
      throw invalid(e);
    }
  }

  /** As {@link Symbol#parse}, and like the node {@code 4,} for a symbol without letters. */
  private static long parseSymbol(String text) {
    String trimmed = Texts.trim(text);
    if (!trimmed.endsWith(",")) {
      return Symbol.parse(trimmed).value();
    }
    return Symbol.parse(trimmed + STAND_IN).precision();
  }

  /** As {@link SymbolCode#of}, and like the node no text for a code without letters. */
  private static long parseSymbolCode(String text) {
    return text.isEmpty() ? 0 : SymbolCode.of(text).value();
  }

  /** Contracts store symbols that were never set as zeros; the node prints them with an empty code. */
  private static String readSymbol(AbiReader in, JsonForm form) {
    int at = in.position();
    return symbol(in.readU64(), at).text();
  }

  private static String readSymbolCode(AbiReader in, JsonForm form) {
    int at = in.position();
    long value = in.readU64();
    if (value == 0) {
      return "";
    }
    try {
      return new SymbolCode(value).toString();
    } catch (InvalidValueException e) {
      throw invalidAt(at, e);
    }
  }

  private static String readAsset(AbiReader in, JsonForm form) {
    int at = in.position();
    long amount = in.readI64();
    PrintedSymbol symbol = symbol(in.readU64(), at);
    try {
      String text = new Asset(amount, symbol.symbol()).toString();
      return symbol.blank() ? text.substring(0, text.length() - 1) : text;
    } catch (InvalidValueException e) {
      throw invalidAt(at, e);
    }
  }

  /** A symbol; {@code blank} if its code is empty and the one here stands in for it. */
  private record PrintedSymbol(Symbol symbol, boolean blank) {
    String text() {
      String text = symbol.toString();
      return blank ? text.substring(0, text.length() - 1) : text;
    }
  }

  private static PrintedSymbol symbol(long value, int at) {
    boolean blank = value >>> 8 == 0;
    try {
      return new PrintedSymbol(new Symbol(blank ? value | (long) STAND_IN << 8 : value), blank);
    } catch (InvalidValueException e) {
      throw invalidAt(at, e);
    }
  }

  private static AbiException invalidAt(int at, RuntimeException e) {
    return AbiException.invalid(at, e);
  }

  // Floating-point numbers exist here only because the ABI has them; nothing of the cooperative is
  // counted with them.

  private static double floating(JsonNode json) {
    if (json.isNumber()) {
      // the double of the number itself: a node refuses to convert what lies beyond
      return requireFinite(json.numberValue().doubleValue(), json.toString());
    }
    String text = textOf(json);
    return switch (text) {
      case "NaN", "nan", "-nan" -> Double.NaN;
      case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (!DECIMAL.matcher(text).matches()) {
          throw AbiException.of(
              Reason.INVALID_VALUE, "must be a decimal number, got '" + Texts.brief(text) + "'");
        }
        yield requireFinite(Double.parseDouble(text), text);
      }
    };
  }

  private static double requireFinite(double value, String text) {
    if (!Double.isFinite(value)) {
      throw AbiException.of(Reason.OUT_OF_RANGE, Texts.brief(text) + " does not fit float64");
    }
    return value;
  }

  private static JsonNode floating(double value, JsonForm form) {
    boolean node = form == JsonForm.NODEOS;
    if (Double.isNaN(value)) {
      return JsonType.NODES.stringNode(node ? "nan" : "NaN");
    }
    if (Double.isInfinite(value)) {
      String sign = value < 0 ? "-" : "";
      return JsonType.NODES.stringNode(sign + (node ? "inf" : "Infinity"));
    }
    if (!node) {
      return JsonType.NODES.numberNode(value);
    }
    String digits =
        new BigDecimal(Math.abs(value)).setScale(17, RoundingMode.HALF_EVEN).toPlainString();
    return JsonType.NODES.stringNode(Math.copySign(1, value) < 0 ? "-" + digits : digits);
  }

  private static final class Float32 extends JsonType.Scalar {
    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form) {
      double value = floating(json);
      float narrow = (float) value;
      if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
        throw AbiException.of(Reason.OUT_OF_RANGE, value + " does not fit float32");
      }
      out.writeI32(Float.floatToIntBits(narrow));
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      return floating(Float.intBitsToFloat(in.readI32()), form);
    }
  }

  private static final class Float64 extends JsonType.Scalar {
    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form) {
      out.writeI64(Double.doubleToLongBits(floating(json)));
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      return floating(Double.longBitsToDouble(in.readI64()), form);
    }
  }

  /** Bits as text, highest first; count, then bytes with the lowest bits first. A type of nodes newer than leap 5. */
  private static final class BitSetType extends JsonType.Scalar {
    @Override
    void write(JsonNode json, AbiWriter out, JsonForm form) {
      String bits = textOf(json);
      byte[] raw = new byte[(bits.length() + 7) / 8];
      for (int i = 0; i < bits.length(); i++) {
        char bit = bits.charAt(bits.length() - 1 - i);
        if (bit == '1') {
          raw[i / 8] |= (byte) (1 << i % 8);
        } else if (bit != '0') {
          throw AbiException.of(Reason.INVALID_VALUE, "must be digits 0 and 1");
        }
      }
      out.writeVarUint32(bits.length());
      out.writeRaw(raw);
    }

    @Override
    JsonNode read(AbiReader in, JsonForm form) {
      int at = in.position();
      long count = in.readVarUint32();
      if ((count + 7) / 8 > in.remaining()) {
        throw AbiException.at(
            Reason.TRUNCATED, at, count + " bits announced, " + in.remaining() + " bytes left");
      }
      byte[] raw = in.readRaw((int) ((count + 7) / 8));
      if (count % 8 != 0 && (raw[raw.length - 1] & 0xFF) >>> count % 8 != 0) {
        throw AbiException.at(Reason.INVALID_VALUE, at, "bits beyond the count are set");
      }
      StringBuilder bits = new StringBuilder((int) Math.min(count, Integer.MAX_VALUE - 8));
      for (int i = (int) count - 1; i >= 0; i--) {
        bits.append((raw[i / 8] >>> i % 8 & 1) == 0 ? '0' : '1');
      }
      return NODES.stringNode(bits.toString());
    }
  }
}
