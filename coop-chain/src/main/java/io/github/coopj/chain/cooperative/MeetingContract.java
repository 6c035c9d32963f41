package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Amended;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.ByCouncil;
import io.github.coopj.governance.meeting.ByDemander;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.ConveningAct;
import io.github.coopj.governance.meeting.ConveningPapers;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.LoggedBallot;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingPlan;
import io.github.coopj.governance.meeting.MinutesSeal;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.meeting.RollBuilder;
import io.github.coopj.governance.meeting.RollBuilding;
import io.github.coopj.governance.meeting.RollLookup;
import io.github.coopj.governance.meeting.RollSeal;
import io.github.coopj.governance.meeting.SecretPart;
import io.github.coopj.governance.meeting.SignedBallot;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.NoticeRecord;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.person.Verified;
import io.github.coopj.governance.representation.Assembly;
import io.github.coopj.governance.representation.DelegatesRoll;
import io.github.coopj.governance.representation.ReservedItem;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.ElectionContent;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Binds general meetings (общие собрания) to tables: agenda, roll, notices, ballots, minutes (MEET-01). The rules are
 * those of {@link GeneralMeeting}.
 *
 * <p>Meetings are numbered across all cooperatives; the number is the scope of the tables of one meeting.
 */
@ContractTable(name = "numbers", row = MeetingContract.NumberRow.class)
@ContractTable(name = "meetings", row = GeneralMeetingRecord.class)
@ContractTable(name = "agendas", row = MeetingContract.AgendaRow.class)
@ContractTable(name = "roll", row = MeetingContract.RollRow.class)
@ContractTable(name = "rolls", row = RollBuilding.class)
@ContractTable(name = "holders", row = RollTables.HoldersRow.class)
@ContractTable(name = "elections", row = MeetingContract.ElectionRow.class)
@ContractTable(name = "ballots", row = MeetingContract.BallotRow.class)
@ContractTable(name = "notices", row = NoticeRecord.class)
@ContractTable(name = "starts", row = NoticeRecord.class)
@ContractTable(name = "reports", row = ConveningReport.class)
@ContractTable(name = "versions", row = NoticeTables.VersionRow.class)
@ContractTable(name = "voters", row = MeetingContract.VotersRow.class)
@ContractTable(name = "delegates", row = Delegates.DelegatesRow.class)
@ContractTable(name = "links", row = Delegates.LinksRow.class)
public final class MeetingContract extends JavaContract {
  static final Name NUMBERS = Name.of("numbers");
  static final Name MEETINGS = Name.of("meetings");
  static final Name AGENDAS = Name.of("agendas");
  static final Name ROLL = Name.of("roll");
  static final Name VOTERS = Name.of("voters");
  static final Name BALLOTS = Name.of("ballots");
  static final Name ELECTIONS = Name.of("elections");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public MeetingContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Which cooperative a meeting is of; scope is the contract's account.
   *
   * @param id number of the meeting
   * @param coop cooperative
   */
  public record NumberRow(@AbiType("uint64") long id, Name coop) {}

  /**
   * Agenda of a meeting; scope is the cooperative.
   *
   * @param id number of the meeting
   * @param agenda the agenda
   */
  public record AgendaRow(@AbiType("uint64") long id, Agenda agenda) {}

  /**
   * A member on the frozen roll of a meeting; scope is the number of the meeting.
   *
   * @param member member
   * @param votedCycle cycle the member last voted in, 0 for none
   * @param ballot number of the last ballot of the member in that cycle
   */
  public record RollRow(
      Name member,
      @AbiName("voted_cycle") int votedCycle,
      @AbiType("uint64") long ballot) {
    RollRow voted(int cycle, long number) {
      return new RollRow(member, cycle, number);
    }
  }

  /**
   * A signed ballot in the order of acceptance; scope is the number of the meeting.
   *
   * @param key cycle and number of the ballot, see {@link BallotLog#key}
   * @param ballot the ballot
   * @param signature the member's signature under it
   * @param secret the answers to the secret items, sealed
   */
  public record BallotRow(
      @AbiType("uint64") long key,
      Ballot ballot,
      DocumentSignature signature,
      Optional<SecretBallot> secret) {}

  /**
   * What the secret ballots of a cycle are about; scope is the number of the meeting, the key is the cycle.
   *
   * @param content what they are about
   */
  public record ElectionRow(ElectionContent content) {}

