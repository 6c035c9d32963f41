package io.github.coopj.governance.charter;

/** The three kinds of cooperatives of the platform (PLAT-02). A profile may carry other defaults for each. */
public enum CooperativeKind {
  /** Consumer cooperative (потребительский). */
  CONSUMER,
  /** Agricultural cooperative (сельскохозяйственный). */
  AGRICULTURAL,
  /** Production cooperative (производственный). */
  PRODUCTION
}
