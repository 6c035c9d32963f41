package io.github.coopj.governance.audit;

import io.github.coopj.crypto.Checksum256;

/** Before the general meeting, which decides between the commission and the body. */
public final class EscalatedRemark extends Remark {
  EscalatedRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.escalated(this);
  }

  /**
   * What the meeting has to decide.
   *
   * @return the disagreement; its digest is what the agenda item names
   */
  public Disagreement disagreement() {
    return difference();
  }

  /**
   * Which decision of the commission passed it on.
   *
   * @return its hash
   */
  public Checksum256 decision() {
    return data.end().paper();
  }
}
