package io.github.coopj.chain.cooperative;

import io.github.coopj.core.name.Name;
import java.util.List;

/** Accounts that the contracts of this package are installed on. */
public final class CooperativeAccounts {
  /** Cooperatives and their charters: {@link RegistryContract}. */
  public static final Name REGISTRY = Name.of("registry");

  /** Members: {@link MembershipContract}. */
  public static final Name MEMBERSHIP = Name.of("membership");

  /** Councils and their decisions: {@link CouncilContract}. */
  public static final Name COUNCIL = Name.of("council");

  /** Sessions of Councils: {@link SessionContract}. */
  public static final Name SESSION = Name.of("session");

  /** Grants of the Council's signature: {@link GrantContract}. */
  public static final Name GRANT = Name.of("grant");

  /** General meetings: {@link MeetingContract}. */
  public static final Name MEETING = Name.of("meeting");

  /** Powers of attorney to vote: {@link ProxyContract}. */
  public static final Name PROXY = Name.of("proxy");

  /** Keys of secret ballots: {@link SecretContract}. */
  public static final Name SECRET = Name.of("secret");

  /** What members do before a meeting, and what it orders about other decisions: {@link AgendaContract}. */
  public static final Name AGENDA = Name.of("agenda");

  /** Target consumer programmes: {@link ProgrammeContract}. */
  public static final Name PROGRAMME = Name.of("programme");

  /** Contributions and funds: {@link TreasuryContract}. */
  public static final Name TREASURY = Name.of("treasury");

  /** The Board and its decisions: {@link BoardContract}. */
  public static final Name BOARD = Name.of("board");

  /** Units, plans, orders and employees: {@link ExecutiveContract}. */
  public static final Name EXECUTIVE = Name.of("executive");

  /** Acts of officers: {@link ActContract}. */
  public static final Name ACT = Name.of("act");

  /** Tasks: {@link TaskContract}. */
  public static final Name TASK = Name.of("task");

  /** Regulations and secrets: {@link PaperContract}. */
  public static final Name PAPER = Name.of("paper");

  /** Sections and their chairmen: {@link SectionContract}. */
  public static final Name SECTION = Name.of("section");

  /** Revision commissions: {@link AuditContract}. */
  public static final Name AUDIT = Name.of("audit");

  private CooperativeAccounts() {}

  /**
   * All of them.
   *
   * @return in the order in which they are best created
   */
  public static List<Name> all() {
    return List.of(
        REGISTRY,
        MEMBERSHIP,
        COUNCIL,
        SESSION,
        GRANT,
        MEETING,
        PROXY,
        SECRET,
        AGENDA,
        PROGRAMME,
        TREASURY,
        BOARD,
        EXECUTIVE,
        ACT,
        TASK,
        PAPER,
        SECTION,
        AUDIT);
  }
}
