package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.IndexStore;
import io.github.coopj.chain.contract.IndexType;
import io.github.coopj.core.name.Name;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One secondary index as one execution may use it. */
final class ContractIndex implements IndexStore {
  private final TableAccess access;
  private final ChainState state;
  private final IndexKey.Index index;
  private final IndexType type;

  ContractIndex(TableAccess access, ChainState state, IndexKey.Index index, IndexType type) {
    this.access = access;
    this.state = state;
    this.index = index;
    this.type = type;
  }

  @Override
  public @Nullable Bytes find(long primary) {
    access.meter().operation();
    Row entry = state.indexRows.get(new IndexKey.Primary(index, primary));
    return entry == null ? null : entry.value();
  }

  @Override
  public @Nullable Entry lowerBound(Bytes key) {
    access.meter().operation();
    return entry(state.indexKeys.ceiling(new IndexKey(index, type.ordered(key), 0)));
  }

  @Override
  public @Nullable Entry upperBound(Bytes key) {
    access.meter().operation();
    IndexKey last = new IndexKey(index, type.ordered(key), -1);
    Map.Entry<IndexKey, Bytes> found = state.indexKeys.ceiling(last);
    return found != null && found.getKey().equals(last) ? after(last) : entry(found);
  }

  @Override
  public @Nullable Entry next(Entry entry) {
    access.meter().operation();
    return after(placeOf(entry));
  }

  @Override
  public @Nullable Entry previous(Entry entry) {
    access.meter().operation();
    return entry(state.indexKeys.lower(placeOf(entry)));
  }

  @Override
  public @Nullable Entry last() {
    access.meter().operation();
    byte[] largest = new byte[type.size()];
    Arrays.fill(largest, (byte) 0xff);
    IndexKey end = new IndexKey(index, Bytes.of(largest), -1);
    Bytes atEnd = state.indexKeys.get(end);
    return atEnd == null ? entry(state.indexKeys.lower(end)) : new Entry(atEnd, end.primary());
  }

  @Override
  public void insert(Name payer, long primary, Bytes key) {
    access.meter().operation();
    access.requireOwn();
    access.requirePayer(payer);
    IndexKey.Primary address = new IndexKey.Primary(index, primary);
    if (state.indexRows.containsKey(address)) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "index " + access.describe() + " has row " + Long.toUnsignedString(primary) + " already");
    }
    access.open(payer);
    access.addRam(payer, type.ramBytes());
    state.indexRows.put(address, new Row(payer, key));
    state.indexKeys.put(new IndexKey(index, type.ordered(key), primary), key);
  }

  @Override
  public void update(Name payer, long primary, Bytes key) {
    access.meter().operation();
    access.requireOwn();
    Row before = require(primary);
    Name paying = before.payer();
    if (!payer.isEmpty() && !payer.equals(paying)) {
      access.requirePayer(payer);
      access.addRam(paying, -type.ramBytes());
      access.addRam(payer, type.ramBytes());
      paying = payer;
    }
    if (!before.value().equals(key)) {
      state.indexKeys.remove(new IndexKey(index, type.ordered(before.value()), primary));
      state.indexKeys.put(new IndexKey(index, type.ordered(key), primary), key);
    }
    state.indexRows.put(new IndexKey.Primary(index, primary), new Row(paying, key));
  }

  @Override
  public void remove(long primary) {
    access.meter().operation();
    access.requireOwn();
    Row before = require(primary);
    access.addRam(before.payer(), -type.ramBytes());
    state.indexRows.remove(new IndexKey.Primary(index, primary));
    state.indexKeys.remove(new IndexKey(index, type.ordered(before.value()), primary));
    access.closeIfEmpty();
  }

  private Row require(long primary) {
    Row entry = state.indexRows.get(new IndexKey.Primary(index, primary));
    if (entry == null) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "index " + access.describe() + " has no row " + Long.toUnsignedString(primary));
    }
    return entry;
  }

  private IndexKey placeOf(Entry entry) {
    return new IndexKey(index, type.ordered(entry.key()), entry.primary());
  }

  private @Nullable Entry after(IndexKey place) {
    IndexKey next;
    if (place.primary() != -1) {
      next = new IndexKey(index, place.ordered(), place.primary() + 1);
    } else {
      Bytes above = successor(place.ordered());
      if (above == null) {
        return null;
      }
      next = new IndexKey(index, above, 0);
    }
    return entry(state.indexKeys.ceiling(next));
  }

  /** The bytes that come next in the order, or null after the last. */
  private static @Nullable Bytes successor(Bytes ordered) {
    byte[] bytes = ordered.toArray();
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (++bytes[i] != 0) {
        return Bytes.of(bytes);
      }
    }
    return null;
  }

  /** The entry, if it is one of this index. */
  private @Nullable Entry entry(Map.@Nullable Entry<IndexKey, Bytes> found) {
    return found == null || !found.getKey().index().equals(index)
        ? null
        : new Entry(found.getValue(), found.getKey().primary());
  }
}
