package io.github.coopj.governance.audit;

/** What the Revision commission gives to a body (AUDIT-09). Both are to be considered and carried out in time. */
public enum RemarkKind {
  /** Remark (замечание). */
  REMARK,
  /** Recommendation (рекомендация). */
  RECOMMENDATION
}
