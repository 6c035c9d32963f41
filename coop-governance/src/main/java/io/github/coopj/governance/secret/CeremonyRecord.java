package io.github.coopj.governance.secret;

import java.util.List;

/**
 * A key ceremony as it is stored; nothing in it is secret.
 *
 * @param plan who makes the key
 * @param status state
 * @param commitments what trustees published, by number of the trustee
 * @param shares shares sealed to their receivers, by sender, then receiver
 * @param complaints complaints with their answers, by complainant, then sender
 * @param confirmations proofs of trustees that they hold their share, by number of the trustee
 * @param failed number of the trustee that made the ceremony void, 0 if it is not
 */
public record CeremonyRecord(
    CeremonyPlan plan,
    CeremonyStatus status,
    List<CommitmentEntry> commitments,
    List<SealedShare> shares,
    List<ShareComplaint> complaints,
    List<Confirmation> confirmations,
    int failed) {
  /** Copies the lists. */
  public CeremonyRecord {
    commitments = List.copyOf(commitments);
    shares = List.copyOf(shares);
    complaints = List.copyOf(complaints);
    confirmations = List.copyOf(confirmations);
  }
}
