package io.github.coopj.chain.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Pages that were read lately. Each has one slot that it shares with others, so that nobody waits and it takes no more than
 * so many pages; large ones are not kept.
 */
final class HistoryPageCache {
  /** How many slots there are, a power of two. */
  static final int SLOTS = 1024;

  /** The largest page kept, bytes in the file. */
  static final int LARGEST = 16 << 10;

  private final AtomicReferenceArray<@Nullable Kept> slots = new AtomicReferenceArray<>(SLOTS);

  /** A page is that of a part, whose identity counts, at a place. */
  private record Kept(HistoryPart part, long at, HistoryPage page) {}

  @Nullable HistoryPage get(HistoryPart part, long at) {
    Kept kept = slots.get(slot(part, at));
    return kept != null && kept.part() == part && kept.at() == at ? kept.page() : null;
  }

  /**
   * Keeps a page.
   *
   * @param bytes how many it has in the file
   */
  void put(HistoryPart part, long at, HistoryPage page, int bytes) {
    if (bytes <= LARGEST) {
      slots.set(slot(part, at), new Kept(part, at, page));
    }
  }

  /** Forgets the pages of a part that is read no more. */
  void forget(HistoryPart part) {
    for (int i = 0; i < SLOTS; i++) {
      Kept kept = slots.get(i);
      if (kept != null && kept.part() == part) {
        slots.compareAndSet(i, kept, null);
      }
    }
  }

  private static int slot(HistoryPart part, long at) {
    long mixed = (System.identityHashCode(part) * 31L + at) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (SLOTS - 1);
  }
}
