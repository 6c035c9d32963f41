package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.board.LiabilityRegulation;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedQuestion;
import io.github.coopj.governance.representation.ReservedRecord;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.OpenAssembly;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionAct;
import io.github.coopj.governance.section.SectionCall;
import io.github.coopj.governance.section.SectionLookup;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionMeeting;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.governance.section.SectionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tables of {@link SectionContract} and their rows. */
public final class SectionTables {
  static final Name SECTIONS = Name.of("sections");
  static final Name REGULATIONS = Name.of("regulations");
  static final Name NUMBERS = Name.of("numbers");
  static final Name CALLS = Name.of("calls");
  static final Name MEETINGS = Name.of("meetings");
  static final Name ROLL = Name.of("roll");
  static final Name BALLOTS = Name.of("ballots");
  static final Name MANDATES = Name.of("mandates");
  static final Name REFUSALS = Name.of("refusals");
  static final Name ACTS = Name.of("acts");
  static final Name RESERVED_CALLS = Name.of("reservedcall");
  static final Name RESERVED = Name.of("reserved");

  /** Number before that of the first meeting of a section: no general meeting comes so far, so no ballot fits two. */
  static final long NUMBERS_FROM = 1_000_000_000L;

  private SectionTables() {}

  /**
   * Which cooperative a meeting of a section is of; scope is the contract's account.
   *
   * @param id number of the meeting
   * @param coop cooperative
   */
  public record NumberRow(@AbiType("uint64") long id, Name coop) {}

  /**
   * A member on the roll of a meeting of a section; scope is the number of the meeting.
   *
   * @param member member
   * @param votedCycle cycle the member last voted in, 0 for none
   */
  public record RollRow(Name member, @AbiName("voted_cycle") int votedCycle) {}

  /**
   * A signed ballot in the order of acceptance; scope is the number of the meeting.
   *
   * @param key number of the ballot in this meeting, 1 or more
   * @param ballot the ballot
   * @param signature the member's signature under it
   */
  public record BallotRow(
      @AbiType("uint64") long key, Ballot ballot, DocumentSignature signature) {}

  /**
   * What the chairman of a section did for it.
   *
   * @param id number of the act, 1 or more
   * @param section number of the section
   * @param by its chairman
   * @param act what he did
   * @param document digest of the paper
   * @param at when
   */
  public record ActRow(
      @AbiType("uint64") long id,
      @AbiType("uint64") long section,
      Name by,
      SectionAct act,
      Checksum256 document,
      TimePointSec at) {}

  private static <R extends Record> Table<R> table(
      Context context, Name name, Name scope, Class<R> type, ToLongFunction<R> key) {
    return context.table(CooperativeAccounts.SECTION, name, scope, type, key);
  }

  static Table<SectionRecord> sections(Context context, Name coop) {
    return table(context, SECTIONS, coop, SectionRecord.class, SectionRecord::id);
  }

  /** All sections, closed ones included, by number. */
  static List<Section> all(Context context, Name coop) {
    List<Section> all = new ArrayList<>();
    sections(context, coop).forEach(row -> all.add(Section.restore(row)));
    return all;
  }

  static Section section(Context context, Name coop, long id) {
    return Section.restore(sections(context, coop)
        .find(id)
        .orElseThrow(
            () -> new InvalidValueException("cooperative " + coop + " has no section " + id)));
  }

  static SectionLookup lookup(Context context, Name coop) {
    List<Section> all = all(context, coop);
    return at ->
        all.stream().filter(section -> section.isActive(at)).map(Section::id).toList();
  }

  /** Versions of the regulation on liability; the last one is in force. */
  static Table<LiabilityRegulation> regulations(Context context, Name coop) {
    return table(
        context, REGULATIONS, coop, LiabilityRegulation.class, row -> row.text().version());
  }

