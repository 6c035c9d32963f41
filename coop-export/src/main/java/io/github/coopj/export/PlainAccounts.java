package io.github.coopj.export;

import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.LedgerKey;

/** Names of wallets in the syntax of plain text journals. Titles of a chart are text from outside: they are made harmless. */
final class PlainAccounts {
  private PlainAccounts() {}

  /** Text without what ends a name, a string or a line: words of letters, digits and dashes. */
  static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Such as {@code Equity:80 2 Shares:5:anna}. */
  static String hledger(ChartOfAccounts chart, LedgerKey key) {
    ChartAccount account = chart.require(key.account());
    StringBuilder name = new StringBuilder(root(account))
        .append(':')
        .append(key.account())
        .append(' ')
        .append(words(account.english()));
    if (key.programme() != 0) {
      name.append(':').append(Long.toUnsignedString(key.programme()));
    }
    if (!key.member().isEmpty()) {
      name.append(':').append(key.member());
    }
    return name.toString();
  }

  /** Such as {@code Equity:80-2-Shares:5:M-anna}; a part begins with a capital letter or a digit and holds no dots. */
  static String beancount(ChartOfAccounts chart, LedgerKey key) {
    ChartAccount account = chart.require(key.account());
    StringBuilder name = new StringBuilder(root(account))
        .append(':')
        .append(key.account().toString().replace('.', '-'))
        .append('-')
        .append(words(account.english()).replace(' ', '-'));
    if (key.programme() != 0) {
      name.append(':').append(Long.toUnsignedString(key.programme()));
    }
    if (!key.member().isEmpty()) {
      name.append(":M-").append(key.member().toString().replace('.', '-'));
    }
    return name.toString();
  }

  private static String root(ChartAccount account) {
    return switch (account.role()) {
      case FUND, MINIMUM_SHARE, PROGRAMME_SHARE -> "Equity";
      case RESULT -> "Income";
      default -> account.side() == AccountSide.DEBIT ? "Assets" : "Liabilities";
    };
  }
}
