package io.github.coopj.governance.council;

/** How far a {@link SignatureGrant} has come. */
public enum GrantStatus {
  /** In force. */
  ACTIVE,
  /** A member of the Council took it back. */
  REVOKED,
  /** Its time is over. */
  EXPIRED,
  /** The mandate of a grantor ended. */
  MANDATE_ENDED
}
