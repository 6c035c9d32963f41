package io.github.coopj.governance.program;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A member's consent (согласие) to the regulation of a programme in one exact version (CPP-08, ESIG-06).
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param programme number of the programme
 * @param version version of the regulation
 * @param regulationHash digest of that version
 */
public record ProgrammeConsent(
    Name cooperative,
    Name member,
    @AbiType("uint64") long programme,
    int version,
    Checksum256 regulationHash) {
  /**
   * The consent to the version in force.
   *
   * @param member account of the member
   * @param programme the programme
   * @return what the member signs
   */
  public static ProgrammeConsent to(Programme.Active programme, Name member) {
    ProgrammeRecord row = programme.snapshot();
    return new ProgrammeConsent(
        row.cooperative(), member, row.id(), row.version(), row.regulationHash());
  }

  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.CONSENT, this);
  }
}