  /**
   * That a voter has voted in a cycle.
   *
   * @param voter key of the voter, the same for all accounts of one person
   * @param cycle the cycle
   */
  public record VoterInCycle(Checksum256 voter, int cycle) {}

  /**
   * Voters who have voted and whose keys begin with the same 8 bytes; scope is the number of the meeting.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param voted who voted when
   */
  public record VotersRow(long prefix, List<VoterInCycle> voted) {
    /** Copies the list. */
    public VotersRow {
      voted = List.copyOf(voted);
    }
  }

  /**
   * Drafts a meeting. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param proposer a member of the Council
   * @param kind annual or extraordinary
   * @param agenda the agenda
   * @param chair candidate for chairman of the meeting
   * @param secretary candidate for secretary of the meeting
   * @param agendaClosesAt cut-off of reactions and changes, not after the opening
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("draft")
  public record Draft(
      Name coop,
      Name proposer,
      MeetingKind kind,
      Agenda agenda,
      Name chair,
      Name secretary,
      @AbiName("agenda_closes_at") TimePointSec agendaClosesAt,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Convenes a drafted meeting by the Council's decision in force and freezes the roll: who was a member when the
   * decision took effect (MEET-16), one account for each voter (ORG-04). Where there are more than {@link
   * RollBuilder#MAX_BATCH} members it begins the roll, and {@link DrawUp} goes on with it.
   *
   * @param meeting number of the meeting
   * @param decision number of the Council's decision
   */
  @AbiName("convene")
  public record Convene(
      @AbiType("uint64") long meeting, @AbiType("uint64") long decision) {}

  /**
   * Draws up the next part of the roll, and with the last part convenes the meeting; anybody may.
   *
   * @param meeting number of the meeting
   * @param decision number of the Council's decision
   * @param limit how many accounts to look at, 1 to {@link RollBuilder#MAX_BATCH}
   */
  @AbiName("rollpart")
  public record DrawUp(
      @AbiType("uint64") long meeting, @AbiType("uint64") long decision, int limit) {}

  /**
   * Opens the vote; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("open")
  public record Open(@AbiType("uint64") long meeting) {}

  /**
   * Gives up a meeting that nobody opened before its closing time; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("expire")
  public record Expire(@AbiType("uint64") long meeting) {}

  /**
   * Hands in a signed ballot.
   *
   * @param ballot the ballot
   * @param signature the member's signature under it
   * @param secret the answers to the secret items, sealed; none for blanks and where no item is secret
   */
  @AbiName("castballot")
  public record HandIn(Ballot ballot, DocumentSignature signature, Optional<SecretBallot> secret) {
    /**
     * An open ballot.
     *
     * @param ballot the ballot
     * @param signature the member's signature under it
     */
    public HandIn(Ballot ballot, DocumentSignature signature) {
      this(ballot, signature, Optional.empty());
    }
  }

  /**
   * Ends the vote of a cycle and counts the first {@link CountingMeeting#MAX_BATCH} ballots; anybody may, once the rule allows
   * it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("close")
  public record Close(@AbiType("uint64") long meeting) {}

  /**
   * Counts the next ballots of a closed cycle; anybody may.
   *
   * @param meeting number of the meeting
   * @param limit how many at most, 1 to {@link CountingMeeting#MAX_BATCH}
   */
  @AbiName("count")
  public record Count(@AbiType("uint64") long meeting, int limit) {}

  /**
   * Hands in a trustee's share of the sums of the secret items; anybody may, its proof shows whose it is.
   *
   * @param meeting number of the meeting
   * @param share the share
   */
  @AbiName("decrypt")
  public record Decrypt(@AbiType("uint64") long meeting, DecryptionShare share) {}

  /**
   * Gives up secret items that too few trustees have decrypted in time; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("giveupsecret")
  public record GiveUpSecret(@AbiType("uint64") long meeting) {}

  /**
   * Appoints the next cycle of a meeting that missed its quorum by a decision of the Council; anybody may, once it is in force.
   *
   * @param meeting number of the meeting
   * @param decision number of the decision REPEAT_MEETING
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("reconvene")
  public record Reconvene(
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long decision,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Signs the minutes; with the last signature that the charter asks for the decisions take effect.
   *
   * @param meeting number of the meeting
   * @param minutes digests of the minutes
   * @param signature signature under them
   */
  @AbiName("sign")
  public record Sign(
      @AbiType("uint64") long meeting, MinutesSeal minutes, DocumentSignature signature) {}

