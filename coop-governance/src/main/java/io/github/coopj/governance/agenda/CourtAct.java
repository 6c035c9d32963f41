package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * An act of a court (судебный акт) that puts a refused proposal on the agenda (AGENDA-11).
 *
 * @param court name of the court, not blank
 * @param number number of the case, not blank
 * @param refusal digest of the refusal that it sets aside, see {@link RefusedProposal#refusalDocument}
 * @param document digest of the act itself
 * @param at date of the act
 */
public record CourtAct(
    String court, String number, Checksum256 refusal, Checksum256 document, TimePointSec at) {
  /** Refuses an act of no court or without its paper. */
  public CourtAct {
    if (court.isBlank() || number.isBlank() || document.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "an act of a court needs the court, its number and its digest");
    }
  }
}
