package io.github.coopj.governance.secret;

/**
 * What {@link SecretElectionVerifier} found first, if anything.
 *
 * @param step where
 * @param number of the trustee, ballot or item, as the step says; 0 where it has none
 * @param problem what is wrong, in words; empty if nothing
 */
public record Verdict(VerificationStep step, long number, String problem) {
  /** Everything holds. */
  public static final Verdict HOLDS = new Verdict(VerificationStep.DONE, 0, "");

  /**
   * Whether everything holds.
   *
   * @return true if nothing was found
   */
  public boolean holds() {
    return step == VerificationStep.DONE;
  }
}