  /**
   * Refuses to sign the minutes (MIN-03). The signer authorises it.
   *
   * @param meeting number of the meeting
   * @param signer chairman of the meeting or, where the charter asks for both, its secretary
   * @param grounds why
   */
  @AbiName("refusesign")
  public record RefuseToSign(@AbiType("uint64") long meeting, Name signer, String grounds) {}

  /**
   * Puts another in the place of a signer of the minutes who refused or let his time pass, or reports that there is nobody
   * (MIN-03); anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("passon")
  public record PassOn(@AbiType("uint64") long meeting) {}

  @ContractAction
  void draft(Context context, Draft data) {
    Persons.acting(context, data.coop(), data.proposer());
    CouncilContract.councilOf(context, data.coop())
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

  @ContractAction
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

  /** Whose meeting the cooperative convenes now (DMEET-01). */
  private static MeetingBody body(Context context, Name coop) {
    return Delegates.mode(context, coop, Persons.now(context)).body();
  }

  private void insert(Context context, Name coop, MeetingPlan plan, Agenda agenda) {
    Table<NumberRow> numbers = numbers(context);
    long id = NextId.of(numbers, NumberRow::id);
    numbers.insert(context.receiver(), new NumberRow(id, coop));
    Charter charter = charters.current(context, coop);
    ReservedItem.requireNone(plan.body(), agenda, charter);
    DraftMeeting draft = plan.draft(id, agenda, charter, Persons.now(context));
    meetings(context, coop).insert(context.receiver(), draft.snapshot());
    agendas(context, coop).insert(context.receiver(), new AgendaRow(id, agenda));
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  @ContractAction
  void convene(Context context, Convene data) {
    drawUp(context, load(context, data.meeting()), data.decision(), RollBuilder.MAX_BATCH);
  }

  @ContractAction
  void rollpart(Context context, DrawUp data) {
    drawUp(context, load(context, data.meeting()), data.decision(), data.limit());
  }

  @ContractAction
  void conveneself(Context context, NoticeActions.ConveneSelf data) {
    Loaded loaded = load(context, data.meeting());
    Persons.acting(context, loaded.coop(), data.signature().signer());
    Demand demand = AgendaTables.demand(context, loaded.coop(), data.demand());
    ConveningAct act = new ByDemander(demand, data.signature(), Signed.keys(context));
    if (convened(context, loaded, act, RollBuilder.MAX_BATCH)) {
      context.sendInline(action(
          CooperativeAccounts.AGENDA,
          new AgendaActions.Convened(loaded.coop(), data.demand(), data.meeting()),
          PermissionLevel.active(context.receiver())));
    }
  }

  private static void drawUp(Context context, Loaded loaded, long decision, int limit) {
    loaded
        .meeting()
        .requireDraft()
        .requireDisagreements(
            AuditTables.escalated(context, loaded.coop()), known(context, loaded.coop()));
    ByCouncil act = new ByCouncil(CouncilContract.inForce(context, loaded.coop(), decision));
    convened(context, loaded, act, limit);
  }

  /** Draws up the roll, or a part of it; with the last part the meeting is convened. */
  private static boolean convened(Context context, Loaded loaded, ConveningAct act, int limit) {
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
      Context context, Loaded loaded, DraftMeeting draft, ConveningAct act) {
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
      Context context, Loaded loaded, DraftMeeting draft, ConveningAct act, int limit) {
    Agenda agenda = agendaOf(context, loaded.coop(), draft.id());
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
      Loaded loaded,
      DraftMeeting draft,
      ConveningAct act,
      RollSeal seal,
      RollLookup roll) {
    Agenda agenda = agendaOf(context, loaded.coop(), draft.id());
    ConvenedMeeting convened = draft.convene(
        act,
        papers(context, loaded, agenda),
        seal.eligible(),
        seal.digest(),
        roll,
        loaded.charter(),
        Persons.now(context));
    new NoticeTables(context, draft.id()).keep(convened.history(agenda));
    store(context, loaded, convened);
  }

  /** What convening asks the tables of other contracts for. */
  private static ConveningPapers papers(Context context, Loaded loaded, Agenda agenda) {
    return new ConveningPapers(
        agenda,
        AgendaTables.book(context, loaded.coop()),
        (candidate, office, meeting) -> AgendaTables.nomination(
            context, new CandidateConsent(loaded.coop(), candidate, office, meeting)),
        new Assembly(SectionTables.all(context, loaded.coop())));
  }

  @ContractAction
  void notify(Context context, NoticeActions.Notify data) {
    Loaded loaded = load(context, data.meeting());
    context.requireAuthorization(loaded.coop());
    store(
        context,
        loaded,
        new NoticeTables(context, data.meeting())
            .send(loaded.meeting().requireConvened(), data, loaded.charter()));
  }

  @ContractAction
  void delivered(Context context, NoticeActions.Delivered data) {
    Loaded loaded = load(context, data.meeting());
    context.requireAuthorization(loaded.coop());
    store(
        context,
        loaded,
        new NoticeTables(context, data.meeting())
            .report(loaded.meeting().requireConvened(), data, loaded.charter()));
  }

  @ContractAction
  void startnotice(Context context, NoticeActions.Start data) {
    Loaded loaded = load(context, data.meeting());
    context.requireAuthorization(loaded.coop());
    new NoticeTables(context, data.meeting())
        .start(loaded.meeting().requireOpen(), data, loaded.charter());
  }

  @ContractAction
  void startreport(Context context, NoticeActions.StartDelivered data) {
    Loaded loaded = load(context, data.meeting());
    context.requireAuthorization(loaded.coop());
    new NoticeTables(context, data.meeting()).startReport(data);
  }

  @ContractAction
  void report(Context context, NoticeActions.Report data) {
    Loaded loaded = load(context, data.meeting());
    new NoticeTables(context, data.meeting()).drawReport(loaded.meeting(), loaded.charter());
  }

  @ContractAction
  void amend(Context context, NoticeActions.Amend data) {
    Loaded loaded = load(context, data.meeting());
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
        CouncilContract.inForce(context, loaded.coop(), data.decision()),
        papers(context, loaded, data.agenda()),
        account -> roll(context, data.meeting()).contains(account.value()),
        loaded.charter(),
        Persons.now(context));
    amended
        .meeting()
        .requireAuditItems(
            convened,
            AuditTables.conclusions(context, loaded.coop()),
            AuditTables.escalated(context, loaded.coop()),
            known(context, loaded.coop()),
            loaded.charter());
    tables.keep(amended.history());
    agendas(context, loaded.coop()).update(new AgendaRow(data.meeting(), data.agenda()));
    store(context, loaded, amended.meeting());
  }

