package io.github.coopj.governance.network;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.program.Programmes.active;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member takes goods of another cooperative: both legs or none, one correlation id. */
@Tag("INTER-01")
class CrossTradeTest {
  private static final Name HOME = Name.of("homecoop");
  private static final Name HOST = Name.of("hostcoop");
  private static final Name ANNA = member(3);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 0));

  private static Membership.Active membership(Name account, PersonKind kind) {
    return Membership.restore(new MembershipRecord(
            account,
            kind,
            paper("person"),
            paper("application"),
            kind == PersonKind.INDIVIDUAL ? Name.EMPTY : member(1),
            MembershipStatus.ACTIVE,
            TimePointSec.of(NOW),
            TimePointSec.of(NOW),
            TimePointSec.EPOCH,
            1))
        .requireActive();
  }

  private static MutualMembership mutual() {
    return MutualMembership.of(
        HOME,
        membership(HOME, PersonKind.LEGAL_ENTITY),
        HOST,
        membership(HOST, PersonKind.LEGAL_ENTITY));
  }

  private static DocumentSignature signed(Name by, CrossTrade trade) {
    return DocumentSignature.sign(key(by), by, trade.digest(), AT.toInstant());
  }

  private static CrossTrade trade(long minor) {
    return new CrossTrade(HOME, HOST, ANNA, 5, 5, rub(minor), paper("ten sacks"), AT);
  }

  private static CrossTrade.Agreed agreed(CrossTrade trade) {
    return trade.agreed(
        signed(ANNA, trade), signed(HOME, trade), signed(HOST, trade), mutual(), KEYS);
  }

  /** Anna has a share in home; home has one in host, for which it paid money. */
  private static Books home(long annaHas, long homeHas) {
    Books books = books();
    Money.contribute(books, BREAD, ANNA, annaHas);
    receive(books, FundCode.OPERATIONS, homeHas);
    Money.book(
        books,
        Posting.of(WALLETS, paper("share in host"), AT)
            .move(
                LedgerKey.of(WALLETS.chart().of(AccountRole.SHARES_ELSEWHERE)),
                WALLETS.asset(AssetKind.MONEY),
                rub(homeHas),
                Purpose.EXCHANGE)
            .build());
    return books;
  }

  private static Books host(long homeHas, long goods) {
    Books books = books();
    Money.contribute(books, BREAD, HOME, homeHas);
    receive(books, FundCode.OPERATIONS, goods);
    Money.book(
        books, FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(goods), paper("sacks"), AT));
    return books;
  }

  private static void trade(Books home, Books host, long minor) {
    CrossTrade.Agreed agreed = agreed(trade(minor));
    BothLegs.book(home, agreed.homeLeg(WALLETS), host, agreed.hostLeg(WALLETS), AT.toInstant());
  }

  @Test
  void bothLegs_areBooked_underOneCorrelationId() {
    Books home = home(500, 400);
    Books host = host(400, 300);
    trade(home, host, 300);
    assertThat(view(home).balance(WALLETS.share(5, ANNA))).isEqualTo(rub(200));
    assertThat(view(home).balance(AccountRole.SHARES_ELSEWHERE)).isEqualTo(rub(100));
    assertThat(view(home).balance(AssetKind.GOODS)).isEqualTo(rub(0));
    assertThat(view(host).balance(WALLETS.share(5, HOME))).isEqualTo(rub(100));
    assertThat(view(host).balance(AssetKind.GOODS)).isEqualTo(rub(0));
    Checksum256 id = trade(300).digest();
    for (Books books : List.of(home, host)) {
      assertThat(books.journal().stream()
              .filter(record -> record.transfer().basis().document().equals(id)))
          .hasSizeBetween(2, 3);
      assertSound(books);
    }
    long before = home.lastNumber() + host.lastNumber();
    trade(home, host, 300);
    assertThat(home.lastNumber() + host.lastNumber()).isEqualTo(before);
  }

  @Test
  void neitherLeg_isBooked_ifOneCannotBe() {
    record Case(long annaHas, long homeHas, long hostOwes, long goods) {}
    for (Case each : List.of(
        new Case(299, 400, 400, 300),
        new Case(500, 299, 400, 300),
        new Case(500, 400, 299, 300),
        new Case(500, 400, 400, 299))) {
      Books home = home(each.annaHas(), each.homeHas());
      Books host = host(each.hostOwes(), each.goods());
      LedgerSnapshot homeBefore = home.snapshot();
      LedgerSnapshot hostBefore = host.snapshot();
      assertRefused(() -> trade(home, host, 300), Reason.BALANCE_TOO_LOW);
      assertThat(home.snapshot()).isEqualTo(homeBefore);
      assertThat(host.snapshot()).isEqualTo(hostBefore);
    }
  }

  @Test
  void trade_needsThreeSignatures_andMutualMembership() {
    CrossTrade trade = trade(1);
    for (List<Name> signers :
        List.of(List.of(HOME, HOME, HOST), List.of(ANNA, ANNA, HOST), List.of(ANNA, HOME, HOME))) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> trade.agreed(
              signed(signers.get(0), trade),
              signed(signers.get(1), trade),
              signed(signers.get(2), trade),
              mutual(),
              KEYS));
    }
    MutualMembership others = MutualMembership.of(
        HOME,
        membership(HOME, PersonKind.LEGAL_ENTITY),
        Name.of("third"),
        membership(Name.of("third"), PersonKind.LEGAL_ENTITY));
    assertRefused(
        () -> trade.agreed(
            signed(ANNA, trade), signed(HOME, trade), signed(HOST, trade), others, KEYS),
        Reason.NO_MUTUAL_MEMBERSHIP);
    assertRefused(
        () -> MutualMembership.of(
            HOME,
            membership(HOME, PersonKind.LEGAL_ENTITY),
            HOST,
            membership(HOME, PersonKind.LEGAL_ENTITY)),
        Reason.NO_MUTUAL_MEMBERSHIP);
    assertRefused(
        () -> MutualMembership.of(
            HOME,
            membership(HOME, PersonKind.INDIVIDUAL),
            HOST,
            membership(HOST, PersonKind.LEGAL_ENTITY)),
        Reason.NO_MUTUAL_MEMBERSHIP);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CrossTrade(HOME, HOME, ANNA, 5, 5, rub(1), paper("sack"), AT));
  }
}
