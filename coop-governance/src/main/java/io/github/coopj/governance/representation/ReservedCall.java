package io.github.coopj.governance.representation;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A question that the meetings of all sections are asked (DMEET-08).
 *
 * @param cooperative account of the cooperative
 * @param id number of the question, 1 or more
 * @param item the question; a meeting of a section asks it under whatever number
 * @param opensAt from when meetings of sections count
 * @param closesAt until when they have to be over
 */
public record ReservedCall(
    Name cooperative,
    @AbiType("uint64") long id,
    AgendaItem item,
    TimePointSec opensAt,
    TimePointSec closesAt) {
  /** Refuses a question without a number, or that closes before it opens. */
  public ReservedCall {
    if (id < 1) {
      throw new InvalidValueException("a reserved question has a number, got " + id);
    }
    if (closesAt.compareTo(opensAt) <= 0) {
      throw new InvalidValueException(
          "a reserved question closes after it opens, got " + opensAt + " to " + closesAt);
    }
  }

  /**
   * Subject of the Council's decision to ask.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_CONVENING_DECISION, this);
  }
}