  @ContractAction
  void open(Context context, Open data) {
    Loaded loaded = load(context, data.meeting());
    ConvenedMeeting convened = loaded.meeting().requireConvened();
    Optional<ReadyCeremony> ceremony = SecretContract.ready(context, loaded.coop(), data.meeting());
    OpenMeeting open = convened.open(ceremony, loaded.charter(), Persons.now(context));
    convened
        .election(ceremony, loaded.charter())
        .ifPresent(election -> elections(context, data.meeting())
            .insert(context.receiver(), new ElectionRow(election.content())));
    store(context, loaded, open);
  }

  @ContractAction
  void expire(Context context, Expire data) {
    Loaded loaded = load(context, data.meeting());
    store(context, loaded, loaded.meeting().requireConvened().expire(Persons.now(context)));
  }

  @ContractAction
  void ballot(Context context, HandIn data) {
    Ballot ballot = data.ballot();
    Loaded loaded = load(context, ballot.meetingId());
    Verified person = Persons.acting(context, loaded.coop(), ballot.member());
    new SignedBallot(ballot, data.signature()).requireGenuine(Signed.keys(context));
    OpenMeeting open = loaded.meeting().requireOpen();
    Table<RollRow> roll = roll(context, ballot.meetingId());
    Table<BallotRow> ballots = ballots(context, ballot.meetingId());
    RollRow row = roll.find(ballot.member().value()).orElse(null);
    boolean voted = row != null && open.hasVoted(row.votedCycle());
    boolean votedElsewhere = !voted && recordVoter(context, person, ballot);
    ReactionCall.requireRsvp(
        ballot.member(),
        AgendaTables.reactions(context, ballot.meetingId()).find(ballot.member().value()),
        loaded.charter().notice());
    OpenMeeting next = open.accept(
        ballot,
        data.secret().map(part -> new SecretPart(requireElection(context, open), part)),
        row != null,
        voted,
        votedElsewhere,
        loaded.charter(),
        Persons.now(context));
    long number = next.snapshot().ballots().size();
    long key = BallotLog.key(ballot.cycle(), number);
    ballots.insert(context.receiver(), new BallotRow(key, ballot, data.signature(), data.secret()));
    Agenda agenda = agendaOf(context, loaded.coop(), ballot.meetingId());
    Delegates.link(context, loaded.coop(), key, ballot, agenda, loaded.charter());
    if (row != null) {
      roll.update(row.voted(ballot.cycle(), number));
    }
    store(context, loaded, next);
  }

