package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.audit.AuditAccess;
import io.github.coopj.governance.audit.AuditCheck;
import io.github.coopj.governance.audit.AuditCheckRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.AuditDecision;
import io.github.coopj.governance.audit.AuditQuestion;
import io.github.coopj.governance.audit.AuditQuestionRecord;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.audit.Remark;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.body.Mandate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tables of {@link AuditContract} and their rows. */
public final class AuditTables {
  static final Name COMMISSION = Name.of("commission");
  static final Name QUESTIONS = Name.of("questions");
  static final Name CHECKS = Name.of("checks");
  static final Name READS = Name.of("reads");
  static final Name CONCLUSIONS = Name.of("conclusions");
  static final Name REMARKS = Name.of("remarks");

  private AuditTables() {}

  /**
   * A record read for a check.
   *
   * @param id number of the entry among those of all checks, 1 or more
   * @param check number of the check
   * @param access the entry
   */
  public record ReadRow(
      @AbiType("uint64") long id, @AbiType("uint64") long check, AuditAccess access) {}

  /**
   * An annual conclusion that was given.
   *
   * @param decision number of the commission's decision
   * @param content the conclusion
   */
  public record ConclusionRow(@AbiType("uint64") long decision, ConclusionContent content) {}

  private static <R extends Record> Table<R> table(
      Context context, Name name, Name coop, Class<R> type, ToLongFunction<R> key) {
    return context.table(CooperativeAccounts.AUDIT, name, coop, type, key);
  }

  static Table<AuditCommission> commissions(Context context, Name coop) {
    return table(context, COMMISSION, coop, AuditCommission.class, row -> 0);
  }

  /** The commission, without those who are no longer members of the cooperative. */
  static AuditCommission commission(Context context, Name coop) {
    return commissions(context, coop)
        .find(0)
        .orElseThrow(
            () -> new InvalidValueException("cooperative " + coop + " has no Revision commission"))
        .withoutLeavers(MembershipTables.lookup(context, coop), Persons.now(context));
  }

  /** Mandates of its members, none where there is no commission. */
  static List<Mandate> mandates(Context context, Name coop) {
    return commissions(context, coop).find(0).map(AuditCommission::members).orElse(List.of());
  }

  static Table<AuditQuestionRecord> questions(Context context, Name coop) {
    return table(context, QUESTIONS, coop, AuditQuestionRecord.class, AuditQuestionRecord::id);
  }

  static AuditQuestion question(Context context, Name coop, long id) {
    return AuditQuestion.restore(
        questions(context, coop).find(id).orElseThrow(() -> unknown(coop, "question", id)));
  }

  /** A decision of the commission, for any contract to use. */
  static AuditDecision decision(Context context, Name coop, long id) {
    return question(context, coop, id).requireAdopted();
  }

  static Table<AuditCheckRecord> checks(Context context, Name coop) {
    return table(
        context, CHECKS, coop, AuditCheckRecord.class, row -> row.plan().id());
  }

  static AuditCheck check(Context context, Name coop, long id) {
    return AuditCheck.restore(
        checks(context, coop).find(id).orElseThrow(() -> unknown(coop, "check", id)));
  }

  static Table<ReadRow> reads(Context context, Name coop) {
    return table(context, READS, coop, ReadRow.class, ReadRow::id);
  }

  static Table<ConclusionRow> conclusionRows(Context context, Name coop) {
    return table(context, CONCLUSIONS, coop, ConclusionRow.class, ConclusionRow::decision);
  }

  /** Conclusions that the commission has given. */
  static List<ConclusionContent> conclusions(Context context, Name coop) {
    List<ConclusionContent> given = new ArrayList<>();
    conclusionRows(context, coop).forEach(row -> given.add(row.content()));
    return given;
  }

  static Table<RemarkRecord> remarks(Context context, Name coop) {
    return table(
        context, REMARKS, coop, RemarkRecord.class, row -> row.content().id());
  }

  /** Remarks that were passed to the general meeting. */
  static List<EscalatedRemark> escalated(Context context, Name coop) {
    List<EscalatedRemark> passed = new ArrayList<>();
    for (RemarkRecord row : remarks(context, coop)) {
      Remark.restore(row).escalated().ifPresent(passed::add);
    }
    return passed;
  }

  static Remark remark(Context context, Name coop, long id) {
    return Remark.restore(
        remarks(context, coop).find(id).orElseThrow(() -> unknown(coop, "remark", id)));
  }

  private static InvalidValueException unknown(Name coop, String what, long id) {
    return new InvalidValueException(
        "the Revision commission of " + coop + " has no " + what + " " + id);
  }
}
