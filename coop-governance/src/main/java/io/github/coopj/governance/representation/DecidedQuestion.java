package io.github.coopj.governance.representation;

/** Enough members came; the question was adopted or not. */
public final class DecidedQuestion extends ReservedQuestion {
  DecidedQuestion(ReservedRecord row) {
    super(row);
  }

  /**
   * The sums over all members.
   *
   * @return votes, presence and whether they adopt the question
   */
  public ReservedItem result() {
    return row.result().orElseThrow();
  }
}
