package io.github.coopj.governance.charter;

/** The five funds among which membership contributions are divided (FUND-14), in the order they are served. */
public enum CharterFund {
  /** Indivisible fund (неделимый фонд). */
  INDIVISIBLE,
  /** Reserve fund (резервный фонд). */
  RESERVE,
  /** Development fund (фонд развития потребкооперации). */
  DEVELOPMENT,
  /** Mutual aid fund (фонд социально-экономической взаимопомощи). */
  MUTUAL_AID,
  /** Operations fund (фонд обеспечения хозяйственной деятельности). */
  OPERATIONS
}
