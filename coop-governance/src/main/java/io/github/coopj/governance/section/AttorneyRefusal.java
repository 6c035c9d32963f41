package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import java.time.Instant;

/**
 * That the Chairman of the Council refused a power of attorney to the chairman of a section (CHAIR-15). It passes the
 * question on to the Council, whose decision can stand in for his signature; where that is not in force in time, to the
 * general meeting. Until one of them has issued the power, the mandate stays incomplete.
 *
 * @param id number of the refusal in the cooperative, 1 or more
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param meeting number of the meeting that gave the mandate
 * @param holder who was refused
 * @param by the Chairman, or who acts for him
 * @param grounds why
 * @param at when
 */
public record AttorneyRefusal(
    @AbiType("uint64") long id,
    Name cooperative,
    @AbiType("uint64") long section,
    @AbiType("uint64") long meeting,
    Name holder,
    Name by,
    String grounds,
    TimePointSec at) {
  /**
   * Refuses a power of attorney.
   *
   * @param id number of the refusal
   * @param mandate mandate of the chairman of the section
   * @param by the Chairman of the Council, or who acts for him
   * @param grounds why, not blank
   * @param council the Council in office
   * @param now the moment
   * @return the refusal to keep
   * @throws GovernanceException NOT_IN_BODY if the mandate is over, NOT_CHAIRMAN, NO_REASON_GIVEN
   */
  public static AttorneyRefusal of(
      long id, ActingMandate mandate, Name by, String grounds, Council council, Instant now) {
    mandate.requireInOffice(now);
    council.requireActingChairman(by, now);
    if (grounds.isBlank()) {
      throw new GovernanceException(
          Reason.NO_REASON_GIVEN, "what", "refusal of a power of attorney");
    }
    SectionMandateRecord row = mandate.snapshot();
    return new AttorneyRefusal(
        id,
        row.cooperative(),
        row.section(),
        row.meeting(),
        row.holder(),
        by,
        grounds,
        TimePointSec.of(now));
  }

  /**
   * Whether the refusal still waits for somebody to issue the power.
   *
   * @param mandate a mandate of a chairman of a section
   * @param now the moment
   * @return whether it is the refused one, in office, and has no power of attorney in force
   */
  public boolean isOpenFor(SectionMandate mandate, Instant now) {
    return mandate.snapshot().meeting() == meeting
        && mandate.isInOffice(now)
        && !mandate.hasAttorney(now);
  }

  /**
   * When the question passes from the Council to the general meeting.
   *
   * @param charter the charter in force
   * @return as many days after the refusal as the Chairman has for a signature under a decision
   */
  public Instant passesOnAt(Charter charter) {
    return at.toInstant()
        .atZone(charter.zone())
        .plusDays(charter.chairman().signatureDays())
        .toInstant();
  }
}
