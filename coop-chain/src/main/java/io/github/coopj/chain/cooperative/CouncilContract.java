package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.ComplianceReport;
import io.github.coopj.governance.council.ComplianceReportRecord;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilDecisionRecord;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.CouncilRecord;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.Execution;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.PowerMap;
import io.github.coopj.governance.council.QuestionOpening;
import io.github.coopj.governance.council.SessionClock;
import io.github.coopj.governance.council.VotingQuestion;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.MeasureRecord;
import java.lang.invoke.MethodHandles;

/**
 * Binds the Council (Совет) and its decisions to tables: questions, votes, the Chairman's signature (COUNCIL-01,
 * COUNCIL-04, COUNCIL-05). The rules are those of {@link CouncilDecision}.
 */
@ContractTable(name = "councils", row = CouncilTables.CouncilRow.class)
@ContractTable(name = "decisions", row = CouncilDecisionRecord.class)
@ContractTable(name = "executions", row = Execution.class)
@ContractTable(name = "powers", row = PowerMap.class)
@ContractTable(name = "reports", row = ComplianceReportRecord.class)
@ContractTable(name = "measures", row = MeasureRecord.class)
@ContractTable(name = "absentees", row = CouncilTables.AbsenteeRow.class)
public final class CouncilContract extends JavaContract {

  private final Charters charters = new Charters();
  private final CouncilSeats seats = new CouncilSeats(charters);

  /** Creates the contract. */
  public CouncilContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Puts a Council into office; sent by the registry when a cooperative is founded.
   *
   * @param coop cooperative
   * @param council its members
   */
  @AbiName("install")
  public record Install(Name coop, CouncilRecord council) {}

