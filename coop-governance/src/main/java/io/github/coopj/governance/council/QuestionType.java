package io.github.coopj.governance.council;

import io.github.coopj.governance.document.DocumentType;

/** Questions the Council decides (COUNCIL-03). The election of its Chairman is none: the general meeting elects him. */
public enum QuestionType {
  /** Admission of a member (COUNCIL-12). */
  ADMISSION(DocumentType.ADMISSION_DECISION),
  /** Convening of a general meeting (MEET-05). */
  CONVENE_MEETING(DocumentType.COUNCIL_CONVENING_DECISION),
  /** Approval of a target consumer programme (COUNCIL-22). */
  PROGRAMME(DocumentType.COUNCIL_DECISION),
  /** Appointment or removal of deputies, of the Board and of heads of units (COUNCIL-16). */
  APPOINTMENT(DocumentType.COUNCIL_DECISION),
  /** Suspension of the Chairman, without his vote and signature (COUNCIL-17). */
  SUSPEND_CHAIRMAN(DocumentType.COUNCIL_DECISION),
  /** Approval of a regulation or another internal document (COUNCIL-15). */
  REGULATION(DocumentType.COUNCIL_DECISION),
  /** Any other question. */
  OTHER(DocumentType.COUNCIL_DECISION);

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
}
