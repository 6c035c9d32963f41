package io.github.coopj.governance.order;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import java.time.Instant;
import java.util.Optional;

/**
 * An order between two participants of a programme: {@code PLACED -> DELIVERED}, {@code PLACED -> CANCELLED}, {@code PLACED ->
 * EXPIRED}. While it is placed, the price is held on the buyer's share, so that he can neither spend it twice nor leave with it.
 *
 * @param request what was ordered
 * @param provider account of the provider
 * @param programme number of the programme
 * @param cost price of all units
 * @param status how far it has come
 */
public record ProgrammeOrder(
    OrderRequest request, Name provider, long programme, Asset cost, OrderStatus status) {
  /**
   * Places an order.
   *
   * @param request what is ordered
   * @param signature the buyer's signature under its digest
   * @param offer the offer as it is listed
   * @param programme programme of the catalogue
   * @param buyer the buyer's part in it, empty if he takes none
   * @param keys which keys sign for which accounts
   * @param wallets wallets of the chart
   * @return the order, the offer with less left, and the hold; the ledger refuses it if the buyer's share is smaller
   * @throws GovernanceException PAPER_OF_OTHER if the order names another offer, PROGRAMME_MISMATCH,
   *     NOT_A_PARTICIPANT, ORDER_OF_OWN_OFFER, OFFER_ENDED, NOT_SO_MUCH_LEFT, ORDER_LATE for a deadline that is over, and if the
   *     signature is not his
   */
  public static OrderStep place(
      OrderRequest request,
      DocumentSignature signature,
      ListedOffer offer,
      Programme.Active programme,
      Optional<Participation> buyer,
      SignerKeys keys,
      Wallets wallets) {
    Offer offered = offer.offer();
    requireSame(request.offer(), offered.digest(), offered.number());
    ListedOffer.requireProgramme(offered.programme(), programme);
    ListedOffer.requireParticipant(request.buyer(), programme, buyer);
    if (request.buyer().equals(offered.provider())) {
      throw new GovernanceException(Reason.ORDER_OF_OWN_OFFER, "account", request.buyer());
    }
    signature.requireGenuine(request.digest(), request.buyer(), keys);
    TimePointSec at = signature.signedAt();
    if (at.compareTo(request.deadline()) >= 0) {
      throw late(request);
    }
    ListedOffer after = offer.take(request.units(), at.toInstant());
    ProgrammeOrder order = new ProgrammeOrder(
        request,
        offered.provider(),
        offered.programme(),
        offered.cost(request.units()),
        OrderStatus.PLACED);
    Posting posting = Posting.of(wallets, request.digest(), at)
        .hold(
            order.share(wallets),
            order.settlement(wallets),
            order.cost(),
            Purpose.SHARE_SPENT,
            request.deadline())
        .build();
    return new OrderStep(order, after, posting);
  }

  /**
   * Hands it over: the provider's goods become his share, and the buyer takes them for his own.
   *
   * @param act the act
   * @param byProvider the provider's signature under its digest
   * @param byBuyer the buyer's signature under its digest
   * @param offer the offer as it is listed
   * @param keys which keys sign for which accounts
   * @param wallets wallets of the chart
   * @return the order delivered, and both legs
   * @throws GovernanceException WRONG_STATE, PAPER_OF_OTHER if the act is of another order, ORDER_LATE, and if a
   *     signature is not theirs
   */
  public OrderStep deliver(
      DeliveryAct act,
      DocumentSignature byProvider,
      DocumentSignature byBuyer,
      ListedOffer offer,
      SignerKeys keys,
      Wallets wallets) {
    requirePlaced();
    requireSame(act.order(), request.digest(), request.number());
    byProvider.requireGenuine(act.digest(), provider, keys);
    byBuyer.requireGenuine(act.digest(), request.buyer(), keys);
    if (act.handedOver().compareTo(request.deadline()) >= 0) {
      throw late(request);
    }
    LedgerKey goods = wallets.asset(AssetKind.GOODS);
    LedgerKey theirs = wallets.settlement(programme, provider);
    Posting posting = Posting.of(wallets, act.digest(), act.handedOver())
        .move(goods, theirs, cost, Purpose.RECEIVED)
        .move(theirs, wallets.share(programme, provider), cost, Purpose.SHARE)
        .post(held(), cost, Purpose.SHARE_SPENT)
        .move(settlement(wallets), goods, cost, Purpose.PAID_OUT)
        .build();
    return new OrderStep(with(OrderStatus.DELIVERED), offer, posting);
  }

  /**
   * Calls it off.
   *
   * @param by buyer or provider
   * @param document digest of the paper
   * @param offer the offer as it is listed
   * @param wallets wallets of the chart
   * @param at when it is called off
   * @return the order cancelled, the offer with its units back, and the release
   * @throws GovernanceException WRONG_STATE, NOT_A_PARTICIPANT for anybody else, ORDER_LATE after the deadline
   */
  public OrderStep cancel(
      Name by, Checksum256 document, ListedOffer offer, Wallets wallets, TimePointSec at) {
    requirePlaced();
    if (!by.equals(provider) && !by.equals(request.buyer())) {
      throw new GovernanceException(
          Reason.NOT_A_PARTICIPANT, "account", by, "programme", programme);
    }
    if (at.compareTo(request.deadline()) >= 0) {
      throw late(request);
    }
    Posting posting =
        Posting.of(wallets, document, at).release(held(), Purpose.SHARE_SPENT).build();
    return new OrderStep(with(OrderStatus.CANCELLED), offer.giveBack(request.units()), posting);
  }

  /**
   * Ends it after its deadline; the ledger frees the price by itself.
   *
   * @param offer the offer as it is listed
   * @param now the moment, not before the deadline
   * @param wallets wallets of the chart
   * @return the order expired, the offer with its units back, and nothing to book
   * @throws GovernanceException WRONG_STATE, ORDER_STILL_OPEN
   */
  public OrderStep expire(ListedOffer offer, Instant now, Wallets wallets) {
    requirePlaced();
    if (now.isBefore(request.deadline().toInstant())) {
      throw new GovernanceException(
          Reason.ORDER_STILL_OPEN, "order", request.number(), "deadline", request.deadline());
    }
    return new OrderStep(
        with(OrderStatus.EXPIRED),
        offer.giveBack(request.units()),
        Posting.of(wallets, request.digest(), request.deadline()).build());
  }

  private TransferId held() {
    return TransferId.part(request.digest(), 0);
  }

  private LedgerKey share(Wallets wallets) {
    return wallets.share(programme, request.buyer());
  }

  private LedgerKey settlement(Wallets wallets) {
    return wallets.settlement(programme, request.buyer());
  }

  private ProgrammeOrder with(OrderStatus next) {
    return new ProgrammeOrder(request, provider, programme, cost, next);
  }

  private void requirePlaced() {
    if (status != OrderStatus.PLACED) {
      throw new GovernanceException(
          Reason.WRONG_STATE,
          "what",
          "order " + request.number(),
          "state",
          status,
          "needed",
          OrderStatus.PLACED);
    }
  }

  private static void requireSame(Checksum256 actual, Checksum256 expected, long number) {
    if (!actual.equals(expected)) {
      throw new GovernanceException(
          Reason.PAPER_OF_OTHER, "number", number, "expected", expected, "actual", actual);
    }
  }

  private static GovernanceException late(OrderRequest request) {
    return new GovernanceException(
        Reason.ORDER_LATE, "order", request.number(), "deadline", request.deadline());
  }
}
