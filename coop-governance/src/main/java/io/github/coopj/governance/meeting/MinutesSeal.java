package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * The two halves of the minutes by their digests. The half with figures is recomputed by the meeting itself when it is
 * signed, so minutes with other figures cannot be signed (TALLY-02); the other half may hold names and texts and never
 * leaves the cooperative.
 *
 * @param tally digest of {@link MinutesTally}
 * @param narrative digest of {@link MinutesNarrative}
 */
public record MinutesSeal(Checksum256 tally, Checksum256 narrative) {
  /**
   * What the chairman signs.
   *
   * @return digest of the minutes
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.MINUTES, this);
  }
}
