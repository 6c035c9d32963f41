package io.github.coopj.chain.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Journal of changes, newest last, by which any part of the state's recent past can be brought back. Marks nest: an
 * inner rollback leaves the changes before its mark for an outer one.
 */
final class UndoLog {
  private final List<Runnable> undo = new ArrayList<>();

  /** A point to go back to. */
  int mark() {
    return undo.size();
  }

  /** Notes how the change just made is taken back. */
  void record(Runnable inverse) {
    undo.add(inverse);
  }

  /** Takes back all changes since the mark, newest first. */
  void rollbackTo(int mark) {
    for (int i = undo.size() - 1; i >= mark; i--) {
      undo.remove(i).run();
    }
  }

  /** Forgets how to go back: what was changed stays. */
  void forget() {
    undo.clear();
  }
}
