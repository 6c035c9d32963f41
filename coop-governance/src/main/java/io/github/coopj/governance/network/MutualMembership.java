package io.github.coopj.governance.network;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.person.PersonKind;

/** Two cooperatives that are members of each other (взаимное членство; INTER-01). */
public final class MutualMembership {
  private final Name one;
  private final Name other;

  private MutualMembership(Name one, Name other) {
    this.one = one;
    this.other = other;
  }

  /**
   * Two memberships that answer each other.
   *
   * @param one account of a cooperative
   * @param ofOneInOther its membership in the other
   * @param other account of the other
   * @param ofOtherInOne the other's membership in it
   * @return the mutual membership
   * @throws GovernanceException NO_MUTUAL_MEMBERSHIP unless both are members as legal entities
   */
  public static MutualMembership of(
      Name one, Membership.Active ofOneInOther, Name other, Membership.Active ofOtherInOne) {
    boolean mutual = !one.equals(other)
        && ofOneInOther.account().equals(one)
        && ofOtherInOne.account().equals(other)
        && ofOneInOther.kind() == PersonKind.LEGAL_ENTITY
        && ofOtherInOne.kind() == PersonKind.LEGAL_ENTITY;
    if (!mutual) {
      throw new GovernanceException(Reason.NO_MUTUAL_MEMBERSHIP, "home", one, "host", other);
    }
    return new MutualMembership(one, other);
  }

  /**
   * Refuses two other cooperatives.
   *
   * @param home account of a cooperative
   * @param host account of another
   * @throws GovernanceException NO_MUTUAL_MEMBERSHIP
   */
  public void require(Name home, Name host) {
    boolean these =
        (home.equals(one) && host.equals(other)) || (home.equals(other) && host.equals(one));
    if (!these) {
      throw new GovernanceException(Reason.NO_MUTUAL_MEMBERSHIP, "home", home, "host", host);
    }
  }
}
