package io.github.coopj.governance.section;

/** Why the mandate of a chairman of a section ended before its term. */
public enum MandateEnd {
  /** It did not. */
  NONE,
  /** The section elected another one, or him anew. */
  REPLACED,
  /** The section removed him (KU-21). */
  REMOVED,
  /** He left the section or the cooperative. */
  LEFT
}
