package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;

/** Answers whether an account is on the frozen roll (список пайщиков) of a meeting (MEET-16). */
@FunctionalInterface
public interface RollLookup {
  /**
   * Whether the account is on the roll.
   *
   * @param account account of a member or representative
   * @return true if it may take part
   */
  boolean contains(Name account);
}
