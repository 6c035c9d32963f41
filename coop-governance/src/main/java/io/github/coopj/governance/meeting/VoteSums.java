package io.github.coopj.governance.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the answers of ballots, item by item (TALLY-02). */
final class VoteSums {
  private static final int ANSWERS = 4;

  private final List<ItemRecord> items;
  private final long[] sums;

  /** Sums that go on from what the items have. */
  VoteSums(List<ItemRecord> items) {
    this.items = items;
    this.sums = new long[items.size() * ANSWERS];
  }

  /** Adds the answers of {@code by} ballots to one item; null for a blank. Secret items are not counted here. */
  void add(int item, @Nullable Choice choice, int by) {
    if (items.get(item).secret()) {
      return;
    }
    sums[item * ANSWERS + column(choice)] += by;
  }

  /** Adds a ballot: one answer per item, null for a blank. */
  void add(@Nullable Choice[] answers) {
    for (int item = 0; item < answers.length; item++) {
      add(item, answers[item], 1);
    }
  }

  /** The items with what was added, without outcomes. */
  List<ItemRecord> items() {
    List<ItemRecord> counted = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      ItemRecord item = items.get(i);
      counted.add(item.counted(
          item.votesFor() + sums[i * ANSWERS + column(Choice.FOR)],
          item.against() + sums[i * ANSWERS + column(Choice.AGAINST)],
          item.abstain() + sums[i * ANSWERS + column(Choice.ABSTAIN)],
          item.blank() + sums[i * ANSWERS + column(null)]));
    }
    return counted;
  }

  private static int column(@Nullable Choice choice) {
    if (choice == null) {
      return 0;
    }
    return switch (choice) {
      case FOR -> 1;
      case AGAINST -> 2;
      case ABSTAIN -> 3;
    };
  }
}
