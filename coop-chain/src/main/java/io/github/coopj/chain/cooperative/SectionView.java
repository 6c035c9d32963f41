package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.board.LiabilityRegulation;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.representation.AssemblyMode;
import io.github.coopj.governance.representation.BoundVote;
import io.github.coopj.governance.representation.DelegatesRoll;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedQuestion;
import io.github.coopj.governance.representation.ReservedRecord;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.governance.section.SectionMembership;
import io.github.coopj.governance.section.SectionRecord;
import io.github.coopj.governance.section.Turnout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the tables say about the sections of one cooperative, as the types of the rules. */
public final class SectionView {
  private final ChainClient chain;
  private final Name cooperative;

  SectionView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * All sections, closed ones included.
   *
   * @return by number
   */
  public List<Section> all() {
    return rows(SectionTables.SECTIONS, SectionRecord.class, SectionRecord::id).stream()
        .map(Section::restore)
        .toList();
  }

  /**
   * By what kind of meeting the cooperative decides (DMEET-01, DMEET-02).
   *
   * @param at the moment
   * @return the mode with the decision and the ground that made it
   */
  public AssemblyMode mode(Instant at) {
    return AssemblyMode.at(all(), at);
  }

  /**
   * To which sections a member belonged.
   *
   * @param member account of the member
   * @return his choices, if he made any
   */
  public Optional<SectionMembership> place(Name member) {
    return chain
        .row(
            CooperativeAccounts.MEMBERSHIP,
            cooperative,
            MembershipTables.PLACES,
            member.value(),
            MembershipTables.PlaceRow.class)
        .map(row -> SectionMembership.restore(row.place()));
  }

  /**
   * What a meeting of a section was planned for.
   *
   * @param meeting number of the meeting
   * @return the plan, if there is such a meeting
   */
  public Optional<SectionCall> call(long meeting) {
    return row(SectionTables.CALLS, meeting, SectionCall.class);
  }

  /**
   * A meeting of a section.
   *
   * @param meeting number of the meeting
   * @return its state, if it was called
   */
  public Optional<SectionMeeting> meeting(long meeting) {
    return row(SectionTables.MEETINGS, meeting, SectionMeetingRecord.class)
        .map(SectionMeeting::restore);
  }

  /**
   * All meetings of sections.
   *
   * @return by number
   */
  public List<SectionMeeting> meetings() {
    return rows(
            SectionTables.MEETINGS,
            SectionMeetingRecord.class,
            row -> row.call().id())
        .stream()
        .map(SectionMeeting::restore)
        .toList();
  }

  /**
   * Mandates of the chairmen of all sections.
   *
   * @return those in office and those before
   */
  public SectionMandates mandates() {
    return new SectionMandates(
        rows(SectionTables.MANDATES, SectionMandateRecord.class, SectionMandateRecord::meeting)
            .stream()
            .map(SectionMandate::restore)
            .toList());
  }

  /**
   * Versions of the regulation on material liability; the last one is in force (BOARD-06).
   *
   * @return in the order of their numbers
   */
  public List<LiabilityRegulation> regulations() {
    return rows(
        SectionTables.REGULATIONS, LiabilityRegulation.class, row -> row.text().version());
  }

  /**
   * Powers of attorney that the Chairman of the Council refused (CHAIR-15).
   *
   * @return in the order in which he refused
   */
  public List<AttorneyRefusal> refusals() {
    return rows(SectionTables.REFUSALS, AttorneyRefusal.class, AttorneyRefusal::id);
  }

  /**
   * A question reserved to all members.
   *
   * @param question its number
   * @return its state, if it was asked
   */
  public Optional<ReservedQuestion> reserved(long question) {
    return row(SectionTables.RESERVED, question, ReservedRecord.class)
        .map(ReservedQuestion::restore);
  }

  /**
   * What the Council has to decide to ask a reserved question.
   *
   * @param question its number
   * @return the plan, if there is one
   */
  public Optional<ReservedCall> reservedCall(long question) {
    return row(SectionTables.RESERVED_CALLS, question, ReservedCall.class);
  }

  /**
   * Seats and vacancies of a meeting of representatives (DMEET-06).
   *
   * @param meeting number of the general meeting
   * @return empty for a meeting of members
   */
  public Optional<DelegatesRoll> delegates(long meeting) {
    return chain
        .row(
            CooperativeAccounts.MEETING,
            cooperative,
            Delegates.DELEGATES,
            meeting,
            Delegates.DelegatesRow.class)
        .map(Delegates.DelegatesRow::roll);
  }

  /**
   * How the ballots of representatives stand to the decisions of their sections (KU-08, DMEET-05).
   *
   * @param meeting number of the general meeting
   * @return one list for each ballot, in the order of acceptance
   */
  public List<List<BoundVote>> links(long meeting) {
    return Pages.all(
            chain,
            CooperativeAccounts.MEETING,
            new Name(meeting),
            Delegates.LINKS,
            Delegates.LinksRow.class,
            Delegates.LinksRow::ballot)
        .stream()
        .map(Delegates.LinksRow::links)
        .toList();
  }

  /**
   * How many came to meetings of sections, and which sections have not met for long (KU-03).
   *
   * @param charter the charter in force
   * @param now the moment
   * @return the report
   */
  public Turnout turnout(Charter charter, Instant now) {
    return Turnout.of(all(), meetings(), charter, now);
  }

  private <R extends Record> Optional<R> row(Name table, long key, Class<R> type) {
    return chain.row(CooperativeAccounts.SECTION, cooperative, table, key, type);
  }

  private <R extends Record> List<R> rows(Name table, Class<R> type, ToLongFunction<R> key) {
    return Pages.all(chain, CooperativeAccounts.SECTION, cooperative, table, type, key);
  }
}
