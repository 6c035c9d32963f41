package io.github.coopj.governance.regulation;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * An internal regulation in one version (положение; COUNCIL-15).
 *
 * @param cooperative account of the cooperative
 * @param kind what it is on
 * @param number number of the matter it rules, the same in all versions: {@link RegulationKind#number()}, or one above
 *     {@link RegulationKind#RESERVED} and up to {@link #MAX_NUMBER}
 * @param version 1 to {@link #MAX_VERSION}
 * @param text digest of its text
 * @param charter digest of the charter that it accords with
 * @param funds whether it touches how funds are formed or used, which is for the general meeting (MEET-28)
 */
public record RegulationText(
    Name cooperative,
    RegulationKind kind,
    @AbiType("uint64") long number,
    int version,
    Checksum256 text,
    Checksum256 charter,
    boolean funds) {
  /** Largest version. */
  public static final int MAX_VERSION = 9_999;

  /** Largest number. */
  public static final long MAX_NUMBER = 1_000_000_000L;

  /** Refuses a regulation without version or text, or under a number of another kind. */
  public RegulationText {
    boolean numbered =
        kind.number() == 0 ? number > RegulationKind.RESERVED : number == kind.number();
    if (!numbered
        || number > MAX_NUMBER
        || version < 1
        || version > MAX_VERSION
        || text.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a regulation on " + kind
          + " has a number, a version and a text, got number " + number + ", version " + version);
    }
  }

  /**
   * What is decided on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.REGULATION, this);
  }
}
