package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import java.util.ArrayList;
import java.util.List;

/** Verifies that stored balances fit together and fit the journal. What is wrong comes back as data. */
public final class BooksCheck {
  private BooksCheck() {}

  /** What must hold in books in order. */
  public enum Rule {
    /** Balances of assets and balances of what they are held for are equal. */
    DEBITS_EQUAL_CREDITS,
    /** The share fund is the sum of the members' share balances (FUND-01). */
    SHARE_FUND_IS_MEMBERS,
    /** The five funds together are the target financing, and each is its account. */
    FUNDS_ARE_TARGET_FINANCING,
    /** No balance is below zero. */
    NOT_NEGATIVE,
    /** A balance is what the journal adds up to. */
    JOURNAL_IS_BALANCE
  }

  /**
   * One thing that is wrong.
   *
   * @param rule rule that does not hold
   * @param place account, fund or member
   * @param expected what the balance should be
   * @param actual what it is
   */
  public record Finding(Rule rule, String place, Asset expected, Asset actual) {}

  /**
   * Checks balances against each other.
   *
   * @param books stored balances
   * @return findings in a fixed order, empty if all is well
   */
  public static List<Finding> check(BooksView books) {
    List<Finding> findings = new ArrayList<>();
    Asset zero = Asset.zero(books.currency());
    Asset debits = zero;
    Asset credits = zero;
    Asset target = zero;
    Asset funds = zero;
    for (LedgerAccount account : LedgerAccount.values()) {
      Asset balance = books.balance(account);
      if (balance.isNegative()) {
        findings.add(new Finding(Rule.NOT_NEGATIVE, account.name(), zero, balance));
      }
      if (account.side() == LedgerAccount.Side.DEBIT) {
        debits = debits.plus(balance);
      } else {
        credits = credits.plus(balance);
      }
      if (account.isTargetFinancing()) {
        target = target.plus(balance);
      }
    }
    compare(findings, Rule.DEBITS_EQUAL_CREDITS, "all accounts", debits, credits);
    Asset owed = zero;
    for (MemberShare share : books.memberShares()) {
      if (share.balance().isNegative()) {
        findings.add(
            new Finding(Rule.NOT_NEGATIVE, share.member().toString(), zero, share.balance()));
      }
      owed = owed.plus(share.balance());
    }
    compare(
        findings,
        Rule.SHARE_FUND_IS_MEMBERS,
        LedgerAccount.SHARE_FUND.name(),
        owed,
        books.balance(LedgerAccount.SHARE_FUND));
    for (FundCode fund : FundCode.values()) {
      compare(
          findings,
          Rule.FUNDS_ARE_TARGET_FINANCING,
          fund.name(),
          books.balance(LedgerAccount.of(fund)),
          books.fund(fund));
      if (fund != FundCode.SHARE) {
        funds = funds.plus(books.fund(fund));
      }
    }
    compare(findings, Rule.FUNDS_ARE_TARGET_FINANCING, "86", target, funds);
    return List.copyOf(findings);
  }

  /**
   * Checks balances against each other and against the journal.
   *
   * @param books stored balances
   * @param journal every entry ever applied
   * @return findings in a fixed order, empty if all is well
   */
  public static List<Finding> check(BooksView books, Iterable<Entry> journal) {
    List<Finding> findings = new ArrayList<>(check(books));
    Balances replayed = Balances.empty(books.currency()).plus(journal);
    for (LedgerAccount account : LedgerAccount.values()) {
      compare(
          findings,
          Rule.JOURNAL_IS_BALANCE,
          account.name(),
          replayed.balance(account),
          books.balance(account));
    }
    for (MemberShare share : books.memberShares()) {
      compare(
          findings,
          Rule.JOURNAL_IS_BALANCE,
          share.member().toString(),
          replayed.share(share.member()),
          share.balance());
    }
    return List.copyOf(findings);
  }

  private static void compare(
      List<Finding> findings, Rule rule, String place, Asset expected, Asset actual) {
    if (!expected.equals(actual)) {
      findings.add(new Finding(rule, place, expected, actual));
    }
  }
}
