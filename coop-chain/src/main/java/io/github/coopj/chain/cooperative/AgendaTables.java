package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.AgendaChange;
import io.github.coopj.governance.agenda.BreachReport;
import io.github.coopj.governance.agenda.CandidateConsent;
import io.github.coopj.governance.agenda.ChangeRecord;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandRecord;
import io.github.coopj.governance.agenda.DiscussionPost;
import io.github.coopj.governance.agenda.DiscussionRecord;
import io.github.coopj.governance.agenda.Nomination;
import io.github.coopj.governance.agenda.NominationRecord;
import io.github.coopj.governance.agenda.Proposal;
import io.github.coopj.governance.agenda.ProposalBook;
import io.github.coopj.governance.agenda.ProposalRecord;
import io.github.coopj.governance.appeal.OverrideEntry;
import io.github.coopj.governance.appeal.Overrides;
import io.github.coopj.governance.notice.SignedReaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The tables of the {@link AgendaContract}, readable from every contract. */
final class AgendaTables {
  static final Name PROPOSALS = Name.of("proposals");
  static final Name NOMINEES = Name.of("nominees");
  static final Name DEMANDS = Name.of("demands");
  static final Name BREACHES = Name.of("breaches");
  static final Name REACTIONS = Name.of("reactions");
  static final Name CHANGES = Name.of("changes");
  static final Name DISCUSSIONS = Name.of("discussions");
  static final Name POSTS = Name.of("posts");
  static final Name OVERRIDES = Name.of("overrides");

  private AgendaTables() {}

  /**
   * Nominations of a candidate, one for each office; scope is the number of the meeting.
   *
   * @param candidate who stands
   * @param nominations for what
   */
  public record NomineeRow(Name candidate, List<NominationRecord> nominations) {
    /** Copies the list. */
    public NomineeRow {
      nominations = List.copyOf(nominations);
    }

    Optional<Nomination> of(CandidateConsent terms) {
      return nominations.stream()
          .filter(row -> row.terms().equals(terms))
          .map(Nomination::restore)
          .findFirst();
    }

    NomineeRow with(Nomination next) {
      List<NominationRecord> rows = new ArrayList<>(nominations);
      rows.removeIf(row -> row.terms().equals(next.snapshot().terms()));
      rows.add(next.snapshot());
      return new NomineeRow(candidate, rows);
    }
  }

  /**
   * Threads of one version of an agenda; scope is the number of the meeting.
   *
   * @param version version of the agenda
   * @param discussion its threads
   */
  public record DiscussionRow(int version, DiscussionRecord discussion) {}

  /**
   * A post; scope is the number of the meeting.
   *
   * @param id number of the post in the meeting, 1 or more
   * @param version version of the agenda
   * @param post the post
   */
  public record PostRow(@AbiType("uint64") long id, int version, DiscussionPost post) {}

  /**
   * An order of the general meeting in force; scope is the cooperative.
   *
   * @param id number of the order, 1 or more
   * @param entry the order
   */
  public record OverrideRow(@AbiType("uint64") long id, OverrideEntry entry) {}

  static Table<ProposalRecord> proposals(Context context, Name coop) {
    return table(context, PROPOSALS, coop, ProposalRecord.class, ProposalRecord::id);
  }

  static ProposalBook book(Context context, Name coop) {
    List<Proposal> all = new ArrayList<>();
    proposals(context, coop).forEach(row -> all.add(Proposal.restore(row)));
    return new ProposalBook(all);
  }

  static Table<NomineeRow> nominees(Context context, long meeting) {
    return table(
        context,
        NOMINEES,
        new Name(meeting),
        NomineeRow.class,
        row -> row.candidate().value());
  }

  static Optional<Nomination> nomination(Context context, CandidateConsent terms) {
    return nominees(context, terms.meeting())
        .find(terms.candidate().value())
        .flatMap(row -> row.of(terms));
  }

  static Table<DemandRecord> demands(Context context, Name coop) {
    return table(context, DEMANDS, coop, DemandRecord.class, row -> row.text().id());
  }

  static Demand demand(Context context, Name coop, long id) {
    return Demand.restore(
        demands(context, coop).find(id).orElseThrow(() -> unknown(coop, "demand", id)));
  }

  static Table<BreachReport> breaches(Context context, Name coop) {
    return table(context, BREACHES, coop, BreachReport.class, BreachReport::demand);
  }

  static Table<SignedReaction> reactions(Context context, long meeting) {
    return table(
        context,
        REACTIONS,
        new Name(meeting),
        SignedReaction.class,
        row -> row.paper().member().value());
  }

  static Table<ChangeRecord> changes(Context context, long meeting) {
    return table(
        context,
        CHANGES,
        new Name(meeting),
        ChangeRecord.class,
        row -> row.text().id());
  }

  static List<AgendaChange> allChanges(Context context, long meeting) {
    List<AgendaChange> all = new ArrayList<>();
    changes(context, meeting).forEach(row -> all.add(AgendaChange.restore(row)));
    return all;
  }

  static Table<DiscussionRow> discussions(Context context, long meeting) {
    return table(
        context, DISCUSSIONS, new Name(meeting), DiscussionRow.class, DiscussionRow::version);
  }

  static Table<PostRow> posts(Context context, long meeting) {
    return table(context, POSTS, new Name(meeting), PostRow.class, PostRow::id);
  }

  static Table<OverrideRow> overrideRows(Context context, Name coop) {
    return table(context, OVERRIDES, coop, OverrideRow.class, OverrideRow::id);
  }

  static Overrides overrides(Context context, Name coop) {
    List<OverrideEntry> entries = new ArrayList<>();
    overrideRows(context, coop).forEach(row -> entries.add(row.entry()));
    return new Overrides(coop, entries);
  }

  static InvalidValueException unknown(Name coop, String what, long id) {
    return new InvalidValueException("cooperative " + coop + " has no " + what + " " + id);
  }

  private static <R extends Record> Table<R> table(
      Context context, Name table, Name scope, Class<R> type, ToLongFunction<R> key) {
    return context.receiver().equals(CooperativeAccounts.AGENDA)
        ? context.table(table, scope, type, key)
        : context.table(CooperativeAccounts.AGENDA, table, scope, type, key);
  }
}
