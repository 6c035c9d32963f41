package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.EncryptedSums;
import io.github.coopj.governance.secret.ItemSum;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a meeting has of its secret items (MEET-13): nothing but what they are about until voting has ended, then their sums,
 * which nobody can read, and the shares of the trustees, which read the sums and no single ballot.
 *
 * @param election digest of the election of this cycle, see {@link SecretElection#digest}; {@link Checksum256#ZERO} without one
 * @param sums sums of the ballots counted so far
 * @param shares shares of trustees in the order of their numbers
 */
public record SecretCount(Checksum256 election, List<ItemSum> sums, List<DecryptionShare> shares) {
  /** No secret items, or the cycle is not open yet. */
  public static final SecretCount NONE = new SecretCount(Checksum256.ZERO, List.of(), List.of());

  /** Copies the lists. */
  public SecretCount {
    sums = List.copyOf(sums);
    shares = List.copyOf(shares);
  }

  /** Whether there are secret items in this cycle. */
  boolean isNone() {
    return election.equals(Checksum256.ZERO);
  }

  EncryptedSums encrypted(SecretElection of) {
    return sums.isEmpty() ? EncryptedSums.empty(of) : EncryptedSums.restore(of, sums);
  }

  SecretCount plus(SecretElection of, List<SecretBallot> ballots) {
    return new SecretCount(election, encrypted(of).add(ballots).items(), shares);
  }

  SecretCount plus(DecryptionShare share) {
    List<DecryptionShare> all = new ArrayList<>(shares);
    all.add(share);
    all.sort(Comparator.comparingInt(DecryptionShare::trustee));
    return new SecretCount(election, sums, all);
  }
}
