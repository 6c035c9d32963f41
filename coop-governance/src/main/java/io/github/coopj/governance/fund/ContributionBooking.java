package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AdmissionPolicy;
import io.github.coopj.governance.person.PersonKind;
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
 *   <li>ENTRANCE: once, as much as the charter says, whole into the indivisible fund (FUND-03);
 *   <li>SHARE: first at least the minimal share of the charter, whole into the share fund;
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
   * Books an entrance contribution or a share contribution, which run under the admission programme.
   *
   * @param contribution what was received
   * @param policy sizes of the charter in force
   * @param kind kind of person the member is
   * @param paid what the member has paid under the admission programme before
   * @param currency currency of the books
   * @return the entry to apply
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, PROGRAMME_MISMATCH, CONTRIBUTION_SIZE for another
   *     entrance contribution than that of the charter and for a first share below its minimum, ENTRANCE_PAID
   */
  public static Entry bookAdmission(
      Contribution contribution,
      AdmissionPolicy policy,
      PersonKind kind,
      AdmissionPayments paid,
      Symbol currency) {
    requireAmount(contribution.amount(), currency);
    if (contribution.kind() == ContributionKind.PROGRAMME
        || contribution.programme() != Programme.ADMISSION_ID) {
      throw mismatch(contribution, Programme.ADMISSION_ID);
    }
    if (contribution.kind() == ContributionKind.ENTRANCE) {
      if (!paid.entrance().isZero()) {
        throw new GovernanceException(
            Reason.ENTRANCE_PAID, "account", contribution.member(), "paid", paid.entrance());
      }
      if (!contribution.amount().equals(policy.entrance(kind))) {
        throw wrongSize(contribution, policy.entrance(kind));
      }
      return entry(
          contribution,
          LedgerAccount.INDIVISIBLE_FUND,
          contribution.amount(),
          EntrySource.ENTRANCE,
          0);
    }
    if (paid.share().isZero()
        && contribution.amount().compareAmount(policy.minimalShare(kind)) < 0) {
      throw wrongSize(contribution, policy.minimalShare(kind));
    }
    return entry(
        contribution, LedgerAccount.SHARE_FUND, contribution.amount(), EntrySource.SHARE, 0);
  }

  /**
   * Books a contribution to a programme.
   *
   * @param contribution what was received
   * @param participation the member's participation in the programme, null if there is none
   * @param programme the programme it is paid to, in the version in force at the time of the contribution, see {@link
   *     Programme#inForceAt}
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
    if (contribution.kind() != ContributionKind.PROGRAMME
        || contribution.programme() != programme.id()
        || programme.id() == Programme.ADMISSION_ID) {
      throw mismatch(contribution, programme.id());
    }
    Participation.require(
        contribution.member(), participation, programme, contribution.at().toInstant());
    if (rules.effectiveFrom().isAfter(contribution.at().toInstant())) {
      throw new GovernanceException(Reason.NO_FUND_RULES, "at", contribution.at());
    }
    return divide(contribution, programme, rules, carry);
  }

  private static GovernanceException mismatch(Contribution contribution, long expected) {
    return new GovernanceException(
        Reason.PROGRAMME_MISMATCH,
        "programme",
        contribution.kind() + " to " + contribution.programme(),
        "expected",
        expected);
  }

  private static GovernanceException wrongSize(Contribution contribution, Asset required) {
    return new GovernanceException(
        Reason.CONTRIBUTION_SIZE,
        "account",
        contribution.member(),
        "amount",
        contribution.amount(),
        "required",
        required);
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
        entries, carry.with(version, split.carry(), rules.version(), divided.carry()));
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
