package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.BallotWay;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.RollLookup;
import io.github.coopj.governance.representation.SignedQuestion;
import io.github.coopj.governance.secret.ElectionContent;
import io.github.coopj.governance.secret.SecretBallot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tables of {@link MeetingContract} and their rows, readable from every contract. */
public final class MeetingTables {
  static final Name NUMBERS = Name.of("numbers");
  static final Name MEETINGS = Name.of("meetings");
  static final Name AGENDAS = Name.of("agendas");
  static final Name ROLL = Name.of("roll");
  static final Name VOTERS = Name.of("voters");
  static final Name BALLOTS = Name.of("ballots");
  static final Name ELECTIONS = Name.of("elections");

  private MeetingTables() {}

  /**
   * Which cooperative a meeting is of; scope is the contract's account.
   *
   * @param id number of the meeting
   * @param coop cooperative
   */
  public record NumberRow(@AbiType("uint64") long id, Name coop) {}

  /**
   * Agenda of a meeting; scope is the cooperative.
   *
   * @param id number of the meeting
   * @param agenda the agenda
   */
  public record AgendaRow(@AbiType("uint64") long id, Agenda agenda) {}

  /**
   * A member on the frozen roll of a meeting; scope is the number of the meeting.
   *
   * @param member member
   * @param votedCycle first cycle of the log that the member's last ballot is in, 0 for none
   * @param ballot number of that ballot in the log
   */
  public record RollRow(
      Name member,
      @AbiName("voted_cycle") int votedCycle,
      @AbiType("uint64") long ballot) {}

  /**
   * A signed ballot in the order of acceptance; scope is the number of the meeting.
   *
   * @param key first cycle of the log and number of the ballot in it, see {@link BallotLog#key}
   * @param ballot the ballot
   * @param signature signature of who cast it
   * @param way how it came in
   * @param secret the answers to the secret items, sealed
   */
  public record BallotRow(
      @AbiType("uint64") long key,
      Ballot ballot,
      DocumentSignature signature,
      BallotWay way,
      Optional<SecretBallot> secret) {}

  /**
   * What the secret ballots of a cycle are about; scope is the number of the meeting, the key is the cycle.
   *
   * @param content what they are about
   */
  public record ElectionRow(ElectionContent content) {}

  /**
   * That a voter has voted.
   *
   * @param voter key of the voter, the same for all accounts of one person
   * @param cycle first cycle of the log that the ballot is in
   */
  public record VoterInCycle(Checksum256 voter, int cycle) {}

  /**
   * Voters who have voted and whose keys begin with the same 8 bytes; scope is the number of the meeting.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param voted who voted when
   */
  public record VotersRow(long prefix, List<VoterInCycle> voted) {
    /** Copies the list. */
    public VotersRow {
      voted = List.copyOf(voted);
    }
  }

  /** A meeting as it is stored, with its cooperative and the charter it was drafted under. */
  record Loaded(Name coop, GeneralMeeting meeting, Charter charter) {}

  /** A meeting with its cooperative and the charter it was drafted under. */
  static Loaded load(Context context, Charters charters, long id) {
    Name coop = numbers(context)
        .find(id)
        .orElseThrow(() -> new InvalidValueException("there is no meeting " + id))
        .coop();
    GeneralMeetingRecord row =
        meetings(context, coop).find(id).orElseThrow(() -> unknown(coop, id));
    return new Loaded(
        coop, GeneralMeeting.restore(row), charters.version(context, coop, row.charterVersion()));
  }

  /** A meeting that was held, as another contract needs it. */
  static HeldMeeting held(Context context, Name coop, long id) {
    return meeting(context, coop, id).requireHeld();
  }

  /** A decision of a meeting, or of all members in their sections, as another contract needs it. */
  static MeetingDecision decision(Context context, Name coop, long number, int item) {
    return SignedQuestion.find(
        number,
        item,
        meeting -> held(context, coop, meeting),
        question -> SectionTables.reserved(context, coop, question));
  }

  /** Whether an account is on the roll of a meeting, as another contract needs it. */
  static RollLookup rollOf(Context context, long meeting) {
    Table<RollRow> roll = roll(context, meeting);
    return account -> roll.contains(account.value());
  }

  /** A meeting in any state, as another contract needs it. */
  static GeneralMeeting meeting(Context context, Name coop, long id) {
    return GeneralMeeting.restore(
        meetings(context, coop).find(id).orElseThrow(() -> unknown(coop, id)));
  }

  static List<GeneralMeetingRecord> known(Context context, Name coop) {
    List<GeneralMeetingRecord> known = new ArrayList<>();
    meetings(context, coop).forEach(known::add);
    return known;
  }

  /** The version of an agenda that is in force. */
  static Agenda agendaOf(Context context, Name coop, long id) {
    return agendas(context, coop).find(id).orElseThrow(() -> unknown(coop, id)).agenda();
  }

  static InvalidValueException unknown(Name coop, long id) {
    return new InvalidValueException("cooperative " + coop + " has no meeting " + id);
  }

  static void store(Context context, Loaded loaded, GeneralMeeting next) {
    meetings(context, loaded.coop()).update(next.snapshot());
  }

  static Table<NumberRow> numbers(Context context) {
    return context.table(NUMBERS, context.receiver(), NumberRow.class, NumberRow::id);
  }

  static Table<GeneralMeetingRecord> meetings(Context context, Name coop) {
    return table(context, MEETINGS, coop, GeneralMeetingRecord.class, GeneralMeetingRecord::id);
  }

  static Table<AgendaRow> agendas(Context context, Name coop) {
    return table(context, AGENDAS, coop, AgendaRow.class, AgendaRow::id);
  }

  /** Members on the roll of a meeting, readable from every contract. */
  static Table<RollRow> roll(Context context, long meeting) {
    return table(
        context, ROLL, new Name(meeting), RollRow.class, row -> row.member().value());
  }

  private static <R extends Record> Table<R> table(
      Context context, Name table, Name scope, Class<R> type, ToLongFunction<R> key) {
    return context.receiver().equals(CooperativeAccounts.MEETING)
        ? context.table(table, scope, type, key)
        : context.table(CooperativeAccounts.MEETING, table, scope, type, key);
  }

  static Table<ElectionRow> elections(Context context, long meeting) {
    return context.table(
        ELECTIONS, new Name(meeting), ElectionRow.class, row -> row.content().cycle());
  }

  static Table<BallotRow> ballots(Context context, long meeting) {
    return context.table(BALLOTS, new Name(meeting), BallotRow.class, BallotRow::key);
  }

  /** Who has voted by which account, so that nobody votes twice (ORG-04). */
  static Table<VotersRow> voters(Context context, long meeting) {
    return context.table(VOTERS, new Name(meeting), VotersRow.class, VotersRow::prefix);
  }
}
