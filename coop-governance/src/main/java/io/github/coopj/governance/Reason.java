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

  /**
   * Only the cooperative and the registrars on its record verify persons for it (IND-02). Facts: {@code verifier},
   * {@code cooperative}.
   */
  NOT_A_VERIFIER("verifier", "cooperative"),

  /**
   * Another registrar verified the person; he or the cooperative may renew it (IND-02). Facts: {@code account},
   * {@code verifier}, {@code requested}.
   */
  VERIFIED_BY_ANOTHER("account", "verifier", "requested"),

  /** The signature is not the person's over exactly this document (ESIG-02). Facts: {@code account}, {@code document}. */
  SIGNATURE_FORGED("account", "document"),

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

  /**
   * Somebody else's business: the representative is not the person who is the sole proprietor, and no paper gives him
   * powers (ORG-02). Facts: {@code account}, {@code representative}.
   */
  NOT_HIS_OWN_BUSINESS("account", "representative"),

  /** The application is addressed to another cooperative. Facts: {@code cooperative}, {@code addressed}. */
  OTHER_COOPERATIVE("cooperative", "addressed"),

  /** The decision is about another kind of question. Facts: {@code decision}, {@code expected}, {@code actual}. */
  DECISION_OF_OTHER_TYPE("decision", "expected", "actual"),

  /** The decision is about another subject. Facts: {@code decision}, {@code expected}, {@code actual}. */
  DECISION_ON_OTHER_SUBJECT("decision", "expected", "actual"),

  /** The move does not exist in that state. Facts: {@code what}, {@code state}, {@code needed}. */
  WRONG_STATE("what", "state", "needed"),

  /** The move is dated before something it follows from. Facts: {@code at}, {@code notBefore}. */
  OUT_OF_ORDER("at", "notBefore"),

  // Bodies

  /** The account holds no seat in the Council at that time. Facts: {@code account}, {@code at}. */
  NOT_IN_COUNCIL("account", "at"),

  /** The account holds no seat in that body. Facts: {@code account}, {@code body}, {@code at}. */
  NOT_IN_BODY("account", "body", "at"),

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

  /** The decision has had its effect; another one is needed. Facts: {@code decision}. */
  DECISION_ALREADY_USED("decision"),

  /** The act is outside the chairman's competence in the charter (CHAIR-13). Facts: {@code act}. */
  OUTSIDE_COMPETENCE("act"),

  /** The amount is above the chairman's limit in the charter (CHAIR-13). Facts: {@code amount}, {@code limit}. */
  OVER_LIMIT("amount", "limit"),

  // Board

  /** The Board would be smaller or larger than the charter allows (BCHAIR-08). Facts: {@code size}, {@code min}, {@code max}. */
  BOARD_SIZE("size", "min", "max"),

  /** No regulation on the Board is in force, so it cannot act (BOARD-01). Facts: {@code cooperative}. */
  NO_BOARD_REGULATION("cooperative"),

  /**
   * Versions of the regulation on material liability follow each other (BOARD-06). Facts: {@code version}, {@code
   * expected}.
   */
  LIABILITY_VERSION("version", "expected"),

  /** Versions of the regulation on the Board follow each other (BOARD-01). Facts: {@code version}, {@code expected}. */
  BOARD_REGULATION_VERSION("version", "expected"),

  /** Not more than half of the Board voted for (BCHAIR-08). Facts: {@code votes}, {@code members}. */
  BOARD_MAJORITY_MISSING("votes", "members"),

  // Revision commission

  /** Too few members are in office; running checks may be finished and nothing else (AUDIT-04). Facts: {@code members}. */
  AUDIT_INCOMPLETE("members"),

  /**
   * The commission gave no such conclusion on the financial year before the meeting (AGENDA-06, AUDIT-13). Facts:
   * {@code item}.
   */
  AUDIT_CONCLUSION_UNKNOWN("item"),

  /** The commission gave its conclusion, so the agenda cannot say that there is none (AGENDA-06). Facts: {@code item}. */
  AUDIT_CONCLUSION_GIVEN("item"),

  /**
   * The Revision commission passed a disagreement to the general meeting and the agenda lacks it (MEET-30). Facts:
   * {@code remark}.
   */
  DISAGREEMENT_LEFT_OUT("remark"),

  /** The answer to the remark is not overdue and nobody objected to it (AUDIT-11). Facts: {@code remark}, {@code dueOn}. */
  REMARK_NOT_DUE("remark", "dueOn"),

  /** What was done about the remark is to be proven by a paper (AUDIT-10). Facts: {@code remark}. */
  EVIDENCE_MISSING("remark"),

  // Decisions of the Council

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

  // Work of the Council: delegated signature, sessions, powers

  /** No automated system may decide such questions (COUNCIL-08). Facts: {@code type}. */
  GRANT_FORBIDDEN_TYPE("type"),

  /** The grant of the signature does not name this kind of question (COUNCIL-06). Facts: {@code type}, {@code grant}. */
  GRANT_OUT_OF_SCOPE("type", "grant"),

  /** The amount is above the limit of the grant or the charter (COUNCIL-06). Facts: {@code amount}, {@code limit}. */
  GRANT_OVER_AMOUNT("amount", "limit"),

  /** The grant has had its acts of the day (COUNCIL-06). Facts: {@code grant}, {@code limit}. */
  GRANT_DAY_FULL("grant", "limit"),

  /** The grant would last longer than the charter allows (COUNCIL-06). Facts: {@code until}, {@code latest}. */
  GRANT_TOO_LONG("until", "latest"),

  /** The grant has ended (COUNCIL-06). Facts: {@code grant}, {@code since}, {@code cause}. */
  GRANT_ENDED("grant", "since", "cause"),

  /** Who signed the grant is suspended and lends his signature to nobody (COUNCIL-06). Facts: {@code grant}, {@code signer}. */
  GRANT_RESTS("grant", "signer"),

  /** Another account or key signed than the grant names (COUNCIL-06). Facts: {@code grant}, {@code signer}. */
  GRANT_WRONG_KEY("grant", "signer"),

  /** Account or key of the automated system are those of a member of the Council (COUNCIL-06). Facts: {@code system}, {@code account}. */
  GRANT_KEY_NOT_OWN("system", "account"),

  /** The acts are not the whole trail of the grant (COUNCIL-06). Facts: {@code grant}, {@code act} first that does not fit. */
  TRAIL_BROKEN("grant", "act"),

  /** The applicant does not meet a criterion of admission (COUNCIL-12). Facts: {@code criterion}. */
  CHECKLIST_INCOMPLETE("criterion"),

  /** The decision does not rest on this checklist (COUNCIL-12). Facts: {@code decision}, {@code checklist}. */
  CHECKLIST_MISSING("decision", "checklist"),

  /** The signature is not overdue yet (CHAIR-11). Facts: {@code decision}, {@code dueAt}. */
  SIGNATURE_NOT_OVERDUE("decision", "dueAt"),

  /** A check before the signature failed (CHAIR-12). Facts: {@code decision}, {@code check}. */
  NOT_COMPLIANT("decision", "check"),

  /** Only the Chairman calls a session unless the monthly one is overdue (CHAIR-07). Facts: {@code callers}, {@code dueOn}. */
  NOT_CONVENER("callers", "dueOn"),

  /** The meeting elected nobody into the Council (MEET-02). Facts: {@code decisions}. */
  NOT_ELECTED("decisions"),

  /** A session needs minutes of each of its questions, decided (COUNCIL-27). Facts: {@code session}, {@code question}. */
  SESSION_WITHOUT_MINUTES("session", "question"),

  /** The question was not put in this session (COUNCIL-27). Facts: {@code session}, {@code question}. */
  NOT_IN_SESSION("session", "question"),

  /** A temporary acting chairman signs what is urgent and nothing else (CHAIR-14). Facts: {@code signer}, {@code type}. */
  NOT_TEMPORARY_SCOPE("signer", "type"),

  /** Somebody acts as Chairman already (CHAIR-14). Facts: {@code acting}. */
  CHAIRMAN_ACTS("acting"),

  /** The Council appoints nobody to this office (COUNCIL-16). Facts: {@code office}. */
  NOT_APPOINTABLE("office"),

  /** The account is no deputy of the Chairman (COUNCIL-16). Facts: {@code account}. */
  NOT_A_DEPUTY("account"),

  /** No member of the Council in office holds this area (COUNCIL-24). Facts: {@code area}. */
  NO_HOLDER("area"),

  // Programmes

  /** The regulation of a programme lacks a section (CPP-11). Facts: {@code section}. */
  PROGRAMME_SECTION_MISSING("section"),

  /**
   * The regulation was written for another charter (CPP-02). Facts: {@code regulation},
   * {@code charter}.
   */
  PROGRAMME_OTHER_CHARTER("regulation", "charter"),

  /** The programme is not the one meant. Facts: {@code programme}, {@code expected}. */
  PROGRAMME_MISMATCH("programme", "expected"),

  /** No version of the programme was in force at that time. Facts: {@code programme}, {@code at}. */
  PROGRAMME_NOT_IN_FORCE("programme", "at"),

  /**
   * The consent is not to the regulation in force (CPP-08, ESIG-06). Facts: {@code consent},
   * {@code expected}.
   */
  CONSENT_MISMATCH("consent", "expected"),

  /**
   * The signature under the consent is not the member's over exactly this consent (CPP-09). Facts:
   * {@code account}.
   */
  CONSENT_FORGED("account"),

  /** The account is not an active member of the cooperative. Facts: {@code account}. */
  NOT_AN_ACTIVE_MEMBER("account"),

  // Funds

  /**
   * The member takes no part in the programme (CPP-05). Facts: {@code account}, {@code programme}.
   */
  NOT_A_PARTICIPANT("account", "programme"),

  /**
   * The regulation has a new version that the member has not consented to (CPP-10). Facts:
   * {@code account}, {@code consented}, {@code current}.
   */
  CONSENT_OUTDATED("account", "consented", "current"),

  /** A contribution needs the paper it was received under. Facts: {@code account}. */
  NO_DOCUMENT("account"),

  /** Another contribution was booked under this paper. Facts: {@code account}, {@code document}. */
  DOCUMENT_BOOKED("account", "document"),

  /** The entrance contribution is paid once. Facts: {@code account}, {@code paid}. */
  ENTRANCE_PAID("account", "paid"),

  /** The charter sets another size of this contribution. Facts: {@code account}, {@code amount}, {@code required}. */
  CONTRIBUTION_SIZE("account", "amount", "required"),

  /** The amount is in another currency than the books. Facts: {@code amount}, {@code currency}. */
  WRONG_CURRENCY("amount", "currency"),

  /** The amount is zero or negative. Facts: {@code amount}. */
  AMOUNT_NOT_POSITIVE("amount"),

  /**
   * No rules on forming the funds are in force at that time (FUND-15, MEET-28). Facts: {@code at}.
   */
  NO_FUND_RULES("at"),

  /**
   * The fund may not be fed from this source (FUND-03, FUND-09). Facts: {@code fund},
   * {@code source}.
   */
  WRONG_FUND_SOURCE("fund", "source"),

  /**
   * More is asked for than the member's share balance (FUND-12). Facts: {@code account},
   * {@code amount}, {@code balance}.
   */
  SHARE_EXCEEDED("account", "amount", "balance"),

  /** An account of the ledger holds less than the entry takes from it. Facts: {@code account}, {@code amount}, {@code balance}. */
  BALANCE_TOO_LOW("account", "amount", "balance"),

  /**
   * The benefit is worth more than the member is entitled to (CPP-13). Facts: {@code account},
   * {@code benefit}, {@code entitlement}.
   */
  BENEFIT_EXCEEDS_ENTITLEMENT("account", "benefit", "entitlement"),

  // General meetings

  /** The roll of a meeting is empty, so it cannot be convened. Facts: {@code eligible}. */
  NO_MEMBERS_ON_ROLL("eligible"),

  /** The charter allows no such cycle (MEET-20). Facts: {@code cycle}, {@code last}. */
  CYCLES_EXHAUSTED("cycle", "last"),

  /**
   * The quorum of the cycle would be below the floor of the law (MEET-20). Facts: {@code cycle},
   * {@code floor}.
   */
  CYCLE_BELOW_LEGAL_FLOOR("cycle", "floor"),

  /**
   * The agenda of the annual meeting lacks a mandatory item (AGENDA-05, AGENDA-06, AGENDA-07).
   * Facts: {@code item}.
   */
  AGENDA_ITEM_MISSING("item"),

  /**
   * One account is named as chairman and as secretary of the meeting (AGENDA-07). Facts:
   * {@code account}.
   */
  MEETING_OFFICERS_SAME("account"),

  /**
   * The agenda elects the office and does not name this candidate (AGENDA-07). Facts:
   * {@code account}, {@code item}.
   */
  CANDIDATE_NOT_ON_AGENDA("account", "item"),

  /**
   * A meeting opens in the past or closes before it opens. Facts: {@code now}, {@code opensAt},
   * {@code closesAt}.
   */
  MEETING_TIMES_INVALID("now", "opensAt", "closesAt"),

  /**
   * The annual meeting is too close to the end of the financial year or too far from it (MEET-09). Facts: {@code date},
   * {@code from} first allowed date, {@code until} first date too late.
   */
  MEETING_OUTSIDE_ANNUAL_WINDOW("date", "from", "until"),

  /**
   * No version of the charter is in force yet (ARCH-04). Facts: {@code at}, {@code from} first day of the first version.
   */
  CHARTER_NOT_IN_FORCE("at", "from"),

  /** The version does not follow the last one of the charter (IND-05). Facts: {@code version}, {@code expected}. */
  CHARTER_VERSION_GAP("version", "expected"),

  /**
   * The meeting has no quorum (кворум), so that it decides nothing (MEET-18). Facts: {@code present}, {@code required},
   * {@code of} number on the roll, {@code cycle}, {@code rule} of its quorum: MEET-18, MEET-19 or MEET-20.
   */
  NO_QUORUM("present", "required", "of", "cycle", "rule"),

  /** The move is made before its time (MEET-17, TALLY-01). Facts: {@code now}, {@code from}. */
  MEETING_TOO_EARLY("now", "from"),

  /**
   * The meeting was to be open already and its closing time has come. Facts: {@code now},
   * {@code until}.
   */
  MEETING_TIME_PASSED("now", "until"),

  /**
   * The rules given are not those that the meeting was drafted under. Facts: {@code charter},
   * {@code expected}.
   */
  CHARTER_VERSION_MISMATCH("charter", "expected"),

  /** The account is not on the frozen roll (MEET-16). Facts: {@code account}, {@code meeting}. */
  NOT_ON_ROLL("account", "meeting"),

  /** The member has been notified of this cycle. Facts: {@code account}, {@code cycle}. */
  ALREADY_NOTIFIED("account", "cycle"),

  /**
   * Too few days are left for a notice (NOTICE-03, NOTICE-04). Facts: {@code days},
   * {@code required}, {@code lastDay}.
   */
  NOTICE_LATE("days", "required", "lastDay"),

  /** Somebody on the roll was not notified (NOTICE-06). Facts: {@code notified}, {@code of}. */
  MEMBERS_NOT_NOTIFIED("notified", "of"),

  /**
   * The ballot is for another cooperative or meeting (ESIG-04). Facts: {@code ballot},
   * {@code expected}.
   */
  BALLOT_OTHER_MEETING("ballot", "expected"),

  /** The ballot is for another cycle (MEET-21). Facts: {@code ballot}, {@code expected}. */
  BALLOT_OTHER_CYCLE("ballot", "expected"),

  /**
   * The ballot answers another version of the agenda (AGENDA-19). Facts: {@code ballot},
   * {@code expected}.
   */
  BALLOT_OTHER_AGENDA("ballot", "expected"),

  /** The ballot to be replaced is of another member. Facts: {@code account}, {@code expected}. */
  BALLOT_OTHER_MEMBER("account", "expected"),

  /**
   * The ballot answers an item that the agenda does not have (BALLOT-01). Facts: {@code item},
   * {@code items}.
   */
  BALLOT_UNKNOWN_ITEM("item", "items"),

  /** The ballot answers an item twice (MEET-04). Facts: {@code item}. */
  BALLOT_DUPLICATE_ITEM("item"),

  /** The charter does not offer this choice (BALLOT-03). Facts: {@code item}, {@code choice}. */
  BALLOT_CHOICE_NOT_OFFERED("item", "choice"),

  /** Voting is closed (TALLY-03). Facts: {@code account}, {@code now}, {@code until}. */
  BALLOT_LATE("account", "now", "until"),

  /**
   * The signature under the ballot is not the member's over exactly this ballot (ESIG-04). Facts:
   * {@code account}.
   */
  BALLOT_FORGED("account"),

  /**
   * A ballot of this member was accepted in this cycle and stands (MEET-04, BALLOT-08). Facts: {@code account},
   * {@code cycle}.
   */
  BALLOT_ALREADY_CAST("account", "cycle"),

  // Ballots by proxy and on paper, ballots of an earlier cycle, ballots that are refused

  /** The ballot leaves an item open, and the charter asks for every answer (BALLOT-04). Facts: {@code item}. */
  ITEM_UNANSWERED("item"),

  /**
   * The member's vote has come in in another way or by somebody else (BALLOT-02, BALLOT-09). Facts: {@code account},
   * {@code way}, {@code castBy}.
   */
  BALLOT_CAST_OTHERWISE("account", "way", "castBy"),

  /** Who votes for another leaves secret items blank (MEET-13). Facts: {@code account}, {@code castBy}. */
  BALLOT_SECRET_FOR_ANOTHER("account", "castBy"),

  /** Paper ballots are entered by the secretary of the meeting (BALLOT-02). Facts: {@code account}, {@code secretary}. */
  NOT_THE_SECRETARY("account", "secretary"),

  /** The secretary votes himself and enters no paper ballot of his own (BALLOT-02). Facts: {@code account}. */
  PAPER_OF_SECRETARY("account"),

  /** A paper ballot is entered with the digest of its scan (BALLOT-02). Facts: {@code account}. */
  PAPER_NEEDS_SCAN("account"),

  /** The charter knows no proxies (BALLOT-09). Facts: {@code cooperative}. */
  PROXIES_NOT_ALLOWED("cooperative"),

  /** Proxies vote at meetings of all members only (BALLOT-09). Facts: {@code meeting}, {@code body}. */
  PROXY_AT_OTHER_BODY("meeting", "body"),

  /** One proxy votes for no more principals than the charter allows (BALLOT-09). Facts: {@code account}, {@code principals}, {@code max}. */
  PROXY_LIMIT("account", "principals", "max"),

  /** The ballot names a document that is not the registered power of its member (BALLOT-09). Facts: {@code account}, {@code document}. */
  PROXY_UNKNOWN("account", "document"),

  /** The power of attorney names another proxy and cannot be passed on (BALLOT-09). Facts: {@code account}, {@code expected}. */
  PROXY_OF_ANOTHER("account", "expected"),

  /** The power of attorney is not in force at this time (BALLOT-09). Facts: {@code now}, {@code from}, {@code until}. */
  PROXY_NOT_VALID("now", "from", "until"),

  /** The principal has revoked the power of attorney (BALLOT-09). Facts: {@code account}, {@code since}. */
  PROXY_REVOKED("account", "since"),

  /** The power of attorney is for another meeting (BALLOT-09). Facts: {@code meeting}, {@code expected}. */
  PROXY_OF_OTHER_MEETING("meeting", "expected"),

  /** The power of attorney is for another cooperative (BALLOT-09). Facts: {@code cooperative}, {@code expected}. */
  PROXY_OF_OTHER_COOPERATIVE("cooperative", "expected"),

  /** A power of attorney of the principal is still in force (BALLOT-09). Facts: {@code account}, {@code until}. */
  PROXY_STANDS("account", "until"),

  /** Only its principal revokes a power of attorney (BALLOT-09). Facts: {@code account}, {@code principal}. */
  NOT_THE_PRINCIPAL("account", "principal"),

  /** Nothing refuses the ballot, so it is handed in and not listed as refused (TALLY-03). Facts: {@code account}. */
  BALLOT_ACCEPTABLE("account"),

  /** The ballot is listed as refused (TALLY-03). Facts: {@code account}, {@code ballot}. */
  BALLOT_LISTED("account", "ballot"),

  /** The roll is being drawn up by another decision (MEET-16). Facts: {@code decision}, {@code expected}. */
  ROLL_OF_OTHER_DECISION("decision", "expected"),

  /**
   * The ballot is not the next of the log, or the log has none of its number (TALLY-01). Facts: {@code number}, {@code expected},
   * {@code ballots}.
   */
  COUNT_GAP("number", "expected", "ballots"),

  /** The ballots counted are not those accepted (TALLY-02). Facts: {@code figure}, {@code counted}, {@code accepted}. */
  COUNT_MISMATCH("figure", "counted", "accepted"),

  /** Somebody else signs these minutes (ESIG-05). Facts: {@code account}, {@code signers}. */
  NOT_A_MINUTES_SIGNER("account", "signers"),

  /** The account has signed these minutes. Facts: {@code account}. */
  MINUTES_ALREADY_SIGNED("account"),

  /**
   * The minutes state something else than the meeting shows (TALLY-02). Facts: {@code figure},
   * {@code stated}, {@code expected}.
   */
  MINUTES_MISMATCH("figure", "stated", "expected"),

  /** The charter asks for a report of the checks with the Chairman's signature (CHAIR-12). Facts: {@code decision}. */
  COMPLIANCE_REPORT_MISSING("decision"),

  /** Only the general meeting decides such questions, and nobody can delegate them (MEET-12). Facts: {@code kind}, {@code body}. */
  EXCLUSIVE_COMPETENCE("kind", "body"),

  /** The general meeting has decided otherwise on the matter (MEET-24). Facts: {@code matter}, {@code decision}. */
  MEETING_HAS_DECIDED("matter", "decision"),

  /** Whom a measure is about does not preside over the meeting (MEET-27). Facts: {@code account}. */
  PRESIDES_ON_HIMSELF("account"),

  /** The account has refused to sign these minutes (MIN-03). Facts: {@code account}. */
  MINUTES_REFUSED("account"),

  /** Who refuses to sign the minutes says why (MIN-03). Facts: {@code account}. */
  REFUSAL_WITHOUT_GROUNDS("account"),

  /** The signers of the minutes still have time (MIN-03). Facts: {@code meeting}, {@code dueAt}. */
  SUBSTITUTE_NOT_DUE("meeting", "dueAt"),

  /** The Revision commission knows that the minutes are not signed (MIN-03). Facts: {@code meeting}. */
  MINUTES_ESCALATED("meeting"),

  /** The minutes lack a part that they must have (MIN-02). Facts: {@code field}. */
  MINUTES_INCOMPLETE("field"),

  /** Votes are counted after the end of the meeting (TALLY-01). Facts: {@code meeting}, {@code closesAt}. */
  TALLY_CLOSED("meeting", "closesAt"),

  /** Chairman and secretary of the meeting are elected before anything else (MEET-25). Facts: {@code item}, {@code type}. */
  OFFICERS_NOT_FIRST("item", "type"),

  /** The meeting adopted no such item (MEET-24). Facts: {@code meeting}, {@code item}. */
  ITEM_NOT_ADOPTED("meeting", "item"),

  // Sections and representatives

  /** The cooperative has sections, so who joins chooses one (KU-09). Facts: {@code account}. */
  SECTION_NOT_CHOSEN("account"),

  /** The member belongs to a section already; another is reached by transfer (KU-09). Facts: {@code account}, {@code section}. */
  SECTION_CHOSEN("account", "section"),

  /** The account is no member of the section (KU-15). Facts: {@code account}, {@code section}. */
  NOT_IN_SECTION("account", "section"),

  /** The section is closed or was never founded. Facts: {@code section}. */
  SECTION_CLOSED("section"),

  /** The section still has members; they are transferred first (KU-23). Facts: {@code section}, {@code members}. */
  SECTION_NOT_EMPTY("section", "members"),

  /** A section is founded for the number of members and there are too few (DMEET-01). Facts: {@code members}, {@code required}. */
  SECTION_TRIGGER_NOT_MET("members", "required"),

  /** The transfer would fall into a meeting of either section (KU-23). Facts: {@code account}, {@code meeting}. */
  TRANSFER_DURING_MEETING("account", "meeting"),

  /** The meeting of the section elected no chairman (KU-16). Facts: {@code section}, {@code meeting}. */
  SECTION_CHAIR_NOT_ELECTED("section", "meeting"),

  /** One person chairs one section only (KU-22). Facts: {@code account}, {@code section}, {@code other}. */
  TWO_SECTIONS("account", "section", "other"),

  /** The body cannot remove the officer (KU-21). Facts: {@code account}, {@code body}. */
  NOT_REMOVABLE("account", "body"),

  /** The mandate of the chairman of the section lacks papers (KU-18). Facts: {@code section}, {@code missing}. */
  SECTION_MANDATE_INCOMPLETE("section", "missing"),

  /** The paper names another cooperative, section or holder than the mandate (KU-18). Facts: {@code section}, {@code paper}. */
  SECTION_PAPER_OF_OTHER("section", "paper"),

  /** Neither law nor charter gives the Council this ground to suspend representation (KU-21). Facts: {@code section}, {@code ground}. */
  SUSPENSION_WITHOUT_GROUND("section", "ground"),

  /** An election without a winner is followed by a run-off between these two (KU-16). Facts: {@code section}, {@code candidates}. */
  RUN_OFF_DUE("section", "candidates"),

  /** Nobody issues a power of attorney to himself; the Council decides (KU-22). Facts: {@code account}. */
  ATTORNEY_TO_HIMSELF("account"),

  /** The chairman of a section acts within his section only (KU-17). Facts: {@code act}, {@code section}. */
  OUTSIDE_SECTION("act", "section"),

  /** A section is no legal entity (KU-02). Facts: {@code act}. */
  SECTION_NO_PERSON("act"),

  /** The cooperative decides by another kind of meeting at that time (DMEET-02). Facts: {@code mode}, {@code body}. */
  MODE_MISMATCH("mode", "body"),

  /** The question is reserved to all members (DMEET-08). Facts: {@code item}. */
  ITEM_RESERVED("item"),

  /**
   * Members did not adopt the question in their sections, so nothing is there to be signed (DMEET-08). Facts: {@code
   * question}, {@code votesFor}, {@code present}.
   */
  QUESTION_NOT_ADOPTED("question", "votesFor", "present"),

  /** Representatives decide the question; it is not reserved to all members (DMEET-08). Facts: {@code item}. */
  ITEM_NOT_RESERVED("item"),

  /** The representative votes against the decision of his section (DMEET-05). Facts: {@code section}, {@code item}, {@code vote}. */
  BOUND_BY_SECTION("section", "item", "vote"),

  // Secret ballots

  /** The account is no trustee of this ceremony, or not the one it acts for. Facts: {@code account}. */
  NOT_A_TRUSTEE("account"),

  /** The trustee stands for an office in the same meeting (MEET-13). Facts: {@code account}. */
  TRUSTEE_IS_CANDIDATE("account"),

  /** No trustee is outside the Council (MEET-13). Facts: {@code trustees}. */
  TRUSTEES_ALL_IN_COUNCIL("trustees"),

  /** The roll has fewer members than trustees are needed (MEET-13). Facts: {@code members}, {@code needed}. */
  SECRET_NEEDS_MEMBERS("members", "needed"),

  /** The time of the key ceremony is over. Facts: {@code at}, {@code until}. */
  SECRET_CEREMONY_OVER("at", "until"),

  /** The trustee has given this part. Facts: {@code trustee}, {@code part}. */
  SECRET_PART_TWICE("trustee", "part"),

  /** What the trustee gave does not hold (MEET-26). Facts: {@code trustee}, {@code part}. */
  SECRET_SHARE_INVALID("trustee", "part"),

  /** The secret ballot was made for another meeting, cycle, agenda, roll or key (MEET-13). Facts: {@code election}, {@code expected}. */
  SECRET_OTHER_ELECTION("election", "expected"),

  /** A proof of a secret ballot does not hold (MEET-04, MEET-13). Facts: {@code account}, {@code item}, {@code proof}. */
  SECRET_PROOF_INVALID("account", "item", "proof"),

  /** The meeting has secret items and no key was made for them (MEET-13). Facts: {@code meeting}. */
  SECRET_KEYS_MISSING("meeting"),

  /** The item is voted on in secret, the ballot answers it openly (MEET-13). Facts: {@code item}. */
  SECRET_ITEM_OPEN("item"),

  /** The secret part is not the one that the ballot names (MEET-13). Facts: {@code account}. */
  SECRET_PART_MISMATCH("account"),

  /** The key ceremony is of another meeting (MEET-13). Facts: {@code plan}, {@code expected}. */
  SECRET_PLAN_OTHER_MEETING("plan", "expected"),

  /** The key ceremony is not the next of the meeting (MEET-13). Facts: {@code attempt}, {@code expected}. */
  SECRET_ATTEMPT("attempt", "expected"),

  /** Fewer than three trustees, or one alone could decrypt (MEET-13). Facts: {@code trustees}, {@code threshold}. */
  TRUSTEES_TOO_FEW("trustees", "threshold"),

  /** The trustee made a ceremony of this meeting void and takes part in no other (MEET-13). Facts: {@code account}. */
  TRUSTEE_FAILED("account"),

  /**
   * An alternate takes the place of a trustee that failed, and all else stays (MEET-13). Facts: {@code account}, {@code
   * expected} digest of the plan.
   */
  ALTERNATE_PASSED_OVER("account", "expected"),

  /** Nothing is decrypted before all ballots are counted (TALLY-01). Facts: {@code counted}, {@code ballots}. */
  COUNT_INCOMPLETE("counted", "ballots"),

  /** Fewer trustees have decrypted than the threshold (TALLY-01). Facts: {@code shares}, {@code needed}. */
  SECRET_TOO_FEW_SHARES("shares", "needed"),

  /** The decrypted count is more than were present (TALLY-02). Facts: {@code item}, {@code present}. */
  SECRET_COUNT_IMPOSSIBLE("item", "present"),

  // Agenda, notice and appeal

  /** A proposal lacks a part that it must have (AGENDA-08). Facts: {@code field}. */
  PROPOSAL_INCOMPLETE("field"),

  /** Too few members stand behind the proposal (AGENDA-03). Facts: {@code supporters}, {@code required}. */
  SUPPORTERS_TOO_FEW("supporters", "required"),

  /** The member supports it already. Facts: {@code account}. */
  ALREADY_SUPPORTS("account"),

  /** Proposals are neither included nor refused (AGENDA-10). Facts: {@code open} how many. */
  PROPOSALS_UNDECIDED("open"),

  /** The agenda lacks what a proposal put on it (AGENDA-11, MEET-30). Facts: {@code proposal}, {@code item}. */
  PROPOSAL_NOT_ON_AGENDA("proposal", "item"),

  /** The Council may not refuse what comes from there (MEET-30). Facts: {@code proposal}, {@code source}. */
  CANNOT_REFUSE("proposal", "source"),

  /** A reason in words is missing (AGENDA-10, AGENDA-17). Facts: {@code what}. */
  NO_REASON_GIVEN("what"),

  /** The act of the court is about something else (AGENDA-11). Facts: {@code document}, {@code expected}. */
  COURT_ACT_ON_OTHER("document", "expected"),

  /** The candidate has not consented in writing (AGENDA-09). Facts: {@code account}, {@code item}. */
  NO_CONSENT("account", "item"),

  /** The charter does not let members nominate themselves (AGENDA-09). Facts: {@code account}. */
  SELF_NOMINATION("account"),

  /** The charter sets no share that carries a change of the agenda (AGENDA-14). Facts: {@code key}. */
  AGENDA_CHANGE_NOT_SET("key"),

  /** It is meant for another version of the agenda (AGENDA-16). Facts: {@code version}, {@code expected}. */
  AGENDA_OTHER_VERSION("version", "expected"),

  /** The agenda has no such item. Facts: {@code item}, {@code items} how many it has. */
  AGENDA_UNKNOWN_ITEM("item", "items"),

  /** The item cannot be taken off the agenda (AGENDA-13). Facts: {@code item}. */
  ITEM_OBLIGATORY("item"),

  /** Only who disagreed with the agenda carries a change (AGENDA-14). Facts: {@code account}. */
  NOT_DISAGREEING("account"),

  /** Reactions and changes are no longer taken (AGENDA-14). Facts: {@code since}. */
  AGENDA_CLOSED("since"),

  /** Too few of those who disagreed support the change (AGENDA-14). Facts: {@code votes}, {@code required}, {@code base}. */
  CHANGE_TOO_FEW("votes", "required", "base"),

  /** Members were not told of the item in time (AGENDA-18). Facts: {@code item}. */
  ITEM_NOT_NOTIFIED("item"),

  /** Fewer members than the charter asks signed the demand (MEET-08). Facts: {@code signers}, {@code required}, {@code members}. */
  DEMAND_TOO_SMALL("signers", "required", "members"),

  /** The Council still has time to convene (MEET-07). Facts: {@code dueOn} its last day. */
  DEMAND_NOT_DUE("dueOn"),

  /** The agenda lacks an item that was demanded (MEET-07, MEET-08). Facts: {@code item}. */
  DEMAND_ITEM_MISSING("item"),

  /** The account may not convene this meeting (MEET-07). Facts: {@code account}. */
  NOT_THE_DEMANDER("account"),

  /** The meeting is open and its discussion closed (AGENDA-15). Facts: {@code since}. */
  THREAD_CLOSED("since"),

  /** The charter asks for a reaction to the notice, and there is none (NOTICE-02). Facts: {@code account}. */
  RSVP_MISSING("account"),

  /** Every way to reach the member has failed (NOTICE-07). Facts: {@code account}. */
  NO_CHANNEL_LEFT("account"),

  /** Another way comes first (NOTICE-07). Facts: {@code channel}, {@code expected}. */
  NOTICE_OTHER_CHANNEL("channel", "expected"),

  /** The general meeting put something else in the place of the decision (MEET-11). Facts: {@code decision}, {@code by}. */
  DECISION_OVERRIDDEN("decision", "by"),

  // Board, acts, tasks and papers

  /** It costs more than the body may spend by itself (COUNCIL-14). Facts: {@code body}, {@code amount}, {@code limit}. */
  OVER_BODY_LIMIT("body", "amount", "limit"),

  /** The account heads no body for which it could act (CHAIR-02). Facts: {@code account}, {@code act}. */
  NO_AUTHORITY("account", "act"),

  /** The Council has not given the Board this power (COUNCIL-19). Facts: {@code act}, {@code version}. */
  OUTSIDE_POWERS("act", "version"),

  /** By the charter only the chairman of the Board does this (CHAIR-03). Facts: {@code act}. */
  RESERVED_FOR_BOARD("act"),

  /** Without commercial activity there are no employees (BOARD-12). Facts: {@code act}. */
  NO_COMMERCE("act"),

  /** Nobody does this alone (BOARD-04). Facts: {@code act}. */
  NEEDS_DECISION("act"),

  /** The act is not the one that was decided on (BOARD-04). Facts: {@code decision}, {@code differs}. */
  ACT_NOT_AS_DECIDED("decision", "differs"),

  /** The version is not the next one (COUNCIL-15). Facts: {@code paper}, {@code version}, {@code expected}. */
  PAPER_VERSION("paper", "version", "expected"),

  /** A Board is in office, so this is for it to decide (COUNCIL-09). Facts: {@code cooperative}. */
  BOARD_IN_OFFICE("cooperative"),

  /** The unit is closed (BOARD-07). Facts: {@code unit}. */
  UNIT_CLOSED("unit"),

  /** The account does not head the unit (BOARD-08). Facts: {@code account}, {@code unit}. */
  NOT_HEAD("account", "unit"),

  /** Somebody else answers for it (BCHAIR-05). Facts: {@code account}, {@code what}. */
  NOT_ITS_OWNER("account", "what"),

  /** It is done already (BCHAIR-05). Facts: {@code what}. */
  ALREADY_DONE("what"),

  /** The account does not head the Board, or the Council where there is none (BCHAIR-02). Facts: {@code account}. */
  NOT_EXECUTIVE_HEAD("account"),

  /** Nobody heads what carries out decisions (COUNCIL-09). Facts: {@code cooperative}. */
  NOBODY_IN_CHAIR("cooperative"),

  /** The time of the plan is not over (BCHAIR-02). Facts: {@code plan}, {@code until}. */
  REPORT_TOO_EARLY("plan", "until"),

  /** Orders bind employees only (BCHAIR-04). Facts: {@code account}. */
  NOT_AN_EMPLOYEE("account"),

  /** The id belongs to a transfer with another body (FUND-22). Facts: {@code transfer}. */
  TRANSFER_ID_TAKEN("transfer"),

  /** Of linked transfers some were booked before and some were not (FUND-22). Facts: {@code known}, {@code of}. */
  LINK_PARTLY_KNOWN("known", "of"),

  /** The ledger has no such transfer (FUND-22). Facts: {@code transfer}. */
  NO_SUCH_TRANSFER("transfer"),

  /** The chart has no such account, or divides it into subaccounts (FUND-19). Facts: {@code account}. */
  NO_SUCH_ACCOUNT("account"),

  /**
   * The account is kept by more or by less than the transfer names (CPP-04). Facts: {@code wallet}, {@code programme}, {@code
   * member}.
   */
  WRONG_WALLET("wallet", "programme", "member"),

  /** Sums of the account leave the range of amounts (FUND-19). Facts: {@code account}. */
  BALANCE_TOO_HIGH("account"),

  /** What happened then can no longer be booked (FUND-22). Facts: {@code at}, {@code closedUntil}. */
  PERIOD_CLOSED("at", "closedUntil"),

  /** The transfer is not pending or no longer (FUND-19). Facts: {@code transfer}, {@code status}. */
  NOT_PENDING("transfer", "status"),

  /** The pending transfer has run out of time (FUND-19). Facts: {@code transfer}, {@code expiresAt}. */
  PENDING_EXPIRED("transfer", "expiresAt"),

  /** The pending transfer still has time (FUND-19). Facts: {@code transfer}, {@code expiresAt}. */
  PENDING_OPEN("transfer", "expiresAt"),

  /** More is to be posted than is pending (FUND-19). Facts: {@code transfer}, {@code amount}, {@code pending}. */
  PENDING_EXCEEDED("transfer", "amount", "pending"),

  /** A correction goes back between the same two wallets (FUND-22). Facts: {@code transfer}, {@code original}. */
  NOT_A_CORRECTION("transfer", "original"),

  /** More is to be undone than is left of the original (FUND-22). Facts: {@code original}, {@code amount}, {@code left}. */
  CORRECTION_EXCEEDED("original", "amount", "left"),

  /** The account is employed already (BOARD-12). Facts: {@code account}. */
  ALREADY_EMPLOYED("account"),

  /** Only the Council adopts such a regulation (COUNCIL-22). Facts: {@code kind}. */
  COUNCIL_ONLY("kind"),

  /** The Council has ruled the matter (BOARD-02). Facts: {@code number}, {@code decision}. */
  SUBORDINATE_CONFLICT("number", "decision"),

  /** What touches funds takes a decision of the general meeting (COUNCIL-22). Facts: {@code number}. */
  FUNDS_NEED_MEETING("number"),

  /** The regulation does not name the charter in force (COUNCIL-15). Facts: {@code number}, {@code charter}. */
  REGULATION_OTHER_CHARTER("number", "charter"),

  /** The list of secrets has no such category (COUNCIL-20). Facts: {@code category}, {@code version}. */
  NOT_CLASSIFIED("category", "version"),

  /** No office of the account gives access (COUNCIL-20). Facts: {@code account}, {@code paper}. */
  NO_SECRET_ACCESS("account", "paper"),

  /** The chart keeps no account for a role or fund (FUND-19). Facts: {@code role}, {@code chart}. */
  NO_ACCOUNT_FOR("role", "chart"),

  /** Money may not go that way (FUND-16). Facts: {@code debit}, {@code credit}, {@code purpose}, {@code rule}. */
  UNLAWFUL_TRANSFER("debit", "credit", "purpose", "rule"),

  /** A fund is spent on its purposes only (FUND-16). Facts: {@code fund}, {@code purpose}, {@code version}. */
  PURPOSE_NOT_OF_FUND("fund", "purpose", "version"),

  /** Money moves between funds by a rule of the meeting only (FUND-16). Facts: {@code from}, {@code to}, {@code version}. */
  NO_MOVE_BETWEEN_FUNDS("from", "to", "version"),

  /** What is brought in kind is valued by a decision first (FUND-20). Facts: {@code account}, {@code asset}. */
  NOT_VALUED("account", "asset"),

  /** The contribution does not fit the fee rule of the programme (CPP-14). Facts: {@code programme}, {@code amount}, {@code expected}. */
  FEE_MISMATCH("programme", "amount", "expected"),

  /** Obligations under the programme are open (CPP-16). Facts: {@code account}, {@code programme}, {@code owed}. */
  OPEN_OBLIGATIONS("account", "programme", "owed"),

  /** Orders of the participant are open (CPP-16). Facts: {@code account}, {@code programme}, {@code held}. */
  ORDERS_OPEN("account", "programme", "held"),

  /** More is to be set off than is owed either way (FUND-12). Facts: {@code account}, {@code amount}, {@code most}. */
  NOTHING_TO_NET("account", "amount", "most"),

  /** The minimum share is not withdrawn by a member (FUND-12). Facts: {@code account}. */
  MINIMUM_SHARE_STAYS("account"),

  /** More is paid than was granted (FUND-07). Facts: {@code account}, {@code amount}, {@code granted}. */
  ABOVE_GRANT("account", "amount", "granted"),

  /** Cooperative payments take more of the income than the charter allows (FUND-21). Facts: {@code amount}, {@code cap}, {@code income}. */
  ABOVE_CAP("amount", "cap", "income"),

  /** What is planned does not cover the loss exactly (FUND-21). Facts: {@code loss}, {@code covered}. */
  NOT_COVERED("loss", "covered"),

  /** A liquidation hands out exactly what is there (FUND-04). Facts: {@code amount}, {@code planned}. */
  NOT_ALL_SHARED("amount", "planned"),

  /** The offer is over (CPP-07). Facts: {@code offer}, {@code until}. */
  OFFER_ENDED("offer", "until"),

  /** The offer has less left than is ordered (CPP-06). Facts: {@code offer}, {@code asked}, {@code left}. */
  NOT_SO_MUCH_LEFT("offer", "asked", "left"),

  /** Nobody orders from himself (CPP-06). Facts: {@code account}. */
  ORDER_OF_OWN_OFFER("account"),

  /** The order has run out of time (CPP-06). Facts: {@code order}, {@code deadline}. */
  ORDER_LATE("order", "deadline"),

  /** The order still has time (CPP-06). Facts: {@code order}, {@code deadline}. */
  ORDER_STILL_OPEN("order", "deadline"),

  /** The paper is about something else (CPP-06). Facts: {@code number}, {@code expected}, {@code actual}. */
  PAPER_OF_OTHER("number", "expected", "actual"),

  /** Two cooperatives deal for members only as members of each other (INTER-01). Facts: {@code home}, {@code host}. */
  NO_MUTUAL_MEMBERSHIP("home", "host"),

  /** A founder is named twice. Facts: {@code account}. */
  FOUNDER_TWICE("account"),

  /** The founding meeting elects its own members only. Facts: {@code account}. */
  NOT_A_FOUNDER("account");

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

  /**
   * The rule behind the refusal.
   *
   * @return id of a row of the requirements, for example {@code MEET-18}
   */
  public String rule() {
    return Messages.rule(this);
  }
}
