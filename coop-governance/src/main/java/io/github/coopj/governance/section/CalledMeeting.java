package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MajorityRule;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.Roll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Called: members vote until closing. */
public final class CalledMeeting extends SectionMeeting {
  CalledMeeting(SectionMeetingRecord row) {
    super(row);
  }

  /**
   * Whether a member has voted in this cycle.
   *
   * @param lastCycle cycle the member last voted in, 0 for none
   * @return whether it is this one
   */
  public boolean hasVoted(int lastCycle) {
    return lastCycle == row.cycle();
  }

  /**
   * Refuses a ballot that must not be kept for the count; whoever stores ballots asks before.
   *
   * @param ballot the ballot, whose signature the caller has checked
   * @param onRoll whether its member is on the roll
   * @param voted whether a ballot of the same member is kept for this cycle
   * @param charter the charter of the call
   * @param now the moment
   * @throws GovernanceException CHARTER_VERSION_MISMATCH, MEETING_TOO_EARLY, BALLOT_LATE, BALLOT_OTHER_MEETING,
   *     BALLOT_OTHER_CYCLE, BALLOT_OTHER_AGENDA, BALLOT_UNKNOWN_ITEM, BALLOT_DUPLICATE_ITEM, BALLOT_CHOICE_NOT_OFFERED,
   *     NOT_ON_ROLL, BALLOT_ALREADY_CAST unless the charter lets the last one win
   */
  public void requireAcceptable(
      Ballot ballot, boolean onRoll, boolean voted, Charter charter, Instant now) {
    requireCharter(row, charter);
    TimePointSec at = TimePointSec.of(now);
    if (now.isBefore(row.opensAt().toInstant())) {
      throw new GovernanceException(Reason.MEETING_TOO_EARLY, "now", at, "from", row.opensAt());
    }
    if (!now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.BALLOT_LATE, "account", ballot.member(), "now", at, "until", row.closesAt());
    }
    requireFitting(ballot, charter);
    if (!onRoll) {
      throw new GovernanceException(
          Reason.NOT_ON_ROLL, "account", ballot.member(), "meeting", id());
    }
    if (voted && !charter.meeting().revoteAllowed()) {
      throw new GovernanceException(
          Reason.BALLOT_ALREADY_CAST, "account", ballot.member(), "cycle", row.cycle());
    }
  }

  /**
   * Of all ballots kept for the meeting those that count now: of this cycle, the last of each member.
   *
   * @param kept ballots in the order of acceptance
   * @return what {@link #close} takes
   */
  public List<Ballot> counting(Iterable<Ballot> kept) {
    Map<Name, Ballot> last = new LinkedHashMap<>();
    for (Ballot ballot : kept) {
      if (ballot.cycle() == row.cycle()) {
        last.put(ballot.member(), ballot);
      }
    }
    return List.copyOf(last.values());
  }

  /**
   * Ends the cycle and counts. Who cast a ballot is present. With more than half of the members, or more than a quarter in
   * a repeat, every item is adopted or not (KU-13, KU-14); an equal vote adopts nothing, whoever presides (KU-20).
   *
   * @param ballots ballots received before closing, whose signatures the caller has checked (see {@link
   *     io.github.coopj.governance.meeting.SignedBallot})
   * @param roll the roll the meeting was called for
   * @param charter the charter of the call
   * @param now the moment, not before closing
   * @return {@link CompetentMeeting} or {@link MissedMeeting}
   * @throws GovernanceException MEETING_TOO_EARLY, CHARTER_VERSION_MISMATCH, BALLOT_OTHER_MEETING, BALLOT_OTHER_CYCLE,
   *     BALLOT_OTHER_AGENDA, NOT_ON_ROLL, BALLOT_ALREADY_CAST, BALLOT_UNKNOWN_ITEM, BALLOT_DUPLICATE_ITEM,
   *     BALLOT_CHOICE_NOT_OFFERED
   * @throws InvalidValueException if the roll is another one
   */
  public SectionMeeting close(List<Ballot> ballots, Roll roll, Charter charter, Instant now) {
    requireCharter(row, charter);
    if (now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
    }
    if (!roll.digest().equals(row.rollDigest())) {
      throw new InvalidValueException(
          "the roll is not the one meeting " + id() + " was called for");
    }
    Set<Name> present = new HashSet<>();
    for (Ballot ballot : ballots) {
      requireFitting(ballot, charter);
      if (!roll.contains(ballot.member())) {
        throw new GovernanceException(
            Reason.NOT_ON_ROLL, "account", ballot.member(), "meeting", id());
      }
      if (!present.add(ballot.member())) {
        throw new GovernanceException(
            Reason.BALLOT_ALREADY_CAST, "account", ballot.member(), "cycle", row.cycle());
      }
    }
    long required = SectionQuorum.required(row.members(), row.cycle(), charter.sections());
    List<SectionCycle> cycles = new ArrayList<>(row.cycles());
    cycles.add(
        new SectionCycle(row.cycle(), required, present.size(), row.opensAt(), row.closesAt()));
    if (!SectionQuorum.isMet(present.size(), row.members(), row.cycle(), charter.sections())) {
      return new MissedMeeting(ended(SectionMeetingStatus.MISSED, cycles, List.of()));
    }
    List<SectionItem> items = new ArrayList<>();
    for (AgendaItem item : row.call().agenda().items()) {
      items.add(counted(item, ballots, charter));
    }
    return new CompetentMeeting(ended(SectionMeetingStatus.COMPETENT, cycles, items));
  }

  private SectionItem counted(AgendaItem item, List<Ballot> ballots, Charter charter) {
    long votesFor = SectionItem.count(ballots, item, Choice.FOR);
    MajorityRule majority = charter.meeting().majorityFor(item.type());
    return new SectionItem(
        item.number(),
        votesFor,
        SectionItem.count(ballots, item, Choice.AGAINST),
        SectionItem.count(ballots, item, Choice.ABSTAIN),
        majority.isAdopted(votesFor, ballots.size(), row.members()));
  }

  private void requireFitting(Ballot ballot, Charter charter) {
    SectionCall call = row.call();
    if (!ballot.cooperative().equals(call.cooperative()) || ballot.meetingId() != call.id()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_MEETING,
          "ballot",
          ballot.cooperative() + "/" + ballot.meetingId(),
          "expected",
          call.cooperative() + "/" + call.id());
    }
    if (ballot.cycle() != row.cycle()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_CYCLE, "ballot", ballot.cycle(), "expected", row.cycle());
    }
    if (ballot.agendaVersion() != call.agenda().version()) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_AGENDA,
          "ballot",
          ballot.agendaVersion(),
          "expected",
          call.agenda().version());
    }
    Set<Integer> answered = new HashSet<>();
    int items = call.agenda().items().size();
    for (Answer answer : ballot.answers()) {
      if (answer.item() < 1 || answer.item() > items) {
        throw new GovernanceException(
            Reason.BALLOT_UNKNOWN_ITEM, "item", answer.item(), "items", items);
      }
      if (!answered.add(answer.item())) {
        throw new GovernanceException(Reason.BALLOT_DUPLICATE_ITEM, "item", answer.item());
      }
      if (!charter
          .meeting()
          .answers()
          .contains(AnswerOption.valueOf(answer.choice().name()))) {
        throw new GovernanceException(
            Reason.BALLOT_CHOICE_NOT_OFFERED, "item", answer.item(), "choice", answer.choice());
      }
    }
  }

  private SectionMeetingRecord ended(
      SectionMeetingStatus status, List<SectionCycle> cycles, List<SectionItem> items) {
    return new SectionMeetingRecord(
        row.call(),
        row.charterVersion(),
        status,
        row.members(),
        row.rollDigest(),
        row.calledAt(),
        row.cycle(),
        row.opensAt(),
        row.closesAt(),
        cycles,
        items);
  }
}
