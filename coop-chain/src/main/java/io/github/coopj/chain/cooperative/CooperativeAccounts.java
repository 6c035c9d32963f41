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

  /** General meetings: {@link MeetingContract}. */
  public static final Name MEETING = Name.of("meeting");

  /** Target consumer programmes: {@link ProgrammeContract}. */
  public static final Name PROGRAMME = Name.of("programme");

  /** Contributions and funds: {@link TreasuryContract}. */
  public static final Name TREASURY = Name.of("treasury");

  private CooperativeAccounts() {}

  /**
   * All of them.
   *
   * @return in the order in which they are best created
   */
  public static List<Name> all() {
    return List.of(REGISTRY, MEMBERSHIP, COUNCIL, MEETING, PROGRAMME, TREASURY);
  }
}
