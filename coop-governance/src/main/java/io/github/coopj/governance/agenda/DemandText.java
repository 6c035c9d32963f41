package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * A demand for an extraordinary meeting as it is written (требование о созыве, MEET-07, MEET-08).
 *
 * @param cooperative account of the cooperative
 * @param id number of the demand, 1 or more
 * @param grounds why a meeting is demanded, not blank
 * @param items what it is to decide, at least one, numbered 1, 2, 3 …
 */
public record DemandText(
    Name cooperative, @AbiType("uint64") long id, String grounds, List<AgendaItem> items) {
  /** Refuses a demand for nothing. */
  public DemandText {
    items = new Agenda(1, items).items();
    if (id < 1 || grounds.isBlank()) {
      throw new InvalidValueException("a demand needs a number and its grounds in words");
    }
  }

  /**
   * What every demander signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.DEMAND, this);
  }
}
