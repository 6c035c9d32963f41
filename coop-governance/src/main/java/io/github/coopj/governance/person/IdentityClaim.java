package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.Optional;

/**
 * One verified identity has one account (единый аккаунт, USER-02): the row that says which.
 *
 * @param identityKey see {@link Person#identityKey}
 * @param account the account
 */
public record IdentityClaim(Checksum256 identityKey, Name account) {
  /** Refuses a claim of nobody. */
  public IdentityClaim {
    if (account.isEmpty()) {
      throw new InvalidValueException("an identity is claimed by an account");
    }
  }

  /**
   * Claims an identity for an account.
   *
   * @param identityKey the identity
   * @param account the account
   * @param existing the row of this identity, if there is one
   * @return the row to keep; the existing one if it is the same account's
   * @throws GovernanceException IDENTITY_TAKEN with the account that has it
   * @throws InvalidValueException if the existing row is of another identity
   */
  public static IdentityClaim claim(
      Checksum256 identityKey, Name account, Optional<IdentityClaim> existing) {
    if (existing.isEmpty()) {
      return new IdentityClaim(identityKey, account);
    }
    IdentityClaim held = existing.get();
    if (!held.identityKey().equals(identityKey)) {
      throw new InvalidValueException("the existing claim is of another identity");
    }
    if (!held.account().equals(account)) {
      throw new GovernanceException(
          Reason.IDENTITY_TAKEN, "existing", held.account(), "requested", account);
    }
    return held;
  }
}
