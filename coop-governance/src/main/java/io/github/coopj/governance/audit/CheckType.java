package io.github.coopj.governance.audit;

/** What the Revision commission checks (AUDIT-06). */
public enum CheckType {
  /** Whether the charter is kept. */
  CHARTER,
  /** The financial statements (финансовая отчётность). */
  STATEMENTS,
  /** Whether economic and financial activity is lawful. */
  LEGALITY,
  /** An organization that the cooperative has created. */
  SUBSIDIARY,
  /** A branch or another unit. */
  BRANCH;

  /**
   * Whether the check is of one unit and not of the cooperative itself.
   *
   * @return true for SUBSIDIARY and BRANCH
   */
  public boolean isOfUnit() {
    return this == SUBSIDIARY || this == BRANCH;
  }
}
