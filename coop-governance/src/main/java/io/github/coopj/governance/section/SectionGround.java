package io.github.coopj.governance.section;

/** Why a cooperative has sections and so decides by representatives (DMEET-01). */
public enum SectionGround {
  /** It has many members. */
  NUMBER,
  /** Its members are spread over a wide territory with varied activity. */
  TERRITORY
}
