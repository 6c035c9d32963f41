package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Optional;

/** Called together, not opened yet. */
public final class CalledSession extends CouncilSession {
  CalledSession(SessionRecord data) {
    super(data);
  }

  /**
   * Opens the session.
   *
   * @param council the Council
   * @param chair who leads it: the acting Chairman, or one of the callers
   * @param now the moment, not before the time of the call
   * @return the running session
   * @throws GovernanceException OUT_OF_ORDER, NOT_IN_COUNCIL, NOT_CHAIRMAN
   */
  public RunningSession open(Council council, Name chair, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    CouncilDecision.requireNotBefore(at, data.plan().opensAt());
    council.requireMember(chair, now);
    Optional<Name> acting = council.actingChairman(now);
    if (!acting.equals(Optional.of(chair)) && !data.plan().callers().contains(chair)) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          chair,
          "chairman",
          acting.map(Name::toString).orElse("nobody"));
    }
    return new RunningSession(data.opened(chair, at));
  }
}
