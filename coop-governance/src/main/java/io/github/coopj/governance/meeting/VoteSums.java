package io.github.coopj.governance.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the answers of ballots, item by item (TALLY-02). */
final class VoteSums {
  private VoteSums() {}

  /** Counts with one ballot more. */
  static List<ItemRecord> plus(List<ItemRecord> items, @Nullable Choice[] answers) {
    return count(items, answers, 1);
  }

  /** Counts with one ballot less. */
  static List<ItemRecord> minus(List<ItemRecord> items, @Nullable Choice[] answers) {
    return count(items, answers, -1);
  }

  private static List<ItemRecord> count(
      List<ItemRecord> items, @Nullable Choice[] answers, int by) {
    List<ItemRecord> counted = new ArrayList<>(items.size());
    for (int i = 0; i < answers.length; i++) {
      counted.add(items.get(i).counting(answers[i], by));
    }
    return counted;
  }
}
