package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a section decides when it removes its chairman (KU-21).
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param holder who is removed
 */
public record SectionRemoval(
    Name cooperative, @AbiType("uint64") long section, Name holder) {
  /**
   * Subject of the item that removes him.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_FOUNDING, this);
  }
}
