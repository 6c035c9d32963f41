package io.github.coopj.governance.order;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What provider and buyer sign when the goods are handed over (акт приёма-передачи). It says what they are worth (FUND-20).
 *
 * @param cooperative account of the cooperative
 * @param order digest of the order
 * @param handedOver when they were handed over
 */
public record DeliveryAct(Name cooperative, Checksum256 order, TimePointSec handedOver) {
  /**
   * What both sign.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.DELIVERY_ACT, this);
  }
}
