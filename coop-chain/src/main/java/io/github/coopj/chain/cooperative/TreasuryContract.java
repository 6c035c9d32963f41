package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.BookedPaper;
import io.github.coopj.governance.fund.Booking;
import io.github.coopj.governance.fund.Carry;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.Entry;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.fund.LedgerAccount;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds contributions (взносы), funds and the ledger to tables (FUND-01, FUND-11, CPP-04). The rules are those of
 * {@link ContributionBooking} and {@link FundRules}.
 */
@ContractTable(name = "rules", row = FundRulesRecord.class)
@ContractTable(name = "accounts", row = TreasuryContract.AccountRow.class)
@ContractTable(name = "wallets", row = TreasuryContract.WalletRow.class)
@ContractTable(name = "carries", row = TreasuryContract.CarryRow.class)
@ContractTable(name = "admissions", row = AdmissionPayments.class)
@ContractTable(name = "papers", row = TreasuryContract.PapersRow.class)
@ContractTable(name = "journal", row = TreasuryContract.JournalRow.class)
public final class TreasuryContract extends JavaContract {
  static final Name ACCOUNTS = Name.of("accounts");
  static final Name WALLETS = Name.of("wallets");
  static final Name JOURNAL = Name.of("journal");
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
   * Balance of an account of the ledger; keyed by {@link LedgerAccount#key()}.
   *
   * @param account account
   * @param balance its balance
   */
  public record AccountRow(LedgerAccount account, Asset balance) {}

  /**
   * Share balance of a member; keyed by the member.
   *
   * @param member member
   * @param share what the cooperative owes the member as share contributions
   */
  public record WalletRow(Name member, Asset share) {}

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
   * An entry of the ledger with its number.
   *
   * @param number 1 for the first
   * @param at time of the block it is in
   * @param entry the entry
   */
  public record JournalRow(@AbiType("uint64") long number, TimePointSec at, Entry entry) {}

  /**
   * Opens the ledger of a cooperative with the fund rules of its charter; sent by the registry on founding.
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
    for (LedgerAccount account : List.of(LedgerAccount.values())) {
      accounts(context, data.coop())
          .insert(context.receiver(), new AccountRow(account, Asset.zero(charter.currency())));
    }
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
    Entry entry = ContributionBooking.bookAdmission(
        contribution,
        charter.admission(),
        MembershipTables.membership(context, coop, contribution.member()).kind(),
        paid,
        charter.currency());
    post(context, coop, entry);
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
    Booking booking = ContributionBooking.book(
        contribution,
        participation,
        programme,
        rulesAt(context, coop, contribution),
        carry,
        charters.current(context, coop).currency());
    booking.entries().forEach(entry -> post(context, coop, entry));
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

  private static void post(Context context, Name coop, Entry entry) {
    Table<JournalRow> journal = context.table(JOURNAL, coop, JournalRow.class, JournalRow::number);
    long number = NextId.of(journal, JournalRow::number);
    TimePointSec at = TimePointSec.of(context.currentTime().toInstant());
    journal.insert(context.receiver(), new JournalRow(number, at, entry));
    change(context, coop, entry, entry.debit());
    change(context, coop, entry, entry.credit());
    entry.onShare().ifPresent(change -> changeShare(context, coop, entry.member(), change));
  }

  private static void changeShare(Context context, Name coop, Name member, Asset change) {
    Table<WalletRow> wallets =
        context.table(WALLETS, coop, WalletRow.class, row -> row.member().value());
    Asset before =
        wallets.find(member.value()).map(WalletRow::share).orElse(Asset.zero(change.symbol()));
    wallets.put(context.receiver(), new WalletRow(member, before.plus(change)));
  }

  private static void change(Context context, Name coop, Entry entry, LedgerAccount account) {
    Table<AccountRow> accounts = accounts(context, coop);
    Asset before = accounts
        .find(account.key())
        .map(AccountRow::balance)
        .orElse(Asset.zero(entry.amount().symbol()));
    Asset effect = new Asset(entry.effectOn(account), entry.amount().symbol());
    accounts.put(context.receiver(), new AccountRow(account, before.plus(effect)));
  }

  private static Table<FundRulesRecord> rules(Context context, Name coop) {
    return context.table(RULES, coop, FundRulesRecord.class, FundRulesRecord::version);
  }

  private static Table<AccountRow> accounts(Context context, Name coop) {
    return context.table(ACCOUNTS, coop, AccountRow.class, row -> row.account().key());
  }
}
