package io.github.coopj.governance.representation;

import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.AssemblyRule;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.section.Section;
import java.time.Instant;
import java.util.List;

/**
 * Whose meeting a cooperative with these sections convenes: of all members or of their representatives (DMEET-01, DMEET-09),
 * and that representatives decide nothing reserved to all members (DMEET-08).
 *
 * @param sections sections of the cooperative, closed ones included
 */
public record Assembly(List<Section> sections) implements AssemblyRule {
  /** Copies the list. */
  public Assembly {
    sections = List.copyOf(sections);
  }

  @Override
  public void require(MeetingBody body, Agenda agenda, Charter charter, Instant rollAt) {
    AssemblyMode.at(sections, rollAt).requireBody(body);
    ReservedItem.requireNone(body, agenda, charter);
  }
}
