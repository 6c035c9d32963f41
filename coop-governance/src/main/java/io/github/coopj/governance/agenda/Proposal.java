package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.audit.AuditDecision;
import io.github.coopj.governance.audit.AuditQuestionType;
import io.github.coopj.governance.audit.AuditTopic;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.EscalatedDecision;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal for the agenda and what became of it (AGENDA-02, AGENDA-03, AGENDA-08, AGENDA-10, AGENDA-11, MEET-30).
 *
 * <p>A {@link SubmittedProposal} ends as {@link IncludedProposal} or {@link RefusedProposal}; a court turns a refused one
 * into a {@link CompelledProposal}. Undecided ones keep a meeting from being convened, see {@link ProposalBook}.
 */
public abstract sealed class Proposal
    permits SubmittedProposal, IncludedProposal, RefusedProposal, CompelledProposal {
  final ProposalRecord data;

  Proposal(ProposalRecord data) {
    this.data = data;
  }

  /**
   * Takes a proposal of a member.
   *
   * @param id number of the proposal, 1 or more
   * @param text what is proposed
   * @param signature the proposer's signature under the text
   * @param members who is an active member
   * @param keys which keys sign for which accounts
   * @param now time of the move
   * @return the proposal with its proposer as the first supporter
   * @throws GovernanceException PROPOSAL_INCOMPLETE, NOT_AN_ACTIVE_MEMBER, SIGNATURE_FORGED
   */
  public static SubmittedProposal ofMember(
      long id,
      ProposalText text,
      DocumentSignature signature,
      MembershipLookup members,
      SignerKeys keys,
      Instant now) {
    text.requireComplete();
    requireMember(text.proposer(), members, now);
    signature.requireGenuine(text.digest(), text.proposer(), keys.until(now));
    return submit(id, text, ProposalSource.MEMBER, 0, List.of(text.proposer()), now);
  }

  /**
   * Takes a proposal of the Revision commission (AGENDA-02).
   *
   * @param id number of the proposal, 1 or more
   * @param text what is proposed
   * @param act decision PROPOSE_ITEM of the commission over the text
   * @param now time of the move
   * @return the proposal, which needs no supporters
   * @throws GovernanceException PROPOSAL_INCOMPLETE, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static SubmittedProposal ofCommission(
      long id, ProposalText text, AuditDecision act, Instant now) {
    text.requireComplete();
    act.requireAbout(
        new AuditTopic(text.cooperative(), AuditQuestionType.PROPOSE_ITEM, text.digest()));
    return submit(id, text, ProposalSource.AUDIT, act.id(), List.of(), now);
  }

  /**
   * Passes a disagreement of the Revision commission with the Council or the Board to the meeting (MEET-30).
   *
   * @param id number of the proposal, 1 or more
   * @param text the question; its subject is the digest of the disagreement
   * @param remark the remark that the disagreement is about, passed to the meeting
   * @param act decision ESCALATE of the commission over that disagreement
   * @param now time of the move
   * @return a proposal that the Council cannot refuse
   * @throws GovernanceException PROPOSAL_INCOMPLETE, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public static SubmittedProposal ofEscalation(
      long id, ProposalText text, EscalatedRemark remark, AuditDecision act, Instant now) {
    Checksum256 disagreement = remark.disagreement().digest();
    if (!text.subject().equals(disagreement)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          act.id(),
          "expected",
          disagreement,
          "actual",
          text.subject());
    }
    return ofEscalation(id, text, act, now);
  }

  static SubmittedProposal ofEscalation(
      long id, ProposalText text, AuditDecision act, Instant now) {
    text.requireComplete();
    if (text.subject().equals(Checksum256.ZERO)) {
      throw new GovernanceException(Reason.PROPOSAL_INCOMPLETE, "field", "subject");
    }
    act.requireAbout(
        new AuditTopic(text.cooperative(), AuditQuestionType.ESCALATE, text.subject()));
    return submit(id, text, ProposalSource.ESCALATION, act.id(), List.of(), now);
  }

  /**
   * Makes a proposal, which cannot be refused, of a decision of the Council whose signature is missing or refused for too long
   * (CHAIR-11). Nothing is in force before the general meeting decides.
   *
   * @param id number of the proposal, 1 or more
   * @param text what is proposed; its subject is that of the decision
   * @param decision the decision
   * @param now the moment
   * @return the proposal
   * @throws GovernanceException PROPOSAL_INCOMPLETE, DECISION_ON_OTHER_SUBJECT
   */
  public static SubmittedProposal ofSignature(
      long id, ProposalText text, EscalatedDecision decision, Instant now) {
    text.requireComplete();
    if (!text.subject().equals(decision.subject())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          decision.subject(),
          "actual",
          text.subject());
    }
    return submit(id, text, ProposalSource.SIGNATURE, decision.id(), List.of(), now);
  }

  private static SubmittedProposal submit(
      long id,
      ProposalText text,
      ProposalSource source,
      long ground,
      List<Name> supporters,
      Instant now) {
    ProposalRecord row = new ProposalRecord(
        id,
        text,
        source,
        ground,
        ProposalStatus.SUBMITTED,
        supporters,
        TimePointSec.of(now),
        Optional.empty(),
        0,
        TimePointSec.EPOCH,
        Optional.empty(),
        0,
        0);
    row.requireConsistent();
    return new SubmittedProposal(row);
  }

  static void requireMember(Name account, MembershipLookup members, Instant now) {
    if (!members.isActive(account, now)) {
      throw new GovernanceException(Reason.NOT_AN_ACTIVE_MEMBER, "account", account);
    }
  }

  /**
   * Restores a stored proposal.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the proposal in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Proposal restore(ProposalRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case SUBMITTED -> new SubmittedProposal(stored);
      case INCLUDED -> new IncludedProposal(stored);
      case REFUSED -> new RefusedProposal(stored);
      case COMPELLED -> new CompelledProposal(stored);
    };
  }

  /**
   * The proposal as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public ProposalRecord snapshot() {
    return data;
  }

  /**
   * Number of the proposal.
   *
   * @return 1 or more
   */
  public long id() {
    return data.id();
  }

  /**
   * Whether the Council owes a decision: nothing was decided, and a member's proposal has the supporters that the charter
   * asks for.
   *
   * @param charter the charter in force
   * @return whether it keeps a meeting from being convened
   */
  public boolean isPending(Charter charter) {
    return data.status() == ProposalStatus.SUBMITTED
        && (data.source() != ProposalSource.MEMBER
            || data.supporters().size() >= charter.agenda().minSupporters());
  }

  /**
   * Answers by state.
   *
   * @param <R> type of the answer
   * @param cases one answer per state
   * @return what the case of this state answers
   */
  public abstract <R> R match(Cases<R> cases);

  /**
   * One answer per state.
   *
   * @param <R> type of the answer
   */
  public interface Cases<R> {
    /** The Council has not decided. */
    R submitted(SubmittedProposal proposal);

    /** The Council put it on an agenda. */
    R included(IncludedProposal proposal);

    /** The Council refused it. */
    R refused(RefusedProposal proposal);

    /** A court put it on an agenda. */
    R compelled(CompelledProposal proposal);
  }

  /**
   * This proposal, if it is undecided.
   *
   * @return the proposal
   * @throws GovernanceException WRONG_STATE
   */
  public SubmittedProposal requireSubmitted() {
    return States.require(
        this, SubmittedProposal.class, "proposal " + id(), data.status(), ProposalStatus.SUBMITTED);
  }

  /**
   * This proposal, if it was refused.
   *
   * @return the proposal
   * @throws GovernanceException WRONG_STATE
   */
  public RefusedProposal requireRefused() {
    return States.require(
        this, RefusedProposal.class, "proposal " + id(), data.status(), ProposalStatus.REFUSED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Proposal proposal && data.equals(proposal.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
