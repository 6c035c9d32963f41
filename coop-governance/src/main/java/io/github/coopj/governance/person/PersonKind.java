package io.github.coopj.governance.person;

/** Who may be a member of a cooperative (ORG-01). */
public enum PersonKind {
  /** Individual (физическое лицо). */
  INDIVIDUAL,
  /** Sole proprietor (индивидуальный предприниматель). */
  SOLE_PROPRIETOR,
  /** Legal entity (юридическое лицо). */
  LEGAL_ENTITY
}
