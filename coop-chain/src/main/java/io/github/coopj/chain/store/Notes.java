package io.github.coopj.chain.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What went wrong without harm, as sentences: the first ones and the latest ones, however many there are. */
final class Notes {
  /** How many of the first are kept, and how many of the latest. */
  static final int KEPT = 50;

  private final List<String> first = new ArrayList<>();
  private final Deque<String> latest = new ArrayDeque<>();
  private long left;

  synchronized void add(String note) {
    if (first.size() < KEPT) {
      first.add(note);
      return;
    }
    if (latest.size() == KEPT) {
      latest.remove();
      left++;
    }
    latest.add(note);
  }

  /** All that are kept, in order, and where some are not, how many. */
  synchronized List<String> all() {
    List<String> all = new ArrayList<>(first);
    if (left > 0) {
      all.add(left + " more between, not kept");
    }
    all.addAll(latest);
    return all;
  }
}
