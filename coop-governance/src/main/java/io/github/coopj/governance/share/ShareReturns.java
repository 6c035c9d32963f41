package io.github.coopj.governance.share;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.WalletBalance;
import io.github.coopj.governance.ledger.WalletSheet;

/**
 * Makes the transfers by which shares leave (FUND-12). A share first becomes due, which takes it out of the share fund at once; it
 * is paid when there is money, at the latest when its {@link ReturnDuty} says. No share falls below zero: the ledger refuses it.
 */
public final class ShareReturns {
  private final Wallets wallets;
  private final Symbol currency;

  /**
   * Returns in books of a chart.
   *
   * @param wallets wallets of the chart
   * @param currency currency of the books
   */
  public ShareReturns(Wallets wallets, Symbol currency) {
    this.wallets = wallets;
    this.currency = currency;
  }

  /**
   * Makes all shares of a member due who left: the minimum share and those of all programmes.
   *
   * @param member account of the member
   * @param sheet his wallets
   * @param document digest of the paper by which he left
   * @param at when he left
   * @return what to book, nothing if he had no share
   * @throws GovernanceException ORDERS_OPEN if some of it is held for orders
   */
  public Posting leave(Name member, WalletSheet sheet, Checksum256 document, TimePointSec at) {
    Posting.Draft posting = Posting.of(wallets, document, at);
    for (WalletSheet.Line line : sheet.lines()) {
      if (line.key().member().equals(member) && wallets.isShare(line.key())) {
        due(posting, line.key(), whole(line.key(), line.balance()));
      }
    }
    return posting.build();
  }

  /**
   * Makes the share of one programme due that a participant leaves (CPP-16).
   *
   * @param member account of the member
   * @param programme number of the programme
   * @param sheet his wallets
   * @param document digest of the paper by which he left it
   * @param at when he left it
   * @return what to book, nothing if he had no share in it
   * @throws GovernanceException ORDERS_OPEN if some of it is held for orders
   */
  public Posting leaveProgramme(
      Name member, long programme, WalletSheet sheet, Checksum256 document, TimePointSec at) {
    LedgerKey share = wallets.share(programme, member);
    Posting.Draft posting = Posting.of(wallets, document, at);
    due(posting, share, whole(share, sheet.balance(share)));
    return posting.build();
  }

  /**
   * Moves share to another programme, or makes it due to a member who stays. The minimum share stays (FUND-12): it is in a wallet
   * of its own, which no application reaches.
   *
   * @param move the application
   * @param signature the member's signature under its digest
   * @param keys which keys sign for which accounts
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, and if the signature is not his
   */
  public Posting move(ShareMove move, DocumentSignature signature, SignerKeys keys) {
    ContributionBooking.requireAmount(move.amount(), currency);
    signature.requireGenuine(move.digest(), move.member(), keys);
    LedgerKey from = wallets.share(move.from(), move.member());
    Posting.Draft posting = Posting.of(wallets, move.digest(), signature.signedAt());
    if (move.isWithdrawal()) {
      due(posting, from, move.amount());
    } else {
      posting.move(
          from, wallets.share(move.to(), move.member()), move.amount(), Purpose.SHARE_MOVE);
    }
    return posting.build();
  }

  /**
   * Sets debts off against what is due, on the member's signature.
   *
   * @param signed his consent
   * @param sheet his wallets
   * @return what to book
   * @throws GovernanceException NOTHING_TO_NET if a line is more than is due or owed, also together with the lines before it
   */
  public Posting net(DebtNetting.Signed signed, WalletSheet sheet) {
    DebtNetting netting = signed.netting();
    Posting.Draft posting = Posting.of(wallets, netting.digest(), signed.signedAt());
    WalletSheet left = sheet;
    for (DebtNetting.Line line : netting.lines()) {
      ContributionBooking.requireAmount(line.amount(), currency);
      LedgerKey due = dueWallet(line.share(), netting.member());
      LedgerKey debt = wallets.of(
          line.debt() == DebtNetting.Debt.LOAN ? AccountRole.LOANS : AccountRole.ADVANCES,
          line.programme(),
          netting.member());
      long most = Math.min(
          left.balance(due).available(AccountSide.CREDIT),
          left.balance(debt).available(AccountSide.DEBIT));
      if (line.amount().amount() > most) {
        throw new GovernanceException(
            Reason.NOTHING_TO_NET,
            "account",
            netting.member(),
            "amount",
            line.amount(),
            "most",
            new Asset(most, currency));
      }
      posting.move(due, debt, line.amount(), Purpose.NETTING);
      left = left.with(due, left.balance(due).debited(line.amount().amount()))
          .with(debt, left.balance(debt).credited(line.amount().amount()));
    }
    return posting.build();
  }

  /**
   * Pays what is due, in part or whole. The ledger refuses more than is due and more than there is.
   *
   * @param member account of the member
   * @param programme programme under which the share was paid
   * @param amount above zero
   * @param asset what it is paid with
   * @param document digest of the paper of the payment
   * @param at when it was paid
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting pay(
      Name member,
      long programme,
      Asset amount,
      AssetKind asset,
      Checksum256 document,
      TimePointSec at) {
    ContributionBooking.requireAmount(amount, currency);
    return Posting.of(wallets, document, at)
        .move(dueWallet(programme, member), wallets.asset(asset), amount, Purpose.SHARE_PAID)
        .build();
  }

  private void due(Posting.Draft posting, LedgerKey share, Asset amount) {
    posting.move(share, dueWallet(share.programme(), share.member()), amount, Purpose.SHARE_RETURN);
  }

  private Asset whole(LedgerKey share, WalletBalance balance) {
    if (balance.debitsPending() > 0) {
      throw new GovernanceException(
          Reason.ORDERS_OPEN,
          "account",
          share.member(),
          "programme",
          share.programme(),
          "held",
          new Asset(balance.debitsPending(), currency));
    }
    return new Asset(balance.on(AccountSide.CREDIT), currency);
  }

  private LedgerKey dueWallet(long programme, Name member) {
    return wallets.of(AccountRole.SHARES_TO_RETURN, programme, member);
  }
}
