package io.github.coopj.governance.document;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PublicKey;
import java.time.Instant;

/** Answers which keys sign documents for which accounts. */
@FunctionalInterface
public interface SignerKeys {
  /**
   * Whether a key signs for an account.
   *
   * @param account account of the signer
   * @param key key that made a signature
   * @param at time of the signature; a key revoked later still signed validly then (ESIG-07)
   * @return true if a signature of this key at that time is the account's
   */
  boolean signsFor(Name account, PublicKey key, Instant at);

  /**
   * The same keys, for signatures whose time has come: nobody signs in the future.
   *
   * @param now the moment
   * @return keys that sign for the accounts at times up to the moment
   */
  default SignerKeys until(Instant now) {
    return (account, key, at) -> !at.isAfter(now) && signsFor(account, key, at);
  }
}
