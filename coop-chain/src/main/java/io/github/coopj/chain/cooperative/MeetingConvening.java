package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Amended;
import io.github.coopj.governance.meeting.ByCouncil;
import io.github.coopj.governance.meeting.ByDemander;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.ConveningAct;
import io.github.coopj.governance.meeting.ConveningPapers;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingPlan;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.meeting.RollBuilder;
import io.github.coopj.governance.meeting.RollLookup;
import io.github.coopj.governance.meeting.RollSeal;
import io.github.coopj.governance.representation.Assembly;
import io.github.coopj.governance.representation.DelegatesRoll;
import io.github.coopj.governance.representation.ReservedItem;
import java.util.Map;
import java.util.TreeMap;

/** How a meeting is drafted, convened with its roll, amended and repeated, out of the tables. */
final class MeetingConvening {
  private final Charters charters;

  MeetingConvening(Charters charters) {
    this.charters = charters;
  }

  void draft(Context context, MeetingActions.Draft data) {
    Persons.acting(context, data.coop(), data.proposer());
    CouncilTables.councilOf(context, data.coop())
        .requireMember(data.proposer(), Persons.now(context));
    MeetingPlan plan = new MeetingPlan(
        body(context, data.coop()),
        data.kind(),
        data.chair(),
        data.secretary(),
        data.agendaClosesAt(),
        data.opensAt(),
        data.closesAt());
    insert(context, data.coop(), plan, data.agenda());
  }

  void draftself(Context context, NoticeActions.DraftSelf data) {
    Persons.acting(context, data.coop(), data.demander());
    AgendaTables.demand(context, data.coop(), data.demand())
        .requireBreached()
        .requireConvener(data.demander(), data.agenda(), charters.current(context, data.coop()));
    MeetingPlan plan = new MeetingPlan(
        body(context, data.coop()),
        data.kind(),
        data.chair(),
        data.secretary(),
        data.agendaClosesAt(),
        data.opensAt(),
        data.closesAt());
    insert(context, data.coop(), plan, data.agenda());
  }

  void convene(Context context, MeetingActions.Convene data) {
    drawUp(
        context,
        MeetingTables.load(context, charters, data.meeting()),
        data.decision(),
        RollBuilder.MAX_BATCH);
  }

  void rollpart(Context context, MeetingActions.DrawUp data) {
    drawUp(
        context,
        MeetingTables.load(context, charters, data.meeting()),
        data.decision(),
        data.limit());
  }

  void conveneself(Context context, NoticeActions.ConveneSelf data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    Persons.acting(context, loaded.coop(), data.signature().signer());
    Demand demand = AgendaTables.demand(context, loaded.coop(), data.demand());
    ConveningAct act = new ByDemander(demand, data.signature(), Signed.keys(context));
    if (convened(context, loaded, act, RollBuilder.MAX_BATCH)) {
      context.sendInline(JavaContract.action(
          CooperativeAccounts.AGENDA,
          new AgendaActions.Convened(loaded.coop(), data.demand(), data.meeting()),
          PermissionLevel.active(context.receiver())));
    }
  }

  void reconvene(Context context, MeetingActions.Reconvene data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    repeat(
        context,
        loaded,
        new ByCouncil(CouncilTables.inForce(context, loaded.coop(), data.decision())),
        data.opensAt(),
        data.closesAt());
  }

  void repeatself(Context context, NoticeActions.RepeatSelf data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    Persons.acting(context, loaded.coop(), data.signature().signer());
    Demand demand = AgendaTables.demand(context, loaded.coop(), data.demand());
    repeat(
        context,
        loaded,
        new ByDemander(demand, data.signature(), Signed.keys(context)),
        data.opensAt(),
        data.closesAt());
  }

  void amend(Context context, NoticeActions.Amend data) {
    MeetingTables.Loaded loaded = MeetingTables.load(context, charters, data.meeting());
    ConvenedMeeting convened = loaded.meeting().requireConvened();
    NoticeTables tables = new NoticeTables(context, data.meeting());
    AgendaHistory history = tables.history();
    Map<Long, String> reasons = new TreeMap<>();
    data.rejected().forEach(each -> reasons.put(each.change(), each.reason()));
    AgendaAmendment amendment = AgendaAmendment.of(
            data.meeting(),
            history.last(),
            data.agenda(),
            AgendaTables.allChanges(context, data.meeting()).stream()
                .filter(change -> change.isOf(history.last()))
                .toList(),
            reasons,
            ObligatoryItems.of(
                convened.snapshot().kind(),
                loaded.charter().annual(),
                data.meeting(),
                AgendaTables.book(context, loaded.coop())),
            loaded.charter())
        .movedTo(data.opensAt(), data.closesAt());
    Amended amended = convened.amend(
        history,
        amendment,
        CouncilTables.inForce(context, loaded.coop(), data.decision()),
        papers(context, loaded, data.agenda()),
        account -> MeetingTables.roll(context, data.meeting()).contains(account.value()),
        loaded.charter(),
        Persons.now(context));
    amended
        .meeting()
        .requireAuditItems(
            convened,
            AuditTables.conclusions(context, loaded.coop()),
            AuditTables.escalated(context, loaded.coop()),
            MeetingTables.known(context, loaded.coop()),
            loaded.charter());
    tables.keep(amended.history());
    MeetingTables.agendas(context, loaded.coop())
        .update(new MeetingTables.AgendaRow(data.meeting(), data.agenda()));
    RulingTables.ask(context, loaded.coop(), data.agenda().items());
    MeetingTables.store(context, loaded, amended.meeting());
  }

