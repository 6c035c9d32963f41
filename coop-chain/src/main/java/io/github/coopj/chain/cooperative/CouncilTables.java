package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.ComplianceReportRecord;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.matter.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tables of {@link CouncilContract} and their rows, readable from every contract. */
public final class CouncilTables {
  static final Name COUNCILS = Name.of("councils");
  static final Name DECISIONS = Name.of("decisions");
  static final Name POWERS = Name.of("powers");
  static final Name REPORTS = Name.of("reports");
  static final Name ABSENTEES = Name.of("absentees");

  private CouncilTables() {}

  /**
   * The Council of a cooperative; one row, under key 0.
   *
   * @param council its members
   */
  public record CouncilRow(CouncilRecord council) {}

  /**
   * An absentee vote that may count as the session of its month.
   *
   * @param question number of the question
   * @param at when it was counted
   */
  public record AbsenteeRow(@AbiType("uint64") long question, TimePointSec at) {}

  /** Number that the next question gets, as the contract of grants needs it. */
  static long nextQuestion(Context context, Name coop) {
    return NextId.of(decisions(context, coop), CouncilDecisionRecord::id);
  }

  /** A decision in force as the general meeting has left it (MEET-01, MEET-11), as another contract needs it. */
  static DecisionInForce inForce(Context context, Name coop, long id) {
    DecisionInForce decision = AgendaTables.overrides(context, coop)
        .inEffect(question(context, coop, id).requireInForce(), Persons.now(context));
    Ruling.requireStanding(
        standing(context, coop, decision), id, decision.subject(), Persons.now(context));
    return decision;
  }

  /** Refuses a question that is the general meeting's, or that it has decided otherwise (MEET-12, MEET-24). */
  static void requireFree(Context context, Name coop, CouncilDecision question, Charter charter) {
    question.requireFree(standing(context, coop, question), Persons.now(context));
    question.requireWithin(
        RulingTables.asked(
            context, coop, question.subject(), question.snapshot().question().matterKey()),
        charter);
  }

  /** What the general meeting has decided on the matter of a question. */
  static Optional<Ruling> standing(Context context, Name coop, CouncilDecision question) {
    return RulingTables.standing(context, coop, question.snapshot().question().matterKey());
  }

  /** A question in any state. */
  static CouncilDecision question(Context context, Name coop, long id) {
    return CouncilDecision.restore(decisions(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("the Council of " + coop + " has no question " + id)));
  }

  /** The Council of a cooperative. */
  static Council councilOf(Context context, Name coop) {
    return Council.restore(councils(context, coop)
        .find(0)
        .orElseThrow(() -> new InvalidValueException("cooperative " + coop + " has no Council"))
        .council());
  }

  /** When absentee votes were counted, as the clock of sessions needs them. */
  static List<TimePointSec> absenteesOf(Context context, Name coop) {
    List<TimePointSec> times = new ArrayList<>();
    absentees(context, coop).forEach(row -> times.add(row.at()));
    return times;
  }

  /** What the checks say of a decision that is signed now, without papers of its criteria (CHAIR-12). */
  static ComplianceReport report(
      Context context, Name coop, PendingDecision decision, Charter charter) {
    return ComplianceReport.of(
        decision,
        Optional.empty(),
        standing(context, coop, decision),
        councilOf(context, coop),
        charter,
        Persons.now(context));
  }

  /** Keeps a report beside its decision. */
  static void attach(Context context, Name coop, ComplianceReportRecord report) {
    table(context, REPORTS, coop, ComplianceReportRecord.class, ComplianceReportRecord::decision)
        .insert(context.receiver(), report);
  }

  static void store(Context context, Name coop, CouncilDecision decision) {
    decisions(context, coop).update(decision.snapshot());
  }

  static Table<AbsenteeRow> absentees(Context context, Name coop) {
    return table(context, ABSENTEES, coop, AbsenteeRow.class, AbsenteeRow::question);
  }

  static Table<CouncilRow> councils(Context context, Name coop) {
    return table(context, COUNCILS, coop, CouncilRow.class, row -> 0);
  }

  static Table<CouncilDecisionRecord> decisions(Context context, Name coop) {
    return table(context, DECISIONS, coop, CouncilDecisionRecord.class, CouncilDecisionRecord::id);
  }

  private static <R extends Record> Table<R> table(
      Context context, Name table, Name scope, Class<R> type, ToLongFunction<R> key) {
    return context.receiver().equals(CooperativeAccounts.COUNCIL)
        ? context.table(table, scope, type, key)
        : context.table(CooperativeAccounts.COUNCIL, table, scope, type, key);
  }
}
