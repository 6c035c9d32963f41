package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.TransferRecord;

/**
 * What one participant gave to a programme and got from it (CPP-13), less what was entered by error and undone.
 *
 * @param member account of the member
 * @param programme number of the programme
 * @param shares share contributions, also moved here from other programmes
 * @param membership membership contributions
 * @param returned share contributions given back, spent on goods, or moved to other programmes
 * @param benefits value of goods and services received for membership contributions
 * @param aid aid received
 */
public record MemberStatement(
    Name member,
    long programme,
    Asset shares,
    Asset membership,
    Asset returned,
    Asset benefits,
    Asset aid) {
  /**
   * Draws up the statement from the journal.
   *
   * @param member account of the member
   * @param programme number of the programme
   * @param journal records, others are passed over
   * @param wallets wallets of the chart
   * @param currency currency of the books
   * @return the statement
   */
  public static MemberStatement of(
      Name member,
      long programme,
      Iterable<TransferRecord> journal,
      Wallets wallets,
      Symbol currency) {
    Sums sums = new Sums(member, programme, wallets);
    journal.forEach(sums::add);
    return new MemberStatement(
        member,
        programme,
        new Asset(sums.shares, currency),
        new Asset(sums.membership, currency),
        new Asset(sums.returned, currency),
        new Asset(sums.benefits, currency),
        new Asset(sums.aid, currency));
  }

  /** Corrections are passed over, and what they undid is taken off the original. */
  private static final class Sums {
    private final Name member;
    private final long programme;
    private final Wallets wallets;
    private long shares;
    private long membership;
    private long returned;
    private long benefits;
    private long aid;

    private Sums(Name member, long programme, Wallets wallets) {
      this.member = member;
      this.programme = programme;
      this.wallets = wallets;
    }

    private void add(TransferRecord record) {
      long minor = record.posted() - record.corrected();
      Name purpose = record.transfer().basis().purpose();
      if (minor == 0 || Purpose.REVERSAL.is(purpose)) {
        return;
      }
      if (isMine(record.credit())) {
        AccountRole role = wallets.roleOf(record.credit());
        if (isShare(role)) {
          shares = Math.addExact(shares, minor);
        } else if (role == AccountRole.MEMBER_SETTLEMENT && Purpose.BENEFIT.is(purpose)) {
          benefits = Math.addExact(benefits, minor);
        } else if (role == AccountRole.MEMBER_SETTLEMENT && Purpose.AID.is(purpose)) {
          aid = Math.addExact(aid, minor);
        }
      }
      if (isMine(record.debit())) {
        if (isShare(wallets.roleOf(record.debit()))) {
          returned = Math.addExact(returned, minor);
        } else if (Purpose.MEMBERSHIP.is(purpose)) {
          membership = Math.addExact(membership, minor);
        }
      }
    }

    private static boolean isShare(AccountRole role) {
      return role == AccountRole.MINIMUM_SHARE || role == AccountRole.PROGRAMME_SHARE;
    }

    private boolean isMine(LedgerKey wallet) {
      return wallet.programme() == programme && wallet.member().equals(member);
    }
  }

  /**
   * Share contributions not yet given back.
   *
   * @return never negative in books in order
   */
  public Asset shareBalance() {
    return shares.minus(returned);
  }

  /**
   * Value of benefits that the member's membership contributions still stand for.
   *
   * @return contributions less benefits
   */
  public Asset entitlement() {
    return membership.minus(benefits);
  }
}
