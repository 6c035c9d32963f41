package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/**
 * What a meeting is convened by: the Council's decision (MEET-05), or the signature of one of those who demanded it in vain
 * (MEET-07).
 */
public sealed interface ConveningAct permits ByCouncil, ByDemander {
  /**
   * Number of the Council's decision.
   *
   * @return 0 if not the Council convenes
   */
  long decisionId();

  /**
   * Number of the demand that the Council let pass.
   *
   * @return 0 if the Council convenes
   */
  long demandId();

  /**
   * From when the act is in force; the roll is frozen as of that moment.
   *
   * @return the time
   */
  TimePointSec effectiveAt();

  /**
   * Refuses an act that does not convene exactly this meeting, or is not in force yet.
   *
   * @param convocation the meeting in its first cycle
   * @param agenda its agenda
   * @param charter charter of the meeting
   * @param now time of the move
   * @throws io.github.coopj.governance.GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     OUT_OF_ORDER, NOT_THE_DEMANDER, DEMAND_ITEM_MISSING, SIGNATURE_FORGED, WRONG_STATE for a demand not breached
   */
  void requireConvenes(Convocation convocation, Agenda agenda, Charter charter, Instant now);

  /**
   * Refuses an act that does not appoint exactly this repeat cycle, or is not in force yet (MEET-22).
   *
   * @param convocation the meeting in the cycle to be
   * @param now time of the move
   * @throws io.github.coopj.governance.GovernanceException as {@link #requireConvenes}
   */
  void requireRepeats(Convocation convocation, Instant now);
}
