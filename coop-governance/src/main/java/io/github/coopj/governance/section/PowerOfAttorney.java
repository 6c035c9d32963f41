package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * Power of attorney (доверенность) for the chairman of a section (KU-05).
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param holder who may act
 * @param from first second of the power
 * @param until first second without it
 */
public record PowerOfAttorney(
    Name cooperative,
    @AbiType("uint64") long section,
    Name holder,
    TimePointSec from,
    TimePointSec until) {
  /** Refuses a power that ends before it begins. */
  public PowerOfAttorney {
    if (until.compareTo(from) <= 0) {
      throw new InvalidValueException(
          "a power of attorney ends after it begins, got " + from + " to " + until);
    }
  }

  /**
   * What the Chairman of the Council signs, and the subject of a decision of the Council in his place.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.POWER_OF_ATTORNEY, this);
  }
}
