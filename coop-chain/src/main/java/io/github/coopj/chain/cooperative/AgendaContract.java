package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.AgendaChange;
import io.github.coopj.governance.agenda.BreachReport;
import io.github.coopj.governance.agenda.BreachedDemand;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.ChangeRecord;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.agenda.Discussion;
import io.github.coopj.governance.agenda.NamedCandidate;
import io.github.coopj.governance.agenda.Nomination;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.agenda.Proposal;
import io.github.coopj.governance.agenda.ProposalRecord;
import io.github.coopj.governance.agenda.SubmittedProposal;
import io.github.coopj.governance.appeal.OverrideOrder;
import io.github.coopj.governance.appeal.Overrides;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.notice.Reactions;
import io.github.coopj.governance.notice.SignedReaction;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Binds what members do before a meeting to tables: proposals and nominations (AGENDA-03, AGENDA-09), demands (MEET-08),
 * reactions and changes of an agenda (AGENDA-12, AGENDA-13), discussion (AGENDA-15); and what a meeting orders about decisions
 * of other bodies (MEET-11). The rules are those of {@code governance.agenda}, {@code governance.notice} and {@code
 * governance.appeal}.
 */
@ContractTable(name = "proposals", row = ProposalRecord.class)
@ContractTable(name = "nominees", row = AgendaTables.NomineeRow.class)
@ContractTable(name = "demands", row = DemandRecord.class)
@ContractTable(name = "breaches", row = BreachReport.class)
@ContractTable(name = "reactions", row = SignedReaction.class)
@ContractTable(name = "changes", row = ChangeRecord.class)
@ContractTable(name = "discussions", row = AgendaTables.DiscussionRow.class)
@ContractTable(name = "posts", row = AgendaTables.PostRow.class)
@ContractTable(name = "overrides", row = AgendaTables.OverrideRow.class)
public final class AgendaContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public AgendaContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void propose(Context context, AgendaActions.Propose data) {
    Name coop = data.text().cooperative();
    signedBy(context, coop, data.signature());
    keep(
        context,
        coop,
        Proposal.ofMember(
            nextProposal(context, coop),
            data.text(),
            data.signature(),
            members(context, coop),
            Signed.keys(context),
            Persons.now(context)));
  }

  @ContractAction
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

  @ContractAction
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

  private static long nextProposal(Context context, Name coop) {
    return NextId.of(AgendaTables.proposals(context, coop), ProposalRecord::id);
  }

  private static void keep(Context context, Name coop, SubmittedProposal proposal) {
    AgendaTables.proposals(context, coop).insert(context.receiver(), proposal.snapshot());
    NextId.give(context, proposal.snapshot().id());
  }

  @ContractAction
  void support(Context context, AgendaActions.Support data) {
    signedBy(context, data.coop(), data.signature());
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .support(
                data.signature(),
                members(context, data.coop()),
                Signed.keys(context),
                Persons.now(context)));
  }

  @ContractAction
  void include(Context context, AgendaActions.Include data) {
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .include(
                CouncilContract.inForce(context, data.coop(), data.decision()),
                data.meeting(),
                data.item(),
                charters.current(context, data.coop()),
                Persons.now(context)));
  }

  @ContractAction
  void refuse(Context context, AgendaActions.Refuse data) {
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireSubmitted()
            .refuse(
                CouncilContract.inForce(context, data.coop(), data.decision()),
                data.reason(),
                Persons.now(context)));
  }

  @ContractAction
  void compel(Context context, AgendaActions.Compel data) {
    context.requireAuthorization(data.coop());
    store(
        context,
        data.coop(),
        proposal(context, data.coop(), data.proposal())
            .requireRefused()
            .compel(data.act(), data.meeting(), data.item(), Persons.now(context)));
  }

  @ContractAction
  void nominate(Context context, AgendaActions.Nominate data) {
    CandidateConsent terms = data.terms();
    Persons.acting(context, terms.cooperative(), data.by());
    store(
        context,
        Nomination.name(
            terms,
            data.by(),
            members(context, terms.cooperative()),
            charters.current(context, terms.cooperative()),
            Persons.now(context)));
  }

  @ContractAction
  void consent(Context context, AgendaActions.Consent data) {
    CandidateConsent terms = data.terms();
    signedBy(context, terms.cooperative(), data.signature());
    NamedCandidate named = AgendaTables.nomination(context, terms)
        .orElseThrow(() ->
            AgendaTables.unknown(terms.cooperative(), "candidate for meeting", terms.meeting()))
        .requireNamed();
    store(
        context,
        named.consent(
            data.signature(),
            members(context, terms.cooperative()),
            Signed.keys(context),
            Persons.now(context)));
  }

  @ContractAction
  void demand(Context context, AgendaActions.Begin data) {
    Name coop = data.text().cooperative();
    signedBy(context, coop, data.signature());
    AgendaTables.demands(context, coop)
        .insert(
            context.receiver(),
            Demand.begin(data.text())
                .sign(
                    data.signature(),
                    members(context, coop),
                    Signed.keys(context),
                    Persons.now(context))
                .snapshot());
  }

  @ContractAction
  void signdemand(Context context, AgendaActions.SignDemand data) {
    signedBy(context, data.coop(), data.signature());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .sign(
                data.signature(),
                members(context, data.coop()),
                Signed.keys(context),
                Persons.now(context)));
  }

  @ContractAction
  void withdraw(Context context, AgendaActions.Withdraw data) {
    Persons.acting(context, data.coop(), data.member());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .withdraw(data.member()));
  }

  @ContractAction
  void present(Context context, AgendaActions.Present data) {
    Persons.acting(context, data.coop(), data.by());
    Instant now = Persons.now(context);
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireCollecting()
            .present(
                MembershipContract.count(context, data.coop(), now),
                members(context, data.coop()),
                charters.current(context, data.coop()),
                now));
  }

  @ContractAction
  void auditdemand(Context context, AgendaActions.AuditDemand data) {
    Name coop = data.text().cooperative();
    AgendaTables.demands(context, coop)
        .insert(
            context.receiver(),
            Demand.ofCommission(
                    data.text(),
                    AuditTables.decision(context, coop, data.decision()),
                    charters.current(context, coop),
                    Persons.now(context))
                .snapshot());
  }

  @ContractAction
  void meet(Context context, AgendaActions.Meet data) {
    GeneralMeeting meeting = MeetingTables.meeting(context, data.coop(), data.meeting());
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requirePresented()
            .meet(
                CouncilContract.inForce(
                    context, data.coop(), meeting.snapshot().councilDecisionId()),
                meeting.convocation().digest(),
                MeetingTables.agendaOf(context, data.coop(), data.meeting()),
                Persons.now(context)));
  }

  @ContractAction
  void breach(Context context, AgendaActions.Breach data) {
    BreachedDemand breached = AgendaTables.demand(context, data.coop(), data.demand())
        .requirePresented()
        .breach(charters.current(context, data.coop()).zone(), Persons.now(context));
    AgendaTables.breaches(context, data.coop()).insert(context.receiver(), breached.report());
    store(context, breached);
  }

  @ContractAction
  void convened(Context context, AgendaActions.Convened data) {
    context.requireAuthorization(CooperativeAccounts.MEETING);
    store(
        context,
        AgendaTables.demand(context, data.coop(), data.demand())
            .requireBreached()
            .convened(data.meeting()));
  }

  @ContractAction
  void react(Context context, AgendaActions.React data) {
    signedBy(context, data.coop(), data.signature());
    SignedReaction reaction = convened(context, data.coop(), data.meeting())
        .reactionCall()
        .take(
            data.reaction(),
            data.signature(),
            roll(context, data.meeting()),
            Signed.keys(context),
            Persons.now(context));
    AgendaTables.reactions(context, data.meeting()).put(context.receiver(), reaction);
  }

  @ContractAction
  void change(Context context, AgendaActions.Change data) {
    signedBy(context, data.coop(), data.signature());
    long meeting = data.text().meeting();
    ConvenedMeeting convened = convened(context, data.coop(), meeting);
    Charter charter = charter(context, convened);
    AgendaTables.changes(context, meeting)
        .insert(
            context.receiver(),
            AgendaChange.open(
                    data.text(),
                    data.signature(),
                    MeetingTables.agendaOf(context, data.coop(), meeting),
                    ObligatoryItems.of(
                        convened.snapshot().kind(),
                        charter.annual(),
                        meeting,
                        AgendaTables.book(context, data.coop())),
                    reactions(context, convened.reactionCall()),
                    roll(context, meeting),
                    Signed.keys(context),
                    charter,
                    Persons.now(context))
                .snapshot());
  }

  @ContractAction
  void votechange(Context context, AgendaActions.VoteChange data) {
    signedBy(context, data.coop(), data.signature());
    ReactionCall call = convened(context, data.coop(), data.meeting()).reactionCall();
    store(
        context,
        data.meeting(),
        change(context, data.coop(), data.meeting(), data.change())
            .requireOpen()
            .support(
                data.signature(),
                call.of(
                    AgendaTables.reactions(context, data.meeting())
                        .find(data.signature().signer().value())
                        .stream()
                        .toList()),
                Signed.keys(context),
                Persons.now(context)));
  }

  @ContractAction
  void closechange(Context context, AgendaActions.CloseChange data) {
    ConvenedMeeting convened = convened(context, data.coop(), data.meeting());
    store(
        context,
        data.meeting(),
        change(context, data.coop(), data.meeting(), data.change())
            .requireOpen()
            .settle(
                reactions(context, convened.reactionCall()),
                charter(context, convened),
                Persons.now(context)));
  }

  @ContractAction
  void post(Context context, AgendaActions.Post data) {
    Persons.acting(context, data.coop(), data.author());
    ConvenedMeeting convened = convened(context, data.coop(), data.meeting());
    int version = convened.snapshot().agendaVersion();
    Table<AgendaTables.DiscussionRow> discussions =
        AgendaTables.discussions(context, data.meeting());
    Discussion.Posted posted = discussions
        .find(version)
        .map(row -> Discussion.restore(row.discussion()))
        .orElseGet(
            () -> convened.discussion(MeetingTables.agendaOf(context, data.coop(), data.meeting())))
        .post(
            data.author(),
            roll(context, data.meeting()),
            data.item(),
            data.stance(),
            data.text(),
            Persons.now(context));
    discussions.put(
        context.receiver(),
        new AgendaTables.DiscussionRow(version, posted.discussion().snapshot()));
    Table<AgendaTables.PostRow> posts = AgendaTables.posts(context, data.meeting());
    posts.insert(
        context.receiver(),
        new AgendaTables.PostRow(
            NextId.of(posts, AgendaTables.PostRow::id), version, posted.post()));
  }

  @ContractAction
  void override(Context context, AgendaActions.Overrule data) {
    OverrideOrder order = data.order();
    Name coop = order.cooperative();
    Overrides next = AgendaTables.overrides(context, coop)
        .with(order, MeetingTables.held(context, coop, data.meeting()).decision(data.item()));
    Table<AgendaTables.OverrideRow> rows = AgendaTables.overrideRows(context, coop);
    rows.insert(
        context.receiver(),
        new AgendaTables.OverrideRow(NextId.of(rows, AgendaTables.OverrideRow::id), next.last()));
  }

  /** Who signs a document also authorises the action that brings it. */
  private static void signedBy(Context context, Name coop, DocumentSignature signature) {
    Persons.acting(context, coop, signature.signer());
  }

  private static MembershipLookup members(Context context, Name coop) {
    return MembershipContract.lookup(context, coop);
  }

  private static Predicate<Name> roll(Context context, long meeting) {
    return account -> MeetingTables.roll(context, meeting).contains(account.value());
  }

  private static ConvenedMeeting convened(Context context, Name coop, long meeting) {
    return MeetingTables.meeting(context, coop, meeting).requireConvened();
  }

  private Charter charter(Context context, ConvenedMeeting meeting) {
    return charters.version(
        context, meeting.snapshot().cooperative(), meeting.snapshot().charterVersion());
  }

  private static Reactions reactions(Context context, ReactionCall call) {
    return call.of(AgendaTables.reactions(context, call.meeting()));
  }

  private static Proposal proposal(Context context, Name coop, long id) {
    return Proposal.restore(AgendaTables.proposals(context, coop)
        .find(id)
        .orElseThrow(() -> AgendaTables.unknown(coop, "proposal", id)));
  }

  private static AgendaChange change(Context context, Name coop, long meeting, long id) {
    return AgendaChange.restore(AgendaTables.changes(context, meeting)
        .find(id)
        .orElseThrow(() -> AgendaTables.unknown(coop, "change", id)));
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

  private static void store(Context context, Demand next) {
    AgendaTables.demands(context, next.cooperative()).update(next.snapshot());
  }

  private static void store(Context context, long meeting, AgendaChange next) {
    AgendaTables.changes(context, meeting).update(next.snapshot());
  }
}
