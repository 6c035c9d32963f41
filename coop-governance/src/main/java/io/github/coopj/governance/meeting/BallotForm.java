package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.charter.MeetingPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An empty ballot, made from the final agenda only: every item exactly once and nothing else (BALLOT-01, AGENDA-19).
 *
 * @param cooperative account of the cooperative
 * @param meetingId number of the meeting
 * @param cycle cycle of the meeting
 * @param agendaVersion version of the agenda
 * @param member account of the voter
 * @param items numbers of all items that are voted on openly, ascending
 * @param options choices that the charter offers
 */
public record BallotForm(
    Name cooperative,
    long meetingId,
    int cycle,
    int agendaVersion,
    Name member,
    List<Integer> items,
    List<Choice> options) {
  /** Copies the lists. */
  public BallotForm {
    items = List.copyOf(items);
    options = List.copyOf(options);
  }

  /**
   * Fills the form in.
   *
   * @param choices answers by item number; items left out stay blank
   * @return the ballot to sign, answers in the order of the items
   * @throws InvalidValueException if an answer belongs to no item or the charter does not offer the choice
   */
  public Ballot fill(Map<Integer, Choice> choices) {
    List<Answer> answers = new ArrayList<>();
    for (int item : items) {
      Choice choice = choices.get(item);
      if (choice != null) {
        if (!options.contains(choice)) {
          throw new InvalidValueException(
              "the ballot offers " + options + ", got " + choice + " for item " + item);
        }
        answers.add(new Answer(item, choice));
      }
    }
    if (answers.size() != choices.size()) {
      throw new InvalidValueException(
          "the ballot has the items " + items + ", got answers to others");
    }
    return new Ballot(cooperative, meetingId, cycle, agendaVersion, member, answers);
  }

  /** Choices that a charter offers, in the order of {@link Choice}. */
  static List<Choice> options(MeetingPolicy policy) {
    return Arrays.stream(Choice.values())
        .filter(choice -> policy.answers().contains(AnswerOption.valueOf(choice.name())))
        .toList();
  }
}
