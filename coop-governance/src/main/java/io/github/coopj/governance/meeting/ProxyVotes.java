package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * For whom a proxy has voted at a meeting (BALLOT-09).
 *
 * @param proxy account of the proxy
 * @param since first cycle whose ballots count together with these
 * @param principals accounts whose votes he has cast, each once
 */
public record ProxyVotes(Name proxy, int since, List<Name> principals) {
  /** Copies the list. */
  public ProxyVotes {
    principals = List.copyOf(principals);
  }

  /**
   * A proxy who has voted for nobody.
   *
   * @param proxy account of the proxy
   * @return no votes
   */
  public static ProxyVotes none(Name proxy) {
    return new ProxyVotes(proxy, 1, List.of());
  }

  /** The votes with one more principal; who is among them takes no second place. */
  ProxyVotes with(Name principal, int from, int max) {
    List<Name> next = new ArrayList<>(since == from ? principals : List.of());
    if (!next.contains(principal)) {
      if (next.size() >= max) {
        throw new GovernanceException(
            Reason.PROXY_LIMIT, "account", proxy, "principals", next.size() + 1, "max", max);
      }
      next.add(principal);
    }
    return new ProxyVotes(proxy, from, next);
  }
}
