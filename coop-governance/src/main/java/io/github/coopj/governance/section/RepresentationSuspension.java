package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.RepresentationGround;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What the Council decides when it suspends the representation by the chairman of a section (KU-21). He stays in office:
 * only his section removes him.
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param holder its chairman
 * @param ground why
 * @param evidence digest of the paper that proves the ground
 * @param until first second in which he represents the section again
 */
public record RepresentationSuspension(
    Name cooperative,
    @AbiType("uint64") long section,
    Name holder,
    RepresentationGround ground,
    Checksum256 evidence,
    TimePointSec until) {
  /**
   * Subject of the Council's question SECTION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_FOUNDING, this);
  }
}
