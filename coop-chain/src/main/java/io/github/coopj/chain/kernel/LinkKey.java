package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import java.util.Comparator;

/**
 * What a permission of an account is linked to.
 *
 * @param account account
 * @param code contract
 * @param type action, empty for all actions of the contract
 */
public record LinkKey(Name account, Name code, Name type) implements Comparable<LinkKey> {
  private static final Comparator<LinkKey> ORDER = Comparator.comparing(LinkKey::account)
      .thenComparing(LinkKey::code)
      .thenComparing(LinkKey::type);

  @Override
  public int compareTo(LinkKey other) {
    return ORDER.compare(this, other);
  }
}
