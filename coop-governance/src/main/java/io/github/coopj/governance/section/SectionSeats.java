package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import java.time.Instant;

/** Tells who belongs to which section of a cooperative. */
@FunctionalInterface
public interface SectionSeats {
  /**
   * Whether a person is a member of a section.
   *
   * @param member the account
   * @param section number of the section
   * @param at the moment
   * @return whether it is a member of the cooperative and belongs to the section
   */
  boolean contains(Name member, long section, Instant at);
}
