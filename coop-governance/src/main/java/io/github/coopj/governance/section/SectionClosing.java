package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What is decided when a section is closed (KU-23).
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 */
public record SectionClosing(
    Name cooperative, @AbiType("uint64") long section) {
  /**
   * Subject of the decision that closes the section.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_FOUNDING, this);
  }
}
