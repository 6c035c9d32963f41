package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.aid.AidBooking;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.BookedPaper;
import io.github.coopj.governance.fund.Booking;
import io.github.coopj.governance.fund.Carry;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundBooking;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Valuation;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.share.ReturnDuty;
import io.github.coopj.governance.share.ShareMove;
import io.github.coopj.governance.share.ShareReturns;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds contributions (взносы), funds and the ledger to tables (FUND-01, FUND-11, CPP-04). The rules are those of
 * {@link ContributionBooking} and {@link FundRules}.
 */
@ContractTable(name = "rules", row = FundRulesRecord.class)
@ContractTable(name = "shared", row = TreasuryLedger.SharedRow.class)
@ContractTable(name = "wallets", row = TreasuryLedger.WalletsRow.class)
@ContractTable(name = "periods", row = TreasuryLedger.PeriodRow.class)
@ContractTable(name = "carries", row = TreasuryContract.CarryRow.class)
@ContractTable(name = "admissions", row = AdmissionPayments.class)
@ContractTable(name = "papers", row = TreasuryContract.PapersRow.class)
@ContractTable(name = "journal", row = TransferRecord.class)
@ContractTable(name = "duties", row = TreasuryContract.DutyRow.class)
public final class TreasuryContract extends JavaContract {
  static final Name RULES = Name.of("rules");
  static final Name ADMISSIONS = Name.of("admissions");
  static final Name PAPERS = Name.of("papers");
  static final Name CARRIES = Name.of("carries");
  static final Name DUTIES = Name.of("duties");

  private static final Wallets WALLETS = new Wallets(TreasuryLedger.CHART);

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public TreasuryContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * What is carried from one division to the next; keyed by the programme.
   *
   * @param programme number of the programme
   * @param carry remainders of split and funds
   */
  public record CarryRow(@AbiType("uint64") long programme, Carry carry) {}

  /**
   * Papers under which something is booked and whose digests begin with the same 8 bytes; keyed by those.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param papers the papers
   */
  public record PapersRow(long prefix, List<BookedPaper> papers) {
    /** Copies the list. */
    public PapersRow {
      papers = List.copyOf(papers);
    }
  }

  /**
   * A share that is due to a member, and until when it is paid (FUND-12); numbered.
   *
   * @param id number, 1 for the first
   * @param duty the duty
   */
  public record DutyRow(@AbiType("uint64") long id, ReturnDuty duty) {}

  /**
   * Opens the books of a cooperative with the fund rules of its charter; sent by the registry on founding.
   *
   * @param coop cooperative
   * @param ground decision of the founding meeting, which adopted the proportions of the charter (MEET-28)
   */
  @AbiName("establish")
  public record Establish(Name coop, Ground ground) {}

  /**
   * Puts rules of the funds into force that a general meeting adopted.
   *
   * @param regulation the rules
   * @param meeting number of the meeting
   * @param item number of the item on its agenda
   */
  @AbiName("adopt")
  public record Adopt(
      FundRegulation regulation, @AbiType("uint64") long meeting, int item) {}

  /**
   * Records a contribution that was paid. The cooperative authorises it. Sent again, it changes nothing.
   *
   * @param coop cooperative
   * @param contribution the contribution
   */
  @AbiName("contribute")
  public record Contribute(Name coop, Contribution contribution) {}

  @ContractAction
  void establish(Context context, Establish data) {
    context.requireAuthorization(CooperativeAccounts.REGISTRY);
    Charter charter = charters.current(context, data.coop());
    rules(context, data.coop())
        .insert(context.receiver(), FundRules.ofCharter(charter, data.ground()).snapshot());
  }

  @ContractAction
  void adopt(Context context, Adopt data) {
    Name coop = data.regulation().cooperative();
    rules(context, coop)
        .insert(
            context.receiver(),
            data.regulation()
                .activate(MeetingTables.decision(context, coop, data.meeting(), data.item()))
                .snapshot());
  }

  @ContractAction
  void contribute(Context context, Contribute data) {
    Name coop = data.coop();
    Contribution contribution = data.contribution();
    context.requireAuthorization(coop);
    contribution.requirePaid(Persons.now(context));
    if (isBooked(context, coop, contribution)) {
      return;
    }
    MembershipTables.requireActive(context, coop, contribution.member());
    if (contribution.kind() == ContributionKind.PROGRAMME) {
      toProgramme(context, coop, contribution, Optional.empty());
    } else {
      onAdmission(context, coop, contribution, Optional.empty());
    }
  }

