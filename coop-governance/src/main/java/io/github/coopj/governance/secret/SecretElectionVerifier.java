package io.github.coopj.governance.secret;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.document.SignerKeys;
import java.util.List;
import java.util.function.Function;

/**
 * Checks a secret vote from its public record alone (MEET-26): anybody can run it who knows which keys sign for which members.
 * Nothing that made the record is used: digests, equations, sums and counts are computed anew, and every share is checked, not
 * only as many as are needed.
 *
 * <p>What it cannot see: whether everybody on the roll is a member, whether a ballot was refused that should have been
 * accepted, and whether there was a quorum; the record of the meeting tells those.
 */
public final class SecretElectionVerifier {
  private SecretElectionVerifier() {}

  /**
   * Checks a record.
   *
   * @param record the record
   * @param keys which keys sign for which accounts
   * @return what was found first, or {@link Verdict#HOLDS}
   */
  public static Verdict verify(PublicRecord record, SignerKeys keys) {
    BallotChecks ballots = new BallotChecks(record, keys);
    CountChecks counts = new CountChecks(record);
    List<Step> steps = List.of(
        new Step(VerificationStep.ELECTION, KeyChecks::election),
        new Step(VerificationStep.KEYS, KeyChecks::keys),
        new Step(VerificationStep.ROLL, each -> ballots.roll()),
        new Step(VerificationStep.SIGNATURES, each -> ballots.signatures()),
        new Step(VerificationStep.LAST_BALLOTS, each -> ballots.lastBallots()),
        new Step(VerificationStep.PROOFS, each -> ballots.proofs()),
        new Step(VerificationStep.TREE, each -> ballots.tree()),
        new Step(VerificationStep.SUMS, each -> counts.sums()),
        new Step(VerificationStep.SHARES, each -> counts.shares()),
        new Step(VerificationStep.RESULT, each -> counts.results()));
    for (Step step : steps) {
      Verdict verdict = step.take(record);
      if (!verdict.holds()) {
        return verdict;
      }
    }
    return Verdict.HOLDS;
  }

  /** What a step found. */
  record Problem(long number, String text) {
    static final Problem NONE = new Problem(0, "");
  }

  /** One step; a value that cannot exist, such as a point off the curve, fails it too. */
  private record Step(VerificationStep name, Function<PublicRecord, Problem> check) {
    Verdict take(PublicRecord record) {
      Problem problem;
      try {
        problem = check.apply(record);
      } catch (InvalidValueException e) {
        problem = new Problem(0, String.valueOf(e.getMessage()));
      }
      return problem.equals(Problem.NONE)
          ? Verdict.HOLDS
          : new Verdict(name, problem.number(), problem.text());
    }
  }
}
