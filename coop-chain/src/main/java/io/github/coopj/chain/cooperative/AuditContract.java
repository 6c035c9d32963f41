package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.audit.AuditCheck;
import io.github.coopj.governance.audit.AuditCheckRecord;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.audit.AuditConclusion;
import io.github.coopj.governance.audit.AuditQuestion;
import io.github.coopj.governance.audit.AuditQuestionRecord;
import io.github.coopj.governance.audit.AuditRead;
import io.github.coopj.governance.audit.ConcludedCheck;
import io.github.coopj.governance.audit.Remark;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.meeting.Elections;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the Revision commission (ревизионная комиссия) to tables: its election by the general meeting, signed votes,
 * checks with a log of what was read, conclusions and remarks (AUDIT-01 to AUDIT-13). The rules are those of {@link
 * AuditCommission}, {@link AuditQuestion}, {@link AuditCheck} and {@link Remark}. No action lets the Council or the Board
 * change what belongs to the commission (AUDIT-07).
 */
@ContractTable(name = "commission", row = AuditCommission.class)
@ContractTable(name = "questions", row = AuditQuestionRecord.class)
@ContractTable(name = "checks", row = AuditCheckRecord.class)
@ContractTable(name = "reads", row = AuditTables.ReadRow.class)
@ContractTable(name = "conclusions", row = AuditTables.ConclusionRow.class)
@ContractTable(name = "remarks", row = RemarkRecord.class)
public final class AuditContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public AuditContract() {
    super(MethodHandles.lookup(), 1);
  }

  @ContractAction
  void elect(Context context, AuditActions.Elect data) {
    Name coop = data.coop();
    Table<AuditCommission> commissions = AuditTables.commissions(context, coop);
    commissions.put(
        context.receiver(),
        Elections.commission(
            charters.current(context, coop),
            MeetingTables.held(context, coop, data.meeting()),
            commissions.find(0),
            MembershipTables.lookup(context, coop),
            Mandates.outside(context, coop, Office.Body.AUDIT)));
  }

  @ContractAction
  void propose(Context context, AuditActions.Propose data) {
    Name coop = data.topic().cooperative();
    Persons.acting(context, coop, data.proposer());
    Table<AuditQuestionRecord> questions = AuditTables.questions(context, coop);
    long id = NextId.of(questions, AuditQuestionRecord::id);
    questions.insert(
        context.receiver(),
        AuditQuestion.open(
                id,
                data.topic(),
                data.proposer(),
                AuditTables.commission(context, coop),
                Persons.now(context),
                data.closesAt().toInstant())
            .snapshot());
    NextId.give(context, id);
  }

  @ContractAction
  void vote(Context context, AuditActions.CastVote data) {
    Persons.acting(context, data.coop(), data.signature().signer());
    store(
        context,
        data.coop(),
        AuditTables.question(context, data.coop(), data.question())
            .requireVoting()
            .cast(
                AuditTables.commission(context, data.coop()),
                data.vote(),
                data.signature(),
                Signed.keys(context),
                Persons.now(context)));
  }

  @ContractAction
  void close(Context context, AuditActions.Close data) {
    store(
        context,
        data.coop(),
        AuditTables.question(context, data.coop(), data.question())
            .requireVoting()
            .close(AuditTables.commission(context, data.coop()), Persons.now(context)));
  }

  @ContractAction
  void chair(Context context, AuditActions.Chair data) {
    Name coop = data.coop();
    AuditTables.commissions(context, coop)
        .update(AuditTables.commission(context, coop)
            .withChairman(
                AuditTables.decision(context, coop, data.decision()),
                coop,
                data.member(),
                Persons.now(context)));
  }

  @ContractAction
  void vacate(Context context, AuditActions.Vacate data) {
    Table<AuditCommission> commissions = AuditTables.commissions(context, data.coop());
    commissions
        .find(0)
        .map(commission -> commission.withoutLeavers(
            MembershipTables.lookup(context, data.coop()), Persons.now(context)))
        .ifPresent(commissions::update);
  }

  @ContractAction
  void plan(Context context, AuditActions.Plan data) {
    Name coop = data.plan().cooperative();
    AuditTables.checks(context, coop)
        .insert(
            context.receiver(),
            AuditCheck.plan(data.plan(), AuditTables.decision(context, coop, data.decision()))
                .snapshot());
  }

  @ContractAction
  void begin(Context context, AuditActions.Begin data) {
    Persons.acting(context, data.coop(), data.member());
    store(
        context,
        data.coop(),
        AuditTables.check(context, data.coop(), data.check())
            .requirePlanned()
            .begin(
                AuditTables.commission(context, data.coop()), data.member(), Persons.now(context)));
  }

  @ContractAction
  void read(Context context, AuditActions.Read data) {
    Name coop = data.coop();
    Persons.acting(context, coop, data.reader());
    AuditRead read = AuditTables.check(context, coop, data.check())
        .requireRunning()
        .read(
            AuditTables.commission(context, coop),
            data.reader(),
            data.document(),
            data.secret(),
            Persons.now(context));
    store(context, coop, read.check());
    Table<AuditTables.ReadRow> reads = AuditTables.reads(context, coop);
    reads.insert(
        context.receiver(),
        new AuditTables.ReadRow(
            NextId.of(reads, AuditTables.ReadRow::id), data.check(), read.access()));
  }

  @ContractAction
  void conclude(Context context, AuditActions.Conclude data) {
    store(
        context,
        data.coop(),
        AuditTables.check(context, data.coop(), data.check())
            .requireRunning()
            .conclude(
                data.report(),
                AuditTables.decision(context, data.coop(), data.decision()),
                Persons.now(context)));
  }

  @ContractAction
  void give(Context context, AuditActions.Give data) {
    Name coop = data.content().cooperative();
    List<ConcludedCheck> checks = new ArrayList<>();
    for (long check : data.checks()) {
      checks.add(AuditTables.check(context, coop, check).requireConcluded());
    }
    AuditConclusion conclusion = AuditConclusion.give(
        data.content(), checks, AuditTables.decision(context, coop, data.decision()));
    AuditTables.conclusionRows(context, coop)
        .insert(
            context.receiver(),
            new AuditTables.ConclusionRow(data.decision(), conclusion.content()));
  }

  @ContractAction
  void issue(Context context, AuditActions.Issue data) {
    Name coop = data.content().cooperative();
    AuditTables.remarks(context, coop)
        .insert(
            context.receiver(),
            Remark.issue(data.content(), AuditTables.decision(context, coop, data.decision()))
                .snapshot());
  }

  @ContractAction
  void deliver(Context context, AuditActions.Deliver data) {
    Persons.acting(context, data.coop(), data.receiver());
    store(
        context,
        data.coop(),
        AuditTables.remark(context, data.coop(), data.remark())
            .requireIssued()
            .deliver(mandates(context, data.coop()), data.receiver(), Persons.now(context)));
  }

  @ContractAction
  void accept(Context context, AuditActions.Accept data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        AuditTables.remark(context, data.coop(), data.remark())
            .requireDelivered()
            .accept(mandates(context, data.coop()), data.by(), data.paper(), Persons.now(context)));
  }

  @ContractAction
  void disagree(Context context, AuditActions.Disagree data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        AuditTables.remark(context, data.coop(), data.remark())
            .requireDelivered()
            .object(mandates(context, data.coop()), data.by(), data.paper(), Persons.now(context)));
  }

  @ContractAction
  void execute(Context context, AuditActions.Execute data) {
    Persons.acting(context, data.coop(), data.by());
    store(
        context,
        data.coop(),
        AuditTables.remark(context, data.coop(), data.remark())
            .requireAccepted()
            .execute(
                mandates(context, data.coop()), data.by(), data.evidence(), Persons.now(context)));
  }

  @ContractAction
  void escalate(Context context, AuditActions.Escalate data) {
    store(
        context,
        data.coop(),
        AuditTables.remark(context, data.coop(), data.remark())
            .requireOpen()
            .escalate(
                AuditTables.decision(context, data.coop(), data.decision()),
                charters.current(context, data.coop()),
                Persons.now(context)));
  }

  private static List<Mandate> mandates(Context context, Name coop) {
    return Mandates.all(context, coop).all();
  }

  private static void store(Context context, Name coop, AuditQuestion question) {
    AuditTables.questions(context, coop).update(question.snapshot());
  }

  private static void store(Context context, Name coop, AuditCheck check) {
    AuditTables.checks(context, coop).update(check.snapshot());
  }

  private static void store(Context context, Name coop, Remark remark) {
    AuditTables.remarks(context, coop).update(remark.snapshot());
  }
}
