package io.github.coopj.governance.charter;

/**
 * What an agenda item decides. Majority and notice period may depend on it; the charter's tables are keyed by the
 * constant's name.
 */
public enum ItemType {
  /** Approval of the annual report (годовой отчёт); its document must be attached (AGENDA-05). */
  ANNUAL_REPORT,
  /** Conclusion of the audit commission (заключение Ревизионной комиссии); its document must be attached (AGENDA-06). */
  AUDIT_CONCLUSION,
  /** Notes that the audit commission submitted no conclusion; stands in for {@link #AUDIT_CONCLUSION} (AGENDA-06). */
  AUDIT_CONCLUSION_MISSING,
  /** Elects the chairman of this meeting, one candidate per item; of the adopted items the one with most votes wins, of equal ones the first (MEET-25). */
  MEETING_CHAIR,
  /** Elects the secretary of this meeting, one candidate per item; of the adopted items the one with most votes wins, of equal ones the first (MEET-25). */
  MEETING_SECRETARY,
  /** A new version of the charter (устав). */
  CHARTER,
  /** Reorganization (реорганизация); at least 30 days of notice (NOTICE-04). */
  REORGANIZATION,
  /** Liquidation (ликвидация). */
  LIQUIDATION,
  /** Elects a member of the Council (Совет), one candidate per item. */
  ELECTION_COUNCIL,
  /** Elects the chairman of the Council; only the meeting can (MEET-02). */
  ELECTION_COUNCIL_CHAIR,
  /** Elects a member of the audit commission or the sole auditor, one candidate per item. */
  AUDIT_COMMISSION,
  /** Elects the chairman of a section (председатель кооперативного участка), one candidate per item; only a meeting of the section can (KU-15). */
  SECTION_CHAIR,
  /** Regulations on forming and using funds (MEET-28). */
  FUND_RULES,
  /** Changes or cancels a decision of the Council or the Board (MEET-11). */
  OVERRIDE,
  /** Excludes a member. */
  EXCLUSION,
  /** Joins or leaves a union. */
  UNION,
  /** Disciplinary measure on the chairman of the Council, who is named in the item (MEET-27). */
  DISCIPLINE,
  /** Recalls the chairman of the Council, who is named in the item: his office ends when the decision takes effect (MEET-27). */
  RE_ELECT,
  /** Approval of the report of the Council (отчёт Совета); its document must be attached (COUNCIL-23). */
  COUNCIL_REPORT,
  /** Anything else within the competence of the meeting. */
  OTHER;

  /**
   * Whether an item of this type names the one candidate it elects. A body is elected by as many items as there are
   * candidates for it.
   *
   * @return true for elections
   */
  public boolean isElection() {
    return switch (this) {
      case MEETING_CHAIR,
          MEETING_SECRETARY,
          ELECTION_COUNCIL,
          ELECTION_COUNCIL_CHAIR,
          AUDIT_COMMISSION,
          SECTION_CHAIR -> true;
      default -> false;
    };
  }

  /**
   * Whether an item of this type is about the one account it names, who then cannot preside over the meeting (MEET-27).
   *
   * @return true for measures on the chairman of the Council
   */
  public boolean isMeasure() {
    return this == DISCIPLINE || this == RE_ELECT;
  }

  /**
   * Whether somebody has to carry out what was adopted (MEET-24). Elections, measures on the Chairman and papers that are
   * taken note of have their effect by themselves.
   *
   * @return false for elections, measures, reports and conclusions
   */
  public boolean needsExecution() {
    return switch (this) {
      case ANNUAL_REPORT, COUNCIL_REPORT, AUDIT_CONCLUSION, AUDIT_CONCLUSION_MISSING -> false;
      default -> !isElection() && !isMeasure();
    };
  }

  /**
   * Whether elections of this type fill a limited number of seats of a body, so that of more winners than seats the votes
   * decide (TALLY-04). The officers of the meeting itself are none: it cannot wait for a run-off.
   *
   * @return true for the Council, its Chairman and the Revision commission
   */
  public boolean fillsSeats() {
    return switch (this) {
      case ELECTION_COUNCIL, ELECTION_COUNCIL_CHAIR, AUDIT_COMMISSION -> true;
      default -> false;
    };
  }
}
