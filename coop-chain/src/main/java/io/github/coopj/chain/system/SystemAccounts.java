package io.github.coopj.chain.system;

import io.github.coopj.core.name.Name;

/** Accounts of the system beside {@code eosio}. Only the system contract acts for those that hold tokens. */
public final class SystemAccounts {
  /** Issues the system token and keeps what the plan issues. */
  public static final Name SAVING = Name.of("eosio.saving");

  /** Collects the producers' part of the fees. */
  public static final Name PRODUCER_PAY = Name.of("eosio.bpay");

  private SystemAccounts() {}
}
