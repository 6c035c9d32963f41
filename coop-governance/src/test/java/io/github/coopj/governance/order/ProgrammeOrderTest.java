package io.github.coopj.governance.order;

import static io.github.coopj.governance.fund.Money.AT;
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
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Offers and orders of participants: held, handed over, called off, expired. */
class ProgrammeOrderTest {
  private static final Name ANNA = member(3);
  private static final Name BORIS = member(4);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 0));
  private static final TimePointSec DEADLINE = AT.plusSeconds(3_600);

  private static DocumentSignature signed(Name member, Checksum256 digest) {
    return DocumentSignature.sign(key(member), member, digest, AT.toInstant());
  }

  private static Offer offer(long quantity) {
    return new Offer(
        COOP, 5, 1, BORIS, "Мука", Name.of("kg"), rub(150), quantity, AT.plusSeconds(600));
  }

  private static ListedOffer listed(long quantity) {
    Offer offer = offer(quantity);
    return ListedOffer.list(
        offer,
        signed(BORIS, offer.digest()),
        BREAD,
        Optional.of(participant(BREAD, BORIS, NOW)),
        KEYS,
        AT.toInstant());
  }

  private static OrderRequest request(ListedOffer offer, Name buyer, long units) {
    return new OrderRequest(COOP, 7, offer.offer().digest(), buyer, units, DEADLINE);
  }

  private static OrderStep place(ListedOffer offer, long units) {
    OrderRequest request = request(offer, ANNA, units);
    return ProgrammeOrder.place(
        request,
        signed(ANNA, request.digest()),
        offer,
        BREAD,
        Optional.of(participant(BREAD, ANNA, NOW)),
        KEYS,
        WALLETS);
  }

  private static OrderStep deliver(OrderStep placed, TimePointSec at) {
    DeliveryAct act = new DeliveryAct(COOP, placed.order().request().digest(), at);
    return placed
        .order()
        .deliver(
            act,
            signed(BORIS, act.digest()),
            signed(ANNA, act.digest()),
            placed.offer(),
            KEYS,
            WALLETS);
  }

  private static Books annaHas(long minor) {
    Books books = books();
    Money.contribute(books, BREAD, ANNA, minor);
    return books;
  }

  @Test
  @Tag("CPP-06")
  void order_holdsThePrice_andHandsOver_shareForShare() {
    Books books = annaHas(1_000);
    OrderStep placed = place(listed(10), 4);
    assertThat(placed.offer().left()).isEqualTo(6);
    Money.book(books, placed.posting());
    assertThat(books.balance(WALLETS.share(5, ANNA)).available(AccountSide.CREDIT))
        .isEqualTo(400);
    OrderStep delivered = deliver(placed, AT);
    Money.book(books, delivered.posting());
    assertThat(delivered.order().status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(view(books).balance(WALLETS.share(5, ANNA))).isEqualTo(rub(400));
    assertThat(view(books).balance(WALLETS.share(5, BORIS))).isEqualTo(rub(600));
    assertThat(view(books).balance(AssetKind.GOODS)).isEqualTo(rub(0));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(1_000));
    assertThat(view(books).fund(FundCode.SHARE)).isEqualTo(rub(1_000));
    assertRefused(() -> deliver(delivered, AT), Reason.WRONG_STATE);
    assertSound(books);
  }

  @Test
  @Tag("CPP-06")
  void order_refused_aboveTheShare_andTheStock() {
    Books books = annaHas(599);
    assertRefused(() -> Money.book(books, place(listed(10), 4).posting()), Reason.BALANCE_TOO_LOW);
    assertThat(place(listed(4), 4).offer().left()).isZero();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> place(listed(3), 4))
        .withMessage("NOT_SO_MUCH_LEFT offer=1 asked=4 left=3");
  }

  @Test
  @Tag("CPP-07")
  void offer_isListed_byAnyParticipant_andByNobodyElse() {
    assertThat(listed(1).taken()).isZero();
    Offer offer = offer(1);
    DocumentSignature signature = signed(BORIS, offer.digest());
    assertRefused(
        () -> ListedOffer.list(offer, signature, BREAD, Optional.empty(), KEYS, AT.toInstant()),
        Reason.NOT_A_PARTICIPANT);
    assertRefused(
        () -> ListedOffer.list(
            offer,
            signature,
            BREAD,
            Optional.of(participant(BREAD, ANNA, NOW)),
            KEYS,
            AT.toInstant()),
        Reason.NOT_A_PARTICIPANT);
    Programme.Active seed = active(6, new SplitRule(1, 0));
    assertRefused(
        () -> ListedOffer.list(
            offer,
            signature,
            seed,
            Optional.of(participant(seed, BORIS, NOW)),
            KEYS,
            AT.toInstant()),
        Reason.PROGRAMME_MISMATCH);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> ListedOffer.list(
            offer,
            signed(ANNA, offer.digest()),
            BREAD,
            Optional.of(participant(BREAD, BORIS, NOW)),
            KEYS,
            AT.toInstant()));
    assertRefused(
        () -> ListedOffer.list(
            offer,
            signature,
            BREAD,
            Optional.of(participant(BREAD, BORIS, NOW)),
            KEYS,
            offer.until().toInstant()),
        Reason.OFFER_ENDED);
  }

  @Test
  @Tag("CPP-06")
  void order_refused_ofStrangers_ofOwnOffers_andOfOtherPapers() {
    ListedOffer offer = listed(10);
    OrderRequest request = request(offer, ANNA, 1);
    DocumentSignature signature = signed(ANNA, request.digest());
    assertRefused(
        () ->
            ProgrammeOrder.place(request, signature, offer, BREAD, Optional.empty(), KEYS, WALLETS),
        Reason.NOT_A_PARTICIPANT);
    OrderRequest own = request(offer, BORIS, 1);
    assertRefused(
        () -> ProgrammeOrder.place(
            own,
            signed(BORIS, own.digest()),
            offer,
            BREAD,
            Optional.of(participant(BREAD, BORIS, NOW)),
            KEYS,
            WALLETS),
        Reason.ORDER_OF_OWN_OFFER);
    OrderRequest other = request(listed(9), ANNA, 1);
    assertRefused(
        () -> ProgrammeOrder.place(
            other,
            signed(ANNA, other.digest()),
            offer,
            BREAD,
            Optional.of(participant(BREAD, ANNA, NOW)),
            KEYS,
            WALLETS),
        Reason.PAPER_OF_OTHER);
    OrderStep placed = place(offer, 1);
    DeliveryAct wrong = new DeliveryAct(COOP, paper("another order"), AT);
    assertRefused(
        () -> placed
            .order()
            .deliver(
                wrong,
                signed(BORIS, wrong.digest()),
                signed(ANNA, wrong.digest()),
                placed.offer(),
                KEYS,
                WALLETS),
        Reason.PAPER_OF_OTHER);
    DeliveryAct act = new DeliveryAct(COOP, placed.order().request().digest(), AT);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> placed
            .order()
            .deliver(
                act,
                signed(ANNA, act.digest()),
                signed(ANNA, act.digest()),
                placed.offer(),
                KEYS,
                WALLETS));
  }

  @Test
  @Tag("CPP-06")
  void order_calledOffOrExpired_freesThePrice_andTheStock() {
    Books books = annaHas(1_000);
    OrderStep placed = place(listed(10), 4);
    Money.book(books, placed.posting());
    assertRefused(
        () -> placed.order().cancel(member(5), paper("no"), placed.offer(), WALLETS, AT),
        Reason.NOT_A_PARTICIPANT);
    OrderStep cancelled =
        placed.order().cancel(BORIS, paper("sold out"), placed.offer(), WALLETS, AT);
    Money.book(books, cancelled.posting());
    assertThat(cancelled.offer().left()).isEqualTo(10);
    assertThat(books.balance(WALLETS.share(5, ANNA)).available(AccountSide.CREDIT))
        .isEqualTo(1_000);
    assertRefused(
        () -> placed.order().expire(placed.offer(), DEADLINE.toInstant().minusSeconds(1), WALLETS),
        Reason.ORDER_STILL_OPEN);
    OrderStep expired = placed.order().expire(placed.offer(), DEADLINE.toInstant(), WALLETS);
    assertThat(expired.order().status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(expired.posting().transfers()).isEmpty();
    assertRefused(() -> deliver(placed, DEADLINE), Reason.ORDER_LATE);
    assertRefused(
        () -> placed.order().cancel(ANNA, paper("late"), placed.offer(), WALLETS, DEADLINE),
        Reason.ORDER_LATE);
    assertThat(deliver(placed, TimePointSec.of(DEADLINE.toInstant().minusSeconds(1)))
            .order()
            .status())
        .isEqualTo(OrderStatus.DELIVERED);
    assertSound(books);
  }

  @Test
  void offer_refusesNothing_andACostTooBigForAnAsset() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> offer(0));
    Offer dear = new Offer(
        COOP, 5, 1, BORIS, "Золото", Name.of("kg"), rub(Asset.MAX_AMOUNT), 2, AT.plusSeconds(600));
    assertThat(dear.cost(1)).isEqualTo(rub(Asset.MAX_AMOUNT));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> dear.cost(2));
  }
}
