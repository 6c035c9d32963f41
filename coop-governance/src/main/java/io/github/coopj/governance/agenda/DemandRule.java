package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.Ratio;

/**
 * How many members can demand an extraordinary meeting: not less than a share of all on the date the demand is presented, a
 * quarter unless the charter asks for less (MEET-08). With s signers and N members a quarter is reached when 4s ≥ N; of 101
 * members 26 are needed.
 */
public final class DemandRule {
  private DemandRule() {}

  /**
   * Whether a demand is valid. Who leaves after the date does not void it.
   *
   * @param share share that the charter asks for
   * @param signers different members active on the date who signed, 0 to {@code members}
   * @param members number of active members on that date, 1 or more
   * @return true if that share or more signed
   */
  public static boolean isReached(Ratio share, long signers, long members) {
    if (members < 1) {
      throw new InvalidValueException("a demand needs a cooperative with members, got " + members);
    }
    return share.isReachedBy(signers, members);
  }

  /**
   * The least number of signers.
   *
   * @param share share that the charter asks for
   * @param members number of active members on the date, 1 or more
   * @return 1 to {@code members}
   */
  public static long required(Ratio share, long members) {
    if (members < 1) {
      throw new InvalidValueException("a demand needs a cooperative with members, got " + members);
    }
    return share.requiredOf(members);
  }
}
