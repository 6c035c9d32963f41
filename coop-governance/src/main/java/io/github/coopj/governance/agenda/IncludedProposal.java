package io.github.coopj.governance.agenda;

/** The Council put the proposal on an agenda. */
public final class IncludedProposal extends Proposal {
  IncludedProposal(ProposalRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.included(this);
  }
}
