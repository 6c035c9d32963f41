package io.github.coopj.governance.order;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import java.time.Instant;
import java.util.Optional;

/**
 * An offer in the catalogue. Any participant may have one listed; nobody's leave is asked (CPP-07).
 *
 * @param offer what is offered
 * @param taken units that are ordered and not cancelled
 */
public record ListedOffer(Offer offer, @AbiType("uint64") long taken) {
  /** Refuses more than there is. */
  public ListedOffer {
    if (taken < 0 || taken > offer.quantity()) {
      throw new InvalidValueException(
          "of " + offer.quantity() + " units none or some are taken, got " + taken);
    }
  }

  /**
   * Lists an offer.
   *
   * @param offer what is offered
   * @param signature the provider's signature under its digest
   * @param programme programme of the catalogue
   * @param participation the provider's part in it, empty if he takes none
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the offer in the catalogue
   * @throws GovernanceException PROGRAMME_MISMATCH, NOT_A_PARTICIPANT, OFFER_ENDED, and if the signature is not his
   */
  public static ListedOffer list(
      Offer offer,
      DocumentSignature signature,
      Programme.Active programme,
      Optional<Participation> participation,
      SignerKeys keys,
      Instant now) {
    requireProgramme(offer.programme(), programme);
    requireParticipant(offer.provider(), programme, participation);
    signature.requireGenuine(offer.digest(), offer.provider(), keys);
    requireOpen(offer, now);
    return new ListedOffer(offer, 0);
  }

  /**
   * Units that can still be ordered.
   *
   * @return 0 or more
   */
  public long left() {
    return offer.quantity() - taken;
  }

  /**
   * Takes units for an order.
   *
   * @param units number of units, 1 or more
   * @param now the moment
   * @return the offer with less left
   * @throws GovernanceException OFFER_ENDED, NOT_SO_MUCH_LEFT
   */
  ListedOffer take(long units, Instant now) {
    requireOpen(offer, now);
    if (units > left()) {
      throw new GovernanceException(
          Reason.NOT_SO_MUCH_LEFT, "offer", offer.number(), "asked", units, "left", left());
    }
    return new ListedOffer(offer, taken + units);
  }

  /** Gives units back that were not handed over. */
  ListedOffer giveBack(long units) {
    return new ListedOffer(offer, taken - units);
  }

  static void requireProgramme(long expected, Programme.Active programme) {
    if (programme.id() != expected) {
      throw new GovernanceException(
          Reason.PROGRAMME_MISMATCH, "programme", programme.id(), "expected", expected);
    }
  }

  static void requireParticipant(
      Name member, Programme.Active programme, Optional<Participation> participation) {
    boolean takesPart = participation
        .filter(
            part -> part.member().equals(member) && part.snapshot().programme() == programme.id())
        .isPresent();
    if (!takesPart) {
      throw new GovernanceException(
          Reason.NOT_A_PARTICIPANT, "account", member, "programme", programme.id());
    }
  }

  private static void requireOpen(Offer offer, Instant now) {
    if (!now.isBefore(offer.until().toInstant())) {
      throw new GovernanceException(
          Reason.OFFER_ENDED, "offer", offer.number(), "until", offer.until());
    }
  }
}
