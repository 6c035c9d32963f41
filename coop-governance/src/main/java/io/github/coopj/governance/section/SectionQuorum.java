package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.QuorumShare;
import io.github.coopj.governance.charter.SectionPolicy;

/**
 * How many must be present for a meeting of a section to decide: more than half of its members, in every repeat more than
 * a quarter (KU-13, KU-14). By the platform's charter, with n members and p present: 2p &gt; n first, 4p &gt; n after.
 */
public final class SectionQuorum {
  private SectionQuorum() {}

  /**
   * The least number present that meets the quorum.
   *
   * @param members members of the section, 1 or more
   * @param cycle 1 for the first meeting, more for repeats
   * @param policy rules of the charter
   * @return 1 to {@code members}
   * @throws GovernanceException NO_MEMBERS_ON_ROLL
   */
  public static long required(long members, int cycle, SectionPolicy policy) {
    return share(members, cycle, policy).requiredOf(members);
  }

  /**
   * Whether the quorum is met.
   *
   * @param present different members present, 0 to {@code members}
   * @param members members of the section, 1 or more
   * @param cycle 1 for the first meeting, more for repeats
   * @param policy rules of the charter
   * @return true if the meeting may decide
   * @throws GovernanceException NO_MEMBERS_ON_ROLL
   */
  public static boolean isMet(long present, long members, int cycle, SectionPolicy policy) {
    return share(members, cycle, policy).isMet(present, members);
  }

  private static QuorumShare share(long members, int cycle, SectionPolicy policy) {
    if (cycle < 1) {
      throw new InvalidValueException("cycle of a meeting must be 1 or more, got " + cycle);
    }
    if (members < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", members);
    }
    return cycle == 1 ? policy.quorumFirst() : policy.quorumRepeat();
  }
}
