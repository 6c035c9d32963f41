package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the chain knows, in sorted maps whose changes can be taken back and whose versions can be kept. Belongs to one
 * thread; a {@link StateView} of it to any.
 *
 * <p>A new kind of entries is a {@link StateSection} and a map of it here, and nothing else.
 */
final class ChainState {
  /** How many latest blocks a transaction may refer to. */
  static final int BLOCK_SUMMARIES = 65_536;

  /** Key of what there is one of. */
  static final Name SINGLE = Name.EMPTY;

  private static final int LOADED_AT_ONCE = 1024;

  private static final StateSection.Registry REGISTRY = new StateSection.Registry();
  static final StateSection<Name, AccountEntry> ACCOUNTS =
      REGISTRY.add("account", KeyOrder.NAMES, StateSection.NAME, AccountEntry.CODEC);
  static final StateSection<Name, Bytes> CODE =
      REGISTRY.add("code", KeyOrder.NAMES, StateSection.NAME, StateSection.BYTES);
  static final StateSection<Name, Bytes> ABIS =
      REGISTRY.add("abi", KeyOrder.NAMES, StateSection.NAME, StateSection.BYTES);
  static final StateSection<Executed, Boolean> EXECUTED = REGISTRY.add(
      "transaction", Executed.ORDER, StateSection.codec(Executed.class), StateSection.BOOL);
  static final StateSection<Integer, Checksum256> BLOCKS =
      REGISTRY.add("block", KeyOrder.INTS, StateSection.INT, StateSection.CHECKSUM);
  static final StateSection<RowKey, Row> ROWS =
      REGISTRY.add("row", RowKey.ORDER, RowKey.CODEC, StateSection.codec(Row.class));
  static final StateSection<Name, Global> GLOBAL =
      REGISTRY.add("global", KeyOrder.NAMES, StateSection.NAME, StateSection.codec(Global.class));
  static final StateSection<Name, ChainConfiguration> CONFIGURATION = REGISTRY.add(
      "configuration",
      KeyOrder.NAMES,
      StateSection.NAME,
      StateSection.codec(ChainConfiguration.class));
  static final StateSection<Name, AccountLimits> CHANGED_LIMITS = REGISTRY.add(
      "changedlimits", KeyOrder.NAMES, StateSection.NAME, StateSection.codec(AccountLimits.class));
  static final StateSection<Name, ResourceTotals> TOTALS = REGISTRY.add(
      "totals", KeyOrder.NAMES, StateSection.NAME, StateSection.codec(ResourceTotals.class));
  static final StateSection<Checksum256, Long> FEATURES =
      REGISTRY.add("feature", KeyOrder.CHECKSUMS, StateSection.CHECKSUM, StateSection.LONG);
  static final StateSection<Checksum256, Long> REQUESTED_FEATURES = REGISTRY.add(
      "requestedfeature", KeyOrder.CHECKSUMS, StateSection.CHECKSUM, StateSection.LONG);
  static final StateSection<TableKey, Name> TABLES =
      REGISTRY.add("table", StateSection.codec(TableKey.class), StateSection.NAME);
  static final StateSection<IndexKey.Primary, Row> INDEX_ROWS =
      REGISTRY.add("indexrow", IndexKey.Primary.CODEC, StateSection.codec(Row.class));
  static final StateSection<IndexKey, Bytes> INDEX_KEYS =
      REGISTRY.add("indexkey", IndexKey.CODEC, StateSection.BYTES);

  final UndoLog undo = new UndoLog();
  private final List<UndoMap<?, ?>> maps = new ArrayList<>();
  final Accounts accounts = new Accounts(map(ACCOUNTS));
  final UndoMap<Name, Bytes> code = map(CODE);
  final UndoMap<Name, Bytes> abis = map(ABIS);

  /** What a block remembers, no later transaction asks for, unless it is one that must be refused. */
  final UndoMap<Executed, Boolean> executed = map(EXECUTED, 0);

