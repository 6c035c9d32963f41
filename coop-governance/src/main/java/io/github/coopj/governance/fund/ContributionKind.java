package io.github.coopj.governance.fund;

/** What a member pays. */
public enum ContributionKind {
  /** Entrance contribution (вступительный взнос) on joining; forms the indivisible fund (FUND-03). */
  ENTRANCE,
  /** Minimal share contribution (минимальный паевой взнос) on joining; whole into the share fund. */
  SHARE,
  /** Contribution to a programme, divided by its split rule (CPP-15). */
  PROGRAMME
}
