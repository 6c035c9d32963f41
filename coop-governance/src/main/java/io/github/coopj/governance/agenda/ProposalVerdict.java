package io.github.coopj.governance.agenda;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What the Council decides about a proposal; its digest is the subject of the decision PROPOSALS. A refusal is the document
 * that the proposer gets and may take to court (AGENDA-10, AGENDA-11).
 *
 * @param proposal number of the proposal
 * @param text digest of its text
 * @param included whether it goes on an agenda
 * @param meeting number of the meeting that it goes to; 0 if refused
 * @param item its place there; 0 if refused
 * @param reason why it is refused; empty if included
 */
public record ProposalVerdict(
    @AbiType("uint64") long proposal,
    Checksum256 text,
    boolean included,
    @AbiType("uint64") long meeting,
    int item,
    String reason) {
  /**
   * What the Council's decision must have as its subject.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PROPOSAL_VERDICT, this);
  }
}
