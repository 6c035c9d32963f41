package io.github.coopj.governance.agenda;

/** A court put the refused proposal on an agenda (AGENDA-11). */
public final class CompelledProposal extends Proposal {
  CompelledProposal(ProposalRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.compelled(this);
  }
}
