package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnswerOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Result out of sums and shares (TALLY-01). Of the trustees I whose shares are taken, {@code λ_j = Π_{k∈I∖j} k·(k − j)^−1};
 * {@code M = B − Σ λ_j·D_j = m·G}, and m is found among 0 to the number present.
 */
public final class Decryption {
  /** The most present: as many as a roll can hold. */
  public static final long MAX_PRESENT = 0xffff_ffffL;

  private Decryption() {}

  /**
   * Decrypts sums. Whether there was a quorum is asked before: without one no trustee gives a share.
   *
   * @param sums sums of the ballots that count
   * @param shares shares of different trustees, as many as the threshold or more; the first by number are taken
   * @param present how many were present, 0 or more
   * @return the counts, in the order of the items
   * @throws InvalidValueException for a number present out of range
   * @throws GovernanceException SECRET_SHARE_INVALID, SECRET_PART_TWICE, SECRET_TOO_FEW_SHARES, SECRET_COUNT_IMPOSSIBLE
   */
  public static List<OptionCounts> combine(
      EncryptedSums sums, List<DecryptionShare> shares, long present) {
    Parts.require(
        present >= 0 && present <= MAX_PRESENT,
        "present must be 0 to " + MAX_PRESENT + ", got " + present);
    List<DecryptionShare> taken = new ArrayList<>();
    for (DecryptionShare share : shares) {
      CeremonyMoves.requireRight(share.verifies(sums), share.trustee(), "decryption");
      CeremonyMoves.requireNew(
          taken, each -> each.trustee() == share.trustee(), share.trustee(), "decryption");
      taken.add(share);
    }
    int threshold = sums.election().content().keys().threshold();
    if (taken.size() < threshold) {
      throw new GovernanceException(
          Reason.SECRET_TOO_FEW_SHARES, "shares", taken.size(), "needed", threshold);
    }
    taken.sort(Comparator.comparingInt(DecryptionShare::trustee));
    return new Combination(sums, taken.subList(0, threshold), present).counts();
  }

  /** λ_j of a trustee among those whose shares are taken. */
  static Scalar lagrange(int trustee, List<Integer> all) {
    Scalar factor = Scalar.ONE;
    for (int other : all) {
      if (other != trustee) {
        Scalar k = Scalar.of(other);
        factor = factor.times(k).times(k.minus(Scalar.of(trustee)).inverse());
      }
    }
    return factor;
  }

  /** One decryption. */
  private static final class Combination {
    private final EncryptedSums sums;
    private final List<DecryptionShare> shares;
    private final List<Scalar> factors;
    private final long present;
    private final DiscreteLogarithm logarithm;

    Combination(EncryptedSums sums, List<DecryptionShare> shares, long present) {
      this.sums = sums;
      this.shares = shares;
      this.present = present;
      List<Integer> trustees = shares.stream().map(DecryptionShare::trustee).toList();
      this.factors = trustees.stream().map(each -> lagrange(each, trustees)).toList();
      this.logarithm = new DiscreteLogarithm(present);
    }

    List<OptionCounts> counts() {
      List<OptionCounts> counts = new ArrayList<>();
      int part = 0;
      for (SecretItem item : sums.election().content().items()) {
        Map<AnswerOption, Long> byOption = new EnumMap<>(AnswerOption.class);
        long answered = 0;
        for (int o = 0; o < item.options().size(); o++) {
          long count = count(item.item(), sums.of(counts.size(), o).beta(), part++);
          byOption.put(item.options().get(o), count);
          answered += count;
        }
        if (answered > present) {
          throw impossible(item.item());
        }
        counts.add(new OptionCounts(
            item.item(),
            byOption.getOrDefault(AnswerOption.FOR, 0L),
            byOption.getOrDefault(AnswerOption.AGAINST, 0L),
            byOption.getOrDefault(AnswerOption.ABSTAIN, 0L),
            present - answered));
      }
      return counts;
    }

    private long count(int item, Element beta, int part) {
      Element message = beta;
      for (int i = 0; i < shares.size(); i++) {
        Element point = P256.decodeSum(shares.get(i).parts().get(part).point());
        message = message.minus(point.times(factors.get(i)));
      }
      OptionalLong count = logarithm.of(message);
      if (count.isEmpty()) {
        throw impossible(item);
      }
      return count.getAsLong();
    }

    private GovernanceException impossible(int item) {
      return new GovernanceException(
          Reason.SECRET_COUNT_IMPOSSIBLE, "item", item, "present", present);
    }
  }
}
