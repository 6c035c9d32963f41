package io.github.coopj.governance.order;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Goods or services that a participant offers in the catalogue of a programme (CPP-06, CPP-07).
 *
 * @param cooperative account of the cooperative
 * @param programme number of the programme
 * @param number number of the offer within the cooperative, 1 for the first
 * @param provider account of the participant
 * @param title what is offered, not blank
 * @param unit code of the unit that it is counted in, such as {@code kg}
 * @param price price of a unit, above zero
 * @param quantity how many units there are, above zero
 * @param until from when it can no longer be ordered
 */
public record Offer(
    Name cooperative,
    @AbiType("uint64") long programme,
    @AbiType("uint64") long number,
    Name provider,
    String title,
    Name unit,
    Asset price,
    @AbiType("uint64") long quantity,
    TimePointSec until) {
  /** Refuses an offer of nothing, for nothing, without title or unit. */
  public Offer {
    if (number < 1
        || quantity < 1
        || !price.isPositive()
        || title.isBlank()
        || unit.isEmpty()
        || provider.isEmpty()) {
      throw new InvalidValueException("an offer has a number, a provider, a title, a unit, a price"
          + " and a quantity above zero, got " + quantity + " " + unit + " of \"" + title + "\" at "
          + price);
    }
  }

  /**
   * What the provider signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.OFFER, this);
  }

  /**
   * What a number of units costs.
   *
   * @param units number of units, 1 or more
   * @return exact; refused if it is too big for an asset
   */
  public Asset cost(long units) {
    return price.times(units);
  }
}
