package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.act.Employment;
import io.github.coopj.governance.act.Officers;
import io.github.coopj.governance.act.Order;
import io.github.coopj.governance.act.Staff;
import io.github.coopj.governance.board.ExecutiveDecision;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.Unit;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.representation.AssemblyMode;
import java.lang.invoke.MethodHandles;

/**
 * Binds what the Board directs to tables: units, plans with their reports, orders and employees (BOARD-07 to BOARD-09,
 * BOARD-12, BCHAIR-02, BCHAIR-04, BCHAIR-05, BCHAIR-07). The rules are those of {@link Unit}, {@link Plan} and {@link
 * Order}; where no Board is in office they let the Council decide (COUNCIL-09).
 */
@ContractTable(name = "units", row = Unit.class)
@ContractTable(name = "plans", row = Plan.class)
@ContractTable(name = "orders", row = Order.class)
@ContractTable(name = "staff", row = Employment.class)
public final class ExecutiveContract extends JavaContract {
  static final Name UNITS = Name.of("units");
  static final Name PLANS = Name.of("plans");
  static final Name ORDERS = Name.of("orders");
  static final Name STAFF = Name.of("staff");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public ExecutiveContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void openunit(Context context, ExecutiveActions.OpenUnit data) {
    Name coop = data.plan().cooperative();
    units(context, coop)
        .insert(
            context.receiver(),
            Unit.open(data.plan(), decision(context, coop, data.body(), data.decision())));
  }

  @ContractAction
  void sethead(Context context, ExecutiveActions.SetHead data) {
    units(context, data.coop())
        .update(unit(context, data.coop(), data.unit())
            .withHead(data.head(), decision(context, data.coop(), data.body(), data.decision())));
  }

  @ContractAction
  void removehead(Context context, ExecutiveActions.RemoveHead data) {
    Name coop = data.removal().cooperative();
    units(context, coop)
        .update(unit(context, coop, data.removal().unit())
            .removed(
                data.removal(),
                decision(context, coop, data.body(), data.decision()),
                SectionTables.mandates(context, coop),
                Persons.now(context)));
  }

  @ContractAction
  void closeunit(Context context, ExecutiveActions.CloseUnit data) {
    units(context, data.coop())
        .update(unit(context, data.coop(), data.unit())
            .closed(decision(context, data.coop(), data.body(), data.decision())));
  }

  @ContractAction
  void setplan(Context context, ExecutiveActions.SetPlan data) {
    Name coop = data.plan().cooperative();
    plans(context, coop)
        .insert(
            context.receiver(),
            Plan.adopt(data.plan(), decision(context, coop, data.body(), data.decision())));
  }

  @ContractAction
  void plandone(Context context, ExecutiveActions.PlanDone data) {
    Persons.acting(context, data.coop(), data.owner());
    plans(context, data.coop())
        .update(plan(context, data.coop(), data.plan())
            .done(
                data.item(),
                data.owner(),
                data.evidence(),
                head(context, data.coop()),
                Persons.now(context)));
  }

  @ContractAction
  void tocouncil(Context context, ExecutiveActions.ToCouncil data) {
    Persons.acting(context, data.coop(), data.reporter());
    plans(context, data.coop())
        .update(plan(context, data.coop(), data.plan())
            .reportToCouncil(data.reporter(), head(context, data.coop()), Persons.now(context)));
  }

  @ContractAction
  void tomeeting(Context context, ExecutiveActions.ToMeeting data) {
    Persons.acting(context, data.coop(), data.reporter());
    plans(context, data.coop())
        .update(plan(context, data.coop(), data.plan())
            .reportToMeeting(
                AssemblyMode.at(SectionTables.all(context, data.coop()), Persons.now(context)),
                data.reporter(),
                head(context, data.coop()),
                Persons.now(context)));
  }

  @ContractAction
  void issue(Context context, ExecutiveActions.IssueOrder data) {
    Name coop = data.text().cooperative();
    Persons.acting(context, coop, data.signature().signer());
    Table<Employment> rows = staff(context, coop);
    Staff staff = account -> rows.find(account.value());
    Order order = Order.issue(
        data.text(),
        data.signature(),
        officers(context, coop),
        staff,
        Signed.keys(context),
        Persons.now(context));
    context
        .table(ORDERS, coop, Order.class, row -> row.text().id())
        .insert(context.receiver(), order);
    order.changes(staff).forEach(change -> rows.put(context.receiver(), change));
  }

  private Officers officers(Context context, Name coop) {
    return BoardContract.officers(context, coop, charters);
  }

  private Name head(Context context, Name coop) {
    return officers(context, coop).executiveHead(Persons.now(context));
  }

  private static ExecutiveDecision decision(Context context, Name coop, Office.Body body, long id) {
    return ExecutiveDecision.find(
        body, id, BoardTables.executive(context, coop), Persons.now(context));
  }

  private static Unit unit(Context context, Name coop, long id) {
    return units(context, coop)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("cooperative " + coop + " has no unit " + id));
  }

  private static Plan plan(Context context, Name coop, long id) {
    return plans(context, coop)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("cooperative " + coop + " has no plan " + id));
  }

  private static Table<Unit> units(Context context, Name coop) {
    return context.table(UNITS, coop, Unit.class, row -> row.plan().id());
  }

  private static Table<Plan> plans(Context context, Name coop) {
    return context.table(PLANS, coop, Plan.class, row -> row.text().id());
  }

  private static Table<Employment> staff(Context context, Name coop) {
    return context.table(STAFF, coop, Employment.class, row -> row.account().value());
  }
}
