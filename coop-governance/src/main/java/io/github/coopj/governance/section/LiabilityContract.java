package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Contract on the material liability (договор о материальной ответственности) of the chairman of a section (KU-18).
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param holder the chairman
 * @param regulation digest of the version of the Board's regulation on material liability that it cites (BOARD-06)
 */
public record LiabilityContract(
    Name cooperative, @AbiType("uint64") long section, Name holder, Checksum256 regulation) {
  /** Refuses a contract that cites no regulation. */
  public LiabilityContract {
    if (regulation.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a contract on liability cites a regulation");
    }
  }

  /**
   * What the chairman of the section signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.LIABILITY_CONTRACT, this);
  }
}
