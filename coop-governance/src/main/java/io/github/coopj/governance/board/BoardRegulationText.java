package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A version of the regulation on the Board (положение о правлении).
 *
 * @param cooperative account of the cooperative
 * @param version 1 or more
 * @param text digest of its text
 */
public record BoardRegulationText(Name cooperative, int version, Checksum256 text) {
  /** Refuses a regulation without version or text. */
  public BoardRegulationText {
    if (version < 1) {
      throw new InvalidValueException("a regulation has a version of 1 or more, got " + version);
    }
    if (text.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a regulation has a text");
    }
  }

  /**
   * Subject of the Council's question REGULATION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BOARD_REGULATION, this);
  }
}