  /**
   * Puts a question to the Council. Returns the number of the question, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param proposer a member of the Council; for an absentee vote the Chairman or a deputy
   * @param question what is put, with its materials and the form of the vote
   * @param session number of the running session it is put in; 0 for an absentee vote
   * @param closesAt first moment in which nobody may vote any more
   */
  @AbiName("propose")
  public record Propose(
      Name coop,
      Name proposer,
      CouncilQuestion question,
      @AbiType("uint64") long session,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Votes on a question.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param member member of the Council
   * @param vote the vote
   */
  @AbiName("vote")
  public record CastVote(Name coop, @AbiType("uint64") long decision, Name member, Vote vote) {}

  /**
   * Ends the vote on a question; anybody may, once the rule allows it.
   *
   * @param coop cooperative
   * @param decision number of the question
   */
  @AbiName("close")
  public record Close(Name coop, @AbiType("uint64") long decision) {}

  /**
   * Puts an adopted decision into force by the Chairman's signature over its exact hash.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param signature the Chairman's signature
   */
  @AbiName("sign")
  public record Sign(Name coop, @AbiType("uint64") long decision, DocumentSignature signature) {}

  /**
   * Refuses to sign an adopted decision.
   *
   * @param coop cooperative
   * @param decision number of the question
   * @param signer the Chairman
   * @param grounds why
   */
  @AbiName("decline")
  public record Decline(Name coop, @AbiType("uint64") long decision, Name signer, String grounds) {}

  @ContractAction
  void install(Context context, Install data) {
    context.requireAuthorization(CooperativeAccounts.REGISTRY);
    charters.current(context, data.coop());
    CouncilTables.councils(context, data.coop())
        .insert(
            context.receiver(),
            new CouncilTables.CouncilRow(Council.restore(data.council()).snapshot()));
  }

  @ContractAction
  void propose(Context context, Propose data) {
    Persons.acting(context, data.coop(), data.proposer());
    Table<CouncilDecisionRecord> decisions = CouncilTables.decisions(context, data.coop());
    long id = NextId.of(decisions, CouncilDecisionRecord::id);
    VotingQuestion opened = QuestionOpening.open(
        id,
        data.question(),
        data.proposer(),
        CouncilTables.councilOf(context, data.coop()),
        charters.current(context, data.coop()),
        Persons.now(context),
        data.closesAt().toInstant());
    CouncilTables.requireFree(context, data.coop(), opened, charters.current(context, data.coop()));
    decisions.insert(context.receiver(), opened.snapshot());
    opened
        .sessionToPutIn(data.session())
        .ifPresent(session -> context.sendInline(action(
            CooperativeAccounts.SESSION,
            new SessionContract.Put(data.coop(), session, id),
            PermissionLevel.active(context.receiver()))));
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  @ContractAction
  void vote(Context context, CastVote data) {
    Persons.acting(context, data.coop(), data.member());
    CouncilDecision decision = CouncilTables.question(context, data.coop(), data.decision());
    Council council = CouncilTables.councilOf(context, data.coop());
    VotingQuestion voting =
        decision.requireVoting().cast(council, data.member(), data.vote(), Persons.now(context));
    CouncilTables.store(context, data.coop(), voting);
  }

  @ContractAction
  void close(Context context, Close data) {
    CouncilDecision decision = CouncilTables.question(context, data.coop(), data.decision());
    Council council = CouncilTables.councilOf(context, data.coop());
    CouncilDecision counted = decision
        .requireVoting()
        .close(council, charters.current(context, data.coop()), Persons.now(context));
    CouncilTables.store(context, data.coop(), counted);
    SessionClock.absentee(counted)
        .ifPresent(at -> CouncilTables.absentees(context, data.coop())
            .insert(context.receiver(), new CouncilTables.AbsenteeRow(counted.id(), at)));
  }

  @ContractAction
  void sign(Context context, Sign data) {
    PendingDecision decision =
        CouncilTables.question(context, data.coop(), data.decision()).requirePendingSignature();
    Name signer = data.signature().signer();
    Persons.acting(context, data.coop(), signer);
    CouncilTables.requireFree(
        context, data.coop(), decision, charters.current(context, data.coop()));
    Checksum256 hash = decision.hash();
    Signed.require(context, data.signature(), hash, signer);
    ComplianceReport report = CouncilTables.report(
        context, data.coop(), decision, charters.current(context, data.coop()));
    DecisionInForce signed = decision.sign(
        CouncilTables.councilOf(context, data.coop()),
        signer,
        hash,
        report,
        charters.current(context, data.coop()),
        Persons.now(context));
    CouncilTables.store(context, data.coop(), signed);
    CouncilTables.attach(context, data.coop(), report.snapshot());
  }

  @ContractAction
  void decline(Context context, Decline data) {
    Persons.acting(context, data.coop(), data.signer());
    PendingDecision decision =
        CouncilTables.question(context, data.coop(), data.decision()).requirePendingSignature();
    CouncilTables.store(
        context,
        data.coop(),
        decision.decline(
            CouncilTables.councilOf(context, data.coop()),
            data.signer(),
            data.grounds(),
            Persons.now(context)));
  }

  @ContractAction
  void elect(Context context, CouncilActions.Elect data) {
    seats.elect(context, data);
  }

  @ContractAction
  void discipline(Context context, CouncilActions.Impose data) {
    seats.discipline(context, data);
  }

  @ContractAction
  void deputy(Context context, CouncilActions.AppointDeputy data) {
    seats.deputy(context, data);
  }

  @ContractAction
  void undeputy(Context context, CouncilActions.RemoveDeputy data) {
    seats.undeputy(context, data);
  }

  @ContractAction
  void letAct(Context context, CouncilActions.LetAct data) {
    seats.letAct(context, data);
  }

  @ContractAction
  void suspend(Context context, CouncilActions.Suspend data) {
    seats.suspend(context, data);
  }

  @ContractAction
  void convened(Context context, CouncilActions.Convened data) {
    seats.convened(context, data);
  }

  @ContractAction
  void signByVoters(Context context, CouncilActions.SignByVoters data) {
    seats.signByVoters(context, data);
  }

  @ContractAction
  void signReport(Context context, CouncilActions.SignReport data) {
    seats.signReport(context, data);
  }

  @ContractAction
  void escalate(Context context, CouncilActions.Escalate data) {
    seats.escalate(context, data);
  }

  @ContractAction
  void distribute(Context context, CouncilActions.Distribute data) {
    seats.distribute(context, data);
  }

  @ContractAction
  void vacate(Context context, CouncilActions.Vacate data) {
    seats.vacate(context, data);
  }

  @ContractAction
  void automatic(Context context, CouncilActions.Automatic data) {
    context.requireAuthorization(CooperativeAccounts.GRANT);
    DecisionInForce decision = CouncilDecision.restore(data.decision()).requireInForce();
    CouncilTables.requireFree(
        context, data.coop(), decision, charters.current(context, data.coop()));
    CouncilTables.decisions(context, data.coop()).insert(context.receiver(), decision.snapshot());
    CouncilTables.attach(context, data.coop(), data.report());
  }
}
