package io.github.coopj.governance.secret;

/** State of a {@link KeyCeremony} as it is stored. */
public enum CeremonyStatus {
  /** Trustees publish their commitments. */
  COMMITTING,
  /** Trustees send, check and confirm their shares. */
  SHARING,
  /** The key is there. */
  READY,
  /** A trustee failed; another ceremony is needed. */
  VOID
}
