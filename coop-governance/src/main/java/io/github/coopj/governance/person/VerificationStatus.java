package io.github.coopj.governance.person;

/** Whether an identity is verified at a moment (IND-01). */
public enum VerificationStatus {
  /** No verification yet: no vote, no signature under documents of governance, no programme. */
  UNVERIFIED,
  /** Verified: a full participant. */
  VERIFIED,
  /** The verification has run out. */
  EXPIRED
}
