package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All that the chain knows, in sorted maps whose changes can be taken back. Belongs to one thread.
 *
 * <p>The digest covers every entry in its order, so equal digests mean equal states.
 */
final class ChainState {
  /** How many latest blocks a transaction may refer to. */
  static final int BLOCK_SUMMARIES = 65_536;

  final UndoLog undo = new UndoLog();
  final UndoMap<Name, AccountObject> accounts = new UndoMap<>(undo, Comparator.naturalOrder());
  final UndoMap<Name, Sequences> sequences = new UndoMap<>(undo, Comparator.naturalOrder());
  final Permissions permissions = new Permissions(undo);
  final UndoMap<Name, Bytes> code = new UndoMap<>(undo, Comparator.naturalOrder());
  final UndoMap<Name, Bytes> abis = new UndoMap<>(undo, Comparator.naturalOrder());
  final UndoMap<Checksum256, TimePointSec> transactions =
      new UndoMap<>(undo, Comparator.naturalOrder());
  final UndoMap<Expiration, Boolean> expirations = new UndoMap<>(undo, Comparator.naturalOrder());
  final UndoMap<Integer, Checksum256> blockSummaries =
      new UndoMap<>(undo, Comparator.naturalOrder());
  private final NavigableMap<TableKey, UndoMap<Long, Row>> tables = new TreeMap<>();
  private final NavigableSet<TableKey> written = new TreeSet<>();
  private Global global = new Global(0, Optional.empty());

  /**
   * Counters of an account's executions.
   *
   * @param received actions executed by its contract
   * @param authorized actions it authorised
   */
  public record Sequences(
      @AbiType("uint64") long received, @AbiType("uint64") long authorized) {
    static final Sequences NONE = new Sequences(0, 0);
  }

  /**
   * Key by which ids of transactions are forgotten once they are expired.
   *
   * @param at when the transaction expires
   * @param id its id
   */
  public record Expiration(TimePointSec at, Checksum256 id) implements Comparable<Expiration> {
    private static final Comparator<Expiration> ORDER =
        Comparator.comparingLong((Expiration e) -> e.at().seconds()).thenComparing(Expiration::id);

    @Override
    public int compareTo(Expiration other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What there is one of.
   *
   * @param globalSequence number of the last execution
   * @param proposed schedule that waits for its block to become irreversible
   */
  public record Global(@AbiType("uint64") long globalSequence, Optional<Proposed> proposed) {}

  /**
   * A schedule that waits.
   *
   * @param block block in which it was proposed
   * @param schedule the schedule
   */
  public record Proposed(@AbiType("uint32") long block, ProducerSchedule schedule) {}

  Global global() {
    return global;
  }

  void setGlobal(Global value) {
    Global before = global;
    global = value;
    undo.record(() -> global = before);
  }

  /** Makes all changes so far final, and lets go of tables that have become empty. */
  void keep() {
    undo.forget();
    for (TableKey key : written) {
      UndoMap<Long, Row> rows = tables.get(key);
      if (rows != null && rows.isEmpty()) {
        tables.remove(key);
      }
    }
    written.clear();
  }

  /** Rows of a table to write to, created when first asked for; an empty table is no part of the state. */
  UndoMap<Long, Row> table(TableKey key) {
    written.add(key);
    return tables.computeIfAbsent(key, k -> new UndoMap<>(undo, Long::compareUnsigned));
  }

  /** Rows of a table to read, or null if there are none. */
  @Nullable UndoMap<Long, Row> findTable(TableKey key) {
    return tables.get(key);
  }

  /** All tables that have rows, in their order. */
  NavigableMap<TableKey, UndoMap<Long, Row>> tables() {
    NavigableMap<TableKey, UndoMap<Long, Row>> filled = new TreeMap<>();
    tables.forEach((key, rows) -> {
      if (!rows.isEmpty()) {
        filled.put(key, rows);
      }
    });
    return filled;
  }

  /** SHA-256 over all entries in their order. */
  Checksum256 digest() {
    StateHasher hasher = new StateHasher();
    hasher.section("account", accounts.view(), AbiWriter::writeName, writer(AccountObject.class));
    hasher.section("sequence", sequences.view(), AbiWriter::writeName, writer(Sequences.class));
    hasher.section("permission", permissions.view(), AbiWriter::writeName, Permissions::write);
    hasher.section("code", code.view(), AbiWriter::writeName, AbiWriter::writeBytes);
    hasher.section("abi", abis.view(), AbiWriter::writeName, AbiWriter::writeBytes);
    hasher.section(
        "transaction",
        transactions.view(),
        AbiWriter::writeChecksum256,
        AbiWriter::writeTimePointSec);
    hasher.section(
        "block", blockSummaries.view(), (out, k) -> out.writeU32(k), AbiWriter::writeChecksum256);
    for (Map.Entry<TableKey, UndoMap<Long, Row>> table : tables().entrySet()) {
      hasher.section(
          "table",
          Map.of(table.getKey(), table.getValue().size()),
          writer(TableKey.class),
          (out, n) -> out.writeU32(n));
      hasher.section(
          "row", table.getValue().view(), (out, k) -> out.writeU64(k), writer(Row.class));
    }
    hasher.section("global", Map.of("", global), AbiWriter::writeString, writer(Global.class));
    return hasher.digest();
  }

  private static <T> BiConsumer<AbiWriter, T> writer(Class<T> type) {
    Codec<T> codec = RecordCodec.of(type);
    return (out, value) -> codec.write(value, out);
  }

  /** Hashes one section after the other without holding the bytes of more than one entry. */
  private static final class StateHasher {
    private final MessageDigest sha256 = sha256();

    <K, V> void section(
        String name,
        Map<K, V> entries,
        BiConsumer<AbiWriter, K> keys,
        BiConsumer<AbiWriter, V> values) {
      AbiWriter head = new AbiWriter();
      head.writeString(name);
      head.writeU64(entries.size());
      sha256.update(head.toByteArray());
      entries.forEach((key, value) -> {
        AbiWriter entry = new AbiWriter();
        keys.accept(entry, key);
        values.accept(entry, value);
        sha256.update(entry.toByteArray());
      });
    }

    Checksum256 digest() {
      return Checksum256.of(sha256.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
