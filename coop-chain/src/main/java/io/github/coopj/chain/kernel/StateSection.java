package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One kind of entries of the state: its name, order and bytes. The sections in their order are the whole state: the
 * digest covers them, versions and snapshots hold them.
 *
 * @param <K> key
 * @param <V> value
 */
final class StateSection<K, V> {
  /** Bytes of a name. */
  static final Codec<Name> NAME = codec(AbiWriter::writeName, AbiReader::readName);

  /** Bytes of a byte string: its length and itself. */
  static final Codec<Bytes> BYTES =
      codec((out, bytes) -> out.writeBytes(bytes), AbiReader::readBytes);

  /** Bytes of a digest. */
  static final Codec<Checksum256> CHECKSUM =
      codec(AbiWriter::writeChecksum256, AbiReader::readChecksum256);

  /** Bytes of a number of 32 bits. */
  static final Codec<Integer> INT =
      codec((out, number) -> out.writeU32(number), in -> (int) in.readU32());

  /** Bytes of a yes or no. */
  static final Codec<Boolean> BOOL = codec(AbiWriter::writeBool, AbiReader::readBool);

  /** Bytes of a number of 32 bits without sign. */
  static final Codec<Long> LONG = codec((out, number) -> out.writeU32(number), AbiReader::readU32);

  /** Bytes of a slot. */
  static final Codec<BlockTimestamp> SLOT =
      codec(AbiWriter::writeBlockTimestamp, AbiReader::readBlockTimestamp);

  private final int index;
  private final String name;
  private final KeyOrder<K> order;
  private final Codec<K> keys;
  private final Codec<V> values;

  private StateSection(int index, String name, KeyOrder<K> order, Codec<K> keys, Codec<V> values) {
    this.index = index;
    this.name = name;
    this.order = order;
    this.keys = keys;
    this.values = values;
  }

  /** All sections of the state, collected while they are declared. */
  static final class Registry {
    private final List<StateSection<?, ?>> sections = new ArrayList<>();

    /** Declares a section keyed by what has an order of its own. */
    <K extends Comparable<? super K>, V> StateSection<K, V> add(
        String name, Codec<K> keys, Codec<V> values) {
      return add(name, KeyOrder.<K>natural(), keys, values);
    }

    /** Declares a section. */
    <K, V> StateSection<K, V> add(String name, KeyOrder<K> order, Codec<K> keys, Codec<V> values) {
      StateSection<K, V> section = new StateSection<>(sections.size(), name, order, keys, values);
      sections.add(section);
      return section;
    }

    List<StateSection<?, ?>> sections() {
      return Collections.unmodifiableList(sections);
    }
  }

  /** Bytes by two functions. */
  static <T> Codec<T> codec(BiConsumer<AbiWriter, T> writer, Function<AbiReader, T> reader) {
    return new Codec<>() {
      @Override
      public void write(T value, AbiWriter out) {
        writer.accept(out, value);
      }

      @Override
      public T read(AbiReader in) {
        return reader.apply(in);
      }
    };
  }

  /** Bytes of a record. */
  static <T extends Record> Codec<T> codec(Class<T> type) {
    return RecordCodec.of(type);
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  Codec<K> keys() {
    return keys;
  }

  Codec<V> values() {
    return values;
  }

  UndoMap<K, V> newMap(UndoLog undo, int kept) {
    return new UndoMap<>(undo, order, kept);
  }
}
