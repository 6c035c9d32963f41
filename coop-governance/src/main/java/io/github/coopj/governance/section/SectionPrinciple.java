package io.github.coopj.governance.section;

/** By what a section unites its members (KU-01). */
public enum SectionPrinciple {
  /** By where they are (территориальный принцип). */
  TERRITORIAL,
  /** By what they do (функциональный принцип). */
  FUNCTIONAL
}
