package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;

/** Adopted, but the signature was refused. */
public final class DeclinedDecision extends CouncilDecision {
  DeclinedDecision(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.declined(this);
  }

  /**
   * Grounds of the refusal.
   *
   * @return words
   */
  public String reason() {
    return data.declineReason();
  }

  /**
   * Who refused.
   *
   * @return the account
   */
  public Name signer() {
    return data.signer();
  }

  /**
   * When the signature was refused.
   *
   * @return the time
   */
  public TimePointSec declinedAt() {
    return data.effectiveAt();
  }
}
