package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a candidate agrees to: to stand for one office in one meeting (согласие кандидата, AGENDA-09).
 *
 * @param cooperative account of the cooperative
 * @param candidate who stands
 * @param office election that he stands in
 * @param meeting number of the meeting, 1 or more
 */
public record CandidateConsent(
    Name cooperative,
    Name candidate,
    ItemType office,
    @AbiType("uint64") long meeting) {
  /** Refuses what is no election. */
  public CandidateConsent {
    if (!office.isElection() || meeting < 1 || candidate.isEmpty()) {
      throw new InvalidValueException("a candidate stands in an election of a meeting, got "
          + candidate + " in " + office + " of meeting " + meeting);
    }
  }

  /**
   * What the candidate signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.CANDIDATE_CONSENT, this);
  }
}
