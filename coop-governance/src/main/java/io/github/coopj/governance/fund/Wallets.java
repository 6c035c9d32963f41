package io.github.coopj.governance.fund;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.program.Programme;

/**
 * The wallets of a cooperative by what they are for, whatever numbers its chart gives them.
 *
 * @param chart the chart
 */
public record Wallets(ChartOfAccounts chart) {
  /**
   * Where an asset is kept.
   *
   * @param asset the asset
   * @return the wallet
   * @throws io.github.coopj.governance.GovernanceException NO_ACCOUNT_FOR
   */
  public LedgerKey asset(AssetKind asset) {
    return LedgerKey.of(chart.of(asset.role()));
  }

  /**
   * A fund.
   *
   * @param fund code of the fund
   * @return the wallet
   * @throws io.github.coopj.governance.GovernanceException NO_ACCOUNT_FOR
   */
  public LedgerKey fund(Name fund) {
    return LedgerKey.of(chart.ofFund(fund));
  }

  /**
   * One of the five funds.
   *
   * @param fund the fund, not the share fund
   * @return the wallet
   */
  public LedgerKey fund(FundCode fund) {
    return fund(fund.code());
  }

  /**
   * What a member brings and gets under a programme, on its way.
   *
   * @param programme number of the programme
   * @param member account of the member
   * @return the wallet
   */
  public LedgerKey settlement(long programme, Name member) {
    return of(AccountRole.MEMBER_SETTLEMENT, programme, member);
  }

  /**
   * The minimum share of a member, which runs under the admission programme.
   *
   * @param member account of the member
   * @return the wallet
   */
  public LedgerKey minimumShare(Name member) {
    return of(AccountRole.MINIMUM_SHARE, Programme.ADMISSION_ID, member);
  }

  /**
   * The share of a member under a programme.
   *
   * @param programme number of the programme
   * @param member account of the member
   * @return the wallet
   */
  public LedgerKey share(long programme, Name member) {
    return of(AccountRole.PROGRAMME_SHARE, programme, member);
  }

  /**
   * Any wallet that is kept by programme and member.
   *
   * @param role role of its account
   * @param programme number of the programme
   * @param member account of the member
   * @return the wallet
   * @throws io.github.coopj.governance.GovernanceException NO_ACCOUNT_FOR
   */
  public LedgerKey of(AccountRole role, long programme, Name member) {
    return new LedgerKey(chart.of(role), programme, member);
  }

  /**
   * Income and losses that the meeting has not decided about.
   *
   * @return the wallet
   */
  public LedgerKey result() {
    return LedgerKey.of(chart.of(AccountRole.RESULT));
  }

  /**
   * Role of the account of a wallet.
   *
   * @param wallet a wallet
   * @return the role
   * @throws io.github.coopj.governance.GovernanceException NO_SUCH_ACCOUNT
   */
  public AccountRole roleOf(LedgerKey wallet) {
    return accountOf(wallet.account()).role();
  }

  /**
   * Whether a wallet is part of the share fund.
   *
   * @param wallet a wallet
   * @return true for minimum shares and shares under programmes
   */
  public boolean isShare(LedgerKey wallet) {
    AccountRole role = roleOf(wallet);
    return role == AccountRole.MINIMUM_SHARE || role == AccountRole.PROGRAMME_SHARE;
  }

  /** The account under a number. */
  ChartAccount accountOf(AccountNumber number) {
    return chart.require(number);
  }
}
