package io.github.coopj.governance.secret;

/** Steps of {@link SecretElectionVerifier}, in the order in which they are taken. */
public enum VerificationStep {
  /** Plan, election and keys name each other. */
  ELECTION,
  /** Commitments and their proofs, answers to complaints, confirmations, and the keys that follow; number: trustee. */
  KEYS,
  /** The accounts give the digest and the size of the roll; number: place on the roll. */
  ROLL,
  /** Each ballot is numbered, about this vote, of a member on the roll, and signed; number: ballot. */
  SIGNATURES,
  /** The last ballot of each member counts, and no other; number: ballot. */
  LAST_BALLOTS,
  /** Each secret part is the one signed, and its proofs hold; number: ballot. */
  PROOFS,
  /** The ballots give the root. */
  TREE,
  /** The ballots that count add up to the sums; number: item. */
  SUMS,
  /** Each share is of another trustee, its proofs hold, and they are enough; number: trustee. */
  SHARES,
  /** Sums and shares give the counts stated, within those present; number: item. */
  RESULT,
  /** Nothing was found. */
  DONE
}
