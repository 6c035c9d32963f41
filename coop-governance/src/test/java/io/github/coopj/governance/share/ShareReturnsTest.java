package io.github.coopj.governance.share;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.WalletSheet;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Participations;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares that leave: due, paid, set off; the minimum share stays with a member. */
class ShareReturnsTest {
  private static final Name ANNA = member(3);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 0));
  private static final Programme.Active SEED = active(6, new SplitRule(1, 0));
  private static final ShareReturns RETURNS = new ShareReturns(WALLETS, RUB);

  private static DocumentSignature signed(Name member, Checksum256 digest) {
    return DocumentSignature.sign(key(member), member, digest, AT.toInstant());
  }

  private static Books shares() {
    Books books = books();
    Money.book(
        books,
        CONTRIBUTIONS.bookAdmission(
            new Contribution(ContributionKind.SHARE, ANNA, rub(30_000), 1, paper("minimum"), AT),
            platform().admission(),
            PersonKind.INDIVIDUAL,
            AdmissionPayments.none(ANNA, RUB),
            Optional.empty()));
    Money.contribute(books, BREAD, ANNA, 1_000);
    Money.contribute(books, SEED, ANNA, 500);
    return books;
  }

  private static Asset due(Books books) {
    return view(books).balance(AccountRole.SHARES_TO_RETURN);
  }

  @Test
  @Tag("FUND-12")
  void leave_makesAllSharesDue_alsoTheMinimum_andNothingIsLeftInTheShareFund() {
    Books books = shares();
    Money.book(books, RETURNS.leave(ANNA, Money.sheet(books, ANNA), paper("exit"), AT));
    assertThat(view(books).fund(FundCode.SHARE)).isEqualTo(rub(0));
    assertThat(due(books)).isEqualTo(rub(31_500));
    Money.book(books, RETURNS.pay(ANNA, 5, rub(1_000), AssetKind.MONEY, paper("first part"), AT));
    assertThat(due(books)).isEqualTo(rub(30_500));
    assertRefused(
        () ->
            Money.book(books, RETURNS.pay(ANNA, 5, rub(1), AssetKind.MONEY, paper("too much"), AT)),
        Reason.BALANCE_TOO_LOW);
    assertSound(books);
    assertThat(RETURNS
            .leave(member(4), Money.sheet(books, member(4)), paper("nothing"), AT)
            .transfers())
        .isEmpty();
  }

  @Test
  @Tag("FUND-12")
  void duty_lastsUntilTheEndOfTheDay_monthsLater_andIsThenLate_butNeverGone() {
    TimePointSec since = TimePointSec.of(Instant.parse("2026-03-31T20:30:00Z"));
    ReturnDuty duty = ReturnDuty.of(ANNA, rub(5), since, platform("\"share.returnMonths\": 11"));
    Instant late = LocalDate.parse("2027-03-01").atStartOfDay(platform().zone()).toInstant();
    assertThat(duty.payBy()).isEqualTo(TimePointSec.of(late));
    assertThat(duty.isLate(late.minusSeconds(1))).isFalse();
    assertThat(duty.isLate(late)).isTrue();
    assertThat(duty.isLate(late.plus(Duration.ofDays(10_000)))).isTrue();
  }

  @Test
  @Tag("FUND-12")
  void move_toAnotherProgrammeOrOut_onSignatureOnly_andNeverTheMinimum() {
    Books books = shares();
    ShareMove move = new ShareMove(COOP, ANNA, 5, 6, rub(400), AT);
    Money.book(books, RETURNS.move(move, signed(ANNA, move.digest()), KEYS));
    assertThat(view(books).balance(WALLETS.share(6, ANNA))).isEqualTo(rub(900));
    ShareMove back = new ShareMove(COOP, ANNA, 6, 6, rub(900), AT);
    Money.book(books, RETURNS.move(back, signed(ANNA, back.digest()), KEYS));
    assertThat(due(books)).isEqualTo(rub(900));
    ShareMove minimum = new ShareMove(COOP, ANNA, 1, 1, rub(1), AT);
    assertRefused(
        () -> Money.book(books, RETURNS.move(minimum, signed(ANNA, minimum.digest()), KEYS)),
        Reason.BALANCE_TOO_LOW);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> RETURNS.move(move, signed(member(4), move.digest()), KEYS));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> RETURNS.move(move, signed(ANNA, back.digest()), KEYS));
    assertThat(view(books).balance(WALLETS.minimumShare(ANNA))).isEqualTo(rub(30_000));
    assertSound(books);
  }

  private static void lend(Books books, long minor) {
    Money.book(
        books,
        Posting.of(WALLETS, paper("loan of " + minor), AT)
            .move(
                WALLETS.of(AccountRole.LOANS, 5, ANNA),
                WALLETS.asset(AssetKind.MONEY),
                rub(minor),
                Purpose.LOAN)
            .build());
  }

  private static DebtNetting netting(long minor) {
    return new DebtNetting(
        COOP, ANNA, List.of(new DebtNetting.Line(5, DebtNetting.Debt.LOAN, 5, rub(minor))), AT);
  }

  @Test
  @Tag("FUND-12")
  void net_uptoWhatIsDueAndOwed_onTheSignatureOfTheMember() {
    Books books = shares();
    lend(books, 700);
    assertRefused(
        () -> RETURNS.net(
            netting(1).signed(signed(ANNA, netting(1).digest()), KEYS), Money.sheet(books, ANNA)),
        Reason.NOTHING_TO_NET);
    Money.book(books, RETURNS.leave(ANNA, Money.sheet(books, ANNA), paper("exit"), AT));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> netting(700).signed(signed(member(4), netting(700).digest()), KEYS));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> RETURNS.net(
            netting(701).signed(signed(ANNA, netting(701).digest()), KEYS),
            Money.sheet(books, ANNA)))
        .withMessage("NOTHING_TO_NET account=" + ANNA + " amount=\"7.01 RUB\" most=\"7.00 RUB\"");
    DebtNetting twice = new DebtNetting(
        COOP,
        ANNA,
        List.of(
            new DebtNetting.Line(5, DebtNetting.Debt.LOAN, 5, rub(400)),
            new DebtNetting.Line(6, DebtNetting.Debt.LOAN, 5, rub(301))),
        AT);
    assertRefused(
        () ->
            RETURNS.net(twice.signed(signed(ANNA, twice.digest()), KEYS), Money.sheet(books, ANNA)),
        Reason.NOTHING_TO_NET);
    Money.book(
        books,
        RETURNS.net(
            netting(700).signed(signed(ANNA, netting(700).digest()), KEYS),
            Money.sheet(books, ANNA)));
    assertThat(view(books).balance(AccountRole.LOANS)).isEqualTo(rub(0));
    assertThat(due(books)).isEqualTo(rub(30_800));
    assertSound(books);
  }

  @Test
  @Tag("CPP-16")
  void programme_isLeft_afterDebtsArePaidOrSetOff_asTheCharterSays() {
    Books books = shares();
    lend(books, 700);
    ProgrammeExit exit = new ProgrammeExit(COOP, ANNA, 5, AT);
    MoneyPolicy block = platform().money();
    MoneyPolicy net = platform("\"programme.exitDebts\": \"NET\"").money();
    List<DebtNetting.Line> whole = netting(700).lines();
    WalletSheet sheet = Money.sheet(books, ANNA);
    assertRefused(
        () -> exit.requireFree(sheet, WALLETS, block, whole, RUB), Reason.OPEN_OBLIGATIONS);
    assertRefused(
        () -> exit.requireFree(sheet, WALLETS, net, netting(699).lines(), RUB),
        Reason.OPEN_OBLIGATIONS);
    assertRefused(
        () -> exit.requireFree(sheet, WALLETS, net, List.of(), RUB), Reason.OPEN_OBLIGATIONS);
    exit.requireFree(sheet, WALLETS, net, whole, RUB);
    new ProgrammeExit(COOP, ANNA, 6, AT).requireFree(sheet, WALLETS, block, List.of(), RUB);
    Money.book(books, RETURNS.leaveProgramme(ANNA, 5, sheet, exit.digest(), AT));
    assertThat(due(books)).isEqualTo(rub(1_000));
    assertThat(view(books).fund(FundCode.SHARE)).isEqualTo(rub(30_500));
    Participations parts = new Participations(ANNA, List.of())
        .with(participant(BREAD, ANNA, NOW).snapshot())
        .with(participant(SEED, ANNA, NOW).snapshot());
    assertThat(parts.without(5).of(5)).isEmpty();
    assertThat(parts.without(5).of(6)).isPresent();
    assertSound(books);
  }

  @Test
  @Tag("CPP-16")
  @Tag("FUND-12")
  void leave_refused_whileAnOrderHoldsTheShare() {
    Books books = shares();
    Money.book(
        books,
        Posting.of(WALLETS, paper("order"), AT)
            .hold(
                WALLETS.share(5, ANNA),
                WALLETS.settlement(5, ANNA),
                rub(1),
                Purpose.SHARE_SPENT,
                AT.plusSeconds(60))
            .build());
    WalletSheet sheet = Money.sheet(books, ANNA);
    assertRefused(() -> RETURNS.leave(ANNA, sheet, paper("exit"), AT), Reason.ORDERS_OPEN);
    assertRefused(
        () -> RETURNS.leaveProgramme(ANNA, 5, sheet, paper("exit"), AT), Reason.ORDERS_OPEN);
    assertThat(RETURNS.leaveProgramme(ANNA, 6, sheet, paper("exit"), AT).transfers())
        .hasSize(1);
  }
}
