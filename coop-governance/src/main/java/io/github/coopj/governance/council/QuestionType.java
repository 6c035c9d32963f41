package io.github.coopj.governance.council;

import io.github.coopj.governance.document.DocumentType;

/** Questions the Council decides (COUNCIL-03). The election of its Chairman is none: the general meeting elects him. */
public enum QuestionType {
  /** Admission of a member (COUNCIL-12). */
  ADMISSION(DocumentType.ADMISSION_DECISION),
  /** Convening of a general meeting (MEET-05). */
  CONVENE_MEETING(DocumentType.COUNCIL_CONVENING_DECISION),
  /** Times of a repeat cycle of a general meeting without quorum (MEET-22). */
  REPEAT_MEETING(DocumentType.COUNCIL_CONVENING_DECISION),
  /** Approval of a target consumer programme (COUNCIL-22). */
  PROGRAMME(DocumentType.COUNCIL_DECISION),
  /** Appointment or removal of deputies, of the Board and of heads of units (COUNCIL-16). */
  APPOINTMENT(DocumentType.COUNCIL_DECISION),
  /** Suspension of the Chairman, without his vote and signature (COUNCIL-17). */
  SUSPEND_CHAIRMAN(DocumentType.COUNCIL_DECISION),
  /** Approval of a regulation or another internal document (COUNCIL-15). */
  REGULATION(DocumentType.COUNCIL_DECISION),
  /** Expense within the powers of the Council (COUNCIL-14). */
  SPENDING(DocumentType.COUNCIL_DECISION),
  /** Leave for an automated system to sign routine decisions (COUNCIL-06). */
  SIGNATURE_GRANT(DocumentType.COUNCIL_DECISION),
  /** Removal of a deputy of the Chairman from that office (COUNCIL-16). */
  DEPUTY_REMOVAL(DocumentType.COUNCIL_DECISION),
  /** Election of a temporary acting chairman where there is neither Chairman nor deputy (CHAIR-14). */
  ACTING_CHAIRMAN(DocumentType.COUNCIL_DECISION),
  /** Distribution of powers among the members of the Council (COUNCIL-24). */
  POWER_MAP(DocumentType.COUNCIL_DECISION),
  /** A version of the agenda of a general meeting (AGENDA-01, AGENDA-17). */
  AGENDA(DocumentType.COUNCIL_DECISION),
  /** Inclusion or refusal of a proposal for the agenda (AGENDA-10). */
  PROPOSALS(DocumentType.COUNCIL_DECISION),
  /** Founding or closing of a section, and powers of attorney of its chairman (KU-05, KU-07). */
  SECTION(DocumentType.COUNCIL_DECISION),
  /** Powers of the Board in one version (COUNCIL-19). */
  BOARD_POWERS(DocumentType.COUNCIL_DECISION),
  /** List of what is a commercial secret, and the rules of work with it (COUNCIL-20). */
  CLASSIFICATION(DocumentType.COUNCIL_DECISION),
  /** Task for the Board or for somebody else (BOARD-03). */
  TASK(DocumentType.COUNCIL_DECISION),
  /** Any other question of management. */
  OTHER(DocumentType.COUNCIL_DECISION),
  /** Any other question between a member and the cooperative: leaving, return of a share, aid, complaints (COUNCIL-03). */
  MEMBER(DocumentType.COUNCIL_DECISION),
  /** What a contribution in kind is worth (FUND-20). */
  VALUATION(DocumentType.COUNCIL_DECISION),
  /** Aid, a loan or an advance to a member, by the regulation on them (FUND-07, FUND-19). */
  AID(DocumentType.COUNCIL_DECISION);

  private final DocumentType document;

  QuestionType(DocumentType document) {
    this.document = document;
  }

  /**
   * Type of the document that records the decision.
   *
   * @return the type
   */
  public DocumentType document() {
    return document;
  }

  /**
   * What the registry says of such questions (COUNCIL-03).
   *
   * @return area, competence, majority, who carries the decision out
   */
  public QuestionRule rule() {
    return QuestionRegistry.of(this);
  }

  /**
   * Whether no automated system may ever decide such a question (COUNCIL-08). Routine is named, all else is not routine:
   * a question that may be about anything is denied too.
   *
   * @return false for admissions and expenses only
   */
  public boolean neverAutomatic() {
    return !rule().has(QuestionRule.Trait.AUTOMATIC);
  }

  /**
   * Whether such a question cannot wait, so that a temporary acting chairman may sign it (CHAIR-14).
   *
   * @return true for the convening of a general meeting and its repeat cycles, and for admissions, which have a deadline
   */
  public boolean isUrgent() {
    return rule().has(QuestionRule.Trait.URGENT);
  }
}
