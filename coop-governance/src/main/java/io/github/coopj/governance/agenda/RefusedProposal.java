package io.github.coopj.governance.agenda;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;

/** The Council refused the proposal with a reason. */
public final class RefusedProposal extends Proposal {
  RefusedProposal(ProposalRecord data) {
    super(data);
  }

  /**
   * The refusal that the proposer gets.
   *
   * @return proposal, text and reason
   */
  public ProposalVerdict refusal() {
    return data.verdict().orElseThrow();
  }

  /**
   * What the proposer takes to court.
   *
   * @return digest of {@link #refusal}
   */
  public Checksum256 refusalDocument() {
    return refusal().digest();
  }

  /**
   * Puts the proposal on an agenda by an act of a court (AGENDA-11).
   *
   * @param act act over exactly this refusal
   * @param meeting number of the meeting, 1 or more
   * @param item its place on the agenda, 1 or more
   * @param now time of the move
   * @return the proposal, which the agenda must carry
   * @throws GovernanceException COURT_ACT_ON_OTHER, OUT_OF_ORDER for an act before the refusal or in the future
   */
  public CompelledProposal compel(CourtAct act, long meeting, int item, Instant now) {
    if (!act.refusal().equals(refusalDocument())) {
      throw new GovernanceException(
          Reason.COURT_ACT_ON_OTHER, "document", act.refusal(), "expected", refusalDocument());
    }
    if (act.at().compareTo(data.decidedAt()) < 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", act.at(), "notBefore", data.decidedAt());
    }
    if (act.at().toInstant().isAfter(now)) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", now, "notBefore", act.at());
    }
    ProposalRecord next = data.compelled(act, meeting, item);
    next.requireConsistent();
    return new CompelledProposal(next);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.refused(this);
  }
}
