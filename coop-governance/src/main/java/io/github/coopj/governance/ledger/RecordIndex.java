package io.github.coopj.governance.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds records of a journal by their ids: hash and number in one array, by open addressing. It holds no object of its own for a
 * record, so that books of many millions give the collector little to do, and looks at a record only if the hash is the same.
 * Records are never taken out.
 */
final class RecordIndex {
  private static final int SMALLEST = 16;

  private final List<TransferRecord> journal;
  private long[] slots = new long[SMALLEST];
  private int size;

  RecordIndex(List<TransferRecord> journal) {
    this.journal = journal;
  }

  @Nullable TransferRecord find(TransferId id) {
    int hash = id.hashCode();
    int mask = slots.length - 1;
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
        TransferRecord record = journal.get((int) slots[slot] - 1);
        if (record.id().equals(id)) {
          return record;
        }
      }
    }
    return null;
  }

  /** Adds the record with that number, 1 or more, which has an id that is new. */
  void add(TransferId id, int number) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    put((long) id.hashCode() << Integer.SIZE | number);
    size++;
  }

  private void put(long entry) {
    int mask = slots.length - 1;
    int slot = (int) (entry >>> Integer.SIZE) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[Math.multiplyExact(before.length, 2)];
    for (long entry : before) {
      if (entry != 0) {
        put(entry);
      }
    }
  }
}
