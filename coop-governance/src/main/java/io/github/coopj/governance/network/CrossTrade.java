package io.github.coopj.governance.network;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.LedgerKey;

/**
 * A member of one cooperative takes goods of another, through the share that his cooperative has there (INTER-01). Its digest is
 * the one correlation id of both legs.
 *
 * @param home account of the member's cooperative
 * @param host account of the cooperative whose goods he takes, of which home is a member
 * @param member account of the member
 * @param homeProgramme programme of home under which the member has his share
 * @param hostProgramme programme of host under which home has its share
 * @param amount value of the goods, above zero
 * @param goods digest of their description
 * @param at when they are handed over
 */
public record CrossTrade(
    Name home,
    Name host,
    Name member,
    @AbiType("uint64") long homeProgramme,
    @AbiType("uint64") long hostProgramme,
    Asset amount,
    Checksum256 goods,
    TimePointSec at) {
  /** Refuses a trade of nothing and one within a cooperative. */
  public CrossTrade {
    if (!amount.isPositive()
        || home.equals(host)
        || member.isEmpty()
        || goods.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a trade is above zero between two cooperatives, got "
          + amount + " of " + host + " for a member of " + home);
    }
  }

  /**
   * Correlation id; also what member and both cooperatives sign.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COOPERATIVE_TRADE, this);
  }

  /**
   * The trade with its three signatures.
   *
   * @param byMember the member's
   * @param byHome of the account of his cooperative
   * @param byHost of the account of the other
   * @param mutual mutual membership of the two
   * @param keys which keys sign for which accounts
   * @return the trade, which may be booked
   * @throws io.github.coopj.governance.GovernanceException NO_MUTUAL_MEMBERSHIP, and if a signature is not theirs
   */
  public Agreed agreed(
      DocumentSignature byMember,
      DocumentSignature byHome,
      DocumentSignature byHost,
      MutualMembership mutual,
      SignerKeys keys) {
    mutual.require(home, host);
    byMember.requireGenuine(digest(), member, keys);
    byHome.requireGenuine(digest(), home, keys);
    byHost.requireGenuine(digest(), host, keys);
    return new Agreed(this);
  }

  /** A trade that all three signed. */
  public static final class Agreed {
    private final CrossTrade trade;

    private Agreed(CrossTrade trade) {
      this.trade = trade;
    }

    /**
     * The leg of the member's cooperative: it takes goods for its share in the other, and hands them to the member for his.
     *
     * @param wallets wallets of its chart
     * @return what to book there
     */
    public Posting homeLeg(Wallets wallets) {
      LedgerKey goods = wallets.asset(AssetKind.GOODS);
      LedgerKey settlement = wallets.settlement(trade.homeProgramme, trade.member);
      return Posting.of(wallets, trade.digest(), trade.at)
          .move(
              goods,
              LedgerKey.of(wallets.chart().of(AccountRole.SHARES_ELSEWHERE)),
              trade.amount,
              Purpose.EXCHANGE)
          .move(
              wallets.share(trade.homeProgramme, trade.member),
              settlement,
              trade.amount,
              Purpose.SHARE_SPENT)
          .move(settlement, goods, trade.amount, Purpose.PAID_OUT)
          .build();
    }

    /**
     * The leg of the other cooperative: its member, the home cooperative, takes goods for its share.
     *
     * @param wallets wallets of its chart
     * @return what to book there
     */
    public Posting hostLeg(Wallets wallets) {
      LedgerKey settlement = wallets.settlement(trade.hostProgramme, trade.home);
      return Posting.of(wallets, trade.digest(), trade.at)
          .move(
              wallets.share(trade.hostProgramme, trade.home),
              settlement,
              trade.amount,
              Purpose.SHARE_SPENT)
          .move(settlement, wallets.asset(AssetKind.GOODS), trade.amount, Purpose.PAID_OUT)
          .build();
    }
  }
}
