package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.charter.Ratio;
import java.math.BigInteger;

/**
 * How many must be present for a meeting to be able to decide (кворум): 75 % in the first cycle, 50 % in the second,
 * then half of the previous one each time (MEET-18, MEET-19, MEET-20).
 *
 * <p>With N on the roll and p present the cycles of the default policy are met when
 *
 * <ul>
 *   <li>cycle 1: 4p ≥ 3N;
 *   <li>cycle k ≥ 2: p·2^(k−1) ≥ N and p ≥ 1.
 * </ul>
 *
 * <p>Where the charter sets a floor the requirement stays at it once halving would go below.
 *
 * <p>Only integers are compared, so exactly the required share is always enough: 3 of 4, not 4 of 4. The ratios come
 * from the charter; the figures above are the platform's.
 */
public final class QuorumRule {
  /** Highest cycle number that is computed; a longer series is refused as exhausted. */
  public static final int LAST_CYCLE = 1_000;

  private QuorumRule() {}

  /**
   * The least number present that meets the quorum.
   *
   * @param eligible number on the roll, 1 or more
   * @param cycle cycle of the meeting, 1 or more
   * @param policy meeting policy of the charter
   * @return 1 to {@code eligible}
   * @throws GovernanceException NO_MEMBERS_ON_ROLL, CYCLES_EXHAUSTED or CYCLE_BELOW_LEGAL_FLOOR
   */
  public static long required(long eligible, int cycle, MeetingPolicy policy) {
    requireAllowed(cycle, policy);
    if (eligible < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", eligible);
    }
    Share share = shareOf(cycle, policy);
    BigInteger[] parts = BigInteger.valueOf(eligible)
        .multiply(share.numerator)
        .divideAndRemainder(share.denominator);
    long floor = parts[0].longValueExact();
    return Math.max(1, parts[1].signum() == 0 ? floor : floor + 1);
  }

  /**
   * Whether the quorum of the cycle is met. Exactly the required share is enough.
   *
   * @param present number of different members whose valid ballots were accepted in this cycle, 0 or more
   * @param eligible number on the roll, 1 or more
   * @param cycle cycle of the meeting, 1 or more
   * @param policy meeting policy of the charter
   * @return true if the meeting may decide
   * @throws GovernanceException NO_MEMBERS_ON_ROLL, CYCLES_EXHAUSTED or CYCLE_BELOW_LEGAL_FLOOR
   * @throws InvalidValueException if {@code present} is negative or above {@code eligible}
   */
  public static boolean isMet(long present, long eligible, int cycle, MeetingPolicy policy) {
    requireAllowed(cycle, policy);
    if (eligible < 1) {
      throw new GovernanceException(Reason.NO_MEMBERS_ON_ROLL, "eligible", eligible);
    }
    if (present < 0 || present > eligible) {
      throw new InvalidValueException(
          "present must be 0 to " + eligible + " (the roll), got " + present);
    }
    Share share = shareOf(cycle, policy);
    return present >= 1
        && BigInteger.valueOf(present)
                .multiply(share.denominator)
                .compareTo(BigInteger.valueOf(eligible).multiply(share.numerator))
            >= 0;
  }

  /** The requirement that sets the quorum of a cycle. */
  static String ruleOf(int cycle) {
    return switch (cycle) {
      case 1 -> "MEET-18";
      case 2 -> "MEET-19";
      default -> "MEET-20";
    };
  }

  /**
   * Refuses a cycle that the charter or the law does not allow.
   *
   * @param cycle cycle of the meeting, 1 or more
   * @param policy meeting policy of the charter
   * @throws GovernanceException CYCLES_EXHAUSTED above the charter's number of cycles, CYCLE_BELOW_LEGAL_FLOOR if the
   *     cycle's share is below the floor of the law
   */
  public static void requireAllowed(int cycle, MeetingPolicy policy) {
    if (cycle < 1) {
      throw new InvalidValueException("cycle of a meeting must be 1 or more, got " + cycle);
    }
    int last = policy.maxCycles() > 0 ? Math.min(policy.maxCycles(), LAST_CYCLE) : LAST_CYCLE;
    if (cycle > last) {
      throw new GovernanceException(Reason.CYCLES_EXHAUSTED, "cycle", cycle, "last", last);
    }
    if (isBelowLegalFloor(cycle, policy)) {
      throw new GovernanceException(
          Reason.CYCLE_BELOW_LEGAL_FLOOR, "cycle", cycle, "floor", policy.legalFloor());
    }
  }

  static boolean isBelowLegalFloor(int cycle, MeetingPolicy policy) {
    return shareOf(cycle, policy).isBelow(policy.legalFloor());
  }

  private static Share shareOf(int cycle, MeetingPolicy policy) {
    if (cycle == 1) {
      return Share.of(policy.quorumFirst());
    }
    int halvings = cycle - 2;
    Share falling = new Share(
        BigInteger.valueOf(policy.quorumDecay().numerator())
            .pow(halvings)
            .multiply(BigInteger.valueOf(policy.quorumSecond().numerator())),
        BigInteger.valueOf(policy.quorumDecay().denominator())
            .pow(halvings)
            .multiply(BigInteger.valueOf(policy.quorumSecond().denominator())));
    return falling.isBelow(policy.quorumFloor()) ? Share.of(policy.quorumFloor()) : falling;
  }

  private record Share(BigInteger numerator, BigInteger denominator) {
    static Share of(Ratio ratio) {
      return new Share(
          BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
    }

    boolean isBelow(Ratio floor) {
      return numerator
              .multiply(BigInteger.valueOf(floor.denominator()))
              .compareTo(BigInteger.valueOf(floor.numerator()).multiply(denominator))
          < 0;
    }
  }
}
