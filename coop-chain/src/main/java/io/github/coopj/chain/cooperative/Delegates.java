package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.representation.AssemblyMode;
import io.github.coopj.governance.representation.BoundVote;
import io.github.coopj.governance.representation.DelegatesRoll;
import io.github.coopj.governance.section.SectionMandates;
import java.time.Instant;
import java.util.List;

/** What sections mean for the meetings of a cooperative: who decides, who is on the roll, whose votes are bound. */
public final class Delegates {
  static final Name DELEGATES = Name.of("delegates");
  static final Name LINKS = Name.of("links");

  private Delegates() {}

  /**
   * Seats and vacancies of a meeting of representatives; scope is the cooperative.
   *
   * @param id number of the meeting
   * @param roll seats and vacancies when the roll was frozen
   */
  public record DelegatesRow(@AbiType("uint64") long id, DelegatesRoll roll) {}

  /**
   * How a ballot of a representative stands to the decisions of his section; scope is the number of the meeting.
   *
   * @param ballot number of the ballot
   * @param links one for each item that the section decided
   */
  public record LinksRow(@AbiType("uint64") long ballot, List<BoundVote> links) {
    /** Copies the list. */
    public LinksRow {
      links = List.copyOf(links);
    }
  }

  /** By what kind of meeting the cooperative decides. */
  static AssemblyMode mode(Context context, Name coop, Instant at) {
    return AssemblyMode.at(SectionTables.all(context, coop), at);
  }

  /** The representatives as of a moment, seats and vacancies. */
  static DelegatesRoll roll(Context context, Name coop, TimePointSec frozenAt, Charter charter) {
    Instant at = frozenAt.toInstant();
    SectionMandates mandates = SectionTables.mandates(context, coop)
        .withoutLeavers(MembershipTables.seats(context, coop), at);
    Checksum256 regulation = SectionTables.regulation(context, coop);
    return DelegatesRoll.at(SectionTables.all(context, coop), mandates, regulation, charter, at);
  }

  /** Keeps seats and vacancies of a meeting. */
  static void keep(Context context, Name coop, long meeting, DelegatesRoll roll) {
    delegates(context, coop).insert(context.receiver(), new DelegatesRow(meeting, roll));
  }

  /** Links a ballot to what the section of its representative decided; nothing at a meeting of members. */
  static void link(
      Context context, Name coop, long key, Ballot ballot, Agenda agenda, Charter charter) {
    delegates(context, coop)
        .find(ballot.meetingId())
        .map(row -> row.roll().decidedFor(ballot.member(), SectionTables.competent(context, coop)))
        .map(decided -> BoundVote.of(ballot, agenda, decided, charter))
        .ifPresent(links -> links(context, ballot.meetingId())
            .insert(context.receiver(), new LinksRow(key, links)));
  }

  static Table<DelegatesRow> delegates(Context context, Name coop) {
    return context.table(
        CooperativeAccounts.MEETING, DELEGATES, coop, DelegatesRow.class, DelegatesRow::id);
  }

  private static Table<LinksRow> links(Context context, long meeting) {
    return context.table(
        CooperativeAccounts.MEETING, LINKS, new Name(meeting), LinksRow.class, LinksRow::ballot);
  }
}
