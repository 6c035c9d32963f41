package io.github.coopj.governance;

import java.util.List;

/**
 * Why a rule of the cooperative refused a move.
 *
 * <p>Constants are API; new ones may come in a minor version. Each constant lists the facts it carries, by name and in
 * order; {@link GovernanceException} insists on exactly those.
 */
public enum Reason {
  // People and identities

  /** The account has no verification in force (верификация, IND-01). Facts: {@code account}, {@code status}. */
  NOT_VERIFIED("account", "status"),

  /** The verification is of another person than the one who acts. Facts: {@code account}, {@code verified}. */
  VERIFICATION_OF_ANOTHER("account", "verified"),

  /**
   * The verified identity already has an account (единый аккаунт, USER-02). Facts: {@code existing}, {@code requested}.
   */
  IDENTITY_TAKEN("existing", "requested"),

  /** The person is too young to join (charter). Facts: {@code age}, {@code required}. */
  UNDER_AGE("age", "required"),

  // Membership

  /**
   * An organization or an entrepreneur was not registered by an active member who is an individual (ORG-02). Facts:
   * {@code account}, {@code representative}.
   */
  REPRESENTATIVE_NOT_MEMBER("account", "representative"),

  /** The paper that proves the representative's power is missing (ORG-02). Facts: {@code account}. */
  NO_AUTHORITY_DOCUMENT("account"),

  /** The application is addressed to another cooperative. Facts: {@code cooperative}, {@code addressed}. */
  OTHER_COOPERATIVE("cooperative", "addressed"),

  /** The decision is about another kind of question. Facts: {@code decision}, {@code expected}, {@code actual}. */
  DECISION_OF_OTHER_TYPE("decision", "expected", "actual"),

  /** The decision is about another subject. Facts: {@code decision}, {@code expected}, {@code actual}. */
  DECISION_ON_OTHER_SUBJECT("decision", "expected", "actual"),

  /** The move is dated before something it follows from. Facts: {@code at}, {@code notBefore}. */
  OUT_OF_ORDER("at", "notBefore"),

  // Bodies

  /** The account holds no seat in the Council at that time. Facts: {@code account}, {@code at}. */
  NOT_IN_COUNCIL("account", "at"),

  /**
   * The Council would be smaller or larger than the charter allows (COUNCIL-02). Facts: {@code size}, {@code min},
   * {@code max}.
   */
  COUNCIL_SIZE("size", "min", "max"),

  /** An account was named twice for one body. Facts: {@code account}. */
  DUPLICATE_SEAT("account"),

  /** A body needs exactly one chairman among its members (CHAIR-01). Facts: {@code chairmen}. */
  NOT_ONE_CHAIRMAN("chairmen"),

  /** Two offices that one person may not hold together (COUNCIL-30). Facts: {@code account}, {@code office}, {@code other}. */
  INCOMPATIBLE_OFFICES("account", "office", "other"),

  /** The Revision commission has one member or at least three (AUDIT-04). Facts: {@code size}. */
  AUDIT_SIZE("size"),

  /** The act is outside the chairman's competence in the charter (CHAIR-13). Facts: {@code act}. */
  OUTSIDE_COMPETENCE("act"),

  /** The amount is above the chairman's limit in the charter (CHAIR-13). Facts: {@code amount}, {@code limit}. */
  OVER_LIMIT("amount", "limit"),

  // Decisions of the Council

  /** A question came to the vote without its list of materials (CHAIR-08). Facts: {@code decision}. */
  NO_MATERIALS("decision"),

  /** An absentee vote (заочное голосование) was opened by someone else than the chairman or a deputy (CHAIR-09). Facts: {@code account}. */
  NOT_CHAIRMAN_OR_DEPUTY("account"),

  /** The closing time is not after the opening time. Facts: {@code opensAt}, {@code closesAt}. */
  CLOSES_BEFORE_OPENING("opensAt", "closesAt"),

  /** The window of an absentee vote is shorter than the charter asks (COUNCIL-28). Facts: {@code seconds}, {@code required}. */
  WINDOW_TOO_SHORT("seconds", "required"),

  /** The member has voted already. Facts: {@code member}, {@code decision}. */
  ALREADY_VOTED("member", "decision"),

  /** The vote is over. Facts: {@code decision}, {@code closedAt}, {@code at}. */
  VOTE_CLOSED("decision", "closedAt", "at"),

  /** Members may still vote. Facts: {@code decision}, {@code voted}, {@code entitled}, {@code closesAt}. */
  VOTE_STILL_OPEN("decision", "voted", "entitled", "closesAt"),

  /** The chairman takes no part in the question of his own suspension (COUNCIL-17). Facts: {@code chairman}. */
  CHAIRMAN_EXCLUDED("chairman"),

  /**
   * Too few members besides the chairman to suspend him: only the general meeting can (COUNCIL-17, COUNCIL-29). Facts:
   * {@code others}, {@code required}.
   */
  SUSPENSION_NEEDS_MEETING("others", "required"),

  /** Only the chairman, or who acts for him, signs (ESIG-03). Facts: {@code signer}, {@code chairman}. */
  NOT_CHAIRMAN("signer", "chairman"),

  /** The signature must come from all who voted for (COUNCIL-17). Facts: {@code missing}. */
  SIGNATURES_MISSING("missing"),

  /** What was signed is not the decision. Facts: {@code signed}, {@code expected}. */
  WRONG_DECISION_HASH("signed", "expected"),

  /** A refusal needs its grounds in words (CHAIR-11). Facts: {@code decision}. */
  NO_GROUNDS("decision"),

  // General meetings

  /** Too few take part. Facts: {@code present}, {@code required}, {@code of}, {@code cycle}. */
  NO_QUORUM("present", "required", "of", "cycle");

  private final String factNames;

  Reason(String... factNames) {
    this.factNames = String.join(",", factNames);
  }

  /**
   * Names of the facts a refusal for this reason carries.
   *
   * @return the names in order
   */
  public List<String> factNames() {
    return factNames.isEmpty() ? List.of() : List.of(factNames.split(",", -1));
  }
}
