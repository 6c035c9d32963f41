package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import java.time.Instant;

/** Answers who is an active member (действующий пайщик) of the cooperative. */
@FunctionalInterface
public interface MemberLookup {
  /**
   * Whether an account is an active member.
   *
   * @param account the account
   * @param at the moment
   * @return true if it was a member at that moment, whatever happened since
   */
  boolean isActive(Name account, Instant at);
}
