package io.github.coopj.governance.network;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.LedgerKey;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Books a netting in the books of one of its cooperatives: what it owes and what it is owed go down by the same sum.
 *
 * @param cooperative account of the cooperative whose books they are
 * @param programme programme under which it settles with others
 */
public record NettingBooking(
    Name cooperative, @AbiType("uint64") long programme) {
  private record Part(LedgerKey wallet, long minor) {}

  /**
   * The transfers of this cooperative.
   *
   * @param result the netting; see {@link NettingVerifier} before it is booked
   * @param wallets wallets of the chart
   * @param at when it takes effect
   * @return what to book, nothing if no claim of this cooperative is set off
   */
  public Posting of(NettingResult result, Wallets wallets, TimePointSec at) {
    Deque<Part> debts = new ArrayDeque<>();
    Deque<Part> claims = new ArrayDeque<>();
    Posting.Draft posting = Posting.of(wallets, result.digest(), at);
    for (NettingResult.Cleared each : result.cleared()) {
      Claim claim = each.claim();
      long minor = each.amount().amount();
      if (minor > 0 && claim.debtor().equals(cooperative)) {
        debts.addLast(new Part(wallet(wallets, claim.creditor()), minor));
      } else if (minor > 0 && claim.creditor().equals(cooperative)) {
        claims.addLast(new Part(wallet(wallets, claim.debtor()), minor));
      }
      while (!debts.isEmpty() && !claims.isEmpty()) {
        Part debt = debts.removeFirst();
        Part owed = claims.removeFirst();
        long both = Math.min(debt.minor(), owed.minor());
        if (!debt.wallet().equals(owed.wallet())) {
          posting.move(
              debt.wallet(),
              owed.wallet(),
              new Asset(both, each.amount().symbol()),
              Purpose.SETTLEMENT);
        }
        putBack(debts, debt, both);
        putBack(claims, owed, both);
      }
    }
    return posting.build();
  }

  private static void putBack(Deque<Part> parts, Part part, long used) {
    if (part.minor() > used) {
      parts.addFirst(new Part(part.wallet(), part.minor() - used));
    }
  }

  private LedgerKey wallet(Wallets wallets, Name other) {
    return wallets.of(AccountRole.COOPERATIVES, programme, other);
  }
}
