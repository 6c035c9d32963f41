package io.github.coopj.governance.act;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.HashSet;
import java.util.List;

/**
 * An order (приказ; BCHAIR-04, BCHAIR-07).
 *
 * @param cooperative account of the cooperative
 * @param id number of the order, 1 or more
 * @param kind HIRE, DISMISS, PAY_RULES, or ORDER for anything else
 * @param addressees whom it binds, each once; at least one to hire or dismiss; nobody named binds all employees
 * @param text digest of its text: of the contract of employment, of the regulation on pay
 */
public record OrderText(
    Name cooperative,
    @AbiType("uint64") long id,
    ActKind kind,
    List<Name> addressees,
    Checksum256 text) {
  /** Refuses an order of another kind, without number or text, or that names somebody twice or nobody to hire. */
  public OrderText {
    addressees = List.copyOf(addressees);
    boolean personal = kind == ActKind.HIRE || kind == ActKind.DISMISS;
    if (!personal && kind != ActKind.PAY_RULES && kind != ActKind.ORDER) {
      throw new InvalidValueException("an order cannot be of kind " + kind);
    }
    if (id < 1
        || text.equals(Checksum256.ZERO)
        || (personal && addressees.isEmpty())
        || new HashSet<>(addressees).size() != addressees.size()) {
      throw new InvalidValueException(
          "an order has a number, a text and addressees once each, got order " + id + " for "
              + addressees);
    }
  }

  /**
   * What who issues it signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BOARD_ORDER, this);
  }
}