  @ContractAction
  void bring(Context context, MoneyActions.Bring data) {
    Name coop = data.coop();
    Contribution contribution = data.contribution();
    context.requireAuthorization(coop);
    contribution.requirePaid(Persons.now(context));
    if (!isBooked(context, coop, contribution)) {
      MembershipTables.requireActive(context, coop, contribution.member());
      Optional<Valuation.InForce> valued = Optional.of(
          data.valuation().adopted(CouncilTables.inForce(context, coop, data.decision())));
      if (contribution.kind() == ContributionKind.PROGRAMME) {
        toProgramme(context, coop, contribution, valued);
      } else {
        onAdmission(context, coop, contribution, valued);
      }
    }
  }

  @ContractAction
  void receive(Context context, MoneyActions.Receive data) {
    book(context, data.coop(), funds(context, data.coop()).receipt(data.receipt()));
  }

  @ContractAction
  void income(Context context, MoneyActions.Income data) {
    book(
        context,
        data.coop(),
        funds(context, data.coop()).income(data.amount(), data.document(), data.at()));
  }

  @ContractAction
  void spend(Context context, MoneyActions.Spend data) {
    book(
        context,
        data.coop(),
        funds(context, data.coop())
            .spend(
                data.spending(), rulesAt(context, data.coop(), data.spending().at())));
  }

  @ContractAction
  void moveFund(Context context, MoneyActions.MoveFund data) {
    book(
        context,
        data.coop(),
        funds(context, data.coop())
            .move(
                data.move(),
                data.amount(),
                rulesAt(context, data.coop(), data.at()),
                data.document(),
                data.at()));
  }

  @ContractAction
  void exchange(Context context, MoneyActions.Exchange data) {
    book(
        context,
        data.coop(),
        funds(context, data.coop())
            .exchange(data.given(), data.taken(), data.amount(), data.document(), data.at()));
  }

  @ContractAction
  void correct(Context context, MoneyActions.Correct data) {
    TransferRecord original = ledger(context, data.coop())
        .find(data.original())
        .orElseThrow(() ->
            new InvalidValueException("there is no transfer " + data.original() + " to undo"));
    book(
        context,
        data.coop(),
        Posting.correction(original, data.amount(), data.document(), data.at()));
  }

  @ContractAction
  void closePeriod(Context context, MoneyActions.ClosePeriod data) {
    context.requireAuthorization(data.coop());
    ledger(context, data.coop()).close(data.until());
  }

  @ContractAction
  void due(Context context, MoneyActions.Due data) {
    context.requireAuthorization(CooperativeAccounts.MEMBERSHIP);
    Name coop = data.coop();
    TreasuryLedger ledger = ledger(context, coop);
    Posting posting = returns(context, coop)
        .leave(data.member(), ledger.sheet(data.member()), data.document(), data.at());
    owe(context, coop, data.member(), posting, data.at());
    ledger.book(posting);
    Table<AdmissionPayments> payments = admissions(context, coop);
    payments
        .find(data.member().value())
        .ifPresent(paid -> payments.remove(paid.member().value()));
  }

  @ContractAction
  void dueProgramme(Context context, MoneyActions.DueProgramme data) {
    context.requireAuthorization(CooperativeAccounts.PROGRAMME);
    Name coop = data.coop();
    TreasuryLedger ledger = ledger(context, coop);
    Posting posting = returns(context, coop)
        .leaveProgramme(
            data.member(),
            data.programme(),
            ledger.sheet(data.member()),
            data.document(),
            data.at());
    owe(context, coop, data.member(), posting, data.at());
    ledger.book(posting);
  }

  @ContractAction
  void payShare(Context context, MoneyActions.PayShare data) {
    book(
        context,
        data.coop(),
        returns(context, data.coop())
            .pay(
                data.member(),
                data.programme(),
                data.amount(),
                data.asset(),
                data.document(),
                data.at()));
  }

  @ContractAction
  void moveShare(Context context, MoneyActions.MoveShare data) {
    ShareMove move = data.move();
    Name coop = move.cooperative();
    Persons.acting(context, coop, move.member());
    MembershipTables.requireActive(context, coop, move.member());
    ProgrammeContract.participations(context, coop, move.member()).require(move.to());
    Posting posting = returns(context, coop).move(move, data.signature(), Signed.keys(context));
    if (move.isWithdrawal()) {
      owe(context, coop, move.member(), posting, data.signature().signedAt());
    }
    ledger(context, coop).book(posting);
  }

