package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Objects;

/**
 * The clause by which a member chooses a section and delegates his vote to the office of its chairman (KU-09, KU-10,
 * KU-11). It names the section and no person, so it outlives a change of chairman.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param section number of the section, 1 or more
 * @param from first second in the section
 */
public record DelegationClause(
    Name cooperative, Name member, @AbiType("uint64") long section, TimePointSec from) {
  /** Refuses a clause of nobody or for no section. */
  public DelegationClause {
    Objects.requireNonNull(from, "from");
    if (cooperative.isEmpty() || member.isEmpty() || section < 1) {
      throw new InvalidValueException(
          "a delegation clause names a cooperative, a member and a section, got section "
              + section);
    }
  }

  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_CHOICE, this);
  }
}
