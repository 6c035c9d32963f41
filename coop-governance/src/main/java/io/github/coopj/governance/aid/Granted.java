package io.github.coopj.governance.aid;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/**
 * A grant that the Council has adopted. It comes from {@code adopted} of a grant only.
 *
 * @param <G> kind of grant
 */
public final class Granted<G> {
  private final G grant;
  private final TimePointSec since;

  Granted(G grant, TimePointSec since) {
    this.grant = grant;
    this.since = since;
  }

  /**
   * What was granted.
   *
   * @return the grant
   */
  public G grant() {
    return grant;
  }

  /**
   * Refuses what happens before the decision took effect.
   *
   * @param at when it happens
   * @throws GovernanceException OUT_OF_ORDER
   */
  public void requireInForce(TimePointSec at) {
    if (at.compareTo(since) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", since);
    }
  }
}
