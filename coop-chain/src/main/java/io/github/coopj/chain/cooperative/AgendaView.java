package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.AgendaChange;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.BreachReport;
import io.github.coopj.governance.agenda.ChangeRecord;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.agenda.Discussion;
import io.github.coopj.governance.agenda.DiscussionPost;
import io.github.coopj.governance.agenda.Proposal;
import io.github.coopj.governance.agenda.ProposalRecord;
import io.github.coopj.governance.appeal.Overrides;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the tables say about agendas and demands of one cooperative, as the types of the rules. */
public final class AgendaView {
  private final ChainClient chain;
  private final Name cooperative;

  AgendaView(ChainClient chain, Name cooperative) {
    this.chain = chain;
    this.cooperative = cooperative;
  }

  /**
   * A proposal for an agenda.
   *
   * @param id number of the proposal
   * @return its state, if there is one
   */
  public Optional<Proposal> proposal(long id) {
    return row(AgendaTables.PROPOSALS, id, ProposalRecord.class).map(Proposal::restore);
  }

  /**
   * A demand for a meeting.
   *
   * @param id number of the demand
   * @return its state, if there is one
   */
  public Optional<Demand> demand(long id) {
    return row(AgendaTables.DEMANDS, id, DemandRecord.class).map(Demand::restore);
  }

  /**
   * What the Revision commission is told of a demand that the Council let pass (MEET-07).
   *
   * @param demand number of the demand
   * @return the report, if it did
   */
  public Optional<BreachReport> breach(long demand) {
    return row(AgendaTables.BREACHES, demand, BreachReport.class);
  }

  /**
   * All changes proposed to the agenda of a meeting.
   *
   * @param meeting number of the meeting
   * @return in the order of their numbers
   */
  public List<AgendaChange> changes(long meeting) {
    return rows(
            new Name(meeting),
            AgendaTables.CHANGES,
            ChangeRecord.class,
            row -> row.text().id())
        .stream()
        .map(AgendaChange::restore)
        .toList();
  }

  /**
   * All versions of the agenda of a meeting.
   *
   * @param meeting number of the meeting, convened
   * @return the versions
   */
  public AgendaHistory history(long meeting) {
    List<NoticeTables.VersionRow> rows = Pages.all(
        chain,
        CooperativeAccounts.MEETING,
        new Name(meeting),
        NoticeTables.VERSIONS,
        NoticeTables.VersionRow.class,
        NoticeTables.VersionRow::version);
    return AgendaHistory.restore(
        rows.stream().map(NoticeTables.VersionRow::agenda).toList(),
        rows.stream().map(NoticeTables.VersionRow::decision).toList());
  }

  /**
   * The discussion of one version of an agenda (AGENDA-15).
   *
   * @param meeting number of the meeting
   * @param version version of its agenda
   * @return its threads, if anybody has posted
   */
  public Optional<Discussion> discussion(long meeting, int version) {
    return chain
        .row(
            CooperativeAccounts.AGENDA,
            new Name(meeting),
            AgendaTables.DISCUSSIONS,
            version,
            AgendaTables.DiscussionRow.class)
        .map(row -> Discussion.restore(row.discussion()));
  }

  /**
   * Posts to the threads of one version of an agenda (AGENDA-15).
   *
   * @param meeting number of the meeting
   * @param version version of its agenda
   * @return in the order in which they were posted
   */
  public List<DiscussionPost> posts(long meeting, int version) {
    return rows(
            new Name(meeting),
            AgendaTables.POSTS,
            AgendaTables.PostRow.class,
            AgendaTables.PostRow::id)
        .stream()
        .filter(row -> row.version() == version)
        .map(AgendaTables.PostRow::post)
        .toList();
  }

  /**
   * What the general meeting put in the place of decisions of other bodies (MEET-11).
   *
   * @return all its orders in force
   */
  public Overrides overrides() {
    return new Overrides(
        cooperative,
        rows(
                cooperative,
                AgendaTables.OVERRIDES,
                AgendaTables.OverrideRow.class,
                AgendaTables.OverrideRow::id)
            .stream()
            .map(AgendaTables.OverrideRow::entry)
            .toList());
  }

  private <R extends Record> Optional<R> row(Name table, long key, Class<R> type) {
    return chain.row(CooperativeAccounts.AGENDA, cooperative, table, key, type);
  }

  private <R extends Record> List<R> rows(
      Name scope, Name table, Class<R> type, ToLongFunction<R> key) {
    return Pages.all(chain, CooperativeAccounts.AGENDA, scope, table, type, key);
  }
}
