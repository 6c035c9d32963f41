package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.WalletSheet;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.ProgrammeConsent;
import io.github.coopj.governance.program.ProgrammeRecord;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.share.ProgrammeExit;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/**
 * Binds target consumer programmes (целевые потребительские программы) and the members' consents to tables (CPP-01,
 * CPP-03, CPP-09). The rules are those of {@link Programme} and {@link Participation}.
 */
@ContractTable(name = "programmes", row = ProgrammeRecord.class)
@ContractTable(name = "consents", row = Participations.class)
public final class ProgrammeContract extends JavaContract {
  static final Name PROGRAMMES = Name.of("programmes");
  static final Name CONSENTS = Name.of("consents");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public ProgrammeContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Registers the regulation of a new programme.
   *
   * @param proposer a member of the Council
   * @param regulation the regulation
   */
  @AbiName("draft")
  public record Draft(Name proposer, ProgrammeRegulation regulation) {}

  /**
   * Makes a drafted programme active by the Council's decision in force.
   *
   * @param coop cooperative
   * @param programme number of the programme
   * @param decision number of the Council's decision
   */
  @AbiName("approve")
  public record Approve(
      Name coop,
      @AbiType("uint64") long programme,
      @AbiType("uint64") long decision) {}

  /**
   * Makes a drafted programme active that touches rules of funds, by decisions of the Council and of the general meeting
   * (COUNCIL-22).
   *
   * @param coop cooperative
   * @param programme number of the programme
   * @param decision number of the Council's decision
   * @param meeting number of the general meeting
   * @param item item FUND_RULES of its agenda
   */
  @AbiName("approvefunds")
  public record ApproveFunds(
      Name coop,
      @AbiType("uint64") long programme,
      @AbiType("uint64") long decision,
      @AbiType("uint64") long meeting,
      int item) {}

  /**
   * A member consents to the regulation of a programme and takes part from then on.
   *
   * @param consent what the member consents to
   * @param signature the member's signature under it
   */
  @AbiName("join")
  public record Join(ProgrammeConsent consent, DocumentSignature signature) {}

  /**
   * Puts a new version of the regulation in force by the Council's decision (CPP-10).
   *
   * @param regulation the next version
   * @param decision number of the Council's decision
   */
  @AbiName("revise")
  public record Revise(
      ProgrammeRegulation regulation, @AbiType("uint64") long decision) {}

  /**
   * Puts a new version in force that touches rules of funds, by decisions of the Council and of the general meeting.
   *
   * @param regulation the next version
   * @param decision number of the Council's decision
   * @param meeting number of the general meeting
   * @param item item FUND_RULES of its agenda
   */
  @AbiName("revisefunds")
  public record ReviseFunds(
      ProgrammeRegulation regulation,
      @AbiType("uint64") long decision,
      @AbiType("uint64") long meeting,
      int item) {}

  /**
   * Ends a programme by the Council's decision. Participants stay on record until they leave it or their share is made due.
   *
   * @param coop cooperative
   * @param programme number of the programme
   * @param decision number of the Council's decision
   */
  @AbiName("close")
  public record Close(
      Name coop,
      @AbiType("uint64") long programme,
      @AbiType("uint64") long decision) {}

  /**
   * Makes the share of a participant due whose programme was closed (CPP-16); anybody may send it.
   *
   * @param coop cooperative
   * @param programme number of the closed programme
   * @param member account of the participant
   */
  @AbiName("release")
  public record Release(Name coop, @AbiType("uint64") long programme, Name member) {}

  @ContractAction
  void revise(Context context, Revise data) {
    Name coop = data.regulation().cooperative();
    programmes(context, coop)
        .update(programme(context, coop, data.regulation().programme())
            .requireActive()
            .revise(
                data.regulation(),
                charters.current(context, coop),
                CouncilTables.inForce(context, coop, data.decision()))
            .snapshot());
  }

  @ContractAction
  void reviseFunds(Context context, ReviseFunds data) {
    Name coop = data.regulation().cooperative();
    programmes(context, coop)
        .update(programme(context, coop, data.regulation().programme())
            .requireActive()
            .revise(
                data.regulation(),
                charters.current(context, coop),
                CouncilTables.inForce(context, coop, data.decision()),
                MeetingTables.decision(context, coop, data.meeting(), data.item()))
            .snapshot());
  }

  @ContractAction
  void close(Context context, Close data) {
    programmes(context, data.coop())
        .update(programme(context, data.coop(), data.programme())
            .requireActive()
            .close(CouncilTables.inForce(context, data.coop(), data.decision()))
            .snapshot());
  }

  @ContractAction
  void release(Context context, Release data) {
    Name coop = data.coop();
    Programme.Closed closed = programme(context, coop, data.programme()).requireClosed();
    Participations row = participations(context, coop, data.member());
    row.require(data.programme());
    consents(context, coop).update(row.without(data.programme()));
    due(
        context,
        new MoneyActions.DueProgramme(
            coop,
            data.member(),
            data.programme(),
            closed.releaseOf(data.member()),
            TimePointSec.of(Persons.now(context))));
  }

  private static void due(Context context, MoneyActions.DueProgramme data) {
    context.sendInline(JavaContract.action(
        CooperativeAccounts.TREASURY, data, PermissionLevel.active(context.receiver())));
  }

