package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.WalletBalance;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The books of a cooperative in its own words: assets, funds, shares.
 *
 * @param ledger the ledger
 */
public record BooksView(LedgerSnapshot ledger) {
  /**
   * Wallets of the chart.
   *
   * @return by what they are for
   */
  public Wallets wallets() {
    return new Wallets(ledger.chart());
  }

  /**
   * Every recorded transfer.
   *
   * @return by number
   */
  public List<TransferRecord> journal() {
    return ledger.journal();
  }

  /**
   * Balance of an account, over all its wallets.
   *
   * @param role role of the account, not {@link AccountRole#FUND}
   * @return zero if nothing was booked
   * @throws io.github.coopj.governance.GovernanceException NO_ACCOUNT_FOR
   */
  public Asset balance(AccountRole role) {
    return sum(ledger.chart().of(role).key());
  }

  /**
   * What there is of an asset.
   *
   * @param asset the asset
   * @return zero if nothing was booked
   */
  public Asset balance(AssetKind asset) {
    return balance(asset.role());
  }

  /**
   * Size of a fund.
   *
   * @param fund code of the fund
   * @return zero if nothing was booked
   * @throws io.github.coopj.governance.GovernanceException NO_ACCOUNT_FOR
   */
  public Asset fund(Name fund) {
    return sum(ledger.chart().ofFund(fund).key());
  }

  /**
   * Size of one of the platform's funds.
   *
   * @param fund the fund; the share fund is what is owed to all members (FUND-01)
   * @return zero if nothing was booked
   */
  public Asset fund(FundCode fund) {
    return fund == FundCode.SHARE
        ? balance(AccountRole.MINIMUM_SHARE).plus(balance(AccountRole.PROGRAMME_SHARE))
        : fund(fund.code());
  }

  /**
   * Shares of members.
   *
   * @return one entry per member that ever had a share, in the order of names
   */
  public List<MemberShare> memberShares() {
    SortedMap<Name, Long> shares = new TreeMap<>();
    for (Map.Entry<LedgerKey, WalletBalance> wallet :
        ledger.on(LedgerLevel.MEMBER).entrySet()) {
      if (wallets().isShare(wallet.getKey())) {
        shares.merge(
            wallet.getKey().member(), wallet.getValue().on(AccountSide.CREDIT), Math::addExact);
      }
    }
    return shares.entrySet().stream()
        .map(share -> new MemberShare(share.getKey(), asset(share.getValue())))
        .toList();
  }

  /**
   * What a wallet holds.
   *
   * @param wallet a wallet
   * @return its balance on the side on which it grows
   */
  public Asset balance(LedgerKey wallet) {
    WalletBalance balance = ledger.on(LedgerLevel.MEMBER).getOrDefault(wallet, WalletBalance.ZERO);
    return asset(balance.on(ledger.chart().require(wallet).side()));
  }

  /**
   * What a member gave to a programme and got from it.
   *
   * @param member account of the member
   * @param programme number of the programme
   * @return the statement
   */
  public MemberStatement statement(Name member, long programme) {
    return MemberStatement.of(member, programme, journal(), wallets(), ledger.currency());
  }

  private Asset sum(long account) {
    long sum = 0;
    for (Map.Entry<LedgerKey, WalletBalance> wallet :
        ledger.on(LedgerLevel.WALLET).entrySet()) {
      if (wallet.getKey().account().key() == account) {
        sum = Math.addExact(
            sum,
            wallet
                .getValue()
                .on(ledger.chart().require(wallet.getKey().account()).side()));
      }
    }
    return asset(sum);
  }

  private Asset asset(long minor) {
    return new Asset(minor, ledger.currency());
  }
}
