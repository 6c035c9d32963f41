package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The minutes (протокол) of a counted meeting as data: figures and words (MIN-02).
 *
 * @param tally figures
 * @param narrative words and names
 */
public record Minutes(MinutesTally tally, MinutesNarrative narrative) {
  /**
   * Draws up the minutes. The figures are counted a second time from the ballots; a difference stops the minutes
   * (TALLY-02).
   *
   * @param meeting the counted meeting
   * @param agenda its agenda
   * @param charter the charter that governed it
   * @param notes what the secretary adds
   * @param ballots accepted ballots of the last cycle in order of acceptance
   * @return minutes ready to be signed
   * @throws GovernanceException MINUTES_INCOMPLETE naming the missing field, MINUTES_MISMATCH naming the figure that
   *     differs, CHARTER_VERSION_MISMATCH
   */
  public static Minutes draw(
      CountedMeeting meeting,
      Agenda agenda,
      Charter charter,
      MinutesNotes notes,
      List<Ballot> ballots) {
    GeneralMeetingRecord row = meeting.snapshot();
    MeetingState.requireCharter(row, charter);
    requireSame("agenda", agenda.digest(), row.agendaHash());
    Map<Name, Ballot> counted = recount(row, ballots);
    requirePresent("title", charter.title());
    requirePresent("place", notes.place());
    if (notes.counters().isEmpty()) {
      throw new GovernanceException(Reason.MINUTES_INCOMPLETE, "field", "counters");
    }
    for (MinutesNarrative.Objection objection : notes.objections()) {
      Ballot ballot = counted.get(objection.member());
      if (ballot == null
          || ballot.choiceFor(objection.item()).orElse(Choice.FOR) != Choice.AGAINST) {
        throw new GovernanceException(
            Reason.MINUTES_MISMATCH,
            "figure",
            "objection of " + objection.member() + " to item " + objection.item(),
            "stated",
            Choice.AGAINST,
            "expected",
            ballot == null ? "no ballot" : "another answer");
      }
    }
    List<MinutesNarrative.ItemText> texts = agenda.items().stream()
        .map(item ->
            new MinutesNarrative.ItemText(item.number(), item.title(), item.draftDecision()))
        .toList();
    return new Minutes(
        meeting.tally(),
        new MinutesNarrative(
            charter.title(),
            notes.place(),
            charter.zone().getId(),
            texts,
            List.copyOf(counted.keySet()),
            notes.counters(),
            MinutesSigners.of(row, charter),
            notes.objections(),
            notes.rejected()));
  }

  /**
   * What the signers of the minutes hand to {@link CountedMeeting#sign}.
   *
   * @return digests of both halves
   */
  public MinutesSeal seal() {
    return new MinutesSeal(tally.digest(), narrative.digest());
  }

  /**
   * What the chairman signs.
   *
   * @return digest of the minutes
   */
  public Checksum256 digest() {
    return seal().digest();
  }

  private static Map<Name, Ballot> recount(GeneralMeetingRecord row, List<Ballot> ballots) {
    Map<Name, Ballot> last = new TreeMap<>();
    Checksum256 log = BallotLog.EMPTY;
    for (Ballot ballot : ballots) {
      requireSame(
          "meeting",
          ballot.cooperative() + "#" + ballot.meetingId(),
          row.cooperative() + "#" + row.id());
      requireSame("cycle", ballot.cycle(), row.cycle());
      requireSame("agendaVersion", ballot.agendaVersion(), row.agendaVersion());
      log = BallotLog.append(log, ballot.digest());
      last.put(ballot.member(), ballot);
    }
    requireSame("present", (long) last.size(), row.present());
    List<ItemRecord> fresh = new ArrayList<>();
    row.items().forEach(item -> fresh.add(item.emptied()));
    for (Ballot ballot : last.values()) {
      for (int i = 0; i < fresh.size(); i++) {
        @Nullable Choice choice = ballot.choiceFor(fresh.get(i).number()).orElse(null);
        fresh.set(i, fresh.get(i).counting(choice, 1));
      }
    }
    for (int i = 0; i < fresh.size(); i++) {
      ItemRecord mine = fresh.get(i);
      ItemRecord stated = row.items().get(i);
      requireSame("item " + mine.number() + " for", mine.votesFor(), stated.votesFor());
      requireSame("item " + mine.number() + " against", mine.against(), stated.against());
      requireSame("item " + mine.number() + " abstain", mine.abstain(), stated.abstain());
      requireSame("item " + mine.number() + " blank", mine.blank(), stated.blank());
    }
    requireSame("ballotLog", log, row.ballotLog());
    return last;
  }

  private static void requireSame(String figure, Object counted, Object stated) {
    if (!counted.equals(stated)) {
      throw new GovernanceException(
          Reason.MINUTES_MISMATCH, "figure", figure, "stated", stated, "expected", counted);
    }
  }

  private static void requirePresent(String field, String value) {
    if (value.isBlank()) {
      throw new GovernanceException(Reason.MINUTES_INCOMPLETE, "field", field);
    }
  }
}