  @ContractAction
  void setOff(Context context, MoneyActions.SetOff data) {
    Name coop = data.netting().cooperative();
    Persons.acting(context, coop, data.netting().member());
    TreasuryLedger ledger = ledger(context, coop);
    ledger.book(returns(context, coop)
        .net(
            data.netting().signed(data.signature(), Signed.keys(context)),
            ledger.sheet(data.netting().member())));
  }

  @ContractAction
  void aid(Context context, MoneyActions.Aid data) {
    Name coop = data.grant().cooperative();
    book(
        context,
        coop,
        aids(context, coop)
            .payAid(
                data.grant().adopted(CouncilTables.inForce(context, coop, data.decision())),
                taking(context, coop, data.grant().member()),
                rulesAt(context, coop, data.at()),
                data.at()));
  }

  @ContractAction
  void loan(Context context, MoneyActions.Loan data) {
    Name coop = data.grant().cooperative();
    book(
        context,
        coop,
        aids(context, coop)
            .payLoan(
                data.grant().adopted(CouncilTables.inForce(context, coop, data.decision())),
                taking(context, coop, data.grant().member()),
                data.at()));
  }

  @ContractAction
  void repay(Context context, MoneyActions.Repay data) {
    book(
        context,
        data.coop(),
        aids(context, data.coop())
            .repayLoan(data.member(), data.programme(), data.amount(), data.document(), data.at()));
  }

  @ContractAction
  void advance(Context context, MoneyActions.Advance data) {
    Name coop = data.grant().cooperative();
    book(
        context,
        coop,
        aids(context, coop)
            .payAdvance(
                data.grant().adopted(CouncilTables.inForce(context, coop, data.decision())),
                taking(context, coop, data.grant().member()),
                rulesAt(context, coop, data.at()),
                data.at()));
  }

  @ContractAction
  void report(Context context, MoneyActions.Report data) {
    Name coop = data.grant().cooperative();
    book(
        context,
        coop,
        aids(context, coop)
            .reportAdvance(
                data.grant().adopted(CouncilTables.inForce(context, coop, data.decision())),
                data.spent(),
                rulesAt(context, coop, data.at()),
                data.document(),
                data.at()));
  }

  @ContractAction
  void payOut(Context context, MoneyActions.PayOut data) {
    Name coop = data.payments().cooperative();
    book(
        context,
        coop,
        data.payments()
            .pay(
                MeetingTables.decision(context, coop, data.meeting(), data.item()),
                charters.current(context, coop).money(),
                WALLETS,
                data.at()));
  }

  @ContractAction
  void coverLoss(Context context, MoneyActions.CoverLoss data) {
    Name coop = data.cover().cooperative();
    book(
        context,
        coop,
        data.cover()
            .coverFromReserve(
                MeetingTables.decision(context, coop, data.meeting(), data.item()),
                WALLETS,
                data.at()));
  }

  @ContractAction
  void payLoss(Context context, MoneyActions.PayLoss data) {
    Name coop = data.cover().cooperative();
    book(
        context,
        coop,
        data.cover()
            .pay(
                data.member(),
                MeetingTables.decision(context, coop, data.meeting(), data.item()),
                WALLETS,
                data.document(),
                data.at()));
  }

  @ContractAction
  void except(Context context, MoneyActions.Except data) {
    Name coop = data.use().cooperative();
    book(
        context,
        coop,
        data.use()
            .use(
                MeetingTables.decision(context, coop, data.meeting(), data.item()),
                WALLETS,
                data.at()));
  }

  /** Books what the cooperative authorises. */
  private void book(Context context, Name coop, Posting posting) {
    context.requireAuthorization(coop);
    ledger(context, coop).book(posting);
  }

  /** Keeps until when each share is paid that becomes due. */
  private void owe(Context context, Name coop, Name member, Posting posting, TimePointSec at) {
    Table<DutyRow> duties = context.table(DUTIES, coop, DutyRow.class, DutyRow::id);
    Charter charter = charters.current(context, coop);
    posting
        .moved()
        .forEach(amount -> duties.insert(
            context.receiver(),
            new DutyRow(
                NextId.of(duties, DutyRow::id), ReturnDuty.of(member, amount, at, charter))));
  }

