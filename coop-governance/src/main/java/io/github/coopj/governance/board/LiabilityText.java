package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A version of the regulation on material liability (положение о материальной ответственности; BOARD-06).
 *
 * @param cooperative account of the cooperative
 * @param version number of the version, 1 or more
 * @param text digest of its text
 */
public record LiabilityText(Name cooperative, int version, Checksum256 text) {
  /** Refuses a version without number or text. */
  public LiabilityText {
    if (version < 1 || text.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "a regulation on liability has a version of 1 or more and a text, got version "
              + version);
    }
  }

  /**
   * What the Board decides on to adopt the version, and what contracts of chairmen of sections cite (KU-18).
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.LIABILITY_CONTRACT, this);
  }
}
