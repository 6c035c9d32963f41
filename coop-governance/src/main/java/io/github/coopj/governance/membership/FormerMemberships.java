package io.github.coopj.governance.membership;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account had with a cooperative before its last application: who was refused may apply again, and nothing of before is
 * lost.
 *
 * @param account account
 * @param memberships applications refused and memberships that ended, in the order of time
 */
public record FormerMemberships(Name account, List<MembershipRecord> memberships) {
  /** Refuses the memberships of other accounts. */
  public FormerMemberships {
    memberships = List.copyOf(memberships);
    for (MembershipRecord each : memberships) {
      if (!each.account().equals(account)) {
        throw new InvalidValueException(
            "former memberships of " + account + " name " + each.account());
      }
    }
  }

  /**
   * An account that has not applied twice.
   *
   * @param account account
   * @return nothing
   */
  public static FormerMemberships none(Name account) {
    return new FormerMemberships(account, List.of());
  }

  /**
   * With the last one, which another application takes the place of.
   *
   * @param last what there was until now
   * @return all of them
   */
  public FormerMemberships with(MembershipRecord last) {
    List<MembershipRecord> all = new ArrayList<>(memberships);
    all.add(last);
    return new FormerMemberships(account, all);
  }

  /**
   * Whether the person was a member at a moment, by a membership that ended.
   *
   * @param moment the moment
   * @return whether one of them lasted then
   */
  public boolean isMemberAt(TimePointSec moment) {
    return memberships.stream().anyMatch(each -> each.isMemberAt(moment));
  }

  /**
   * Whether the person was a member at a moment, by the last membership or one before it.
   *
   * @param last the last membership
   * @param moment the moment
   * @return whether one of them lasted then
   */
  public boolean wasMemberAt(MembershipRecord last, TimePointSec moment) {
    return last.isMemberAt(moment) || isMemberAt(moment);
  }
}
