package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.BreachReport;
import io.github.coopj.governance.agenda.ChangeRecord;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.agenda.ProposalRecord;
import io.github.coopj.governance.appeal.OverrideOrder;
import io.github.coopj.governance.appeal.Overrides;
import io.github.coopj.governance.notice.SignedReaction;
import java.lang.invoke.MethodHandles;

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
  private final AgendaProposals proposals = new AgendaProposals(charters);
  private final AgendaDemands demands = new AgendaDemands(charters);
  private final AgendaChanges changes = new AgendaChanges(charters);

  /** Creates the contract. */
  public AgendaContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void propose(Context context, AgendaActions.Propose data) {
    proposals.propose(context, data);
  }

  @ContractAction
  void auditpropose(Context context, AgendaActions.AuditPropose data) {
    proposals.auditpropose(context, data);
  }

  @ContractAction
  void auditpass(Context context, AgendaActions.AuditPass data) {
    proposals.auditpass(context, data);
  }

  @ContractAction
  void councilpass(Context context, AgendaActions.CouncilPass data) {
    proposals.councilpass(context, data);
  }

  @ContractAction
  void support(Context context, AgendaActions.Support data) {
    proposals.support(context, data);
  }

  @ContractAction
  void include(Context context, AgendaActions.Include data) {
    proposals.include(context, data);
  }

  @ContractAction
  void refuse(Context context, AgendaActions.Refuse data) {
    proposals.refuse(context, data);
  }

  @ContractAction
  void compel(Context context, AgendaActions.Compel data) {
    proposals.compel(context, data);
  }

  @ContractAction
  void nominate(Context context, AgendaActions.Nominate data) {
    proposals.nominate(context, data);
  }

  @ContractAction
  void consent(Context context, AgendaActions.Consent data) {
    proposals.consent(context, data);
  }

  @ContractAction
  void demand(Context context, AgendaActions.Begin data) {
    demands.demand(context, data);
  }

  @ContractAction
  void signdemand(Context context, AgendaActions.SignDemand data) {
    demands.signdemand(context, data);
  }

  @ContractAction
  void withdraw(Context context, AgendaActions.Withdraw data) {
    demands.withdraw(context, data);
  }

  @ContractAction
  void present(Context context, AgendaActions.Present data) {
    demands.present(context, data);
  }

  @ContractAction
  void auditdemand(Context context, AgendaActions.AuditDemand data) {
    demands.auditdemand(context, data);
  }

  @ContractAction
  void meet(Context context, AgendaActions.Meet data) {
    demands.meet(context, data);
  }

  @ContractAction
  void breach(Context context, AgendaActions.Breach data) {
    demands.breach(context, data);
  }

  @ContractAction
  void convened(Context context, AgendaActions.Convened data) {
    demands.convened(context, data);
  }

  @ContractAction
  void react(Context context, AgendaActions.React data) {
    changes.react(context, data);
  }

  @ContractAction
  void change(Context context, AgendaActions.Change data) {
    changes.change(context, data);
  }

  @ContractAction
  void votechange(Context context, AgendaActions.VoteChange data) {
    changes.votechange(context, data);
  }

  @ContractAction
  void closechange(Context context, AgendaActions.CloseChange data) {
    changes.closechange(context, data);
  }

  @ContractAction
  void post(Context context, AgendaActions.Post data) {
    changes.post(context, data);
  }

  @ContractAction
  void override(Context context, AgendaActions.Overrule data) {
    OverrideOrder order = data.order();
    Name coop = order.cooperative();
    Overrides next = AgendaTables.overrides(context, coop)
        .with(order, MeetingTables.decision(context, coop, data.meeting(), data.item()));
    Table<AgendaTables.OverrideRow> rows = AgendaTables.overrideRows(context, coop);
    rows.insert(
        context.receiver(),
        new AgendaTables.OverrideRow(NextId.of(rows, AgendaTables.OverrideRow::id), next.last()));
  }
}
