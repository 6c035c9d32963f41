package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A ceremony in which trustees send, check and confirm their shares. */
public final class SharingCeremony implements KeyCeremony {
  private static final Comparator<SealedShare> BY_SENDER =
      Comparator.comparingInt(SealedShare::from).thenComparingInt(SealedShare::to);
  private static final Comparator<ShareComplaint> BY_COMPLAINANT =
      Comparator.comparingInt(ShareComplaint::by).thenComparingInt(ShareComplaint::against);

  private final CeremonyRecord row;

  SharingCeremony(CeremonyRecord row) {
    this.row = row;
  }

  /**
   * Takes a sealed share.
   *
   * @param sender account of the trustee who sends it
   * @param share the share, from him to another trustee
   * @param now time of the move
   * @return the ceremony with the share
   * @throws GovernanceException NOT_A_TRUSTEE, SECRET_CEREMONY_OVER, SECRET_PART_TWICE
   */
  public SharingCeremony share(Name sender, SealedShare share, Instant now) {
    CeremonyMoves.requireInTime(row.plan(), now);
    requireActing(sender, share.from());
    return share(share);
  }

  SharingCeremony share(SealedShare share) {
    CeremonyMoves.requireNumber(row.plan(), share.from());
    CeremonyMoves.requireNumber(row.plan(), share.to());
    CeremonyMoves.requireNew(
        row.shares(),
        each -> BY_SENDER.compare(each, share) == 0,
        share.from(),
        "share for " + share.to());
    return new SharingCeremony(with(
        CeremonyMoves.with(row.shares(), share, BY_SENDER), row.complaints(), row.confirmations()));
  }

  /**
   * Takes a complaint: the share does not open, or is not the one committed to, or never came.
   *
   * @param trustee account of the trustee who complains
   * @param against number of the trustee whose share is wrong
   * @param now time of the move
   * @return the ceremony with the complaint, which awaits an answer
   * @throws GovernanceException NOT_A_TRUSTEE, SECRET_CEREMONY_OVER, SECRET_PART_TWICE, also for who has confirmed
   */
  public SharingCeremony complain(Name trustee, int against, Instant now) {
    CeremonyMoves.requireInTime(row.plan(), now);
    return complain(new ShareComplaint(row.plan().numberOf(trustee), against, Optional.empty()));
  }

  SharingCeremony complain(ShareComplaint complaint) {
    CeremonyMoves.requireNumber(row.plan(), complaint.by());
    CeremonyMoves.requireNumber(row.plan(), complaint.against());
    requireNotConfirmed(complaint.by());
    CeremonyMoves.requireNew(
        row.complaints(),
        each -> BY_COMPLAINANT.compare(each, complaint) == 0,
        complaint.by(),
        "complaint against " + complaint.against());
    return new SharingCeremony(with(
        row.shares(),
        CeremonyMoves.with(row.complaints(), complaint, BY_COMPLAINANT),
        row.confirmations()));
  }

  /**
   * Takes the answer to a complaint: the share, opened to everybody.
   *
   * @param sender account of the trustee complained against
   * @param complainant number of the trustee who complained
   * @param share the share
   * @param now time of the move
   * @return the ceremony with the answer, or a void one when the share is not the one committed to
   * @throws GovernanceException NOT_A_TRUSTEE, SECRET_CEREMONY_OVER, SECRET_SHARE_INVALID when there is no such
   *     complaint without an answer
   */
  public KeyCeremony answer(Name sender, int complainant, Scalar share, Instant now) {
    CeremonyMoves.requireInTime(row.plan(), now);
    return answer(row.plan().numberOf(sender), complainant, share);
  }

  KeyCeremony answer(int sender, int complainant, Scalar share) {
    ShareComplaint open = new ShareComplaint(complainant, sender, Optional.empty());
    CeremonyMoves.requireRight(row.complaints().contains(open), sender, "answer to " + complainant);
    ShareComplaint answered = new ShareComplaint(complainant, sender, Optional.of(share.encode()));
    CeremonyRecord next = with(
        row.shares(),
        row.complaints().stream()
            .map(each -> each.equals(open) ? answered : each)
            .toList(),
        row.confirmations());
    return isRight(answered) ? new SharingCeremony(next) : CeremonyMoves.voided(next, sender);
  }

