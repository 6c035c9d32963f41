package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Content of the question of removing the head of a unit (BOARD-08).
 *
 * @param cooperative account of the cooperative
 * @param unit number of the unit
 * @param head who is to be removed
 * @param grounds what he did
 * @param evidence digest of the paper that shows it
 */
public record HeadRemoval(
    Name cooperative,
    @AbiType("uint64") long unit,
    Name head,
    Grounds grounds,
    Checksum256 evidence) {
  /** What a head of a unit is removed for. */
  public enum Grounds {
    /** Unlawful acts (противоправные действия). */
    UNLAWFUL_ACT,
    /** Abuse of office (злоупотребление). */
    ABUSE
  }

  /** Refuses a removal without evidence. */
  public HeadRemoval {
    if (evidence.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a removal needs evidence");
    }
  }

  /**
   * Subject of the question.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.UNIT, this);
  }
}
