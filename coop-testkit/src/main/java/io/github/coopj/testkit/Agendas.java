package io.github.coopj.testkit;

import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.AmendmentContent;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.ChangeKind;
import io.github.coopj.governance.agenda.ChangeText;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.ProposalText;
import io.github.coopj.governance.agenda.ProposalVerdict;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.notice.Reaction;
import java.util.List;
import java.util.Optional;

/** What members of a {@link Cooperative} do before a meeting: proposals, consents, demands, reactions and changes. */
public final class Agendas {
  private final Cooperative cooperative;
  private final Meetings meetings;

  /**
   * Agendas of a cooperative.
   *
   * @param cooperative the cooperative
   */
  public Agendas(Cooperative cooperative) {
    this.cooperative = cooperative;
    this.meetings = new Meetings(cooperative);
  }

  /**
   * A proposal that elects nobody, written now.
   *
   * @param proposer who proposes it
   * @param title the question
   * @return the text
   */
  public ProposalText proposal(Name proposer, String title) {
    return new ProposalText(
        Cooperative.ACCOUNT,
        ItemType.OTHER,
        title,
        "Решить: " + title,
        List.of(),
        Checksum256.ZERO,
        Checksum256.ZERO,
        proposer,
        TimePointSec.of(cooperative.now()));
  }

  /**
   * Proposes an item.
   *
   * @param text what is proposed
   * @return the action, authorised by its proposer
   */
  public Action propose(ProposalText text) {
    return act(
        new AgendaActions.Propose(
            text, cooperative.actions().signature(text.proposer(), text.digest())),
        text.proposer());
  }

  /**
   * Supports a proposal.
   *
   * @param proposal number of the proposal
   * @param member who supports it
   * @return the action
   */
  public Action support(long proposal, Name member) {
    Checksum256 text = cooperative
        .view()
        .agendas()
        .proposal(proposal)
        .orElseThrow()
        .snapshot()
        .text()
        .digest();
    return act(
        new AgendaActions.Support(
            Cooperative.ACCOUNT, proposal, cooperative.actions().signature(member, text)),
        member);
  }

  /**
   * Has the Council put a proposal on an agenda.
   *
   * @param proposal number of the proposal
   * @param meeting number of the meeting
   * @param item place on its agenda
   */
  public void include(long proposal, long meeting, int item) {
    ProposalVerdict verdict = cooperative
        .view()
        .agendas()
        .proposal(proposal)
        .orElseThrow()
        .requireSubmitted()
        .inclusion(meeting, item);
    long decision = cooperative.decide(QuestionType.PROPOSALS, verdict.digest());
    cooperative
        .chain()
        .push(act(
            new AgendaActions.Include(Cooperative.ACCOUNT, proposal, decision, meeting, item),
            Cooperative.ACCOUNT));
  }

  /**
   * Has the Council refuse a proposal.
   *
   * @param proposal number of the proposal
   * @param reason why
   */
  public void refuse(long proposal, String reason) {
    ProposalVerdict verdict = cooperative
        .view()
        .agendas()
        .proposal(proposal)
        .orElseThrow()
        .requireSubmitted()
        .refusal(reason);
    long decision = cooperative.decide(QuestionType.PROPOSALS, verdict.digest());
    cooperative
        .chain()
        .push(act(
            new AgendaActions.Refuse(Cooperative.ACCOUNT, proposal, decision, reason),
            Cooperative.ACCOUNT));
  }

  /**
   * Has every candidate for a body named by the first founder and consent, as far as he has not.
   *
   * @param meeting number of the meeting
   * @param agenda its agenda
   */
  public void consentAll(long meeting, Agenda agenda) {
    for (AgendaItem item : agenda.items()) {
      if (item.type() != ItemType.MEETING_CHAIR
          && item.type() != ItemType.MEETING_SECRETARY
          && !item.type().isMeasure()) {
        for (Name candidate : item.candidates()) {
          CandidateConsent terms =
              new CandidateConsent(Cooperative.ACCOUNT, candidate, item.type(), meeting);
          cooperative.chain().push(nominate(terms, Cooperative.FOUNDERS.get(0)));
          cooperative.chain().push(consent(terms));
        }
      }
    }
  }

  /**
   * Names a candidate.
   *
   * @param terms who stands for what in which meeting
   * @param by who names him
   * @return the action
   */
  public Action nominate(CandidateConsent terms, Name by) {
    return act(new AgendaActions.Nominate(terms, by), by);
  }

