package io.github.coopj.governance.body;

/** Offices a mandate may be for. */
public enum Office {
  /** Chairman of the Council (председатель совета). */
  CHAIRMAN(Body.COUNCIL),
  /** Deputy of the Chairman of the Council (заместитель председателя совета). */
  DEPUTY(Body.COUNCIL),
  /**
   * Member of the Council whom it elected to act as Chairman for a time, where there is neither Chairman nor deputy to
   * act (временно исполняющий обязанности; CHAIR-14).
   */
  ACTING_CHAIRMAN(Body.COUNCIL),
  /** Other member of the Council (член совета). */
  MEMBER(Body.COUNCIL),
  /** Chairman of the Board (председатель правления). */
  BOARD_CHAIRMAN(Body.BOARD),
  /** Other member of the Board (член правления). */
  BOARD_MEMBER(Body.BOARD),
  /** Chairman of the Revision commission, or the sole Revisor (ревизор). */
  AUDIT_CHAIRMAN(Body.AUDIT),
  /** Other member of the Revision commission (ревизионная комиссия). */
  AUDIT_MEMBER(Body.AUDIT),
  /** Chairman of a section (председатель кооперативного участка). */
  SECTION_CHAIRMAN(Body.SECTION);

  /** Bodies of a cooperative that consist of mandates. */
  public enum Body {
    /** Council (совет). */
    COUNCIL,
    /** Board (правление). */
    BOARD,
    /** Revision commission (ревизионная комиссия). */
    AUDIT,
    /** The sections, each of which has a chairman (кооперативные участки). */
    SECTION
  }

  private final Body body;

  Office(Body body) {
    this.body = body;
  }

  /**
   * The body the office belongs to.
   *
   * @return the body
   */
  public Body body() {
    return body;
  }
}
