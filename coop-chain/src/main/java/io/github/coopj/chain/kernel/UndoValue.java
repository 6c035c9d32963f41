package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import org.jspecify.annotations.Nullable;

/** What a section holds under its only key; asked many times a transaction. */
final class UndoValue<V> {
  private final UndoMap<Name, V> map;
  private UndoMap.@Nullable Cell<Name, V> cell;

  UndoValue(UndoMap<Name, V> map) {
    this.map = map;
  }

  @Nullable V get() {
    return cell().get();
  }

  void set(V value) {
    cell().set(value);
  }

  private UndoMap.Cell<Name, V> cell() {
    UndoMap.Cell<Name, V> known = cell;
    if (known == null || !map.holds(known)) {
      known = map.cell(ChainState.SINGLE);
      cell = known;
    }
    return known;
  }
}
