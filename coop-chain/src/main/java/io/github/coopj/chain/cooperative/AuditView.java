package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.audit.AuditAccess;
import io.github.coopj.governance.audit.AuditCheck;
import io.github.coopj.governance.audit.AuditCheckRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.AuditQuestion;
import io.github.coopj.governance.audit.AuditQuestionRecord;
import io.github.coopj.governance.audit.ConclusionContent;
import io.github.coopj.governance.audit.Remark;
import io.github.coopj.governance.audit.RemarkRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the tables say about the Revision commission of one cooperative, as the types of the rules. */
public final class AuditView {
  private final ChainClient chain;
  private final Name cooperative;

  AuditView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * The commission appointed last.
   *
   * @return empty if none ever was
   */
  public Optional<AuditCommission> commission() {
    return row(AuditTables.COMMISSION, 0, AuditCommission.class);
  }

  /**
   * A question of the commission.
   *
   * @param id its number
   * @return its state, if there is one
   */
  public Optional<AuditQuestion> question(long id) {
    return row(AuditTables.QUESTIONS, id, AuditQuestionRecord.class).map(AuditQuestion::restore);
  }

  /**
   * A check.
   *
   * @param id its number
   * @return its state, if there is one
   */
  public Optional<AuditCheck> check(long id) {
    return row(AuditTables.CHECKS, id, AuditCheckRecord.class).map(AuditCheck::restore);
  }

  /**
   * What was read for a check (AUDIT-02).
   *
   * @param check number of the check
   * @return entries in their order
   */
  public List<AuditAccess> log(long check) {
    return rows(AuditTables.READS, AuditTables.ReadRow.class, AuditTables.ReadRow::id).stream()
        .filter(row -> row.check() == check)
        .map(AuditTables.ReadRow::access)
        .toList();
  }

  /**
   * Annual conclusions given (AUDIT-13).
   *
   * @return in the order of the decisions
   */
  public List<ConclusionContent> conclusions() {
    return rows(
            AuditTables.CONCLUSIONS,
            AuditTables.ConclusionRow.class,
            AuditTables.ConclusionRow::decision)
        .stream()
        .map(AuditTables.ConclusionRow::content)
        .toList();
  }

  /**
   * A remark.
   *
   * @param id its number
   * @return its state, if there is one
   */
  public Optional<Remark> remark(long id) {
    return row(AuditTables.REMARKS, id, RemarkRecord.class).map(Remark::restore);
  }

  private <R extends Record> Optional<R> row(Name table, long key, Class<R> type) {
    return chain.row(CooperativeAccounts.AUDIT, cooperative, table, key, type);
  }

  private <R extends Record> List<R> rows(Name table, Class<R> type, ToLongFunction<R> key) {
    return Pages.all(chain, CooperativeAccounts.AUDIT, cooperative, table, type, key);
  }
}
