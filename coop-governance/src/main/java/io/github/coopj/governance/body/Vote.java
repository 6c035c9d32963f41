package io.github.coopj.governance.body;

/** How one member votes on one question. Every vote counts one (IND-04). */
public enum Vote {
  /** For (за). */
  FOR,
  /** Against (против). */
  AGAINST,
  /** Abstained (воздержался): present, but neither for nor against. */
  ABSTAIN
}
