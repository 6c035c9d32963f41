package io.github.coopj.governance.meeting;

/** An answer to one item (BALLOT-03). An unanswered item is blank and has no choice. */
public enum Choice {
  /** Agreed (за). */
  FOR,
  /** Not agreed (против). */
  AGAINST,
  /** Abstained (воздержался): only where the charter has this option; counts as present, not for. */
  ABSTAIN
}
