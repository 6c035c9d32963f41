package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Minutes of the meeting that elected the chairman of a section (KU-18).
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param meeting number of the meeting
 * @param elected who was elected
 * @param text digest of the text of the minutes
 */
public record SectionMinutes(
    Name cooperative,
    @AbiType("uint64") long section,
    @AbiType("uint64") long meeting,
    Name elected,
    Checksum256 text) {
  /**
   * What who presided signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_MINUTES, this);
  }
}
