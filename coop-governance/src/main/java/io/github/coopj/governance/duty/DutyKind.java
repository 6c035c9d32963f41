package io.github.coopj.governance.duty;

/** What is owed. */
public enum DutyKind {
  /** To hold the annual meeting inside the window after the financial year (MEET-06, MEET-09). */
  ANNUAL_MEETING("MEET-06", Debtor.COUNCIL),
  /** To convene the general meeting that the Revision commission or members demanded (MEET-07, MEET-08). */
  CONVENE_ON_DEMAND("MEET-07", Debtor.COUNCIL),
  /** To see to it that a meeting takes place that the Council did not convene on demand in its time (MEET-07). */
  DEMAND_BREACHED("MEET-07", Debtor.AUDIT),
  /** To hold a session in the calendar month, or to vote without presence where that counts (COUNCIL-26). */
  MONTHLY_SESSION("COUNCIL-26", Debtor.COUNCIL),
  /** To decide on an application for membership (COUNCIL-12). */
  DECIDE_APPLICATION("COUNCIL-12", Debtor.COUNCIL),
  /** To count a question whose vote is over (COUNCIL-04). */
  CLOSE_QUESTION("COUNCIL-04", Debtor.ANYBODY),
  /** To convene the general meeting that may elect another Chairman, before the suspension lapses (COUNCIL-18). */
  CONVENE_FOR_ELECTION("COUNCIL-18", Debtor.COUNCIL),
  /** To sign an adopted decision, or to refuse with grounds (CHAIR-11). */
  SIGN_DECISION("CHAIR-11", Debtor.COUNCIL_CHAIRMAN),
  /** To open a convened meeting on its day (MEET-17). */
  OPEN_MEETING("MEET-17", Debtor.ANYBODY),
  /** To close and count a meeting whose time is over (TALLY-01). */
  CLOSE_MEETING("TALLY-01", Debtor.ANYBODY),
  /** To appoint the next cycle of a meeting without quorum (MEET-22). */
  REPEAT_MEETING("MEET-22", Debtor.COUNCIL),
  /** To sign the minutes (MEET-23, ESIG-05). */
  SIGN_MINUTES("MEET-23", Debtor.MEETING_OFFICERS),
  /** To have a decision of the general meeting carried out: make a task of it (MEET-24, COUNCIL-13). */
  CARRY_OUT_DECISION("MEET-24", Debtor.COUNCIL),
  /** To see to it that decisions without signed minutes are taken anew, by another meeting if need be (MIN-03, AUDIT-12). */
  MINUTES_UNSIGNED("MIN-03", Debtor.AUDIT),
  /**
   * To elect a Council that is there in the strength of the charter, and in the one it was elected in: a seat that fell
   * vacant before its time counts (COUNCIL-02).
   */
  ELECT_COUNCIL("COUNCIL-02", Debtor.GENERAL_MEETING),
  /** To elect a Chairman of a Council that has none: he was recalled, left, or his term is over (CHAIR-01, MEET-02). */
  ELECT_CHAIRMAN("CHAIR-01", Debtor.GENERAL_MEETING),
  /** To elect a chairman of a section that has none: he left, was removed, or his term is over (KU-04). */
  ELECT_SECTION_CHAIR("KU-04", Debtor.SECTION),
  /** To issue the power of attorney that the chairman of a section lacks, or to refuse it with grounds (CHAIR-15). */
  ISSUE_ATTORNEY("CHAIR-15", Debtor.COUNCIL_CHAIRMAN),
  /** To decide on a power of attorney that the Chairman refused, before it goes to the general meeting (CHAIR-15). */
  DECIDE_ATTORNEY("CHAIR-15", Debtor.COUNCIL),
  /** To decide on a refused power of attorney that the Council has not issued in time (CHAIR-15). */
  DECIDE_ATTORNEY_AT_MEETING("CHAIR-15", Debtor.GENERAL_MEETING),
  /** To appoint a Revision commission in place of one whose term is over or that is incomplete (AUDIT-01, AUDIT-04). */
  APPOINT_AUDIT("AUDIT-01", Debtor.GENERAL_MEETING),
  /** To answer a remark of the Revision commission to the Council, and to carry it out if it agrees (AUDIT-10). */
  ANSWER_REMARK("AUDIT-10", Debtor.COUNCIL),
  /** The same for a remark to the Board (AUDIT-10). */
  ANSWER_BOARD_REMARK("AUDIT-10", Debtor.BOARD),
  /** To decide between the Revision commission and a body that disagree (AUDIT-11, MEET-30). */
  DECIDE_DISAGREEMENT("MEET-30", Debtor.GENERAL_MEETING),
  /** To fill the seats that an election left vacant or to a run-off (TALLY-04). */
  FILL_SEATS("TALLY-04", Debtor.GENERAL_MEETING),
  /** To report to the Council on a plan whose time is over (BCHAIR-02). */
  REPORT_TO_COUNCIL("BCHAIR-02", Debtor.BOARD_CHAIRMAN),
  /** To report to the general meeting on a plan whose time is over (BCHAIR-02, DMEET-10). */
  REPORT_TO_MEETING("DMEET-10", Debtor.BOARD_CHAIRMAN),
  /** To carry out an item of a plan (BCHAIR-05). */
  CARRY_OUT_PLAN("BCHAIR-05", Debtor.EXECUTOR),
  /** To carry out a task (BOARD-03, COUNCIL-13). */
  CARRY_OUT_TASK("BOARD-03", Debtor.EXECUTOR);

  private final String rule;
  private final Debtor debtor;

  DutyKind(String rule, Debtor debtor) {
    this.rule = rule;
    this.debtor = debtor;
  }

  /**
   * The rule that makes the duty.
   *
   * @return id of a row of the requirements
   */
  public String rule() {
    return rule;
  }

  /**
   * Who owes it.
   *
   * @return the body or person
   */
  public Debtor debtor() {
    return debtor;
  }
}
