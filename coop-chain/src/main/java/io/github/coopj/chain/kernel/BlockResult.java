package io.github.coopj.chain.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one committed block did, the implicit action included. Immutable; may be asked on any thread. */
public final class BlockResult {
  private final Optional<TransactionTrace> implicit;
  private final List<TransactionTrace> traces;
  private final UndoLog undone;
  private final StateView view;

  BlockResult(
      Optional<TransactionTrace> implicit,
      List<TransactionTrace> traces,
      UndoLog undone,
      StateView view) {
    this.implicit = implicit;
    this.traces = List.copyOf(traces);
    this.undone = undone;
    this.view = view;
  }

  /**
   * What the chain's own transaction at the beginning of the block did; its executions come before all others.
   *
   * @return its trace, empty if it failed and left nothing
   */
  public Optional<TransactionTrace> implicitTrace() {
    return implicit;
  }

  /**
   * What its transactions did.
   *
   * @return in the order of execution
   */
  public List<TransactionTrace> traces() {
    return traces;
  }

  /**
   * State after the block.
   *
   * @return the state
   */
  public StateView view() {
    return view;
  }

  /**
   * Rows that differ from before the block (CHAIN-08). Worked out when asked.
   *
   * @return in the order of tables and keys
   */
  public List<RowChange> changes() {
    Map<RowKey, Optional<Row>> before = new TreeMap<>();
    undone.forEach((changed, value) -> {
      if (changed instanceof UndoMap.Cell<?, ?> cell && cell.key() instanceof RowKey row) {
        before.putIfAbsent(row, Optional.ofNullable((@Nullable Row) value));
      }
    });
    List<RowChange> changes = new ArrayList<>();
    before.forEach((key, row) -> {
      Optional<Row> after = Optional.ofNullable(view.version(ChainState.ROWS).get(key));
      if (!after.equals(row)) {
        changes.add(new RowChange(key.tableKey(), key.primary(), row, after));
      }
    });
    return changes;
  }
}
