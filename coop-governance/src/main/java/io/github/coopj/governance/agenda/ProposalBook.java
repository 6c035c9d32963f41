package io.github.coopj.governance.agenda;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.util.List;

/**
 * All proposals of a cooperative, as convening a meeting asks for them (AGENDA-10).
 *
 * @param proposals proposals in the order of their numbers
 */
public record ProposalBook(List<Proposal> proposals) {
  /** Copies the list. */
  public ProposalBook {
    proposals = List.copyOf(proposals);
  }

  /**
   * Refuses to go on while the Council owes a decision on a proposal.
   *
   * @param charter the charter in force
   * @throws GovernanceException PROPOSALS_UNDECIDED
   */
  public void requireDecided(Charter charter) {
    long open =
        proposals.stream().filter(proposal -> proposal.isPending(charter)).count();
    if (open > 0) {
      throw new GovernanceException(Reason.PROPOSALS_UNDECIDED, "open", open);
    }
  }

  /**
   * Refuses a second proposal on one decision of the Revision commission.
   *
   * @param decision number of the decision
   * @throws GovernanceException DECISION_ALREADY_USED
   */
  public void requireUnused(long decision) {
    if (proposals.stream()
        .map(Proposal::snapshot)
        .anyMatch(row ->
            (row.source() == ProposalSource.AUDIT || row.source() == ProposalSource.ESCALATION)
                && row.ground() == decision)) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision);
    }
  }

  /**
   * Refuses a second proposal on one decision of the Council without signature.
   *
   * @param decision number of the decision
   * @throws GovernanceException DECISION_ALREADY_USED
   */
  public void requireNotPassed(long decision) {
    if (proposals.stream()
        .map(Proposal::snapshot)
        .anyMatch(row -> row.source() == ProposalSource.SIGNATURE && row.ground() == decision)) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision);
    }
  }

  /**
   * Refuses an agenda that lacks what the Council or a court put on it.
   *
   * @param meeting number of the meeting
   * @param agenda its agenda
   * @throws GovernanceException PROPOSAL_NOT_ON_AGENDA for the first proposal that is missing
   */
  public void requireOnAgenda(long meeting, Agenda agenda) {
    for (Proposal proposal : proposals) {
      ProposalRecord row = proposal.snapshot();
      if (row.meeting() == meeting
          && meeting > 0
          && !agenda.contains(row.text().item(row.item()))) {
        throw new GovernanceException(
            Reason.PROPOSAL_NOT_ON_AGENDA, "proposal", row.id(), "item", row.item());
      }
    }
  }
}
