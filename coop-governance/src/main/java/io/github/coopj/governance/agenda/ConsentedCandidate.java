package io.github.coopj.governance.agenda;

/** The candidate consented in writing. */
public final class ConsentedCandidate implements Nomination {
  private final NominationRecord row;

  ConsentedCandidate(NominationRecord row) {
    this.row = row;
  }

  @Override
  public NominationRecord snapshot() {
    return row;
  }
}