  /** Records that the voter behind the account votes in the cycle, or says that he has by another account (ORG-04). */
  private static boolean recordVoter(Context context, Verified person, Ballot ballot) {
    Table<VotersRow> table =
        context.table(VOTERS, new Name(ballot.meetingId()), VotersRow.class, VotersRow::prefix);
    long prefix = new AbiReader(person.voterKey().toBytes()).readI64();
    VotersRow row = table.find(prefix).orElse(new VotersRow(prefix, List.of()));
    VoterInCycle vote = new VoterInCycle(person.voterKey(), ballot.cycle());
    if (row.voted().contains(vote)) {
      return true;
    }
    List<VoterInCycle> voted = new ArrayList<>(row.voted());
    voted.add(vote);
    table.put(context.receiver(), new VotersRow(prefix, voted));
    return false;
  }

  @ContractAction
  void close(Context context, Close data) {
    Loaded loaded = load(context, data.meeting());
    GeneralMeeting closed =
        loaded.meeting().requireOpen().close(loaded.charter(), Persons.now(context));
    store(
        context,
        loaded,
        closed instanceof CountingMeeting counting
            ? counted(context, loaded, counting, CountingMeeting.MAX_BATCH)
            : closed);
  }

  @ContractAction
  void count(Context context, Count data) {
    Loaded loaded = load(context, data.meeting());
    CountingMeeting counting = loaded.meeting().requireCounting();
    store(context, loaded, counted(context, loaded, counting, data.limit()));
  }

  private static GeneralMeeting counted(
      Context context, Loaded loaded, CountingMeeting counting, int limit) {
    Table<BallotRow> ballots = ballots(context, counting.id());
    Table<RollRow> roll = roll(context, counting.id());
    int cycle = counting.snapshot().cycle();
    List<LoggedBallot> batch = new ArrayList<>();
    for (long number : counting.next(limit)) {
      BallotRow row = stored(ballots.find(BallotLog.key(cycle, number)));
      RollRow voter = stored(roll.find(row.ballot().member().value()));
      batch.add(new LoggedBallot(number, row.ballot(), voter.ballot(), row.secret()));
    }
    return counting.count(batch, election(context, counting), loaded.charter());
  }

  @ContractAction
  void decrypt(Context context, Decrypt data) {
    Loaded loaded = load(context, data.meeting());
    CountingMeeting counting = loaded.meeting().requireCounting();
    store(
        context,
        loaded,
        counting.decrypt(data.share(), requireElection(context, counting), loaded.charter()));
  }

  @ContractAction
  void giveUpSecret(Context context, GiveUpSecret data) {
    Loaded loaded = load(context, data.meeting());
    store(
        context,
        loaded,
        loaded.meeting().requireCounting().giveUpSecret(loaded.charter(), Persons.now(context)));
  }

  private static Optional<SecretElection> election(Context context, GeneralMeeting meeting) {
    return elections(context, meeting.id())
        .find(meeting.snapshot().cycle())
        .map(row -> SecretElection.of(row.content()));
  }

  private static SecretElection requireElection(Context context, GeneralMeeting meeting) {
    return election(context, meeting)
        .orElseThrow(
            () -> new InvalidValueException("meeting " + meeting.id() + " has no secret items"));
  }

  private static <R> R stored(Optional<R> row) {
    return row.orElseThrow(
        () -> new InvalidValueException("a row of a ballot or of its voter is missing"));
  }

  @ContractAction
  void reconvene(Context context, Reconvene data) {
    Loaded loaded = load(context, data.meeting());
    repeat(
        context,
        loaded,
        new ByCouncil(CouncilContract.inForce(context, loaded.coop(), data.decision())),
        data.opensAt(),
        data.closesAt());
  }

  @ContractAction
  void repeatself(Context context, NoticeActions.RepeatSelf data) {
    Loaded loaded = load(context, data.meeting());
    Persons.acting(context, loaded.coop(), data.signature().signer());
    Demand demand = AgendaTables.demand(context, loaded.coop(), data.demand());
    repeat(
        context,
        loaded,
        new ByDemander(demand, data.signature(), Signed.keys(context)),
        data.opensAt(),
        data.closesAt());
  }

