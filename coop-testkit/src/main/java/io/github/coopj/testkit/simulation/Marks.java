package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import java.lang.invoke.MethodHandles;

/** Counts how often each mark was set: whatever is executed twice shows in its table. */
@ContractTable(name = "marks", row = Marks.Mark.class)
public final class Marks extends JavaContract {
  static final Name ACCOUNT = Name.of("marker");
  static final Name TABLE = Name.of("marks");

  Marks() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * A mark.
   *
   * @param id its number
   * @param times how often it was set
   */
  public record Mark(
      @AbiType("uint64") long id, @AbiType("uint64") long times) {}

  /**
   * Sets a mark once more.
   *
   * @param id its number
   */
  @AbiName("setmark")
  public record SetMark(@AbiType("uint64") long id) {}

  @ContractAction
  void setMark(Context context, SetMark data) {
    context.requireAuthorization(context.receiver());
    Table<Mark> marks = context.table(TABLE, context.receiver(), Mark.class, Mark::id);
    long before = marks.find(data.id()).map(Mark::times).orElse(0L);
    marks.put(context.receiver(), new Mark(data.id(), before + 1));
  }
}
