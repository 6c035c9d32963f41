package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Content of the question of suspending the Chairman (COUNCIL-17).
 *
 * @param cooperative account of the cooperative
 * @param chairman who is suspended
 * @param grounds which powers he exceeded and how he abused them, in words
 * @param until when the suspension lapses unless the general meeting re-elects before
 */
public record Suspension(Name cooperative, Name chairman, String grounds, TimePointSec until) {
  /** Refuses a suspension without grounds. */
  public Suspension {
    if (grounds.isBlank()) {
      throw new InvalidValueException("a suspension needs its grounds in words");
    }
  }

  /**
   * Subject of the question.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_DECISION, this);
  }
}
