package io.github.coopj.governance.membership;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Application of a member to leave the cooperative (заявление о выходе). Leaving is his own decision: it needs nobody's
 * consent, and what he is paid back is settled afterwards (FUND-12).
 *
 * @param cooperative account of the cooperative
 * @param account who leaves
 * @param submittedAt when he applied
 */
public record ExitApplication(Name cooperative, Name account, TimePointSec submittedAt) {
  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.EXIT_APPLICATION, this);
  }
}
