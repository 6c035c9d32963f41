package io.github.coopj.governance.body;

import io.github.coopj.core.name.Name;
import java.time.Instant;

/** Answers who is a member of the cooperative. */
@FunctionalInterface
public interface MembershipLookup {
  /**
   * Whether an account is an active member (действующий пайщик).
   *
   * @param account the account
   * @param at the moment
   * @return whether it is admitted and has not left
   */
  boolean isActive(Name account, Instant at);
}
