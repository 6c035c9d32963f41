package io.github.coopj.governance.council;

import io.github.coopj.core.time.TimePointSec;

/** Taken back, expired, or ended with the mandate of a grantor; nothing is signed under it any more. */
public final class EndedGrant extends SignatureGrant {
  EndedGrant(SignatureGrantRecord data) {
    super(data);
  }

  /**
   * When it ended.
   *
   * @return the time
   */
  public TimePointSec endedAt() {
    return data.endedAt();
  }
}
