package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chart of accounts (план счетов): which accounts there are, by what they are kept, and how low each may fall. */
public final class ChartOfAccounts {
  private final String name;
  private final SortedMap<AccountNumber, ChartAccount> accounts;
  private final Map<AccountRole, AccountNumber> roles = new EnumMap<>(AccountRole.class);
  private final SortedMap<Name, AccountNumber> funds = new TreeMap<>();
  private final @Nullable ChartAccount[] byKey = new ChartAccount[100 * 100];

  private ChartOfAccounts(String name, SortedMap<AccountNumber, ChartAccount> accounts) {
    this.name = name;
    this.accounts = accounts;
    accounts.forEach((number, account) -> {
      byKey[(int) number.key()] = account;
      AccountNumber other = account.role() == AccountRole.NONE
          ? null
          : account.role() == AccountRole.FUND
              ? funds.putIfAbsent(account.fund(), number)
              : roles.putIfAbsent(account.role(), number);
      if (other != null) {
        throw new InvalidValueException("accounts " + other + " and " + number
            + " have the same role " + account.role() + " " + account.fund());
      }
    });
  }

  /**
   * A chart. Where an account has subaccounts, transfers go to those and not to the account itself.
   *
   * @param name name of the chart
   * @param accounts accounts and subaccounts; no number twice, no account that is also divided into subaccounts
   * @return the chart
   * @throws InvalidValueException naming the account
   */
  public static ChartOfAccounts of(String name, Collection<ChartAccount> accounts) {
    SortedMap<AccountNumber, ChartAccount> sorted = new TreeMap<>();
    for (ChartAccount account : accounts) {
      if (sorted.put(account.number(), account) != null) {
        throw new InvalidValueException("account " + account.number() + " is in the chart twice");
      }
    }
    if (sorted.isEmpty()) {
      throw new InvalidValueException("the chart " + name + " has no accounts");
    }
    for (ChartAccount account : sorted.values()) {
      AccountNumber root = account.number().root();
      if (account.number().sub() != 0 && sorted.containsKey(root)) {
        throw new InvalidValueException(
            "account " + root + " is divided into subaccounts, so it is none itself");
      }
    }
    return new ChartOfAccounts(name, sorted);
  }

  /**
   * Name of the chart.
   *
   * @return such as {@code RU_CONSUMER}
   */
  public String name() {
    return name;
  }

  /**
   * Accounts that transfers may name.
   *
   * @return in the order of their numbers
   */
  public List<ChartAccount> accounts() {
    return List.copyOf(accounts.values());
  }

  /**
   * The account under a number.
   *
   * @param number number
   * @return the account
   * @throws GovernanceException NO_SUCH_ACCOUNT
   */
  public ChartAccount require(AccountNumber number) {
    ChartAccount account = byKey[(int) number.key()];
    if (account == null) {
      throw new GovernanceException(Reason.NO_SUCH_ACCOUNT, "account", number);
    }
    return account;
  }

  /**
   * The account of a wallet that names neither more nor less than the account is kept by.
   *
   * @param wallet a wallet
   * @return its account
   * @throws GovernanceException NO_SUCH_ACCOUNT, WRONG_WALLET
   */
  public ChartAccount require(LedgerKey wallet) {
    ChartAccount account = require(wallet.account());
    if (account.byProgramme() != (wallet.programme() != 0)
        || account.byMember() == wallet.member().isEmpty()) {
      throw new GovernanceException(
          Reason.WRONG_WALLET,
          "wallet",
          wallet,
          "programme",
          account.byProgramme(),
          "member",
          account.byMember());
    }
    return account;
  }

  /**
   * On which side the balance of an account grows, also of one that is divided into subaccounts.
   *
   * @param number number of an account or subaccount
   * @return its side; that of its subaccounts where they agree, otherwise BOTH
   * @throws GovernanceException NO_SUCH_ACCOUNT
   */
  public AccountSide sideOf(AccountNumber number) {
    ChartAccount account = accounts.get(number);
    if (account != null) {
      return account.side();
    }
    List<AccountSide> sides = accounts.values().stream()
        .filter(sub -> sub.number().root().equals(number))
        .map(ChartAccount::side)
        .distinct()
        .toList();
    if (sides.isEmpty()) {
      throw new GovernanceException(Reason.NO_SUCH_ACCOUNT, "account", number);
    }
    return sides.size() == 1 ? sides.get(0) : AccountSide.BOTH;
  }

  /**
   * The account that rules use for something.
   *
   * @param role a role, not {@link AccountRole#NONE} or {@link AccountRole#FUND}
   * @return its number
   * @throws GovernanceException NO_ACCOUNT_FOR if the chart has none
   */
  public AccountNumber of(AccountRole role) {
    AccountNumber number = roles.get(role);
    if (number == null) {
      throw new GovernanceException(Reason.NO_ACCOUNT_FOR, "role", role, "chart", name);
    }
    return number;
  }

  /**
   * The account of a fund.
   *
   * @param fund code of the fund
   * @return its number
   * @throws GovernanceException NO_ACCOUNT_FOR if the chart has none
   */
  public AccountNumber ofFund(Name fund) {
    AccountNumber number = funds.get(fund);
    if (number == null) {
      throw new GovernanceException(Reason.NO_ACCOUNT_FOR, "role", fund, "chart", name);
    }
    return number;
  }

  /**
   * Codes of the funds that the chart keeps.
   *
   * @return in the order of their accounts
   */
  public List<Name> funds() {
    return accounts.values().stream()
        .filter(account -> account.role() == AccountRole.FUND)
        .map(ChartAccount::fund)
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChartOfAccounts that
        && name.equals(that.name)
        && accounts.equals(that.accounts);
  }

  @Override
  public int hashCode() {
    return accounts.hashCode();
  }

  @Override
  public String toString() {
    return "ChartOfAccounts[" + name + ", " + accounts.keySet() + "]";
  }
}
