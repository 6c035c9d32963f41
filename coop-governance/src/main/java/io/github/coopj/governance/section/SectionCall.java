package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a meeting of a section is called for.
 *
 * @param id number of the meeting across all cooperatives, 1 or more
 * @param cooperative account of the cooperative
 * @param section number of the section, 1 or more
 * @param agenda the questions; a repeat meeting has the same (KU-14)
 * @param chair who presides and signs the minutes, a member of the section
 * @param opensAt when voting opens
 * @param closesAt when voting closes; a ballot at this instant is late
 */
public record SectionCall(
    @AbiType("uint64") long id,
    Name cooperative,
    @AbiType("uint64") long section,
    Agenda agenda,
    Name chair,
    TimePointSec opensAt,
    TimePointSec closesAt) {
  /** Refuses a meeting without a number, or that closes before it opens. */
  public SectionCall {
    if (id < 1 || section < 1) {
      throw new InvalidValueException(
          "a meeting of a section has a number and a section, got " + id + " of " + section);
    }
    if (closesAt.compareTo(opensAt) <= 0) {
      throw new InvalidValueException(
          "a meeting of a section closes after it opens, got " + opensAt + " to " + closesAt);
    }
  }

  /**
   * Refuses a question that the general meeting has decided otherwise (MEET-01, MEET-24).
   *
   * @param standing what the meeting has decided on a matter, by its key
   * @param now the moment
   * @return this call
   * @throws GovernanceException MEETING_HAS_DECIDED
   */
  public SectionCall requireFree(Function<Checksum256, Optional<Ruling>> standing, Instant now) {
    for (AgendaItem item : agenda.items()) {
      if (!item.matter().equals(Checksum256.ZERO)) {
        Ruling.requireFree(standing.apply(item.matter()), item.subject(), now);
      }
    }
    return this;
  }

  /**
   * Subject of the Council's decision to call the meeting of a section that has no chairman yet.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_CONVENING_DECISION, this);
  }
}
