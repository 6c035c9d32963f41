package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.ChangeText;
import io.github.coopj.governance.agenda.CourtAct;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.ProposalText;
import io.github.coopj.governance.agenda.Stance;
import io.github.coopj.governance.appeal.OverrideOrder;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.notice.Reaction;

/** Actions of the {@link AgendaContract}. */
public final class AgendaActions {
  private AgendaActions() {}

  /**
   * Proposes an item. Returns the number of the proposal, 8 bytes little-endian.
   *
   * @param text what is proposed
   * @param signature the proposer's signature under it
   */
  @AbiName("propose")
  public record Propose(ProposalText text, DocumentSignature signature) {}

  /**
   * Supports a proposal.
   *
   * @param coop cooperative
   * @param proposal number of the proposal
   * @param signature the member's signature under its text
   */
  @AbiName("support")
  public record Support(Name coop, @AbiType("uint64") long proposal, DocumentSignature signature) {}

  /**
   * Puts a proposal on an agenda by a decision of the Council; anybody may, once it is in force.
   *
   * @param coop cooperative
   * @param proposal number of the proposal
   * @param decision number of the decision
   * @param meeting number of the meeting
   * @param item place on its agenda
   */
  @AbiName("include")
  public record Include(
      Name coop,
      @AbiType("uint64") long proposal,
      @AbiType("uint64") long decision,
      @AbiType("uint64") long meeting,
      int item) {}

  /**
   * Refuses a proposal by a decision of the Council; anybody may, once it is in force.
   *
   * @param coop cooperative
   * @param proposal number of the proposal
   * @param decision number of the decision
   * @param reason why
   */
  @AbiName("refuse")
  public record Refuse(
      Name coop,
      @AbiType("uint64") long proposal,
      @AbiType("uint64") long decision,
      String reason) {}

  /**
   * Puts a refused proposal on an agenda by an act of a court. The cooperative authorises it.
   *
   * @param coop cooperative
   * @param proposal number of the proposal
   * @param act the act
   * @param meeting number of the meeting
   * @param item place on its agenda
   */
  @AbiName("compel")
  public record Compel(
      Name coop,
      @AbiType("uint64") long proposal,
      CourtAct act,
      @AbiType("uint64") long meeting,
      int item) {}

  /**
   * Names a candidate.
   *
   * @param terms who stands for what in which meeting
   * @param by member who names him
   */
  @AbiName("nominate")
  public record Nominate(CandidateConsent terms, Name by) {}

  /**
   * Consents to stand.
   *
   * @param terms who stands for what in which meeting
   * @param signature the candidate's signature under them
   */
  @AbiName("consent")
  public record Consent(CandidateConsent terms, DocumentSignature signature) {}

  /**
   * Begins a demand for a meeting.
   *
   * @param text what is demanded, under a number not in use
   * @param signature signature of the member who begins it
   */
  @AbiName("demand")
  public record Begin(DemandText text, DocumentSignature signature) {}

  /**
   * Signs a demand.
   *
   * @param coop cooperative
   * @param demand number of the demand
   * @param signature the member's signature under its text
   */
  @AbiName("signdemand")
  public record SignDemand(
      Name coop, @AbiType("uint64") long demand, DocumentSignature signature) {}

  /**
   * Takes a signature under a demand back.
   *
   * @param coop cooperative
   * @param demand number of the demand
   * @param member member who signed
   */
  @AbiName("withdraw")
  public record Withdraw(Name coop, @AbiType("uint64") long demand, Name member) {}

  /**
   * Presents a demand to the Council.
   *
   * @param coop cooperative
   * @param demand number of the demand
   * @param by member who presents it
   */
  @AbiName("present")
  public record Present(Name coop, @AbiType("uint64") long demand, Name by) {}

  /**
   * Presents the Revision commission's demand to the Council (AUDIT-12); anybody may, once the commission has decided.
   *
   * @param text what is demanded, under a number not in use
   * @param decision number of the commission's decision DEMAND_MEETING
   */
  @AbiName("auditdemand")
  public record AuditDemand(
      DemandText text, @AbiType("uint64") long decision) {}