  /** Programmes that an active member takes part in. */
  private static Participations taking(Context context, Name coop, Name member) {
    MembershipTables.requireActive(context, coop, member);
    return ProgrammeContract.participations(context, coop, member);
  }

  private FundBooking funds(Context context, Name coop) {
    return new FundBooking(WALLETS, charters.current(context, coop).currency());
  }

  private ShareReturns returns(Context context, Name coop) {
    return new ShareReturns(WALLETS, charters.current(context, coop).currency());
  }

  private AidBooking aids(Context context, Name coop) {
    return new AidBooking(WALLETS, charters.current(context, coop).currency());
  }

  private TreasuryLedger ledger(Context context, Name coop) {
    return ledger(context, coop, charters.current(context, coop));
  }

  private static Table<AdmissionPayments> admissions(Context context, Name coop) {
    return context.table(
        ADMISSIONS, coop, AdmissionPayments.class, row -> row.member().value());
  }

  private void onAdmission(
      Context context,
      Name coop,
      Contribution contribution,
      Optional<Valuation.InForce> valuation) {
    Charter charter = charters.current(context, coop);
    Table<AdmissionPayments> payments = admissions(context, coop);
    AdmissionPayments paid = payments
        .find(contribution.member().value())
        .orElse(AdmissionPayments.none(contribution.member(), charter.currency()));
    ledger(context, coop, charter)
        .book(booking(charter)
            .bookAdmission(
                contribution,
                charter.admission(),
                MembershipTables.membership(context, coop, contribution.member())
                    .kind(),
                paid,
                valuation));
    payments.put(context.receiver(), paid.plus(contribution));
  }

  private void toProgramme(
      Context context,
      Name coop,
      Contribution contribution,
      Optional<Valuation.InForce> valuation) {
    Programme.Active programme = Programme.inForceAt(
        List.of(ProgrammeContract.programmeOf(context, coop, contribution.programme())
            .requireActive()),
        contribution.at().toInstant());
    Participation participation = ProgrammeContract.participationOf(
            context, coop, contribution.member(), contribution.programme())
        .orElse(null);
    Table<CarryRow> carries = context.table(CARRIES, coop, CarryRow.class, CarryRow::programme);
    Carry carry = carries.find(contribution.programme()).map(CarryRow::carry).orElse(Carry.NONE);
    Charter charter = charters.current(context, coop);
    Booking booking = booking(charter)
        .book(
            contribution,
            participation,
            programme,
            rulesAt(context, coop, contribution.at()),
            carry,
            valuation);
    ledger(context, coop, charter).book(booking.posting());
    carries.put(context.receiver(), new CarryRow(contribution.programme(), booking.next()));
  }

  /** Whether exactly this contribution is booked; if nothing is under its paper, keeps that it is now. */
  private static boolean isBooked(Context context, Name coop, Contribution contribution) {
    Table<PapersRow> table = context.table(PAPERS, coop, PapersRow.class, PapersRow::prefix);
    long prefix = new AbiReader(contribution.document().toBytes()).readI64();
    PapersRow row = table.find(prefix).orElse(new PapersRow(prefix, List.of()));
    boolean booked = BookedPaper.isBooked(
        contribution,
        row.papers().stream()
            .filter(paper -> paper.document().equals(contribution.document()))
            .findFirst());
    if (!booked) {
      List<BookedPaper> papers = new ArrayList<>(row.papers());
      papers.add(BookedPaper.of(contribution));
      table.put(context.receiver(), new PapersRow(prefix, papers));
    }
    return booked;
  }

  private static FundRules rulesAt(Context context, Name coop, TimePointSec at) {
    List<FundRules> history = new ArrayList<>();
    rules(context, coop).forEach(row -> history.add(FundRules.restore(row)));
    return FundRules.inForceAt(history, at.toInstant());
  }

  private static ContributionBooking booking(Charter charter) {
    return new ContributionBooking(WALLETS, charter.currency(), charter.money());
  }

  private static TreasuryLedger ledger(Context context, Name coop, Charter charter) {
    return new TreasuryLedger(context, coop, charter.currency());
  }

  private static Table<FundRulesRecord> rules(Context context, Name coop) {
    return context.table(RULES, coop, FundRulesRecord.class, FundRulesRecord::version);
  }
}