  private static void repeat(
      Context context,
      Loaded loaded,
      ConveningAct act,
      TimePointSec opensAt,
      TimePointSec closesAt) {
    store(
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

  @ContractAction
  void sign(Context context, Sign data) {
    Loaded loaded = load(context, data.meeting());
    CountedMeeting counted = loaded.meeting().requireCounted();
    Name signer = data.signature().signer();
    Persons.acting(context, loaded.coop(), signer);
    Signed.require(context, data.signature(), data.minutes().digest(), signer);
    GeneralMeeting signed =
        counted.sign(signer, data.minutes(), loaded.charter(), Persons.now(context));
    store(context, loaded, signed);
  }

  @ContractAction
  void refuseToSign(Context context, RefuseToSign data) {
    Loaded loaded = load(context, data.meeting());
    Persons.acting(context, loaded.coop(), data.signer());
    store(
        context,
        loaded,
        loaded
            .meeting()
            .requireCounted()
            .refuseToSign(data.signer(), data.grounds(), loaded.charter(), Persons.now(context)));
  }

  @ContractAction
  void passOn(Context context, PassOn data) {
    Loaded loaded = load(context, data.meeting());
    store(
        context,
        loaded,
        loaded.meeting().requireCounted().passOn(loaded.charter(), Persons.now(context)));
  }

  /** A meeting that was held, as another contract needs it. */
  static HeldMeeting held(Context context, Name coop, long id) {
    return meeting(context, coop, id).requireHeld();
  }

  /** Whether an account is on the roll of a meeting, as another contract needs it. */
  static RollLookup rollOf(Context context, long meeting) {
    Table<RollRow> roll = roll(context, meeting);
    return account -> roll.contains(account.value());
  }

  /** A meeting in any state, as another contract needs it. */
  static GeneralMeeting meeting(Context context, Name coop, long id) {
    return GeneralMeeting.restore(
        meetings(context, coop).find(id).orElseThrow(() -> unknown(coop, id)));
  }

  private static List<GeneralMeetingRecord> known(Context context, Name coop) {
    List<GeneralMeetingRecord> known = new ArrayList<>();
    meetings(context, coop).forEach(known::add);
    return known;
  }

  /** The version of an agenda that is in force. */
  static Agenda agendaOf(Context context, Name coop, long id) {
    return agendas(context, coop).find(id).orElseThrow(() -> unknown(coop, id)).agenda();
  }

  private record Loaded(Name coop, GeneralMeeting meeting, Charter charter) {}

  private Loaded load(Context context, long id) {
    Name coop = numbers(context)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("there is no meeting " + id))
        .coop();
    GeneralMeetingRecord row =
        meetings(context, coop).find(id).orElseThrow(() -> unknown(coop, id));
    return new Loaded(
        coop, GeneralMeeting.restore(row), charters.version(context, coop, row.charterVersion()));
  }

  private static InvalidValueException unknown(Name coop, long id) {
    return new InvalidValueException("cooperative " + coop + " has no meeting " + id);
  }

  private static void store(Context context, Loaded loaded, GeneralMeeting next) {
    meetings(context, loaded.coop()).update(next.snapshot());
  }

  private static Table<NumberRow> numbers(Context context) {
    return context.table(NUMBERS, context.receiver(), NumberRow.class, NumberRow::id);
  }

  private static Table<GeneralMeetingRecord> meetings(Context context, Name coop) {
    return table(context, MEETINGS, coop, GeneralMeetingRecord.class, GeneralMeetingRecord::id);
  }

  private static Table<AgendaRow> agendas(Context context, Name coop) {
    return table(context, AGENDAS, coop, AgendaRow.class, AgendaRow::id);
  }

  /** Members on the roll of a meeting, readable from every contract. */
  static Table<RollRow> roll(Context context, long meeting) {
    return table(
        context, ROLL, new Name(meeting), RollRow.class, row -> row.member().value());
  }

  private static <R extends Record> Table<R> table(
      Context context, Name table, Name scope, Class<R> type, ToLongFunction<R> key) {
    return context.receiver().equals(CooperativeAccounts.MEETING)
        ? context.table(table, scope, type, key)
        : context.table(CooperativeAccounts.MEETING, table, scope, type, key);
  }

  private static Table<ElectionRow> elections(Context context, long meeting) {
    return context.table(
        ELECTIONS, new Name(meeting), ElectionRow.class, row -> row.content().cycle());
  }

  private static Table<BallotRow> ballots(Context context, long meeting) {
    return context.table(BALLOTS, new Name(meeting), BallotRow.class, BallotRow::key);
  }
}
