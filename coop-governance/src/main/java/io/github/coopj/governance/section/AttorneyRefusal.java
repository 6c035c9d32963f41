package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.Council;
import java.time.Instant;

/**
 * That the Chairman of the Council refused a power of attorney to the chairman of a section (CHAIR-15). It passes the
 * question on to the Council, whose decision can stand in for his signature.
 *
 * @param cooperative account of the cooperative
 * @param section number of the section
 * @param meeting number of the meeting that gave the mandate
 * @param holder who was refused
 * @param by the Chairman, or who acts for him
 * @param grounds why
 * @param at when
 */
public record AttorneyRefusal(
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
   * @param mandate mandate of the chairman of the section
   * @param by the Chairman of the Council, or who acts for him
   * @param grounds why, not blank
   * @param council the Council in office
   * @param now the moment
   * @return the refusal to keep
   * @throws GovernanceException NOT_IN_BODY if the mandate is over, NOT_CHAIRMAN, NO_REASON_GIVEN
   */
  public static AttorneyRefusal of(
      ActingMandate mandate, Name by, String grounds, Council council, Instant now) {
    mandate.requireInOffice(now);
    ActingMandate.requireChairman(by, council, now);
    if (grounds.isBlank()) {
      throw new GovernanceException(
          Reason.NO_REASON_GIVEN, "what", "refusal of a power of attorney");
    }
    SectionMandateRecord row = mandate.snapshot();
    return new AttorneyRefusal(
        row.cooperative(),
        row.section(),
        row.meeting(),
        row.holder(),
        by,
        grounds,
        TimePointSec.of(now));
  }
}
