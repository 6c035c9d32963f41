package io.github.coopj.governance.council;

import io.github.coopj.crypto.Checksum256;

/** Over, with minutes. */
public final class ClosedSession extends CouncilSession {
  ClosedSession(SessionRecord data) {
    super(data);
  }

  /**
   * The minutes that were signed.
   *
   * @return digest of {@link SessionMinutes}
   */
  public Checksum256 minutes() {
    return data.minutes();
  }
}
