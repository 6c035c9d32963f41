package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerAudit;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.TransferStatus;
import java.util.ArrayList;
import java.util.List;

/** Verifies that the books of a cooperative are in order: as a ledger, and by what may be done with money. */
public final class BooksCheck {
  private BooksCheck() {}

  /**
   * One thing that is wrong.
   *
   * @param rule rule that does not hold: of {@link LedgerAudit.Rule}, or the id of a requirement
   * @param place wallet or transfer
   * @param expected what it should be
   * @param actual what it is
   */
  public record Finding(String rule, String place, String expected, String actual) {}

  /**
   * Checks books: all that {@link LedgerAudit} checks, that every transfer keeps to {@link MoneyLaw}, and that the share fund is
   * the sum of the members' shares (FUND-01).
   *
   * @param books the books
   * @return findings in a fixed order, empty if all is well
   */
  public static List<Finding> check(LedgerSnapshot books) {
    List<Finding> findings = new ArrayList<>();
    for (LedgerAudit.Finding found : LedgerAudit.check(books)) {
      findings.add(
          new Finding(found.rule().name(), found.place(), found.expected(), found.actual()));
    }
    BooksView view = new BooksView(books);
    MoneyLaw law = new MoneyLaw(view.wallets());
    for (TransferRecord record : books.journal()) {
      boolean correction = record.transfer() instanceof DirectTransfer direct
          && !direct.corrects().isNone();
      boolean moves = record.posted() > 0 || record.status() == TransferStatus.PENDING;
      if (!correction && moves) {
        law.broken(record.debit(), record.credit(), record.transfer().basis().purpose())
            .ifPresent(rule -> findings.add(new Finding(
                rule,
                record.id().toString(),
                "lawful",
                record.debit() + " to " + record.credit() + " for "
                    + record.transfer().basis().purpose())));
      }
    }
    Asset owed = Asset.zero(books.currency());
    for (MemberShare share : view.memberShares()) {
      owed = owed.plus(share.balance());
    }
    if (!owed.equals(view.fund(FundCode.SHARE))) {
      findings.add(new Finding(
          "FUND-01", "share fund", owed.toString(), view.fund(FundCode.SHARE).toString()));
    }
    return List.copyOf(findings);
  }
}
