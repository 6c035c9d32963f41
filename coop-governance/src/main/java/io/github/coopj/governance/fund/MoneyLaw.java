package io.github.coopj.governance.fund;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.LedgerKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which ways money may go, whoever books it. It looks at one transfer alone; whether there is ground for it is asked by the rule
 * that makes it.
 *
 * <ul>
 *   <li>the indivisible fund is debited in exceptional cases only, and never towards members or other funds (FUND-04);
 *   <li>no fund becomes a share or is paid to a member, but for benefits of the operations fund and aid of the mutual aid fund
 *       (FUND-07, FUND-13);
 *   <li>money goes between funds under its own purpose only (FUND-16);
 *   <li>a share is formed from what the member brought, and leaves to this member alone (FUND-01, FUND-12);
 *   <li>no transfer goes from one member to another (CPP-04); cooperatives that settle with each other do.
 * </ul>
 */
public final class MoneyLaw {
  private static final Set<AccountRole> SHARES =
      EnumSet.of(AccountRole.MINIMUM_SHARE, AccountRole.PROGRAMME_SHARE);
  private static final Set<AccountRole> ASSETS = EnumSet.of(
      AccountRole.BANK,
      AccountRole.CASH,
      AccountRole.GOODS,
      AccountRole.MATERIALS,
      AccountRole.FIXED_ASSETS,
      AccountRole.INTANGIBLES);
  private static final Set<AccountRole> DEBTS = EnumSet.of(AccountRole.LOANS, AccountRole.ADVANCES);

  private final Wallets wallets;

  /**
   * The law over a chart.
   *
   * @param wallets wallets of the chart
   */
  public MoneyLaw(Wallets wallets) {
    this.wallets = wallets;
  }

  /**
   * Refuses a transfer that may not be, unless it undoes an earlier one.
   *
   * @param debit wallet debited
   * @param credit wallet credited
   * @param basis on what ground
   * @throws GovernanceException UNLAWFUL_TRANSFER naming the rule
   */
  public void require(LedgerKey debit, LedgerKey credit, Basis basis) {
    broken(debit, credit, basis.purpose()).ifPresent(rule -> {
      throw new GovernanceException(
          Reason.UNLAWFUL_TRANSFER,
          "debit",
          debit,
          "credit",
          credit,
          "purpose",
          basis.purpose(),
          "rule",
          rule);
    });
  }

  /**
   * The rule that a transfer breaks.
   *
   * @param debit wallet debited
   * @param credit wallet credited
   * @param purpose code of its purpose
   * @return id of the requirement, empty if it is lawful
   */
  public Optional<String> broken(LedgerKey debit, LedgerKey credit, Name purpose) {
    AccountRole from = wallets.roleOf(debit);
    AccountRole to = wallets.roleOf(credit);
    boolean bothMembers = !debit.member().isEmpty() && !credit.member().isEmpty();
    boolean cooperatives = from == AccountRole.COOPERATIVES && to == AccountRole.COOPERATIVES;
    if (bothMembers && !cooperatives && !debit.member().equals(credit.member())) {
      return Optional.of("CPP-04");
    }
    if (from == AccountRole.FUND) {
      return ofFund(
          wallets.accountOf(debit.account()), wallets.accountOf(credit.account()), purpose);
    }
    if (SHARES.contains(to)
        && !(from == AccountRole.MEMBER_SETTLEMENT && Purpose.SHARE.is(purpose))
        && !(SHARES.contains(from) && Purpose.SHARE_MOVE.is(purpose))) {
      return Optional.of("FUND-01");
    }
    return switch (from) {
      case MINIMUM_SHARE, PROGRAMME_SHARE -> ofShare(to, purpose);
      case SHARES_TO_RETURN ->
        unless(
            (ASSETS.contains(to) && Purpose.SHARE_PAID.is(purpose))
                || (DEBTS.contains(to) && Purpose.NETTING.is(purpose)),
            "FUND-12");
      default -> ofOthers(from, wallets.accountOf(credit.account()), purpose);
    };
  }

  private static Optional<String> ofFund(ChartAccount fund, ChartAccount taker, Name purpose) {
    AccountRole to = taker.role();
    if (SHARES.contains(to) || to == AccountRole.SHARES_TO_RETURN) {
      return Optional.of("FUND-13");
    }
    if (isIndivisible(fund)) {
      boolean outside =
          to != AccountRole.FUND && to != AccountRole.MEMBER_SETTLEMENT && !DEBTS.contains(to);
      return unless(
          outside && (Purpose.EXCEPTIONAL.is(purpose) || Purpose.LIQUIDATION.is(purpose)),
          "FUND-04");
    }
    if (to == AccountRole.FUND) {
      return unless(Purpose.FUND_MOVE.is(purpose) && !isIndivisible(taker), "FUND-16");
    }
    if (to == AccountRole.MEMBER_SETTLEMENT) {
      return unless(
          (Purpose.BENEFIT.is(purpose) && fund.fund().equals(FundCode.OPERATIONS.code()))
              || (Purpose.AID.is(purpose) && fund.fund().equals(FundCode.MUTUAL_AID.code())),
          "FUND-13");
    }
    return unless(to != AccountRole.LOANS, "FUND-13");
  }

  private static Optional<String> ofShare(AccountRole to, Name purpose) {
    return unless(
        SHARES.contains(to)
            || (to == AccountRole.SHARES_TO_RETURN && Purpose.SHARE_RETURN.is(purpose))
            || (to == AccountRole.MEMBER_SETTLEMENT && Purpose.SHARE_SPENT.is(purpose)),
        "FUND-12");
  }

  private static Optional<String> ofOthers(AccountRole from, ChartAccount to, Name purpose) {
    return switch (to.role()) {
      case MINIMUM_SHARE, PROGRAMME_SHARE -> Optional.empty();
      case SHARES_TO_RETURN -> Optional.of("FUND-12");
      case MEMBER_SETTLEMENT ->
        unless(
            (ASSETS.contains(from) && Purpose.RECEIVED.is(purpose))
                || (from == AccountRole.RESULT && Purpose.PAYMENT.is(purpose)),
            "CPP-04");
      case FUND ->
        unless(
            !isIndivisible(to)
                || (from == AccountRole.MEMBER_SETTLEMENT
                    && (Purpose.ENTRANCE.is(purpose) || Purpose.MEMBERSHIP.is(purpose))),
            "FUND-03");
      default ->
        unless(
            from != AccountRole.MEMBER_SETTLEMENT
                || ASSETS.contains(to.role())
                || (to.role() == AccountRole.RESULT && Purpose.LOSS.is(purpose))
                || DEBTS.contains(to.role()),
            "CPP-04");
    };
  }

  private static boolean isIndivisible(ChartAccount account) {
    return account.fund().equals(FundCode.INDIVISIBLE.code());
  }

  private static Optional<String> unless(boolean lawful, String rule) {
    return lawful ? Optional.empty() : Optional.of(rule);
  }
}
