package io.github.coopj.governance.council;

import io.github.coopj.core.time.TimePointSec;

/** Not adopted by vote. */
public final class RejectedQuestion extends CouncilDecision {
  RejectedQuestion(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.rejected(this);
  }

  /**
   * Why.
   *
   * @return the first rule that was not met
   */
  public Rejection rejection() {
    return data.rejection();
  }

  /**
   * When the vote was counted.
   *
   * @return the time
   */
  public TimePointSec decidedAt() {
    return data.decidedAt();
  }
}