  /** Whether a complaint has the answer that the commitment promises. */
  boolean isRight(ShareComplaint complaint) {
    return complaint.answer().isPresent()
        && row.commitments()
            .get(complaint.against() - 1)
            .commitment()
            .matches(complaint.by(), Scalar.decode(complaint.answer().get()));
  }

  /**
   * Takes a trustee's proof that he holds his share of the key.
   *
   * @param trustee his account
   * @param confirmation the proof
   * @param now time of the move
   * @return the ceremony, ready once all have confirmed
   * @throws GovernanceException NOT_A_TRUSTEE, SECRET_CEREMONY_OVER, SECRET_PART_TWICE, SECRET_SHARE_INVALID when the
   *     proof does not hold, or a complaint of his has no answer
   */
  public KeyCeremony confirm(Name trustee, Confirmation confirmation, Instant now) {
    CeremonyMoves.requireInTime(row.plan(), now);
    requireActing(trustee, confirmation.trustee());
    return confirm(confirmation);
  }

  KeyCeremony confirm(Confirmation confirmation) {
    int number = confirmation.trustee();
    CeremonyMoves.requireNumber(row.plan(), number);
    requireNotConfirmed(number);
    CeremonyMoves.requireRight(
        row.complaints().stream().allMatch(each -> each.by() != number || isRight(each)),
        number,
        "confirmation while a complaint is open");
    CeremonyMoves.requireRight(
        confirmation
            .proof()
            .verifies(
                "share",
                ElectionKeys.confirmationContext(row.plan().digest(), number),
                ElectionKeys.trusteeKey(CeremonyMoves.commitments(row), number)),
        number,
        "confirmation");
    CeremonyRecord next = with(
        row.shares(),
        row.complaints(),
        CeremonyMoves.with(
            row.confirmations(), confirmation, Comparator.comparingInt(Confirmation::trustee)));
    return next.status() == CeremonyStatus.READY
        ? new ReadyCeremony(next)
        : new SharingCeremony(next);
  }

  /**
   * Gives up a ceremony whose time is over. Failed has who left a complaint unanswered, else who sent no share to a trustee
   * without a confirmation, else the first without a confirmation.
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
    return CeremonyMoves.voided(row, failed());
  }

  private int failed() {
    for (ShareComplaint complaint : row.complaints()) {
      if (complaint.answer().isEmpty()) {
        return complaint.against();
      }
    }
    int trustees = row.plan().trustees().size();
    int idle = 0;
    for (int to = trustees; to >= 1; to--) {
      if (isConfirmed(to)) {
        continue;
      }
      idle = to;
      for (int from = 1; from <= trustees; from++) {
        if (from != to && !isSent(from, to)) {
          return from;
        }
      }
    }
    return idle;
  }

  private boolean isSent(int from, int to) {
    return row.shares().stream().anyMatch(each -> each.from() == from && each.to() == to)
        || row.complaints().stream().anyMatch(each -> each.against() == from && each.by() == to);
  }

  private boolean isConfirmed(int trustee) {
    return row.confirmations().stream().anyMatch(each -> each.trustee() == trustee);
  }

  private void requireNotConfirmed(int trustee) {
    CeremonyMoves.requireNew(
        row.confirmations(), each -> each.trustee() == trustee, trustee, "confirmation");
  }

  private void requireActing(Name account, int number) {
    if (row.plan().numberOf(account) != number) {
      throw new GovernanceException(Reason.NOT_A_TRUSTEE, "account", account);
    }
  }

  private CeremonyRecord with(
      List<SealedShare> shares, List<ShareComplaint> complaints, List<Confirmation> confirmations) {
    boolean complete = confirmations.size() == row.plan().trustees().size();
    return new CeremonyRecord(
        row.plan(),
        complete ? CeremonyStatus.READY : CeremonyStatus.SHARING,
        row.commitments(),
        shares,
        complaints,
        confirmations,
        0);
  }

  @Override
  public CeremonyRecord snapshot() {
    return row;
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.sharing(this);
  }
}
