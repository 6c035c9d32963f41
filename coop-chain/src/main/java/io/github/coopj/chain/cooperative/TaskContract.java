package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.task.Task;
import io.github.coopj.governance.task.TaskRecord;
import io.github.coopj.governance.task.TaskText;
import java.lang.invoke.MethodHandles;

/**
 * Binds tasks to a table (BOARD-03, COUNCIL-13). The rules are those of {@link Task}. What a decision brings about anybody
 * may send; each decision makes one task.
 */
@ContractTable(name = "tasks", row = TaskRecord.class)
@ContractTable(name = "bycouncil", row = TaskContract.OriginRow.class)
@ContractTable(name = "bymeeting", row = TaskContract.OriginRow.class)
public final class TaskContract extends JavaContract {
  static final Name TASKS = Name.of("tasks");
  static final Name BY_COUNCIL = Name.of("bycouncil");
  static final Name BY_MEETING = Name.of("bymeeting");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public TaskContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * The task that a decision made.
   *
   * @param decision number of the decision
   * @param task number of the task
   */
  public record OriginRow(
      @AbiType("uint64") long decision, @AbiType("uint64") long task) {}

  /**
   * Sets a task by decision of the Council. Returns its number, 8 bytes little-endian.
   *
   * @param text what is to be done
   * @param decision number of the decision TASK
   */
  @AbiName("assign")
  public record Assign(TaskText text, @AbiType("uint64") long decision) {}

  /**
   * Sets the task that follows from a decision of the general meeting. The contract of meetings sends it for all that
   * somebody has to carry out (COUNCIL-13); anybody may for the rest. Returns the number of the task, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param item item of its agenda
   */
  @AbiName("frommeeting")
  public record FromMeeting(Name coop, @AbiType("uint64") long meeting, int item) {}

  /**
   * Takes a task on.
   *
   * @param coop cooperative
   * @param task number of the task
   * @param by who takes it on
   */
  @AbiName("accept")
  public record Accept(Name coop, @AbiType("uint64") long task, Name by) {}

  /**
   * Says that a task is carried out.
   *
   * @param coop cooperative
   * @param task number of the task
   * @param by who says so
   * @param evidence digest of the paper that shows it
   */
  @AbiName("done")
  public record Done(Name coop, @AbiType("uint64") long task, Name by, Checksum256 evidence) {}

  /**
   * Objects to a task.
   *
   * @param coop cooperative
   * @param task number of the task
   * @param by who objects
   * @param grounds digest of the paper that says why
   */
  @AbiName("dispute")
  public record Dispute(Name coop, @AbiType("uint64") long task, Name by, Checksum256 grounds) {}

  @ContractAction
  void assign(Context context, Assign data) {
    Name coop = data.text().cooperative();
    insert(
        context,
        coop,
        BY_COUNCIL,
        Task.of(
            nextId(context, coop),
            data.text(),
            CouncilTables.inForce(context, coop, data.decision())));
  }

  @ContractAction
  void frommeeting(Context context, FromMeeting data) {
    insert(
        context,
        data.coop(),
        BY_MEETING,
        Task.of(
            nextId(context, data.coop()),
            MeetingTables.decision(context, data.coop(), data.meeting(), data.item()),
            charters.current(context, data.coop())));
  }

  @ContractAction
  void accept(Context context, Accept data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        task(context, data.coop(), data.task())
            .requireOpen()
            .accept(data.by(), Mandates.all(context, data.coop()), Persons.now(context)));
  }

  @ContractAction
  void done(Context context, Done data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        task(context, data.coop(), data.task())
            .requireLive()
            .done(
                data.by(),
                data.evidence(),
                Mandates.all(context, data.coop()),
                Persons.now(context)));
  }

  @ContractAction
  void dispute(Context context, Dispute data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        task(context, data.coop(), data.task())
            .requireLive()
            .dispute(
                data.by(),
                data.grounds(),
                Mandates.all(context, data.coop()),
                Persons.now(context)));
  }

  private static void insert(Context context, Name coop, Name origins, Task task) {
    TaskRecord row = task.snapshot();
    context
        .table(origins, coop, OriginRow.class, OriginRow::decision)
        .insert(context.receiver(), new OriginRow(row.decision(), row.id()));
    tasks(context, coop).insert(context.receiver(), row);
    AbiWriter result = new AbiWriter();
    result.writeU64(row.id());
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  private static void store(Context context, Name coop, Task task) {
    tasks(context, coop).update(task.snapshot());
  }

  private static long nextId(Context context, Name coop) {
    return NextId.of(tasks(context, coop), TaskRecord::id);
  }

  private static Task task(Context context, Name coop, long id) {
    return Task.restore(tasks(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("cooperative " + coop + " has no task " + id)));
  }

  private static Table<TaskRecord> tasks(Context context, Name coop) {
    return context.table(TASKS, coop, TaskRecord.class, TaskRecord::id);
  }
}
