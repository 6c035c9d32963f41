package io.github.coopj.chain.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Journal of the changes of one block, newest last, by which any part of them can be taken back. Marks nest: an inner
 * rollback leaves the changes before its mark for an outer one.
 */
final class UndoLog {
  private static final int INITIAL = 64;

  /** What was changed, under which key, and what was there before; three places a change. */
  private @Nullable Object[] changes = new @Nullable Object[INITIAL * 3];

  private int count;

  /** Something whose changes can be taken back. */
  interface Undoable {
    /** Puts back what was there before a change; null for nothing. */
    void restore(Object key, @Nullable Object before);
  }

  /** A change, as {@link #forEach} tells it. */
  interface Visitor {
    void visit(Undoable changed, Object key, @Nullable Object before);
  }

  /** A point to go back to. */
  int mark() {
    return count;
  }

  /** Notes a change just made. */
  void record(Undoable changed, Object key, @Nullable Object before) {
    int at = count * 3;
    if (at == changes.length) {
      changes = Arrays.copyOf(changes, at * 2);
    }
    changes[at] = changed;
    changes[at + 1] = key;
    changes[at + 2] = before;
    count++;
  }

  /** Takes back all changes since the mark, newest first. */
  void rollbackTo(int mark) {
    while (count > mark) {
      count--;
      int at = count * 3;
      changed(at).restore(key(at), changes[at + 2]);
      Arrays.fill(changes, at, at + 3, null);
    }
  }

  /** Tells all changes, oldest first. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < count; i++) {
      visitor.visit(changed(i * 3), key(i * 3), changes[i * 3 + 2]);
    }
  }

  /** The changes so far, handed over: from here on none can be taken back. */
  UndoLog detach() {
    UndoLog detached = new UndoLog();
    detached.changes = changes;
    detached.count = count;
    changes = new @Nullable Object[INITIAL * 3];
    count = 0;
    return detached;
  }

  @SuppressWarnings("NullAway")
  private Undoable changed(int at) {
    return (Undoable) changes[at];
  }

  @SuppressWarnings("NullAway")
  private Object key(int at) {
    return changes[at + 1];
  }
}