  /**
   * A participant leaves a programme (CPP-16). His share under it becomes due.
   *
   * @param exit the application
   * @param signature his signature under it
   */
  @AbiName("leave")
  public record Leave(ProgrammeExit exit, DocumentSignature signature) {}

  @ContractAction
  void leave(Context context, Leave data) {
    ProgrammeExit exit = data.exit();
    Name coop = exit.cooperative();
    Persons.acting(context, coop, exit.member());
    Signed.require(context, data.signature(), exit.digest(), exit.member());
    Charter charter = charters.current(context, coop);
    Participations row = participations(context, coop, exit.member());
    row.require(exit.programme());
    exit.requireFree(
        context
            .table(
                CooperativeAccounts.TREASURY,
                TreasuryLedger.WALLETS,
                coop,
                TreasuryLedger.WalletsRow.class,
                wallets -> wallets.member().value())
            .find(exit.member().value())
            .map(TreasuryLedger.WalletsRow::sheet)
            .orElse(WalletSheet.EMPTY),
        new Wallets(TreasuryLedger.CHART),
        charter.money(),
        List.of(),
        charter.currency());
    consents(context, coop).update(row.without(exit.programme()));
    context.sendInline(JavaContract.action(
        CooperativeAccounts.TREASURY,
        new MoneyActions.DueProgramme(
            coop,
            exit.member(),
            exit.programme(),
            exit.digest(),
            data.signature().signedAt()),
        PermissionLevel.active(context.receiver())));
  }

  @ContractAction
  void draft(Context context, Draft data) {
    Name coop = data.regulation().cooperative();
    Persons.acting(context, coop, data.proposer());
    CouncilTables.councilOf(context, coop).requireMember(data.proposer(), Persons.now(context));
    Programme.Draft draft = Programme.draft(data.regulation(), charters.current(context, coop));
    programmes(context, coop).insert(context.receiver(), draft.snapshot());
  }

  @ContractAction
  void approve(Context context, Approve data) {
    Programme.Draft draft = programme(context, data.coop(), data.programme()).requireDraft();
    Programme.Active active = draft.approve(
        charters.current(context, data.coop()),
        CouncilTables.inForce(context, data.coop(), data.decision()));
    programmes(context, data.coop()).update(active.snapshot());
  }

  @ContractAction
  void approveFunds(Context context, ApproveFunds data) {
    Programme.Draft draft = programme(context, data.coop(), data.programme()).requireDraft();
    Programme.Active active = draft.approve(
        charters.current(context, data.coop()),
        CouncilTables.inForce(context, data.coop(), data.decision()),
        MeetingTables.decision(context, data.coop(), data.meeting(), data.item()));
    programmes(context, data.coop()).update(active.snapshot());
  }

  @ContractAction
  void join(Context context, Join data) {
    ProgrammeConsent consent = data.consent();
    context.requireAuthorization(consent.member());
    MembershipTables.requireActive(context, consent.cooperative(), consent.member());
    Programme.Active active =
        programme(context, consent.cooperative(), consent.programme()).requireActive();
    Participation participation =
        Participation.begin(consent, data.signature(), active, true, Signed.keys(context));
    Table<Participations> consents = consents(context, consent.cooperative());
    Participations row = consents
        .find(consent.member().value())
        .orElse(new Participations(consent.member(), List.of()));
    consents.put(context.receiver(), row.with(participation.snapshot()));
  }

  /** A programme, as another contract needs it. */
  static Programme programmeOf(Context context, Name coop, long id) {
    return Programme.restore(context
        .table(
            CooperativeAccounts.PROGRAMME,
            PROGRAMMES,
            coop,
            ProgrammeRecord.class,
            ProgrammeRecord::id)
        .find(id)
        .orElseThrow(() -> unknown(coop, id)));
  }

  /** Programmes of a member, as any contract needs them. */
  static Participations participations(Context context, Name coop, Name member) {
    return context
        .table(
            CooperativeAccounts.PROGRAMME,
            CONSENTS,
            coop,
            Participations.class,
            row -> row.member().value())
        .find(member.value())
        .orElse(new Participations(member, List.of()));
  }

  /** A member's part in a programme, as another contract needs it. */
  static Optional<Participation> participationOf(
      Context context, Name coop, Name member, long programme) {
    return context
        .table(
            CooperativeAccounts.PROGRAMME,
            CONSENTS,
            coop,
            Participations.class,
            row -> row.member().value())
        .find(member.value())
        .flatMap(row -> row.of(programme));
  }

  private static Programme programme(Context context, Name coop, long id) {
    return Programme.restore(
        programmes(context, coop).find(id).orElseThrow(() -> unknown(coop, id)));
  }

  private static InvalidValueException unknown(Name coop, long id) {
    return new InvalidValueException("cooperative " + coop + " has no programme " + id);
  }

  private static Table<ProgrammeRecord> programmes(Context context, Name coop) {
    return context.table(PROGRAMMES, coop, ProgrammeRecord.class, ProgrammeRecord::id);
  }

  private static Table<Participations> consents(Context context, Name coop) {
    return context.table(
        CONSENTS, coop, Participations.class, row -> row.member().value());
  }
}
