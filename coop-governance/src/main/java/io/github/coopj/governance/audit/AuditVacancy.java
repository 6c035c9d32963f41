package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A Revision commission that lacks members, as the next general meeting has to hear of it (AUDIT-01, AUDIT-04).
 *
 * @param cooperative account of the cooperative
 * @param standing INCOMPLETE or EXPIRED
 * @param inOffice members left
 * @param since since when the commission has not been complete
 */
public record AuditVacancy(
    Name cooperative, AuditStanding standing, int inOffice, TimePointSec since) {
  /**
   * The item that the agenda of the next general meeting needs.
   *
   * @return AUDIT_COMMISSION
   */
  public ItemType item() {
    return ItemType.AUDIT_COMMISSION;
  }

  /**
   * Digest to name the vacancy by.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_DECISION, this);
  }
}
