package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.Split;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns contributions of members into entries.
 *
 * <ul>
 *   <li>ENTRANCE: whole into the indivisible fund (FUND-03);
 *   <li>SHARE: whole into the share fund;
 *   <li>PROGRAMME: divided into share and membership by the programme's rule, the membership part among the five funds by
 *       the rules in force (CPP-15, FUND-14). The parts add up to the amount to the last minor unit.
 * </ul>
 *
 * <p>Whoever takes no part in the programme, an amount that is not above zero or in another currency is refused, and
 * nothing is booked.
 */
public final class ContributionBooking {
  private ContributionBooking() {}

  /**
   * Books a contribution.
   *
   * @param contribution what was received
   * @param participation the member's participation in the programme, null if there is none; admission needs none
   * @param programme the programme it is paid to; the admission programme for entrance and minimal share
   * @param rules fund rules in force at the time of the contribution, see {@link FundRules#inForceAt}
   * @param carry carry of the programme
   * @param currency currency of the books
   * @return entries to apply and the next carry
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, PROGRAMME_MISMATCH, NOT_A_PARTICIPANT,
   *     CONSENT_OUTDATED, NO_FUND_RULES if the rules are of a later time
   */
  public static Booking book(
      Contribution contribution,
      @Nullable Participation participation,
      Programme.Active programme,
      FundRules rules,
      Carry carry,
      Symbol currency) {
    requireAmount(contribution.amount(), currency);
    boolean admission = contribution.kind() != ContributionKind.PROGRAMME;
    if (contribution.programme() != programme.id()
        || admission != (programme.id() == Programme.ADMISSION_ID)) {
      throw new GovernanceException(
          Reason.PROGRAMME_MISMATCH,
          "programme",
          contribution.kind() + " to " + contribution.programme(),
          "expected",
          programme.id());
    }
    return switch (contribution.kind()) {
      case ENTRANCE ->
        new Booking(
            List.of(entry(
                contribution,
                LedgerAccount.INDIVISIBLE_FUND,
                contribution.amount(),
                EntrySource.ENTRANCE,
                0)),
            carry);
      case SHARE ->
        new Booking(
            List.of(entry(
                contribution,
                LedgerAccount.SHARE_FUND,
                contribution.amount(),
                EntrySource.SHARE,
                0)),
            carry);
      case PROGRAMME -> {
        Participation.require(
            contribution.member(), participation, programme, contribution.at().toInstant());
        if (rules.effectiveFrom().isAfter(contribution.at().toInstant())) {
          throw new GovernanceException(Reason.NO_FUND_RULES, "at", contribution.at());
        }
        yield divide(contribution, programme, rules, carry);
      }
    };
  }

  private static Booking divide(
      Contribution contribution, Programme.Active programme, FundRules rules, Carry carry) {
    int version = programme.snapshot().version();
    Split split =
        programme.snapshot().split().divide(contribution.amount(), carry.splitFor(version));
    List<Entry> entries = new ArrayList<>();
    if (!split.share().isZero()) {
      entries.add(
          entry(contribution, LedgerAccount.SHARE_FUND, split.share(), EntrySource.SHARE, 0));
    }
    Allocation.Carried divided = Allocation.largestRemainderWithCarry(
        split.membership().amount(),
        rules.shares().stream().map(share -> (long) share.basisPoints()).toList(),
        carry.fundsFor(rules.version()));
    for (int i = 0; i < divided.parts().size(); i++) {
      Asset part = new Asset(divided.parts().get(i), contribution.amount().symbol());
      if (!part.isZero()) {
        entries.add(entry(
            contribution,
            LedgerAccount.of(rules.shares().get(i).fund()),
            part,
            EntrySource.MEMBERSHIP,
            rules.version()));
      }
    }
    return new Booking(
        entries, new Carry(version, split.carry(), rules.version(), divided.carry()));
  }

  private static Entry entry(
      Contribution contribution,
      LedgerAccount credit,
      Asset amount,
      EntrySource source,
      int ruleVersion) {
    return new Entry(
        LedgerAccount.CASH,
        credit,
        amount,
        contribution.member(),
        contribution.programme(),
        source,
        ruleVersion,
        contribution.document());
  }

  static void requireAmount(Asset amount, Symbol currency) {
    if (!amount.symbol().equals(currency)) {
      throw new GovernanceException(Reason.WRONG_CURRENCY, "amount", amount, "currency", currency);
    }
    if (!amount.isPositive()) {
      throw new GovernanceException(Reason.AMOUNT_NOT_POSITIVE, "amount", amount);
    }
  }
}
