package io.github.coopj.governance.meeting;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What the Council decides when it convenes a meeting (решение о созыве) or appoints a repeat cycle of it (MEET-22). The
 * digest is the subject of the Council's decision, so the decision fits this meeting, cycle, agenda and time only.
 *
 * @param cooperative account of the cooperative
 * @param meetingId number of the meeting
 * @param body whose meeting it is
 * @param kind annual or extraordinary
 * @param cycle cycle, 1 or more
 * @param agendaVersion version of the agenda
 * @param agendaHash digest of the agenda
 * @param chair who presides until a chairman is elected
 * @param secretary who keeps the minutes until a secretary is elected
 * @param agendaClosesAt first second in which reactions to the agenda and changes of it are no longer taken
 * @param opensAt when voting opens
 * @param closesAt when voting closes
 * @param charterVersion version of the charter whose rules govern the meeting
 */
public record Convocation(
    Name cooperative,
    @AbiType("uint64") long meetingId,
    MeetingBody body,
    MeetingKind kind,
    int cycle,
    int agendaVersion,
    Checksum256 agendaHash,
    Name chair,
    Name secretary,
    TimePointSec agendaClosesAt,
    TimePointSec opensAt,
    TimePointSec closesAt,
    int charterVersion) {
  static Convocation of(
      GeneralMeetingRecord row, int cycle, TimePointSec opensAt, TimePointSec closesAt) {
    return new Convocation(
        row.cooperative(),
        row.id(),
        row.body(),
        row.kind(),
        cycle,
        row.agendaVersion(),
        row.agendaHash(),
        row.chair(),
        row.secretary(),
        row.agendaClosesAt(),
        opensAt,
        closesAt,
        row.charterVersion());
  }

  /**
   * What the Council's decision must have as its subject.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_CONVENING_DECISION, this);
  }
}
