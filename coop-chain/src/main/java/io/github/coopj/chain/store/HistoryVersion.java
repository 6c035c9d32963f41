package io.github.coopj.chain.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a history consists of from one change to the next: parts in files, oldest first, and the latest blocks in memory.
 * Whoever reads holds it; once it is neither held nor the latest, files that are only in it are let go of. Nobody waits.
 */
final class HistoryVersion {
  private final Set<HistoryVersion> held;
  private final List<HistoryPart> parts;
  private final HistoryBuffer recent;
  private final List<HistorySource> sources;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /**
   * A version that whoever made it holds.
   *
   * @param held has it as long as somebody holds it
   */
  HistoryVersion(List<HistoryPart> parts, HistoryBuffer recent, Set<HistoryVersion> held) {
    this.held = held;
    this.parts = List.copyOf(parts);
    this.recent = recent;
    List<HistorySource> all = new ArrayList<>(parts);
    all.add(recent);
    this.sources = List.copyOf(all);
    this.parts.forEach(HistoryPart::hold);
    held.add(this);
  }

  /** False if it is over. */
  boolean hold() {
    for (int now = holders.get(); now > 0; now = holders.get()) {
      if (holders.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  void letGo() {
    if (holders.decrementAndGet() == 0) {
      try {
        parts.forEach(HistoryPart::letGo);
      } finally {
        held.remove(this);
        over.complete(null);
      }
    }
  }

  List<HistoryPart> parts() {
    return parts;
  }

  HistoryBuffer recent() {
    return recent;
  }

  /** The parts, oldest first, and then the latest blocks. */
  List<HistorySource> sources() {
    return sources;
  }

  /** Completes when nobody holds it any more. */
  CompletableFuture<Void> over() {
    return over;
  }
}
