package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
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

  /** Of the adopted candidates the one with most votes, of equal ones the first on the agenda. */
  private static Optional<Name> elected(
      List<ItemRecord> items, ItemType type, @Nullable Name except) {
    return items.stream()
        .filter(item -> item.type() == type && item.outcome() == ItemOutcome.ADOPTED)
        .sorted(Comparator.comparingLong(ItemRecord::votesFor).reversed())
        .map(item -> item.candidates().get(0))
        .filter(candidate -> !candidate.equals(except))
        .findFirst();
  }
}