  /**
   * Has a candidate consent.
   *
   * @param terms who stands for what in which meeting
   * @return the action, authorised by the candidate
   */
  public Action consent(CandidateConsent terms) {
    return act(
        new AgendaActions.Consent(
            terms, cooperative.actions().signature(terms.candidate(), terms.digest())),
        terms.candidate());
  }

  /**
   * Begins a demand for a meeting.
   *
   * @param text what is demanded
   * @param by who begins it
   * @return the action
   */
  public Action demand(DemandText text, Name by) {
    return act(
        new AgendaActions.Begin(text, cooperative.actions().signature(by, text.digest())), by);
  }

  /**
   * Signs a demand.
   *
   * @param demand number of the demand
   * @param member who signs
   * @return the action
   */
  public Action signDemand(long demand, Name member) {
    Checksum256 text = demand(demand).snapshot().text().digest();
    return act(
        new AgendaActions.SignDemand(
            Cooperative.ACCOUNT, demand, cooperative.actions().signature(member, text)),
        member);
  }

  /**
   * A demand.
   *
   * @param id number of the demand
   * @return its state on the chain
   */
  public Demand demand(long id) {
    return cooperative.view().agendas().demand(id).orElseThrow();
  }

  /**
   * Reacts to the agenda of a meeting.
   *
   * @param meeting number of the meeting
   * @param member who reacts
   * @param reaction how
   * @return the action
   */
  public Action react(long meeting, Name member, Reaction reaction) {
    Checksum256 paper = meetings
        .meeting(meeting)
        .requireConvened()
        .reactionCall()
        .paper(member, reaction)
        .digest();
    return act(
        new AgendaActions.React(
            Cooperative.ACCOUNT, meeting, reaction, cooperative.actions().signature(member, paper)),
        member);
  }

  /**
   * A change of the agenda of a meeting.
   *
   * @param id number of the change
   * @param meeting number of the meeting
   * @param kind what it does
   * @param item number of the item, 0 if it adds one
   * @param next the item that it brings, if any
   * @param proposer who proposes it
   * @return the text
   */
  public ChangeText change(
      long id, long meeting, ChangeKind kind, int item, Optional<AgendaItem> next, Name proposer) {
    return new ChangeText(
        id, meeting, meetings.agenda(meeting).digest(), kind, item, next, proposer);
  }

  /**
   * Proposes a change.
   *
   * @param text the change
   * @return the action, authorised by its proposer
   */
  public Action propose(ChangeText text) {
    return act(
        new AgendaActions.Change(
            Cooperative.ACCOUNT,
            text,
            cooperative.actions().signature(text.proposer(), text.digest())),
        text.proposer());
  }

  /**
   * Supports a change.
   *
   * @param text the change
   * @param member who supports it
   * @return the action
   */
  public Action support(ChangeText text, Name member) {
    return act(
        new AgendaActions.VoteChange(
            Cooperative.ACCOUNT,
            text.meeting(),
            text.id(),
            cooperative.actions().signature(member, text.digest())),
        member);
  }

  /**
   * Counts a change.
   *
   * @param text the change
   * @return the action
   */
  public Action close(ChangeText text) {
    return act(
        new AgendaActions.CloseChange(Cooperative.ACCOUNT, text.meeting(), text.id()),
        Cooperative.ACCOUNT);
  }

  /**
   * Puts the next version of an agenda in place without moving the meeting.
   *
   * @param meeting number of the meeting
   * @param next the next version
   * @param rejected carried changes that it does not take over
   * @param decision number of the Council's decision
   * @return the action
   */
  public Action amend(
      long meeting, Agenda next, List<AmendmentContent.Rejected> rejected, long decision) {
    return amend(meeting, next, rejected, TimePointSec.EPOCH, TimePointSec.EPOCH, decision);
  }

  /**
   * Puts the next version of an agenda in place and moves the meeting.
   *
   * @param meeting number of the meeting
   * @param next the next version
   * @param rejected carried changes that it does not take over
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   * @param decision number of the Council's decision
   * @return the action
   */
  public Action amend(
      long meeting,
      Agenda next,
      List<AmendmentContent.Rejected> rejected,
      TimePointSec opensAt,
      TimePointSec closesAt,
      long decision) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new NoticeActions.Amend(meeting, next, rejected, opensAt, closesAt, decision),
            Cooperative.ACCOUNT);
  }

  /**
   * Any action of the contract of agendas.
   *
   * @param data its data
   * @param by who authorises it
   * @return the action
   */
  public Action act(Record data, Name by) {
    return cooperative.actions().act(CooperativeAccounts.AGENDA, data, by);
  }
}
