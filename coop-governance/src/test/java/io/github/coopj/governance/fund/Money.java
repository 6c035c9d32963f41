package io.github.coopj.governance.fund;

import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.membership.Founding;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Books of a cooperative by the default chart, and what tests say about them. */
public final class Money {
  public static final Symbol RUB = platform().currency();
  public static final Wallets WALLETS = new Wallets(ChartReader.russianConsumer());
  public static final ContributionBooking CONTRIBUTIONS = new ContributionBooking(WALLETS, RUB);
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
}