  final UndoMap<Integer, Checksum256> blockSummaries = map(BLOCKS);
  final UndoMap<RowKey, Row> rows = map(ROWS);
  private final UndoValue<Global> global = new UndoValue<>(map(GLOBAL));
  final UndoValue<ChainConfiguration> configuration = new UndoValue<>(map(CONFIGURATION));
  final UndoMap<Name, AccountLimits> changedLimits = map(CHANGED_LIMITS);
  final UndoValue<ResourceTotals> totals = new UndoValue<>(map(TOTALS));
  final UndoMap<Checksum256, Long> features = map(FEATURES);
  final UndoMap<Checksum256, Long> requestedFeatures = map(REQUESTED_FEATURES);

  /** Who pays for a table that has rows. */
  final UndoMap<TableKey, Name> tables = map(TABLES);

  /** Secondary keys by primary ones, with who pays for the entry. */
  final UndoMap<IndexKey.Primary, Row> indexRows = map(INDEX_ROWS);

  /** Secondary keys in their order. */
  final UndoMap<IndexKey, Bytes> indexKeys = map(INDEX_KEYS);

  /**
   * A transaction that must not be executed again, until it is expired anyway. Its id covers its expiration, so both
   * together are as good as the id.
   *
   * @param expiration when the transaction expires
   * @param id its id
   */
  public record Executed(TimePointSec expiration, Checksum256 id) implements Comparable<Executed> {
    static final KeyOrder<Executed> ORDER = new KeyOrder<>() {
      @Override
      public long prefix(Executed key) {
        return key.expiration.seconds() << 32 | key.id.head() >>> 32;
      }

      @Override
      public long hash(Executed key) {
        return key.id.head();
      }

      @Override
      public int compare(Executed left, Executed right) {
        return left.compareTo(right);
      }
    };

    @Override
    public int compareTo(Executed other) {
      int compared = Long.compare(expiration.seconds(), other.expiration.seconds());
      return compared == 0 ? id.compareTo(other.id) : compared;
    }
  }

  /**
   * What there is one of.
   *
   * @param globalSequence number of the last execution
   * @param proposed schedule that waits for its block to become irreversible
   */
  public record Global(
      @AbiType("uint64") long globalSequence, Optional<ProposedSchedule> proposed) {
    private static final Global NONE = new Global(0, Optional.empty());
  }

  /** Sections of the state in their order. */
  static List<StateSection<?, ?>> sections() {
    return REGISTRY.sections();
  }

  /** The limits of the chain as they are now. */
  ChainConfiguration configuration() {
    ChainConfiguration now = configuration.get();
    if (now == null) {
      throw new IllegalStateException("the chain has no limits");
    }
    return now;
  }

  Global global() {
    Global now = global.get();
    return now == null ? Global.NONE : now;
  }

  void setGlobal(Global value) {
    global.set(value);
  }

  /** Takes an entry in its packed form, without a way back. */
  <K, V> void load(StateSection<K, V> section, AbiReader in) {
    K key = section.keys().read(in);
    map(maps, section).put(key, section.values().read(in));
    if (undo.mark() >= LOADED_AT_ONCE) {
      undo.detach();
    }
  }

  /** The present state, for good. */
  StateView view() {
    List<SortedTree.Frozen<?, ?>> versions = new ArrayList<>();
    for (UndoMap<?, ?> map : maps) {
      versions.add(map.freeze());
    }
    return new StateView(versions);
  }

  /** Goes to another state; there must be no change that could be taken back. */
  void reset(StateView view) {
    for (StateSection<?, ?> section : sections()) {
      reset(section, view);
    }
  }

  private <K, V> void reset(StateSection<K, V> section, StateView view) {
    map(maps, section).reset(view.version(section));
  }

  @SuppressWarnings("unchecked")
  private static <K, V> UndoMap<K, V> map(List<UndoMap<?, ?>> maps, StateSection<K, V> section) {
    return (UndoMap<K, V>) maps.get(section.index());
  }

  private <K, V> UndoMap<K, V> map(StateSection<K, V> section) {
    return map(section, UndoMap.KEPT);
  }

  private <K, V> UndoMap<K, V> map(StateSection<K, V> section, int kept) {
    UndoMap<K, V> map = section.newMap(undo, kept);
    maps.add(map);
    return map;
  }
}
