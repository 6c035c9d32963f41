package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.NamedCandidate;
import io.github.coopj.governance.agenda.Nomination;
import io.github.coopj.governance.agenda.Proposal;
import io.github.coopj.governance.agenda.ProposalRecord;
import io.github.coopj.governance.agenda.SubmittedProposal;
import java.util.List;

/** How items are proposed and candidates named, out of the tables (AGENDA-02, AGENDA-03, AGENDA-09 to AGENDA-11). */
final class AgendaProposals {
  private final Charters charters;

  AgendaProposals(Charters charters) {
    this.charters = charters;
  }

  void propose(Context context, AgendaActions.Propose data) {
    Name coop = data.text().cooperative();
    Signed.by(context, coop, data.signature());
    keep(
        context,
        coop,
        Proposal.ofMember(
            nextProposal(context, coop),
            data.text(),
            data.signature(),
            MembershipTables.lookup(context, coop),
            Signed.keys(context),
            Persons.now(context)));
  }

  void auditpropose(Context context, AgendaActions.AuditPropose data) {
    Name coop = data.text().cooperative();
    AgendaTables.book(context, coop).requireUnused(data.decision());
    keep(
        context,
        coop,
        Proposal.ofCommission(
            nextProposal(context, coop),
            data.text(),
            AuditTables.decision(context, coop, data.decision()),
            Persons.now(context)));
  }

  void auditpass(Context context, AgendaActions.AuditPass data) {
    Name coop = data.text().cooperative();
    AgendaTables.book(context, coop).requireUnused(data.decision());
    keep(
        context,
        coop,
        Proposal.ofEscalation(
            nextProposal(context, coop),
            data.text(),
            AuditTables.remark(context, coop, data.remark()).requireEscalated(),
            AuditTables.decision(context, coop, data.decision()),
            Persons.now(context)));
  }

  void councilpass(Context context, AgendaActions.CouncilPass data) {
    Name coop = data.text().cooperative();
    AgendaTables.book(context, coop).requireNotPassed(data.decision());
    keep(
        context,
        coop,
        Proposal.ofSignature(
            nextProposal(context, coop),
            data.text(),
            CouncilTables.question(context, coop, data.decision()).requireEscalated(),
            Persons.now(context)));
  }

  void support(Context context, AgendaActions.Support data) {
    Signed.by(context, data.coop(), data.signature());
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .support(
                data.signature(),
                MembershipTables.lookup(context, data.coop()),
                Signed.keys(context),
                Persons.now(context)));
  }

  void include(Context context, AgendaActions.Include data) {
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .include(
                CouncilTables.inForce(context, data.coop(), data.decision()),
                data.meeting(),
                data.item(),
                charters.current(context, data.coop()),
                Persons.now(context)));
  }

  void refuse(Context context, AgendaActions.Refuse data) {
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .refuse(
                CouncilTables.inForce(context, data.coop(), data.decision()),
                data.reason(),
                Persons.now(context)));
  }

  void compel(Context context, AgendaActions.Compel data) {
    context.requireAuthorization(data.coop());
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireRefused()
            .compel(data.act(), data.meeting(), data.item(), Persons.now(context)));
  }

  void nominate(Context context, AgendaActions.Nominate data) {
    CandidateConsent terms = data.terms();
    Persons.acting(context, terms.cooperative(), data.by());
    store(
        context,
        Nomination.name(
            terms,
            data.by(),
            MembershipTables.lookup(context, terms.cooperative()),
            charters.current(context, terms.cooperative()),
            Persons.now(context)));
  }

  void consent(Context context, AgendaActions.Consent data) {
    CandidateConsent terms = data.terms();
    Signed.by(context, terms.cooperative(), data.signature());
    NamedCandidate named = AgendaTables.nomination(context, terms)
        .orElseThrow(() ->
            AgendaTables.unknown(terms.cooperative(), "candidate for meeting", terms.meeting()))
        .requireNamed();
    store(
        context,
        named.consent(
            data.signature(),
            MembershipTables.lookup(context, terms.cooperative()),
            Signed.keys(context),
            Persons.now(context)));
  }

  private static long nextProposal(Context context, Name coop) {
    return NextId.of(AgendaTables.proposals(context, coop), ProposalRecord::id);
  }

  private static void keep(Context context, Name coop, SubmittedProposal proposal) {
    AgendaTables.proposals(context, coop).insert(context.receiver(), proposal.snapshot());
    NextId.give(context, proposal.snapshot().id());
  }

  private static Proposal proposal(Context context, Name coop, long id) {
    return Proposal.restore(AgendaTables.proposals(context, coop)
        .find(id)
        .orElseThrow(() -> AgendaTables.unknown(coop, "proposal", id)));
  }

  private static void store(Context context, Name coop, Proposal next) {
    AgendaTables.proposals(context, coop).update(next.snapshot());
  }

  private static void store(Context context, Nomination next) {
    CandidateConsent terms = next.snapshot().terms();
    Table<AgendaTables.NomineeRow> nominees = AgendaTables.nominees(context, terms.meeting());
    AgendaTables.NomineeRow row = nominees
        .find(terms.candidate().value())
        .orElse(new AgendaTables.NomineeRow(terms.candidate(), List.of()));
    nominees.put(context.receiver(), row.with(next));
  }
}
