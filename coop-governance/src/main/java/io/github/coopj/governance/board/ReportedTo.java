package io.github.coopj.governance.board;

/** Whom the chairman of the Board reports to (BCHAIR-02, DMEET-10). */
public enum ReportedTo {
  /** The Council. */
  COUNCIL,
  /** The general meeting of members. */
  MEMBERS,
  /** The meeting of authorised representatives (собрание уполномоченных). */
  REPRESENTATIVES
}
