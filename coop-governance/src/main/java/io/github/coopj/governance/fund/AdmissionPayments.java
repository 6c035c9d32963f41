package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;

/**
 * What a member has paid under the admission programme.
 *
 * @param member the member
 * @param entrance entrance contribution (вступительный взнос), zero until it is paid
 * @param share share contributions (паевые взносы)
 */
public record AdmissionPayments(Name member, Asset entrance, Asset share) {
  /**
   * Nothing yet.
   *
   * @param member the member
   * @param currency currency of the books
   * @return two zeros
   */
  public static AdmissionPayments none(Name member, Symbol currency) {
    return new AdmissionPayments(member, Asset.zero(currency), Asset.zero(currency));
  }

  /**
   * These payments with one more.
   *
   * @param contribution an entrance or share contribution of the member, booked
   * @return the sums after it
   */
  public AdmissionPayments plus(Contribution contribution) {
    return contribution.kind() == ContributionKind.ENTRANCE
        ? new AdmissionPayments(member, entrance.plus(contribution.amount()), share)
        : new AdmissionPayments(member, entrance, share.plus(contribution.amount()));
  }
}
