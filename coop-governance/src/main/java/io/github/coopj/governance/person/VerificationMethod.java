package io.github.coopj.governance.person;

/** How an identity was verified (IND-02). */
public enum VerificationMethod {
  /** Not yet. */
  NONE,
  /** In person, by documents. */
  IN_PERSON,
  /** Online, by a service or a call. */
  ONLINE
}