  /**
   * Proposes an item for the Revision commission (AGENDA-02); anybody may, once the commission has decided. Returns the number
   * of the proposal, 8 bytes little-endian.
   *
   * @param text what is proposed
   * @param decision number of the commission's decision PROPOSE_ITEM
   */
  @AbiName("auditpropose")
  public record AuditPropose(
      ProposalText text, @AbiType("uint64") long decision) {}

  /**
   * Makes a proposal, which cannot be refused, of a disagreement that the Revision commission passed to the meeting (MEET-30);
   * anybody may, once the commission has decided. Returns the number of the proposal, 8 bytes little-endian.
   *
   * @param text the question; its subject is the digest of the disagreement
   * @param remark number of the remark that was passed to the meeting
   * @param decision number of the commission's decision ESCALATE
   */
  @AbiName("auditpass")
  public record AuditPass(
      ProposalText text,
      @AbiType("uint64") long remark,
      @AbiType("uint64") long decision) {}

  /**
   * Makes a proposal, which cannot be refused, of a decision of the Council that went to the general meeting for want of a
   * signature (CHAIR-11); anybody may. Returns the number of the proposal, 8 bytes little-endian.
   *
   * @param text the question; its subject is that of the decision
   * @param decision number of the Council's question, escalated
   */
  @AbiName("councilpass")
  public record CouncilPass(
      ProposalText text, @AbiType("uint64") long decision) {}

  /**
   * Records that the Council convened what was demanded; anybody may.
   *
   * @param coop cooperative
   * @param demand number of the demand
   * @param meeting number of the meeting
   */
  @AbiName("meet")
  public record Meet(
      Name coop,
      @AbiType("uint64") long demand,
      @AbiType("uint64") long meeting) {}

  /**
   * States that the Council let its time pass; anybody may, once the rule allows it.
   *
   * @param coop cooperative
   * @param demand number of the demand
   */
  @AbiName("breach")
  public record Breach(Name coop, @AbiType("uint64") long demand) {}

  /**
   * Records that a demander convened; sent by the contract of meetings.
   *
   * @param coop cooperative
   * @param demand number of the demand
   * @param meeting number of the meeting
   */
  @AbiName("convened")
  public record Convened(
      Name coop,
      @AbiType("uint64") long demand,
      @AbiType("uint64") long meeting) {}

  /**
   * Reacts to an agenda.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param reaction agrees or disagrees
   * @param signature the member's signature under his reaction
   */
  @AbiName("react")
  public record React(
      Name coop, @AbiType("uint64") long meeting, Reaction reaction, DocumentSignature signature) {}

  /**
   * Proposes a change of an agenda.
   *
   * @param coop cooperative
   * @param text what is proposed, under a number not in use in this meeting
   * @param signature the proposer's signature under it
   */
  @AbiName("change")
  public record Change(Name coop, ChangeText text, DocumentSignature signature) {}

  /**
   * Supports a change.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param change number of the change
   * @param signature the member's signature under its text
   */
  @AbiName("votechange")
  public record VoteChange(
      Name coop,
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long change,
      DocumentSignature signature) {}

  /**
   * Counts a change after the cut-off; anybody may.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param change number of the change
   */
  @AbiName("closechange")
  public record CloseChange(
      Name coop,
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long change) {}

  /**
   * Posts to the thread of an item.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param author a member on the roll
   * @param item number of the item
   * @param stance how he takes it
   * @param text digest of the text
   */
  @AbiName("post")
  public record Post(
      Name coop,
      @AbiType("uint64") long meeting,
      Name author,
      int item,
      Stance stance,
      Checksum256 text) {}

  /**
   * Puts an order of the general meeting about a decision of another body into force; anybody may.
   *
   * @param order what was ordered
   * @param meeting number of the meeting, held
   * @param item number of the item
   */
  @AbiName("override")
  public record Overrule(
      OverrideOrder order, @AbiType("uint64") long meeting, int item) {}
}
