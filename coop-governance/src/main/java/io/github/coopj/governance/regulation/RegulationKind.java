package io.github.coopj.governance.regulation;

/** Kinds of internal regulations. */
public enum RegulationKind {
  /** On material liability (о материальной ответственности; BOARD-06); there is one, number 1. */
  LIABILITY(1, false),
  /** On work with commercial secrets (COUNCIL-20); there is one, number 2. */
  SECRECY(2, true),
  /** Job description (должностная инструкция). */
  JOB(0, false),
  /** On loans (ссуды; COUNCIL-22). */
  LOANS(0, true),
  /** On material aid (материальная помощь; COUNCIL-22). */
  AID(0, true),
  /** On advances (авансирование; COUNCIL-22). */
  ADVANCES(0, true),
  /** Any other internal rules. */
  OTHER(0, false);

  /** Numbers up to this one are for kinds of which there is one only. */
  public static final long RESERVED = 99;

  private final long number;
  private final boolean councilOnly;

  RegulationKind(long number, boolean councilOnly) {
    this.number = number;
    this.councilOnly = councilOnly;
  }

  /**
   * Number of the one regulation of this kind.
   *
   * @return 0 if there may be many, numbered above {@link #RESERVED}
   */
  public long number() {
    return number;
  }

  /**
   * Whether only the Council adopts it.
   *
   * @return true for secrets, loans, aid and advances
   */
  public boolean isCouncilOnly() {
    return councilOnly;
  }
}
