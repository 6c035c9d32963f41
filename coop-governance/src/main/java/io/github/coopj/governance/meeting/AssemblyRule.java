package io.github.coopj.governance.meeting;

import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/** Whether a meeting of that body may be convened with that agenda: members or their representatives (DMEET-09). */
@FunctionalInterface
public interface AssemblyRule {
  /**
   * Refuses a meeting of the wrong body, and what its body may not decide.
   *
   * @param body whose meeting it is
   * @param agenda its agenda
   * @param charter charter of the meeting
   * @param rollAt when its roll is frozen
   * @throws io.github.coopj.governance.GovernanceException MODE_MISMATCH, ITEM_RESERVED
   */
  void require(MeetingBody body, Agenda agenda, Charter charter, Instant rollAt);
}
