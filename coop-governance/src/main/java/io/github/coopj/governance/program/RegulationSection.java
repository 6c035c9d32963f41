package io.github.coopj.governance.program;

/** The sections that the regulation (положение) of every programme must have (CPP-01, CPP-11). */
public enum RegulationSection {
  /** Which need of the members it serves. */
  PURPOSE,
  /** Rules and procedures. */
  RULES,
  /** Who may take part and how participation begins and ends. */
  PARTICIPATION_TERMS,
  /** Rights and duties of members and cooperative. */
  RIGHTS_AND_DUTIES,
  /** Sizes and proportions of contributions. */
  CONTRIBUTIONS,
  /** How resources are distributed. */
  RESOURCE_DISTRIBUTION,
  /** How goods and services are given. */
  GOODS_AND_SERVICES
}
