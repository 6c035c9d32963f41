package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.book;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.WalletSheet;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.program.Programme;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Books of a cooperative by the default chart, and what tests say about them. */
public final class Money {
  public static final Symbol RUB = platform().currency();
  public static final Wallets WALLETS = new Wallets(ChartReader.russianConsumer());
  public static final ContributionBooking CONTRIBUTIONS =
      new ContributionBooking(WALLETS, RUB, platform().money());
  public static final FundBooking FUNDS = new FundBooking(WALLETS, RUB);
  public static final FundRules RULES = FundRules.ofCharter(platform(), Founding.GROUND);
  public static final TimePointSec AT = TimePointSec.of(NOW.plusSeconds(60));

  private Money() {}

  public static Asset rub(long minor) {
    return new Asset(minor, RUB);
  }

  public static Books books() {
    return new Books(ChartReader.russianConsumer(), RUB);
  }

  public static void book(Books books, Posting posting) {
    books.book(posting.transfers(), AT.toInstant());
  }

  /** Money that came from nowhere in particular. */
  public static void receive(Books books, FundCode fund, long minor) {
    receive(books, fund, minor, "charity for " + fund + " after " + books.lastNumber());
  }

  public static void receive(Books books, FundCode fund, long minor, String text) {
    book(
        books,
        FUNDS.receipt(
            new FundBooking.Receipt(Purpose.CHARITY, rub(minor), fund.code(), paper(text), AT)));
  }

  public static BooksView view(Books books) {
    return new BooksView(books.snapshot());
  }

  /** What is debited, what is credited, minor units, purpose and version of the rules. */
  public static List<String> lines(Posting posting) {
    return posting.transfers().stream()
        .map(DirectTransfer.class::cast)
        .map(transfer -> transfer.debit() + " " + transfer.credit() + " "
            + transfer.amount().amount() + " " + transfer.basis().purpose() + " "
            + transfer.basis().ruleVersion())
        .toList();
  }

  public static void assertRefused(ThrowingCallable move, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  public static void assertSound(Books books) {
    assertThat(BooksCheck.check(books.snapshot())).isEmpty();
  }

  /** A member's wallets as one sheet. */
  public static WalletSheet sheet(Books books, Name member) {
    WalletSheet sheet = WalletSheet.EMPTY;
    for (var wallet : books.balances(LedgerLevel.MEMBER).entrySet()) {
      if (wallet.getKey().member().equals(member)) {
        sheet = sheet.with(wallet.getKey(), wallet.getValue());
      }
    }
    return sheet;
  }

  /** A member paid under a programme; the paper is named after the number of transfers. */
  public static void contribute(Books books, Programme.Active programme, Name member, long minor) {
    Contribution contribution = new Contribution(
        ContributionKind.PROGRAMME,
        member,
        rub(minor),
        programme.id(),
        paper("payment after " + books.lastNumber()),
        AT);
    book(
        books,
        CONTRIBUTIONS
            .book(
                contribution,
                participant(programme, member, NOW),
                programme,
                RULES,
                Carry.NONE,
                Optional.empty())
            .posting());
  }
}
