package io.github.coopj.governance.agenda;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;

/** The Council has not decided about the proposal. */
public final class SubmittedProposal extends Proposal {
  SubmittedProposal(ProposalRecord data) {
    super(data);
  }

  /**
   * Takes the support of a member (AGENDA-03).
   *
   * @param signature the member's signature under the text
   * @param members who is an active member
   * @param keys which keys sign for which accounts
   * @param now time of the move
   * @return the proposal with one more supporter
   * @throws GovernanceException NOT_AN_ACTIVE_MEMBER, SIGNATURE_FORGED, ALREADY_SUPPORTS, WRONG_STATE for a proposal of the
   *     Revision commission, which needs nobody
   */
  public SubmittedProposal support(
      DocumentSignature signature, MembershipLookup members, SignerKeys keys, Instant now) {
    Name member = signature.signer();
    if (data.source() != ProposalSource.MEMBER) {
      throw new GovernanceException(
          Reason.WRONG_STATE,
          "what",
          "proposal " + id(),
          "state",
          data.source(),
          "needed",
          ProposalSource.MEMBER);
    }
    requireMember(member, members, now);
    signature.requireGenuine(data.text().digest(), member, keys.until(now));
    if (data.supporters().contains(member)) {
      throw new GovernanceException(Reason.ALREADY_SUPPORTS, "account", member);
    }
    return new SubmittedProposal(data.supportedBy(member));
  }

  /**
   * What the Council decides to put the proposal on an agenda.
   *
   * @param meeting number of the meeting, 1 or more
   * @param item its place on the agenda, 1 or more
   * @return the document whose digest is the subject of the decision
   */
  public ProposalVerdict inclusion(long meeting, int item) {
    return new ProposalVerdict(id(), data.text().digest(), true, meeting, item, "");
  }

  /**
   * What the Council decides to refuse the proposal.
   *
   * @param reason why, in words
   * @return the document whose digest is the subject of the decision
   */
  public ProposalVerdict refusal(String reason) {
    return new ProposalVerdict(id(), data.text().digest(), false, 0, 0, reason);
  }

  /**
   * Puts the proposal on an agenda.
   *
   * @param decision decision PROPOSALS over the digest of {@link #inclusion}
   * @param meeting number of the meeting, 1 or more
   * @param item its place on the agenda, 1 or more
   * @param charter the charter in force
   * @param now time of the move
   * @return the included proposal
   * @throws GovernanceException SUPPORTERS_TOO_FEW, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
   */
  public IncludedProposal include(
      DecisionInForce decision, long meeting, int item, Charter charter, Instant now) {
    int required = charter.agenda().minSupporters();
    if (data.source() == ProposalSource.MEMBER && data.supporters().size() < required) {
      throw new GovernanceException(
          Reason.SUPPORTERS_TOO_FEW, "supporters", data.supporters().size(), "required", required);
    }
    ProposalRecord next = decide(decision, inclusion(meeting, item), now);
    next.requireConsistent();
    return new IncludedProposal(next);
  }

  /**
   * Refuses the proposal.
   *
   * @param decision decision PROPOSALS over the digest of {@link #refusal}
   * @param reason why, in words
   * @param now time of the move
   * @return the refused proposal with the document for the proposer
   * @throws GovernanceException CANNOT_REFUSE for what was escalated, NO_REASON_GIVEN, DECISION_OF_OTHER_TYPE,
   *     DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER
   */
  public RefusedProposal refuse(DecisionInForce decision, String reason, Instant now) {
    if (data.source().isCompelling()) {
      throw new GovernanceException(
          Reason.CANNOT_REFUSE, "proposal", id(), "source", data.source());
    }
    if (reason.isBlank()) {
      throw new GovernanceException(Reason.NO_REASON_GIVEN, "what", "refusal of proposal " + id());
    }
    return new RefusedProposal(decide(decision, refusal(reason), now));
  }

  private ProposalRecord decide(DecisionInForce decision, ProposalVerdict verdict, Instant now) {
    decision.requireAbout(QuestionType.PROPOSALS, verdict.digest());
    if (decision.effectiveAt().toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
    }
    return data.decided(verdict, decision.id(), decision.effectiveAt());
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.submitted(this);
  }
}