  /** Whose meeting the cooperative convenes now (DMEET-01). */
  private static MeetingBody body(Context context, Name coop) {
    return Delegates.mode(context, coop, Persons.now(context)).body();
  }

  private void insert(Context context, Name coop, MeetingPlan plan, Agenda agenda) {
    Table<MeetingTables.NumberRow> numbers = MeetingTables.numbers(context);
    long id = NextId.of(numbers, MeetingTables.NumberRow::id);
    numbers.insert(context.receiver(), new MeetingTables.NumberRow(id, coop));
    Charter charter = charters.current(context, coop);
    ReservedItem.requireNone(plan.body(), agenda, charter);
    DraftMeeting draft = plan.draft(id, agenda, charter, Persons.now(context));
    MeetingTables.meetings(context, coop).insert(context.receiver(), draft.snapshot());
    MeetingTables.agendas(context, coop)
        .insert(context.receiver(), new MeetingTables.AgendaRow(id, agenda));
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  private static void drawUp(
      Context context, MeetingTables.Loaded loaded, long decision, int limit) {
    loaded
        .meeting()
        .requireDraft()
        .requireDisagreements(
            AuditTables.escalated(context, loaded.coop()),
            MeetingTables.known(context, loaded.coop()));
    ByCouncil act = new ByCouncil(CouncilTables.inForce(context, loaded.coop(), decision));
    convened(context, loaded, act, limit);
  }

  /** Draws up the roll, or a part of it; with the last part the meeting is convened. */
  private static boolean convened(
      Context context, MeetingTables.Loaded loaded, ConveningAct act, int limit) {
    DraftMeeting draft = loaded.meeting().requireDraft();
    draft.requireConclusion(AuditTables.conclusions(context, loaded.coop()), loaded.charter());
    MeetingBody body = draft.snapshot().body();
    Delegates.mode(context, loaded.coop(), act.effectiveAt().toInstant()).requireBody(body);
    return body == MeetingBody.REPRESENTATIVES
        ? seat(context, loaded, draft, act)
        : drawUp(context, loaded, draft, act, limit);
  }

  /** Representatives are as few as sections, so their roll is drawn up at once (DMEET-03). */
  private static boolean seat(
      Context context, MeetingTables.Loaded loaded, DraftMeeting draft, ConveningAct act) {
    DelegatesRoll delegates =
        Delegates.roll(context, loaded.coop(), act.effectiveAt(), loaded.charter());
    Roll frozen = delegates.toRoll();
    convene(
        context, loaded, draft, act, new RollSeal(delegates.eligible(), frozen.digest()), frozen);
    Delegates.keep(context, loaded.coop(), draft.id(), delegates);
    RollTables tables = new RollTables(context, loaded.coop(), draft.id());
    frozen.accounts().forEach(tables::seat);
    return true;
  }

  private static boolean drawUp(
      Context context,
      MeetingTables.Loaded loaded,
      DraftMeeting draft,
      ConveningAct act,
      int limit) {
    Agenda agenda = MeetingTables.agendaOf(context, loaded.coop(), draft.id());
    RollTables tables = new RollTables(context, loaded.coop(), draft.id());
    RollBuilder begun = tables
        .find()
        .orElseGet(() -> draft.beginRoll(act, agenda, loaded.charter(), Persons.now(context)));
    RollBuilder next = tables.step(begun.requireOf(act), limit);
    if (next.isSealed()) {
      convene(context, loaded, draft, act, next.seal(), tables::contains);
    }
    return next.isSealed();
  }

  private static void convene(
      Context context,
      MeetingTables.Loaded loaded,
      DraftMeeting draft,
      ConveningAct act,
      RollSeal seal,
      RollLookup roll) {
    Agenda agenda = MeetingTables.agendaOf(context, loaded.coop(), draft.id());
    ConvenedMeeting convened = draft.convene(
        act,
        papers(context, loaded, agenda),
        seal.eligible(),
        seal.digest(),
        roll,
        loaded.charter(),
        Persons.now(context));
    new NoticeTables(context, draft.id()).keep(convened.history(agenda));
    RulingTables.ask(context, loaded.coop(), agenda.items());
    MeetingTables.store(context, loaded, convened);
  }

  /** What convening asks the tables of other contracts for. */
  private static ConveningPapers papers(
      Context context, MeetingTables.Loaded loaded, Agenda agenda) {
    return new ConveningPapers(
        agenda,
        AgendaTables.book(context, loaded.coop()),
        (candidate, office, meeting) -> AgendaTables.nomination(
            context, new CandidateConsent(loaded.coop(), candidate, office, meeting)),
        new Assembly(SectionTables.all(context, loaded.coop())));
  }

  private static void repeat(
      Context context,
      MeetingTables.Loaded loaded,
      ConveningAct act,
      TimePointSec opensAt,
      TimePointSec closesAt) {
    MeetingTables.store(
        context,
        loaded,
        loaded
            .meeting()
            .requireQuorumMissed()
            .reconvene(
                act,
                opensAt.toInstant(),
                closesAt.toInstant(),
                loaded.charter(),
                Persons.now(context)));
  }
}
