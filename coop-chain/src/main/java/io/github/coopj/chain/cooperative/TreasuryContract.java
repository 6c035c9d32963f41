package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.BookedPaper;
import io.github.coopj.governance.fund.Booking;
import io.github.coopj.governance.fund.Carry;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
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
public final class TreasuryContract extends JavaContract {
  static final Name RULES = Name.of("rules");
  static final Name ADMISSIONS = Name.of("admissions");
  static final Name PAPERS = Name.of("papers");
  static final Name CARRIES = Name.of("carries");

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
      toProgramme(context, coop, contribution);
    } else {
      onAdmission(context, coop, contribution);
    }
  }

  private void onAdmission(Context context, Name coop, Contribution contribution) {
    Charter charter = charters.current(context, coop);
    Table<AdmissionPayments> payments = context.table(
        ADMISSIONS, coop, AdmissionPayments.class, row -> row.member().value());
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
                Optional.empty()));
    payments.put(context.receiver(), paid.plus(contribution));
  }

  private void toProgramme(Context context, Name coop, Contribution contribution) {
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
            rulesAt(context, coop, contribution),
            carry,
            Optional.empty());
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

  private static FundRules rulesAt(Context context, Name coop, Contribution contribution) {
    List<FundRules> history = new ArrayList<>();
    rules(context, coop).forEach(row -> history.add(FundRules.restore(row)));
    return FundRules.inForceAt(history, contribution.at().toInstant());
  }

  private static ContributionBooking booking(Charter charter) {
    return new ContributionBooking(
        new Wallets(TreasuryLedger.CHART), charter.currency(), charter.money());
  }

  private static TreasuryLedger ledger(Context context, Name coop, Charter charter) {
    return new TreasuryLedger(context, coop, charter.currency());
  }

  private static Table<FundRulesRecord> rules(Context context, Name coop) {
    return context.table(RULES, coop, FundRulesRecord.class, FundRulesRecord::version);
  }
}
