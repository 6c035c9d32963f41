package io.github.coopj.chain.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * What a history consists of at the moment: parts in files, oldest first, and the latest blocks in memory. Where there are
 * eight parts of about the same size, a thread writes them into one, so that there are few of them, however long the
 * history: what is in a part is written once more each time that the history has grown eightfold.
 *
 * <p>One thread adds and writes, many may read, which wait neither for it nor for each other.
 */
final class HistoryParts {
  /** How many parts become one. */
  static final int FAN = 8;

  private static final int MOST_WAITING = 4 * FAN;

  private final HistoryFiles files;
  private final Set<HistoryVersion> held = ConcurrentHashMap.newKeySet();
  private final ExecutorService merger = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "coopj-store-merger");
    thread.setDaemon(true);
    return thread;
  });
  private volatile HistoryVersion latest;
  private volatile boolean closing;
  private volatile Optional<String> problem = Optional.empty();

  HistoryParts(HistoryFiles files, List<HistoryPart> parts) {
    this.files = files;
    this.latest = new HistoryVersion(parts, after(parts), held);
  }

  private static HistoryBuffer after(List<HistoryPart> parts) {
    if (parts.isEmpty()) {
      return new HistoryBuffer(BlockLog.FIRST_BLOCK - 1, 0);
    }
    HistoryPart last = parts.get(parts.size() - 1);
    return new HistoryBuffer(last.to(), last.lastSequence());
  }

  /** What blocks are added to; belongs to the thread that adds. */
  HistoryBuffer recent() {
    return latest.recent();
  }

  /**
   * Asks something of all sources, oldest first, none of which goes away meanwhile.
   *
   * @throws LogException HISTORY if it is closed
   */
  <T> T read(Function<List<HistorySource>, T> question) {
    HistoryVersion version = latest;
    while (!version.hold()) {
      if (closing) {
        throw new LogException(
            LogException.Reason.HISTORY, files.directory() + ": the history is closed", null);
      }
      version = latest;
    }
    try {
      return question.apply(version.sources());
    } finally {
      version.letGo();
    }
  }

  /** Writes what is in memory into a file, durably. */
  void write() {
    HistoryBuffer recent = recent();
    if (recent.to() == recent.from()) {
      return;
    }
    HistoryPart part = files.write(recent);
    long small;
    synchronized (this) {
      List<HistoryPart> parts = new ArrayList<>(latest.parts());
      parts.add(part);
      change(parts, new HistoryBuffer(part.to(), part.lastSequence()));
      small = parts.stream().filter(each -> each.merges() == 0).count();
    }
    CompletableFuture<Void> merging = CompletableFuture.runAsync(this::merge, merger);
    if (small > MOST_WAITING) {
      Uninterruptibly.join(merging);
    }
  }

  private void change(List<HistoryPart> parts, HistoryBuffer recent) {
    HistoryVersion before = latest;
    latest = new HistoryVersion(parts, recent, held);
    before.letGo();
  }

  private void merge() {
    try {
      for (List<HistoryPart> due = due(); !due.isEmpty() && !closing; due = due()) {
        HistoryPart merged = files.merge(due, () -> closing);
        due.forEach(HistoryPart::replaced);
        synchronized (this) {
          List<HistoryPart> parts = new ArrayList<>(latest.parts());
          parts.set(parts.indexOf(due.get(0)), merged);
          parts.removeAll(due);
          change(parts, latest.recent());
        }
      }
      problem = Optional.empty();
    } catch (HistoryPartWriter.StoppedException e) {
      problem = Optional.empty();
    } catch (RuntimeException e) {
      problem = Optional.of("parts of the history are not merged: " + e.getMessage());
    }
  }

  /** The oldest parts to be merged next: of those merged least often that are enough. */
  private List<HistoryPart> due() {
    List<HistoryPart> parts = latest.parts();
    for (int end = parts.size(); end >= FAN; ) {
      int begin = end;
      int merges = parts.get(end - 1).merges();
      while (begin > 0 && parts.get(begin - 1).merges() == merges) {
        begin--;
      }
      if (end - begin >= FAN) {
        return List.copyOf(parts.subList(begin, begin + FAN));
      }
      end = begin;
    }
    return List.of();
  }

  /** What does not work; empty if all does. */
  Optional<String> problem() {
    return problem.or(files::problem);
  }

  /** Waits until all that was to be merged is. */
  void awaitMerged() {
    Uninterruptibly.join(CompletableFuture.runAsync(() -> {}, merger));
  }

  /** Lets go of the files once those that read at the moment are done; what was not written is lost. */
  void close() {
    closing = true;
    awaitMerged();
    merger.shutdown();
    synchronized (this) {
      latest.letGo();
    }
    List.copyOf(held).forEach(version -> Uninterruptibly.join(version.over()));
  }
}