  /** Digest of the regulation on liability in force; zero, which no contract can cite, where there is none. */
  static Checksum256 regulation(Context context, Name coop) {
    return regulations(context, coop)
        .last()
        .map(regulation -> regulation.text().digest())
        .orElse(Checksum256.ZERO);
  }

  static Table<NumberRow> numbers(Context context) {
    return table(context, NUMBERS, CooperativeAccounts.SECTION, NumberRow.class, NumberRow::id);
  }

  static Table<SectionCall> calls(Context context, Name coop) {
    return table(context, CALLS, coop, SectionCall.class, SectionCall::id);
  }

  static Table<SectionMeetingRecord> meetings(Context context, Name coop) {
    return table(
        context, MEETINGS, coop, SectionMeetingRecord.class, row -> row.call().id());
  }

  static Name coopOf(Context context, long meeting) {
    return numbers(context)
        .find(meeting)
        .orElseThrow(() -> new InvalidValueException("no section has a meeting " + meeting))
        .coop();
  }

  static SectionCall call(Context context, Name coop, long meeting) {
    return calls(context, coop)
        .find(meeting)
        .orElseThrow(() -> new InvalidValueException("no meeting " + meeting + " is planned"));
  }

  static SectionMeeting meeting(Context context, Name coop, long id) {
    return SectionMeeting.restore(meetings(context, coop)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("meeting " + id + " has not been called")));
  }

  /** Meetings with quorum of all sections, in the order of their numbers. */
  static List<CompetentMeeting> competent(Context context, Name coop) {
    List<CompetentMeeting> competent = new ArrayList<>();
    for (SectionMeetingRecord row : meetings(context, coop)) {
      SectionMeeting.restore(row).ifCompetent().ifPresent(competent::add);
    }
    return competent;
  }

  /** Meetings of sections that are called and not over. */
  static List<OpenAssembly> open(Context context, Name coop) {
    List<OpenAssembly> open = new ArrayList<>();
    for (SectionMeetingRecord row : meetings(context, coop)) {
      SectionMeeting.restore(row).openUntil().ifPresent(open::add);
    }
    return open;
  }

  static Table<RollRow> roll(Context context, long meeting) {
    return table(
        context, ROLL, new Name(meeting), RollRow.class, row -> row.member().value());
  }

  static Table<BallotRow> ballots(Context context, long meeting) {
    return table(context, BALLOTS, new Name(meeting), BallotRow.class, BallotRow::key);
  }

  static Table<SectionMandateRecord> mandateRows(Context context, Name coop) {
    return table(
        context, MANDATES, coop, SectionMandateRecord.class, SectionMandateRecord::meeting);
  }

  /** Mandates of the chairmen of all sections. */
  static SectionMandates mandates(Context context, Name coop) {
    List<SectionMandate> mandates = new ArrayList<>();
    mandateRows(context, coop).forEach(row -> mandates.add(SectionMandate.restore(row)));
    return new SectionMandates(mandates);
  }

  static Table<AttorneyRefusal> refusals(Context context, Name coop) {
    return table(context, REFUSALS, coop, AttorneyRefusal.class, AttorneyRefusal::id);
  }

  static Table<ActRow> acts(Context context, Name coop) {
    return table(context, ACTS, coop, ActRow.class, ActRow::id);
  }

  static Table<ReservedCall> reservedCalls(Context context, Name coop) {
    return table(context, RESERVED_CALLS, coop, ReservedCall.class, ReservedCall::id);
  }

  static Table<ReservedRecord> reserved(Context context, Name coop) {
    return table(
        context, RESERVED, coop, ReservedRecord.class, row -> row.call().id());
  }

  static ReservedQuestion reserved(Context context, Name coop, long id) {
    return ReservedQuestion.restore(reserved(context, coop)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("question " + id + " was not asked")));
  }

  /** The charter under which a meeting was called. */
  static Charter charter(Context context, Charters charters, SectionMeeting meeting) {
    SectionMeetingRecord row = meeting.snapshot();
    return charters.version(context, row.call().cooperative(), row.charterVersion());
  }
}
