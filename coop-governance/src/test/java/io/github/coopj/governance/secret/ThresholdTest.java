package io.github.coopj.governance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnswerOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdTest {
  static Stream<Arguments> all() {
    return IntStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(n -> IntStream.rangeClosed(1, n).mapToObj(t -> Arguments.of(t, n)));
  }

  /** Every subset of every size: t and more give the count, fewer are refused and would give another element. */
  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("all")
  @Tag("MEET-13")
  void combine_counts_exactlyFromThresholdOn_anySubset(int threshold, int trustees) {
    SecretVote vote = new SecretVote(trustees, threshold, 31L * trustees + threshold);
    List<SecretItem> items = List.of(new SecretItem(1, List.of(AnswerOption.FOR)));
    SecretElection election = vote.election(1, items, SecretVote.roll(3));
    List<SecretBallot> ballots = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Name voter = SecretVote.member(i);
      Map<Integer, AnswerOption> answer = i < 2 ? Map.of(1, AnswerOption.FOR) : Map.of();
      ballots.add(BallotSealer.seal(election, voter, answer, vote.chance));
    }
    EncryptedSums sums = EncryptedSums.empty(election).add(ballots);
    List<DecryptionShare> shares = new ArrayList<>();
    for (int j = 1; j <= trustees; j++) {
      shares.add(DecryptionShare.make(sums, j, vote.secrets.get(j - 1), vote.chance));
    }
    for (int subset = 0; subset < 1 << trustees; subset++) {
      int chosen = subset;
      List<DecryptionShare> some = IntStream.range(0, trustees)
          .filter(j -> (chosen >> j & 1) == 1)
          .mapToObj(shares::get)
          .toList();
      if (some.size() >= threshold) {
        assertThat(givesTheKey(vote, some)).isTrue();
        assertThat(Decryption.combine(sums, some, 3))
            .containsExactly(new OptionCounts(1, 2, 0, 0, 1));
      } else {
        assertThatExceptionOfType(GovernanceException.class)
            .isThrownBy(() -> Decryption.combine(sums, some, 3))
            .withMessage("SECRET_TOO_FEW_SHARES shares=" + some.size() + " needed=" + threshold)
            .extracting(GovernanceException::reason)
            .isEqualTo(Reason.SECRET_TOO_FEW_SHARES);
        assertThat(givesTheKey(vote, some)).isFalse();
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> DecryptionShare.make(sums, trustees + 1, vote.secrets.get(0), vote.chance));
  }

  /** Whether the secrets of these trustees give the secret of the public key. */
  private static boolean givesTheKey(SecretVote vote, List<DecryptionShare> some) {
    List<Integer> trustees = some.stream().map(DecryptionShare::trustee).toList();
    Scalar secret = trustees.stream()
        .map(j -> Decryption.lagrange(j, trustees).times(vote.secrets.get(j - 1)))
        .reduce(Scalar.ZERO, Scalar::plus);
    return Group.P256
        .generator()
        .times(secret)
        .encode()
        .equals(ElectionKeys.of(vote.plan, vote.commitments).publicKey());
  }
}
