package io.github.coopj.governance.person;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;

/**
 * Shows that somebody is verified at the moment of a move. Only {@link Verification#requireVerified} makes one, so a move
 * that asks for it cannot be made by anybody who is not (IND-01).
 */
public final class Verified {
  private final Name account;
  private final Checksum256 voterKey;

  Verified(Name account, Checksum256 voterKey) {
    this.account = account;
    this.voterKey = voterKey;
  }

  /**
   * Who is verified.
   *
   * @return the account
   */
  public Name account() {
    return account;
  }

  /**
   * By what the voter behind the account is known (ORG-04).
   *
   * @return see {@link Person#voterKey}
   */
  public Checksum256 voterKey() {
    return voterKey;
  }

  /**
   * Whether the same taxpayer stands behind both accounts: an individual and himself as a sole proprietor.
   *
   * @param other another verified account
   * @return whether both have one voter key
   */
  public boolean isSameVoterAs(Verified other) {
    return voterKey.equals(other.voterKey);
  }

  @Override
  public String toString() {
    return "Verified[" + account + "]";
  }
}
