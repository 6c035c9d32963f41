package io.github.coopj.governance.secret;

/**
 * A trustee's proof that he holds his share of the key: Schnorr, label {@code share}, for {@code X_j}.
 *
 * @param trustee number of the trustee, from 1
 * @param proof the proof
 */
public record Confirmation(int trustee, SchnorrProof proof) {}
