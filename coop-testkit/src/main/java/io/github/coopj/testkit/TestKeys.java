package io.github.coopj.testkit;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;

/** Keys that follow from names, the same in every run. Never for anything of value: anybody can compute them. */
public final class TestKeys {
  private TestKeys() {}

  /**
   * The K1 key of an account in tests.
   *
   * @param account account
   * @return its key
   */
  public static PrivateKey of(Name account) {
    return PrivateKey.fromSeed(KeyType.K1, "coopj test key of " + account);
  }
}
