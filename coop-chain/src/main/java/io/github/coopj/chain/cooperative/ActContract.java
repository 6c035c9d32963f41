package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.act.Act;
import io.github.coopj.governance.act.ActLog;
import io.github.coopj.governance.act.ActText;
import io.github.coopj.governance.act.Acts;
import io.github.coopj.governance.board.Expense;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.Spending;
import java.lang.invoke.MethodHandles;
import java.util.Locale;
import java.util.Optional;

/**
 * Logs what officers do in the name of a cooperative (CHAIR-02 to CHAIR-04, BCHAIR-03, BCHAIR-06, BOARD-04, BOARD-05,
 * BOARD-10, BOARD-11, COUNCIL-14). The rule is that of {@link Acts}. Every action returns the number of the act, 8 bytes
 * little-endian.
 */
@ContractTable(name = "acts", row = Act.class)
@ContractTable(name = "matters", row = ActContract.MatterRow.class)
@ContractTable(name = "bycouncil", row = ActContract.SpentRow.class)
@ContractTable(name = "byboard", row = ActContract.SpentRow.class)
public final class ActContract extends JavaContract {
  static final Name ACTS = Name.of("acts");
  static final Name MATTERS = Name.of("matters");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public ActContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * The last act on a matter that stands.
   *
   * @param matter number of the matter
   * @param act number of the act
   */
  public record MatterRow(
      @AbiType("uint64") long matter, @AbiType("uint64") long act) {}

  /**
   * The act that a decision was spent on.
   *
   * @param decision number of the decision
   * @param act number of the act
   */
  public record SpentRow(
      @AbiType("uint64") long decision, @AbiType("uint64") long act) {}

  /**
   * Logs what an officer does alone.
   *
   * @param text the act
   */
  @AbiName("record")
  public record Alone(ActText text) {}

  /**
   * Logs a payment that the Council has decided on.
   *
   * @param text the act
   * @param spending what was decided
   * @param decision number of the decision SPENDING
   */
  @AbiName("pay")
  public record Pay(
      ActText text, Spending spending, @AbiType("uint64") long decision) {}

  /**
   * Logs an expense outside the estimate that the Board has decided on.
   *
   * @param text the act
   * @param expense what was decided
   * @param decision number of the Board's decision
   */
  @AbiName("offbudget")
  public record OffBudget(
      ActText text, Expense expense, @AbiType("uint64") long decision) {}

  /**
   * Logs an expense outside the estimate that the Council has decided on.
   *
   * @param text the act
   * @param expense what was decided
   * @param decision number of the Council's decision SPENDING
   */
  @AbiName("offcouncil")
  public record OffBudgetByCouncil(
      ActText text, Expense expense, @AbiType("uint64") long decision) {}

  @ContractAction
  void record(Context context, Alone data) {
    store(context, acts(context, data.text()).alone(data.text(), Persons.now(context)));
  }

  @ContractAction
  void pay(Context context, Pay data) {
    store(
        context,
        acts(context, data.text())
            .pay(
                data.text(),
                data.spending(),
                CouncilTables.inForce(context, data.text().cooperative(), data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void offbudget(Context context, OffBudget data) {
    store(
        context,
        acts(context, data.text())
            .offBudget(
                data.text(),
                data.expense(),
                BoardTables.decision(context, data.text().cooperative(), data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void offcouncil(Context context, OffBudgetByCouncil data) {
    store(
        context,
        acts(context, data.text())
            .offBudget(
                data.text(),
                data.expense(),
                CouncilTables.inForce(context, data.text().cooperative(), data.decision()),
                Persons.now(context)));
  }

  private Acts acts(Context context, ActText text) {
    Name coop = text.cooperative();
    Persons.acting(context, coop, text.actor());
    return new Acts(BoardContract.officers(context, coop, charters), log(context, coop));
  }

  private static ActLog log(Context context, Name coop) {
    return new ActLog() {
      @Override
      public long nextId() {
        return NextId.of(acts(context, coop), Act::id);
      }

      @Override
      public Optional<Act> standing(long matter) {
        return matters(context, coop)
            .find(matter)
            .flatMap(row -> acts(context, coop).find(row.act()));
      }

      @Override
      public Optional<Act> of(Office.Body body, long decision) {
        return spent(context, coop, body)
            .find(decision)
            .flatMap(row -> acts(context, coop).find(row.act()));
      }
    };
  }

  private static void store(Context context, Act act) {
    Name coop = act.text().cooperative();
    acts(context, coop).insert(context.receiver(), act);
    Optional.of(act)
        .filter(Act::stands)
        .ifPresent(standing -> matters(context, coop)
            .put(context.receiver(), new MatterRow(standing.text().matter(), standing.id())));
    Optional.of(act)
        .filter(Act::isDecided)
        .ifPresent(decided -> spent(context, coop, decided.responsible())
            .insert(context.receiver(), new SpentRow(decided.decision(), decided.id())));
    AbiWriter result = new AbiWriter();
    result.writeU64(act.id());
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  private static Table<Act> acts(Context context, Name coop) {
    return context.table(ACTS, coop, Act.class, Act::id);
  }

  private static Table<MatterRow> matters(Context context, Name coop) {
    return context.table(MATTERS, coop, MatterRow.class, MatterRow::matter);
  }

  private static Table<SpentRow> spent(Context context, Name coop, Office.Body body) {
    Name table = Name.of("by" + body.name().toLowerCase(Locale.ROOT));
    return context.table(table, coop, SpentRow.class, SpentRow::decision);
  }
}
