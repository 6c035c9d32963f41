package io.github.coopj.governance.council;

/** What the Council asks of an applicant (критерии приёма; COUNCIL-12). */
public enum AdmissionCriterion {
  /** The applicant's identity is verified in this cooperative. */
  IDENTITY_VERIFIED,
  /** The application is signed with a key of the applicant. */
  APPLICATION_SIGNED,
  /** An individual has the age of the charter; others have been registered by who may represent them. */
  ENTITLED_TO_JOIN,
  /** The applicant has agreed to the charter and to the documents of the cooperative. */
  CHARTER_ACCEPTED
}
