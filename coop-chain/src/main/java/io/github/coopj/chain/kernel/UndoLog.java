package io.github.coopj.chain.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Journal of the changes of one block, newest last, by which any part of them can be taken back. Marks nest: an inner
 * rollback leaves the changes before its mark for an outer one. What is changed several times after one mark is noted
 * once.
 */
final class UndoLog {
  private static final int INITIAL = 64;

  /** What was changed, and what was there before; two places a change. */
  private @Nullable Object[] changes = new @Nullable Object[INITIAL * 2];

  private int count;
  private long recorded;
  private long latestMark;

  /** Something whose changes can be taken back. */
  abstract static class Undoable {
    private long noted = -1;

    /** Puts back what was there before a change; null for nothing. */
    abstract void restore(@Nullable Object before);
  }

  /** A change, as {@link #forEach} tells it. */
  interface Visitor {
    void visit(Undoable changed, @Nullable Object before);
  }

  /** A point to go back to. */
  int mark() {
    latestMark = recorded;
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Notes a change, unless one of the same thing has been noted since the latest mark. */
  void record(Undoable changed, @Nullable Object before) {
    if (changed.noted >= latestMark) {
      return;
    }
    int at = count * 2;
    if (at == changes.length) {
      changes = Arrays.copyOf(changes, at * 2);
    }
    changes[at] = changed;
    changes[at + 1] = before;
    changed.noted = recorded++;
    count++;
  }

  /** Takes back all changes since the mark, newest first. */
  void rollbackTo(int mark) {
    while (count > mark) {
      count--;
      int at = count * 2;
      Undoable changed = changed(at);
      changed.restore(changes[at + 1]);
      changed.noted = -1;
      changes[at] = null;
      changes[at + 1] = null;
    }
  }

  /** Tells all changes, oldest first. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < count; i++) {
      visitor.visit(changed(i * 2), changes[i * 2 + 1]);
    }
  }

  /** The changes so far, handed over: from here on none can be taken back. The next block gets as much room as it took. */
  UndoLog detach() {
    UndoLog detached = new UndoLog();
    detached.changes = changes;
    detached.count = count;
    changes = new @Nullable Object[2 * Math.max(INITIAL, count)];
    count = 0;
    latestMark = recorded;
    return detached;
  }

  @SuppressWarnings("NullAway")
  private Undoable changed(int at) {
    return (Undoable) changes[at];
  }
}
