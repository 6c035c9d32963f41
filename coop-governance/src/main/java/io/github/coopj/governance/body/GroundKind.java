package io.github.coopj.governance.body;

/** Whose decision a mandate stands on. The bodies number their decisions each for itself. */
public enum GroundKind {
  /** The unanimous founding meeting (учредительное собрание). */
  FOUNDING,
  /** A general meeting, of members or of representatives (общее собрание). */
  MEETING,
  /** The Council (совет). */
  COUNCIL,
  /** The meeting of a section (собрание кооперативного участка). */
  SECTION
}
