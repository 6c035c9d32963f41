package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.MembershipLookup;
import java.time.Instant;
import java.util.List;

/**
 * Who belongs to which section of a cooperative (KU-09): the choices of its members, as far as they are members.
 *
 * @param places memberships in sections, one for each account
 * @param memberships who is a member of the cooperative
 */
public record SectionMembers(List<SectionMembership> places, MembershipLookup memberships)
    implements SectionSeats {
  /** Copies the list. */
  public SectionMembers {
    places = List.copyOf(places);
  }

  /**
   * Members of a section.
   *
   * @param section number of the section
   * @param at the moment
   * @return accounts in the order given
   */
  public List<Name> of(long section, Instant at) {
    return places.stream()
        .filter(place -> place.belongsTo(section, memberships, at))
        .map(SectionMembership::member)
        .toList();
  }

  /**
   * Members that a section has, and those who have chosen it from a later day on: while there are any, it is not closed
   * (KU-23). Who has applied and is not admitted yet counts too.
   *
   * @param section number of the section
   * @param at the moment
   * @return 0 or more
   */
  public long boundTo(long section, Instant at) {
    return places.stream().filter(place -> place.isBoundTo(section, at)).count();
  }

  @Override
  public boolean contains(Name member, long section, Instant at) {
    return of(section, at).contains(member);
  }
}
