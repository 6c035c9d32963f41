package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.Told;
import io.github.coopj.governance.notice.ConveningReport;
import io.github.coopj.governance.notice.NoticeProof;
import io.github.coopj.governance.notice.NoticeRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** How members of one meeting are told of it, and the versions of its agenda. */
final class NoticeTables {
  static final Name NOTICES = Name.of("notices");
  static final Name STARTS = Name.of("starts");
  static final Name REPORTS = Name.of("reports");
  static final Name VERSIONS = Name.of("versions");

  private final Context context;
  private final long meeting;

  NoticeTables(Context context, long meeting) {
    this.context = context;
    this.meeting = meeting;
  }

  /**
   * A version of an agenda; scope is the number of the meeting.
   *
   * @param version version of the agenda
   * @param agenda the agenda
   * @param decision number of the Council's decision on it; 0 where a demander convened
   */
  public record VersionRow(
      int version, Agenda agenda, @AbiType("uint64") long decision) {}

  ConvenedMeeting send(ConvenedMeeting convened, NoticeActions.Notify data, Charter charter) {
    ConvenedMeeting next = convened;
    for (Name member : data.members()) {
      NoticeProof proof = next.noticeTo(
          member, onRoll(member), new LinkedHashSet<>(data.reachable()), notice(member), charter);
      Told told = next.send(proof, data.channel(), data.receipt(), charter, Persons.now(context));
      notices().put(context.receiver(), told.proof().snapshot());
      next = told.meeting();
    }
    return next;
  }

  ConvenedMeeting report(ConvenedMeeting convened, NoticeActions.Delivered data, Charter charter) {
    ConvenedMeeting next = convened;
    for (Name member : data.members()) {
      NoticeProof proof = NoticeProof.restore(stored(notice(member), member));
      Told told = next.report(proof, data.delivery(), data.receipt(), charter);
      notices().update(told.proof().snapshot());
      next = told.meeting();
    }
    return next;
  }

  void start(OpenMeeting open, NoticeActions.Start data, Charter charter) {
    for (Name member : data.members()) {
      stored(MeetingTables.roll(context, meeting).find(member.value()), member);
      NoticeProof proof = open.startNotice(data.link())
          .to(
              member,
              new LinkedHashSet<>(data.reachable()),
              starts().find(member.value()),
              charter.notice(),
              Persons.now(context))
          .sent(data.channel(), data.receipt(), Persons.now(context));
      starts().put(context.receiver(), proof.snapshot());
    }
  }

  void startReport(NoticeActions.StartDelivered data) {
    for (Name member : data.members()) {
      NoticeProof proof = NoticeProof.restore(stored(starts().find(member.value()), member))
          .reported(data.delivery(), data.receipt());
      starts().update(proof.snapshot());
    }
  }

  void drawReport(GeneralMeeting of, Charter charter) {
    List<Name> roll = new ArrayList<>();
    MeetingTables.roll(context, meeting).forEach(row -> roll.add(row.member()));
    ConveningReport report = of.conveningReport(roll, this::notice, charter);
    context
        .table(REPORTS, new Name(meeting), ConveningReport.class, ConveningReport::cycle)
        .put(context.receiver(), report);
  }

  AgendaHistory history() {
    List<Agenda> agendas = new ArrayList<>();
    List<Long> decisions = new ArrayList<>();
    for (VersionRow row : versions()) {
      agendas.add(row.agenda());
      decisions.add(row.decision());
    }
    return AgendaHistory.restore(agendas, decisions);
  }

  void keep(AgendaHistory history) {
    versions()
        .insert(
            context.receiver(),
            new VersionRow(history.last().version(), history.last(), history.lastDecision()));
  }

  private boolean onRoll(Name member) {
    return MeetingTables.roll(context, meeting).contains(member.value());
  }

  private Optional<NoticeRecord> notice(Name member) {
    return notices().find(member.value());
  }

  private Table<NoticeRecord> notices() {
    return context.table(
        NOTICES, new Name(meeting), NoticeRecord.class, row -> row.member().value());
  }

  private Table<NoticeRecord> starts() {
    return context.table(
        STARTS, new Name(meeting), NoticeRecord.class, row -> row.member().value());
  }

  private Table<VersionRow> versions() {
    return context.table(VERSIONS, new Name(meeting), VersionRow.class, VersionRow::version);
  }

  private <R> R stored(Optional<R> row, Name member) {
    return row.orElseThrow(
        () -> new InvalidValueException("meeting " + meeting + " has no notice to " + member));
  }
}
