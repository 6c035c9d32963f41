package io.github.coopj.governance.membership;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a general meeting decides when it excludes a member (исключение пайщика).
 *
 * @param cooperative account of the cooperative
 * @param account who is excluded
 * @param grounds digest of the paper that says why
 */
public record Exclusion(Name cooperative, Name account, Checksum256 grounds) {
  /**
   * Subject of the item EXCLUSION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.EXIT_APPLICATION, this);
  }
}
