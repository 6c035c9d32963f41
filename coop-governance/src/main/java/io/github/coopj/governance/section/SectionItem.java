package io.github.coopj.governance.section;

import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import java.util.List;

/**
 * The count of one item of a meeting of a section with quorum. Who is present and neither for, against nor abstains left
 * it blank.
 *
 * @param number number of the item
 * @param votesFor ballots for
 * @param against ballots against
 * @param abstain ballots abstaining
 * @param adopted whether the majority of the charter was reached
 */
public record SectionItem(int number, long votesFor, long against, long abstain, boolean adopted) {
  static long count(List<Ballot> ballots, AgendaItem item, Choice choice) {
    return ballots.stream()
        .filter(ballot -> ballot.choiceFor(item.number()).filter(choice::equals).isPresent())
        .count();
  }
}
