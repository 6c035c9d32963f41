package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.Nomination;
import io.github.coopj.governance.agenda.NominationLookup;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.agenda.ProposalBook;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/**
 * What convening a meeting asks for besides the act: that its agenda carries what it must, nothing proposed is left undecided,
 * and every candidate has consented (AGENDA-09, AGENDA-10, AGENDA-11).
 *
 * @param agenda the agenda of the draft
 * @param proposals all proposals of the cooperative
 * @param nominations where nominations are found
 * @param assembly whose meeting may decide what
 */
public record ConveningPapers(
    Agenda agenda, ProposalBook proposals, NominationLookup nominations, AssemblyRule assembly) {
  void require(GeneralMeetingRecord row, Charter charter, Instant rollAt) {
    if (!agenda.digest().equals(row.agendaHash())) {
      throw new InvalidValueException("the papers are not those of meeting " + row.id());
    }
    assembly.require(row.body(), agenda, charter, rollAt);
    proposals.requireDecided(charter);
    proposals.requireOnAgenda(row.id(), agenda);
    obligatory(row, charter).requireIn(agenda);
    Nomination.requireAll(agenda, row.id(), nominations);
  }

  private ObligatoryItems obligatory(GeneralMeetingRecord row, Charter charter) {
    return ObligatoryItems.of(row.kind(), charter.annual(), row.id(), proposals);
  }
}
