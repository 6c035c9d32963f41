package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.ExtendedAsset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.WaitWeight;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java types with a fixed place in the ABI.
 *
 * @param <T> the Java type
 * @param type name in the ABI
 * @param writer how it is written
 * @param reader how it is read
 */
record BuiltIn<T>(String type, BiConsumer<AbiWriter, T> writer, Function<AbiReader, T> reader)
    implements Codec<T> {
  private static final String WEIGHT = "weight";

  static final Codec<KeyWeight> KEY_WEIGHT = new BuiltIn<>(
      "key_weight",
      (out, value) -> {
        out.enter();
        out.writePublicKey(value.key());
        out.writeU16(value.weight());
        out.leave();
      },
      in -> {
        in.enter();
        PublicKey key = in.part("key", AbiReader::readPublicKey);
        KeyWeight value = new KeyWeight(key, in.part(WEIGHT, AbiReader::readU16));
        in.leave();
        return value;
      });
  static final Codec<PermissionLevelWeight> PERMISSION_LEVEL_WEIGHT = new BuiltIn<>(
      "permission_level_weight",
      (out, value) -> {
        out.enter();
        out.writePermissionLevel(value.permission());
        out.writeU16(value.weight());
        out.leave();
      },
      in -> {
        in.enter();
        PermissionLevel level = in.part("permission", AbiReader::readPermissionLevel);
        PermissionLevelWeight value =
            new PermissionLevelWeight(level, in.part(WEIGHT, AbiReader::readU16));
        in.leave();
        return value;
      });
  static final Codec<WaitWeight> WAIT_WEIGHT = new BuiltIn<>(
      "wait_weight",
      (out, value) -> {
        out.enter();
        out.writeU32(value.waitSec());
        out.writeU16(value.weight());
        out.leave();
      },
      in -> {
        in.enter();
        long waitSec = in.part("wait_sec", AbiReader::readU32);
        WaitWeight value = new WaitWeight(waitSec, in.part(WEIGHT, AbiReader::readU16));
        in.leave();
        return value;
      });

  private static final Map<Class<?>, Codec<?>> BY_CLASS = new HashMap<>();

  static {
    put(boolean.class, "bool", AbiWriter::writeBool, AbiReader::readBool);
    put(Boolean.class, "bool", AbiWriter::writeBool, AbiReader::readBool);
    put(String.class, "string", AbiWriter::writeString, AbiReader::readString);
    put(Bytes.class, "bytes", AbiWriter::writeBytes, AbiReader::readBytes);
    put(Name.class, "name", AbiWriter::writeName, AbiReader::readName);
    put(Asset.class, "asset", AbiWriter::writeAsset, AbiReader::readAsset);
    put(
        ExtendedAsset.class,
        "extended_asset",
        AbiWriter::writeExtendedAsset,
        AbiReader::readExtendedAsset);
    put(Symbol.class, "symbol", AbiWriter::writeSymbol, AbiReader::readSymbol);
    put(SymbolCode.class, "symbol_code", AbiWriter::writeSymbolCode, AbiReader::readSymbolCode);
    put(PublicKey.class, "public_key", AbiWriter::writePublicKey, AbiReader::readPublicKey);
    put(Signature.class, "signature", AbiWriter::writeSignature, AbiReader::readSignature);
    put(Checksum160.class, "checksum160", AbiWriter::writeChecksum160, AbiReader::readChecksum160);
    put(Checksum256.class, "checksum256", AbiWriter::writeChecksum256, AbiReader::readChecksum256);
    put(Checksum512.class, "checksum512", AbiWriter::writeChecksum512, AbiReader::readChecksum512);
    put(TimePoint.class, "time_point", AbiWriter::writeTimePoint, AbiReader::readTimePoint);
    put(
        TimePointSec.class,
        "time_point_sec",
        AbiWriter::writeTimePointSec,
        AbiReader::readTimePointSec);
    put(
        BlockTimestamp.class,
        "block_timestamp_type",
        AbiWriter::writeBlockTimestamp,
        AbiReader::readBlockTimestamp);
    put(
        PermissionLevel.class,
        "permission_level",
        AbiWriter::writePermissionLevel,
        AbiReader::readPermissionLevel);
    put(Authority.class, "authority", AbiWriter::writeAuthority, AbiReader::readAuthority);
    BY_CLASS.put(KeyWeight.class, KEY_WEIGHT);
    BY_CLASS.put(PermissionLevelWeight.class, PERMISSION_LEVEL_WEIGHT);
    BY_CLASS.put(WaitWeight.class, WAIT_WEIGHT);
  }

  private static <T> void put(
      Class<T> type, String name, BiConsumer<AbiWriter, T> writer, Function<AbiReader, T> reader) {
    BY_CLASS.put(type, new BuiltIn<>(name, writer, reader));
  }

  static @Nullable Codec<?> of(Class<?> type) {
    return BY_CLASS.get(type);
  }

  /** Structs that the names above stand for, so that an ABI which uses one can define it; bases come first. */
  static List<Abi.Struct> structs() {
    return STRUCTS;
  }

  private static final List<Abi.Struct> STRUCTS = List.of(
      struct("permission_level", "actor", "name", "permission", "name"),
      struct("key_weight", "key", "public_key", "weight", "uint16"),
      struct("permission_level_weight", "permission", "permission_level", "weight", "uint16"),
      struct("wait_weight", "wait_sec", "uint32", "weight", "uint16"),
      struct(
          "authority",
          "threshold",
          "uint32",
          "keys",
          "key_weight[]",
          "accounts",
          "permission_level_weight[]",
          "waits",
          "wait_weight[]"));

  private static Abi.Struct struct(String name, String... namesAndTypes) {
    List<Abi.Field> fields = new java.util.ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new Abi.Field(namesAndTypes[i], namesAndTypes[i + 1]));
    }
    return new Abi.Struct(name, "", fields);
  }

  @Override
  public void write(T value, AbiWriter out) {
    writer.accept(out, value);
  }

  @Override
  public T read(AbiReader in) {
    return reader.apply(in);
  }
}
