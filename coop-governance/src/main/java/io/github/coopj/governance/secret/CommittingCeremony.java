package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A ceremony in which trustees publish their commitments. */
public final class CommittingCeremony implements KeyCeremony {
  private final CeremonyRecord row;

  private CommittingCeremony(CeremonyRecord row) {
    this.row = row;
  }

  static CommittingCeremony empty(CeremonyPlan plan) {
    return new CommittingCeremony(new CeremonyRecord(
        plan, CeremonyStatus.COMMITTING, List.of(), List.of(), List.of(), List.of(), 0));
  }

  /**
   * Takes the commitment of a trustee.
   *
   * @param trustee his account
   * @param commitment as many points as the threshold, with their proofs
   * @param now time of the move
   * @return the ceremony, in which shares are exchanged once all have committed
   * @throws GovernanceException NOT_A_TRUSTEE, SECRET_CEREMONY_OVER, SECRET_PART_TWICE, SECRET_SHARE_INVALID
   */
  public KeyCeremony commit(Name trustee, TrusteeCommitment commitment, Instant now) {
    CeremonyMoves.requireInTime(row.plan(), now);
    return commit(row.plan().numberOf(trustee), commitment);
  }

  KeyCeremony commit(int number, TrusteeCommitment commitment) {
    CeremonyMoves.requireNumber(row.plan(), number);
    CeremonyMoves.requireNew(
        row.commitments(), each -> each.trustee() == number, number, "commitment");
    CeremonyMoves.requireRight(
        commitment.points().size() == row.plan().threshold()
            && commitment.verifies(row.plan().digest(), number),
        number,
        "commitment");
    List<CommitmentEntry> all = CeremonyMoves.with(
        row.commitments(),
        new CommitmentEntry(number, commitment),
        Comparator.comparingInt(CommitmentEntry::trustee));
    boolean complete = all.size() == row.plan().trustees().size();
    CeremonyRecord next = new CeremonyRecord(
        row.plan(),
        complete ? CeremonyStatus.SHARING : CeremonyStatus.COMMITTING,
        all,
        List.of(),
        List.of(),
        List.of(),
        0);
    return complete ? new SharingCeremony(next) : new CommittingCeremony(next);
  }

  /**
   * Gives up a ceremony whose time is over: the first trustee without a commitment has failed.
   *
   * @param now time of the move
   * @return a void ceremony
   * @throws GovernanceException OUT_OF_ORDER when it is not over
   */
  public VoidCeremony giveUp(Instant now) {
    CeremonyMoves.requireOver(row.plan(), now);
    return giveUp();
  }

  VoidCeremony giveUp() {
    int missing = 1;
    for (CommitmentEntry entry : row.commitments()) {
      if (entry.trustee() == missing) {
        missing++;
      }
    }
    return CeremonyMoves.voided(row, missing);
  }

  @Override
  public CeremonyRecord snapshot() {
    return row;
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.committing(this);
  }
}
