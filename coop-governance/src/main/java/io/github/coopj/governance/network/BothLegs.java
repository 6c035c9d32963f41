package io.github.coopj.governance.network;

import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.LedgerRules;
import java.time.Instant;

/** Books two legs in the books of two cooperatives: both or none (INTER-01). */
public final class BothLegs {
  private BothLegs() {}

  /**
   * Books both legs. Each is tried against its books before anything is stored.
   *
   * @param home books of one cooperative
   * @param homeLeg its leg
   * @param host books of the other, other ones
   * @param hostLeg its leg
   * @param now the moment, not before the last move of either
   * @throws io.github.coopj.governance.GovernanceException what either ledger refuses; then nothing is booked in both
   */
  public static void book(Books home, Posting homeLeg, Books host, Posting hostLeg, Instant now) {
    home.expire(now);
    host.expire(now);
    LedgerRules.book(homeLeg.transfers(), home, now);
    LedgerRules.book(hostLeg.transfers(), host, now);
    home.book(homeLeg.transfers(), now);
    host.book(hostLeg.transfers(), now);
  }
}
