package io.github.coopj.governance.program;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What the Council decides when it ends a programme.
 *
 * @param cooperative account of the cooperative
 * @param programme number of the programme
 * @param regulationHash digest of the regulation in force until then
 */
public record ProgrammeClosure(
    Name cooperative, @AbiType("uint64") long programme, Checksum256 regulationHash) {
  /**
   * What the Council's decision must have as its subject.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_DECISION, this);
  }
}
