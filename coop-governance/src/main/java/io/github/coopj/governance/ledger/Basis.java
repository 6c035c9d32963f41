package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;

/**
 * On what ground a transfer is made.
 *
 * @param document digest of the paper behind it
 * @param purpose code of the purpose or source, such as {@code entrance} (FUND-09)
 * @param ruleVersion version of the rules applied, 0 if none were
 */
public record Basis(Checksum256 document, Name purpose, int ruleVersion) {
  /** Refuses a transfer without paper or purpose. */
  public Basis {
    if (document.equals(Checksum256.ZERO) || purpose.isEmpty() || ruleVersion < 0) {
      throw new InvalidValueException("a transfer names its paper and its purpose, got " + document
          + " and \"" + purpose + "\"");
    }
  }
}
