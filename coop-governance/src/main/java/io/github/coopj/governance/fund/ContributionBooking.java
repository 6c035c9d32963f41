package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AdmissionPolicy;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.Split;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns contributions of members into transfers. What was received is credited to the member's settlement wallet first and goes
 * from there to where it belongs, so that the wallet ends where it was:
 *
 * <ul>
 *   <li>ENTRANCE: once, as much as the charter says, whole into the indivisible fund (FUND-03);
 *   <li>SHARE: first at least the minimal share of the charter, which stays apart; whole into the share fund;
 *   <li>PROGRAMME: divided into share and membership by the programme's rule, the membership part among the five funds by
 *       the rules in force (CPP-15, FUND-14). The parts add up to the amount to the last minor unit.
 * </ul>
 *
 * <p>Whoever takes no part in the programme, an amount that is not above zero or in another currency, and things without a
 * valuation are refused, and nothing is booked.
 */
public final class ContributionBooking {
  private final Wallets wallets;
  private final Symbol currency;
  private final MoneyPolicy policy;

  /**
   * Booking in books of a chart.
   *
   * @param wallets wallets of the chart
   * @param currency currency of the books
   * @param policy what the charter says of programmes
   */
  public ContributionBooking(Wallets wallets, Symbol currency, MoneyPolicy policy) {
    this.wallets = wallets;
    this.currency = currency;
    this.policy = policy;
  }

  /**
   * Books an entrance contribution or a share contribution, which run under the admission programme.
   *
   * @param contribution what was received
   * @param sizes sizes of the charter in force
   * @param kind kind of person the member is
   * @param paid what the member has paid under the admission programme before
   * @param valuation the valuation of what was brought in kind, empty for money
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, PROGRAMME_MISMATCH, NOT_VALUED, CONTRIBUTION_SIZE for
   *     another entrance contribution than that of the charter and for a first share below its minimum, ENTRANCE_PAID
   */
  public Posting bookAdmission(
      Contribution contribution,
      AdmissionPolicy sizes,
      PersonKind kind,
      AdmissionPayments paid,
      Optional<Valuation.InForce> valuation) {
    requireAmount(contribution.amount(), currency);
    requireValued(contribution, valuation);
    if (contribution.kind() == ContributionKind.PROGRAMME
        || contribution.programme() != Programme.ADMISSION_ID) {
      throw mismatch(contribution, Programme.ADMISSION_ID);
    }
    Posting.Draft posting = receive(contribution);
    LedgerKey settlement = settlement(contribution);
    if (contribution.kind() == ContributionKind.ENTRANCE) {
      if (!paid.entrance().isZero()) {
        throw new GovernanceException(
            Reason.ENTRANCE_PAID, "account", contribution.member(), "paid", paid.entrance());
      }
      if (!contribution.amount().equals(sizes.entrance(kind))) {
        throw wrongSize(contribution, sizes.entrance(kind));
      }
      return posting
          .move(
              settlement,
              wallets.fund(FundCode.INDIVISIBLE),
              contribution.amount(),
              Purpose.ENTRANCE)
          .build();
    }
    Asset minimum = sizes.minimalShare(kind);
    if (paid.share().isZero() && contribution.amount().compareAmount(minimum) < 0) {
      throw wrongSize(contribution, minimum);
    }
    Asset toMinimum = paid.share().isZero() ? minimum : Asset.zero(currency);
    Name member = contribution.member();
    return posting
        .move(settlement, wallets.minimumShare(member), toMinimum, Purpose.SHARE)
        .move(
            settlement,
            wallets.share(Programme.ADMISSION_ID, member),
            contribution.amount().minus(toMinimum),
            Purpose.SHARE)
        .build();
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
   * @param valuation the valuation of what was brought in kind, empty for money
   * @return what to book and the next carry
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, PROGRAMME_MISMATCH, NOT_VALUED, NOT_A_PARTICIPANT,
   *     CONSENT_OUTDATED, FEE_MISMATCH, NO_FUND_RULES if the rules are of a later time
   */
  public Booking book(
      Contribution contribution,
      @Nullable Participation participation,
      Programme.Active programme,
      FundRules rules,
      Carry carry,
      Optional<Valuation.InForce> valuation) {
    requireAmount(contribution.amount(), currency);
    requireValued(contribution, valuation);
    if (contribution.kind() != ContributionKind.PROGRAMME
        || contribution.programme() != programme.id()
        || programme.id() == Programme.ADMISSION_ID) {
      throw mismatch(contribution, programme.id());
    }
    Participation.require(
        contribution.member(),
        participation,
        programme,
        policy,
        contribution.at().toInstant());
    rules.requireInForce(contribution.at().toInstant());
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

  private Posting.Draft receive(Contribution contribution) {
    return Posting.of(wallets, contribution.document(), contribution.at())
        .move(
            wallets.asset(contribution.asset()),
            settlement(contribution),
            contribution.amount(),
            Purpose.RECEIVED);
  }

  private LedgerKey settlement(Contribution contribution) {
    return wallets.settlement(contribution.programme(), contribution.member());
  }

  private Booking divide(
      Contribution contribution, Programme.Active programme, FundRules rules, Carry carry) {
    int version = programme.snapshot().version();
    Split split = programme
        .snapshot()
        .fee()
        .divide(
            programme.id(),
            contribution.amount(),
            contribution.membership(),
            carry.splitFor(version));
    LedgerKey settlement = settlement(contribution);
    Posting.Draft posting = receive(contribution)
        .move(
            settlement,
            wallets.share(programme.id(), contribution.member()),
            split.share(),
            Purpose.SHARE.code(),
            version);
    Allocation.Carried divided = Allocation.largestRemainderWithCarry(
        split.membership().amount(),
        rules.shares().stream().map(share -> (long) share.basisPoints()).toList(),
        carry.fundsFor(rules.version()));
    for (int i = 0; i < divided.parts().size(); i++) {
      posting.move(
          settlement,
          wallets.fund(rules.shares().get(i).fund()),
          new Asset(divided.parts().get(i), currency),
          Purpose.MEMBERSHIP.code(),
          rules.version());
    }
    return new Booking(
        posting.build(), carry.with(version, split.carry(), rules.version(), divided.carry()));
  }

  private static void requireValued(
      Contribution contribution, Optional<Valuation.InForce> valuation) {
    if (contribution.asset().isInKind()
        && valuation.filter(valued -> valued.covers(contribution)).isEmpty()) {
      throw new GovernanceException(
          Reason.NOT_VALUED, "account", contribution.member(), "asset", contribution.asset());
    }
  }

  /**
   * Refuses what cannot be an amount of the books.
   *
   * @param amount an amount
   * @param currency currency of the books
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE
   */
  public static void requireAmount(Asset amount, Symbol currency) {
    if (!amount.symbol().equals(currency)) {
      throw new GovernanceException(Reason.WRONG_CURRENCY, "amount", amount, "currency", currency);
    }
    if (!amount.isPositive()) {
      throw new GovernanceException(Reason.AMOUNT_NOT_POSITIVE, "amount", amount);
    }
  }
}
