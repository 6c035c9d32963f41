package io.github.coopj.governance.share;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.WalletSheet;
import java.util.List;

/**
 * A participant's application to leave a programme (CPP-16). Leaving is his own decision; what it does to money is settled by
 * {@link ShareReturns}.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param programme number of the programme, above that of admission
 * @param writtenAt when he wrote it
 */
public record ProgrammeExit(
    Name cooperative, Name member, @AbiType("uint64") long programme, TimePointSec writtenAt) {
  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PROGRAMME_EXIT, this);
  }

  /**
   * Refuses to let a participant go who owes something under the programme, where the charter says so. Where it lets debts be set
   * off, he signs a {@link DebtNetting}, and what is still owed after it blocks him all the same.
   *
   * @param sheet wallets of the member
   * @param wallets wallets of the chart
   * @param policy policy of the charter
   * @param netted his signed consent to set off, if he gave one
   * @param currency currency of the books
   * @throws GovernanceException OPEN_OBLIGATIONS
   */
  public void requireFree(
      WalletSheet sheet,
      Wallets wallets,
      MoneyPolicy policy,
      List<DebtNetting.Line> netted,
      Symbol currency) {
    long owed = 0;
    for (AccountRole role : List.of(AccountRole.LOANS, AccountRole.ADVANCES)) {
      owed = Math.addExact(
          owed, sheet.balance(wallets.of(role, programme, member)).on(AccountSide.DEBIT));
    }
    if (policy.exitDebts() == MoneyPolicy.ExitDebts.NET) {
      for (DebtNetting.Line line : netted) {
        if (line.programme() == programme) {
          owed = Math.subtractExact(owed, line.amount().amount());
        }
      }
    }
    if (owed > 0) {
      throw new GovernanceException(
          Reason.OPEN_OBLIGATIONS,
          "account",
          member,
          "programme",
          programme,
          "owed",
          new Asset(owed, currency));
    }
  }
}
