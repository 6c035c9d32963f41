package io.github.coopj.governance.charter;

/** Why the Council may suspend the representation by the chairman of a section, whom it cannot remove (KU-21). */
public enum RepresentationGround {
  /** A court or another authority has barred him from office. This is law: no charter has to name it. */
  LAW,
  /** He abused his office or went beyond it. */
  ABUSE,
  /** The Revision commission has found a breach of law or charter in what he did. */
  AUDIT_FINDING,
  /** Property entrusted to him is missing. */
  SHORTAGE
}
