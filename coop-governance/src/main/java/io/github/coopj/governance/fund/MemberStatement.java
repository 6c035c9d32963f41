package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.program.Programme;

/**
 * What one participant gave to a programme and got from it (CPP-13), less what was entered by error and undone.
 *
 * @param member account of the member
 * @param programme number of the programme
 * @param shares share contributions
 * @param membership membership contributions
 * @param returned share contributions given back
 * @param benefits value of goods and services received
 */
public record MemberStatement(
    Name member, long programme, Asset shares, Asset membership, Asset returned, Asset benefits) {
  /**
   * Draws up the statement from the journal.
   *
   * @param member account of the member
   * @param programme number of the programme
   * @param journal entries, others are passed over
   * @param currency currency of the books
   * @return the statement
   */
  public static MemberStatement of(
      Name member, long programme, Iterable<Entry> journal, Symbol currency) {
    Asset zero = Asset.zero(currency);
    Asset shares = zero;
    Asset membership = zero;
    Asset returned = zero;
    Asset benefits = zero;
    for (Entry entry : journal) {
      if (!entry.member().equals(member) || entry.programme() != programme) {
        continue;
      }
      switch (entry.source()) {
        case SHARE -> shares = shares.plus(entry.amount());
        case MEMBERSHIP -> membership = membership.plus(entry.amount());
        case SHARE_RETURN -> returned = returned.plus(entry.amount());
        case BENEFIT -> benefits = benefits.plus(entry.amount());
        case REVERSAL -> {
          if (entry.debit() == LedgerAccount.SHARE_FUND) {
            shares = shares.minus(entry.amount());
          } else if (entry.credit() == LedgerAccount.SHARE_FUND) {
            returned = returned.minus(entry.amount());
          } else if (entry.debit() == LedgerAccount.GOODS) {
            benefits = benefits.minus(entry.amount());
          } else if (entry.debit().isTargetFinancing() && programme != Programme.ADMISSION_ID) {
            membership = membership.minus(entry.amount());
          }
        }
        default -> {
          // entrance contributions, receipts and uses of funds give no claim on a programme
        }
      }
    }
    return new MemberStatement(member, programme, shares, membership, returned, benefits);
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
