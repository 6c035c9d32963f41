package io.github.coopj.governance.order;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a participant orders from the catalogue (заказ).
 *
 * @param cooperative account of the cooperative
 * @param number number of the order within the cooperative, 1 for the first
 * @param offer digest of the offer, so that nothing about it can change
 * @param buyer account of the participant
 * @param units number of units, 1 or more
 * @param deadline until when it is to be handed over
 */
public record OrderRequest(
    Name cooperative,
    @AbiType("uint64") long number,
    Checksum256 offer,
    Name buyer,
    @AbiType("uint64") long units,
    TimePointSec deadline) {
  /** Refuses an order of nothing or by nobody. */
  public OrderRequest {
    if (number < 1 || units < 1 || buyer.isEmpty() || offer.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "an order has a number, a buyer, an offer and units, got " + units + " by " + buyer);
    }
  }

  /**
   * What the buyer signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PROGRAMME_ORDER, this);
  }
}
