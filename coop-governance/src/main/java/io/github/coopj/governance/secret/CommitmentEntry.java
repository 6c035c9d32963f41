package io.github.coopj.governance.secret;

/**
 * A commitment and whose it is.
 *
 * @param trustee number of the trustee, from 1
 * @param commitment what he published
 */
public record CommitmentEntry(int trustee, TrusteeCommitment commitment) {}
