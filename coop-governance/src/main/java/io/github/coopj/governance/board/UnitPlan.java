package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A unit to be opened (BOARD-07).
 *
 * @param cooperative account of the cooperative
 * @param id number in the registry, 1 or more
 * @param kind kind of unit
 * @param title its name, not blank
 * @param head who is to head it
 */
public record UnitPlan(
    Name cooperative, @AbiType("uint64") long id, UnitKind kind, String title, Name head) {
  /** Refuses a unit without number, name or head. */
  public UnitPlan {
    if (id < 1 || title.isBlank() || head.isEmpty()) {
      throw new InvalidValueException("a unit has a number, a title and a head, got " + id);
    }
  }

  /**
   * Subject of the question of opening it.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.UNIT, this);
  }
}
