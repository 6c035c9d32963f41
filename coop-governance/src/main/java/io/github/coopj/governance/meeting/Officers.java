package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.ItemType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who presides over a meeting and who keeps its minutes once it is counted (MEET-25).
 *
 * @param chair chairman of the meeting
 * @param secretary secretary of the meeting, the chairman only if there is nobody else
 */
record Officers(Name chair, Name secretary) {
  /**
   * The elected ones in place of those the convenor appointed. Nobody holds both offices because he was elected to one of
   * them: the other goes to the appointed officer whose place he took.
   */
  static Officers of(GeneralMeetingRecord row, List<ItemRecord> decided) {
    Name chair = elected(decided, ItemType.MEETING_CHAIR, null).orElse(row.chair());
    return new Officers(
        chair,
        elected(decided, ItemType.MEETING_SECRETARY, chair)
            .orElse(chair.equals(row.secretary()) ? row.chair() : row.secretary()));
  }

  /**
   * The officers of an amended agenda: if it asks for measures against who was to preside, the first other candidate for it
   * presides, and where nobody stands for it the secretary does, whose minutes the other then keeps (MEET-27).
   */
  static Officers impartial(GeneralMeetingRecord row, Agenda next) {
    if (!next.underQuestion().contains(row.chair())) {
      return new Officers(row.chair(), row.secretary());
    }
    return next.candidatesFor(ItemType.MEETING_CHAIR).stream()
        .filter(candidate -> !candidate.equals(row.chair()) && !candidate.equals(row.secretary()))
        .findFirst()
        .map(candidate -> new Officers(candidate, row.secretary()))
        .orElse(new Officers(row.secretary(), row.chair()));
  }

  /** Of the adopted candidates the one with most votes, of equal ones the first on the agenda. */
  private static Optional<Name> elected(
      List<ItemRecord> items, ItemType type, @Nullable Name except) {
    return elected(items, type).stream()
        .filter(candidate -> !candidate.equals(except))
        .findFirst();
  }

  /** The adopted candidates, those with most votes first, of equal ones the first on the agenda. */
  static List<Name> elected(List<ItemRecord> items, ItemType type) {
    return items.stream()
        .filter(item -> item.type() == type && item.outcome() == ItemOutcome.ADOPTED)
        .sorted(Comparator.comparingLong(ItemRecord::votesFor).reversed())
        .map(item -> item.candidates().get(0))
        .toList();
  }
}
