package io.github.coopj.governance.meeting;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import java.util.List;
import java.util.Optional;

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
    return draw(meeting, agenda, charter, notes, ballots, Optional.empty());
  }

  /**
   * Draws up the minutes of a meeting with secret items, whose figures are counted a second time as well.
   *
   * @param meeting the counted meeting
   * @param agenda its agenda, for the wording of the items
   * @param charter the charter of the draft
   * @param notes what the secretary adds
   * @param ballots ballots of the last cycle in order of acceptance
   * @param secret the count of the secret items done again; empty without such items
   * @return minutes ready to be signed
   * @throws GovernanceException MINUTES_INCOMPLETE also if the recount of secret items is missing, and as for a meeting without
   *     them
   */
  public static Minutes draw(
      CountedMeeting meeting,
      Agenda agenda,
      Charter charter,
      MinutesNotes notes,
      List<Ballot> ballots,
      Optional<SecretRecount> secret) {
    GeneralMeetingRecord row = meeting.snapshot();
    MeetingState.requireCharter(row, charter);
    Recount.requireSame("agenda", agenda.digest(), row.agendaHash());
    Recount counted = Recount.of(row, ballots);
    counted.requireSame();
    if (row.items().stream()
        .anyMatch(item -> item.secret() && item.outcome() != ItemOutcome.NOT_COUNTED)) {
      secret
          .orElseThrow(() -> new GovernanceException(
              Reason.MINUTES_INCOMPLETE, "field", "recount of the secret items"))
          .requireOf(row);
    }
    requirePresent("title", charter.title());
    requirePresent("place", notes.place());
    if (notes.counters().isEmpty()) {
      throw new GovernanceException(Reason.MINUTES_INCOMPLETE, "field", "counters");
    }
    for (MinutesNarrative.Objection objection : notes.objections()) {
      Optional<Ballot> ballot = counted.ballotOf(objection.member());
      if (ballot.flatMap(cast -> cast.choiceFor(objection.item())).orElse(Choice.FOR)
          != Choice.AGAINST) {
        throw new GovernanceException(
            Reason.MINUTES_MISMATCH,
            "figure",
            "objection of " + objection.member() + " to item " + objection.item(),
            "stated",
            Choice.AGAINST,
            "expected",
            ballot.isEmpty() ? "no ballot" : "another answer");
      }
    }
    Recount.requireSame(
        "refused ballots",
        BallotRefusal.digestOf(notes.rejected()),
        BallotLog.digest(row.rejected()));
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
            counted.voters(),
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

  private static void requirePresent(String field, String value) {
    if (value.isBlank()) {
      throw new GovernanceException(Reason.MINUTES_INCOMPLETE, "field", field);
    }
  }
}
