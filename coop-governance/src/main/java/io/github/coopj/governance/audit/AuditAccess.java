package io.github.coopj.governance.audit;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * One record of the cooperative read for a check (AUDIT-02). Each entry names the one before, so none can be left out or
 * changed later.
 *
 * @param check digest of the plan of the check
 * @param number place in the log of the check, from 1
 * @param reader member who read
 * @param document digest of the record
 * @param secret whether the record is classified; the commission reads it all the same
 * @param at when
 * @param previous digest of the entry before; zero for the first
 */
public record AuditAccess(
    Checksum256 check,
    @AbiType("uint64") long number,
    Name reader,
    Checksum256 document,
    boolean secret,
    TimePointSec at,
    Checksum256 previous) {
  /**
   * Digest by which the next entry names this one.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.AUDIT_CHECK, this);
  }
}
