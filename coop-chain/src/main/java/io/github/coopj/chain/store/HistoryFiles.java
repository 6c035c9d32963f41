package io.github.coopj.chain.store;

import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a history in their folder: {@code history-from-to.bin}, where from is the block before the first one. Each
 * is written under another name and renamed. Where one is found to be damaged while it is read, the file
 * {@code history.damaged} says so to the next start, which makes the history again.
 */
final class HistoryFiles {
  private static final Pattern NAME = Pattern.compile("history-(\\d{10})-(\\d{10})\\.bin");
  private static final String WRITTEN = "history.tmp";
  private static final String MERGED = "history-merged.tmp";
  private static final String DAMAGED = "history.damaged";

  /** The one file of histories up to version 3. */
  private static final String SINGLE = "history.mv";

  private static final int MAX_NOTE = 1 << 16;
  private static final List<String> OTHERS = List.of(WRITTEN, MERGED, SINGLE);

  private final Disk disk;
  private final Path directory;
  private final Checksum256 chainId;
  private final HistoryPageCache cache = new HistoryPageCache();
  private final AtomicBoolean damageNoted = new AtomicBoolean();
  private volatile Optional<String> problem = Optional.empty();

  HistoryFiles(Disk disk, Path directory, Checksum256 chainId) {
    this.disk = disk;
    this.directory = directory;
    this.chainId = chainId;
  }

  static boolean isFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return NAME.matcher(name).matches() || OTHERS.contains(name) || name.equals(DAMAGED);
  }

  /** Where the history is, for messages. */
  Path directory() {
    return directory;
  }

  HistoryPageCache cache() {
    return cache;
  }

  /** What went wrong with a file; empty if nothing did. */
  Optional<String> problem() {
    return problem;
  }

  /**
   * Opens the parts, oldest first. Parts that were merged and not removed yet are removed.
   *
   * @throws LogException HISTORY if one is damaged or missing, OTHER_CHAIN if one is of another chain, IO if the file
   *     system does not let it
   */
  List<HistoryPart> open() {
    List<HistoryPart> parts = new ArrayList<>();
    long to = BlockLog.FIRST_BLOCK - 1;
    try {
      requireWhole();
      for (String other : OTHERS) {
        disk.delete(directory.resolve(other));
      }
      for (Path file : files()) {
        Range range = range(file);
        if (range.to() <= to) {
          disk.delete(file);
        } else if (range.from() == to) {
          parts.add(open(file));
          to = range.to();
        } else {
          throw new LogException(
              LogException.Reason.HISTORY,
              file + ": what comes before it is missing, from block " + to + " on",
              null);
        }
      }
      return parts;
    } catch (IOException e) {
      close(parts);
      throw LogException.of(directory, "the history cannot be opened and stays as it is", e);
    } catch (RuntimeException | Error e) {
      close(parts);
      throw e;
    }
  }

  /** Makes sure that nothing was found to be damaged before. */
  private void requireWhole() throws IOException {
    Path noted = directory.resolve(DAMAGED);
    if (disk.exists(noted)) {
      try (Disk.OpenFile file = disk.read(noted)) {
        byte[] what = new byte[(int) Math.min(file.size(), MAX_NOTE)];
        int length = file.read(0, what, 0, what.length);
        throw new LogException(
            LogException.Reason.HISTORY, new String(what, 0, length, StandardCharsets.UTF_8), null);
      }
    }
  }

  /** Has the next start make the history again. */
  void noteDamage(LogException damage) {
    if (!damageNoted.compareAndSet(false, true)) {
      return;
    }
    String what = String.valueOf(damage.getMessage());
    problem = Optional.of(what + "; the history is made again at the next start");
    Path noted = directory.resolve(DAMAGED);
    try {
      try (Disk.OpenFile file = disk.write(noted)) {
        file.write(0, what.getBytes(StandardCharsets.UTF_8));
        file.sync();
      }
      disk.syncDirectory(directory);
    } catch (IOException e) {
      problem = Optional.of(what + "; it could not be noted for the next start, " + e);
    }
  }

  /** Which blocks a file is of, by its name. */
  private record Range(long from, long to) {}

  private static Range range(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      throw new IllegalArgumentException("no part of a history: " + file);
    }
    return new Range(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
  }

  /** The files by their first block; of those that begin with the same one, the longest first. */
  private List<Path> files() throws IOException {
    return disk.list(directory).stream()
        .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
        .sorted(Comparator.comparingLong((Path file) -> range(file).from())
            .thenComparingLong(file -> -range(file).to()))
        .toList();
  }

  private HistoryPart open(Path file) throws IOException {
    Disk.OpenFile open = disk.read(file);
    try {
      HistoryPart part = new HistoryPart(file, open, this, chainId);
      Range range = range(file);
      if (part.from() != range.from() || part.to() != range.to()) {
        throw new LogException(
            LogException.Reason.HISTORY,
            file + ": it is of blocks " + part.from() + " to " + part.to(),
            null);
      }
      return part;
    } catch (IOException | RuntimeException | Error e) {
      open.close();
      throw e;
    }
  }

  /** Removes all parts, durably; that they are damaged is forgotten last. */
  void delete() {
    try {
      for (String other : OTHERS) {
        disk.delete(directory.resolve(other));
      }
      for (Path file : files()) {
        disk.delete(file);
      }
      disk.syncDirectory(directory);
      if (disk.exists(directory.resolve(DAMAGED))) {
        disk.delete(directory.resolve(DAMAGED));
        disk.syncDirectory(directory);
      }
    } catch (IOException e) {
      throw LogException.of(directory, e);
    }
  }

  /** Writes what is in memory into a part, durably. */
  HistoryPart write(HistoryBuffer buffer) {
    return write(
        WRITTEN,
        new HistoryPartWriter.Blocks(
            buffer.from(), buffer.to(), buffer.lastId(), buffer.lastSequence(), 0),
        table -> buffer.from(table, new byte[table.keyLength()]),
        () -> false);
  }

  /**
   * Writes parts that follow each other into one, durably; they are still there.
   *
   * @param stopped asked from time to time whether nobody wants it any more
   * @throws HistoryPartWriter.StoppedException if so
   */
  HistoryPart merge(List<HistoryPart> parts, BooleanSupplier stopped) {
    HistoryPart last = parts.get(parts.size() - 1);
    return write(
        MERGED,
        new HistoryPartWriter.Blocks(
            parts.get(0).from(), last.to(), last.lastId(), last.lastSequence(), last.merges() + 1),
        table -> new Merge(parts.stream().map(part -> part.all(table)).toList()),
        stopped);
  }

  /** Gives the entries of a table in order. */
  private interface Tables {
    Iterator<HistorySource.Entry> of(HistoryTable table);
  }

  private HistoryPart write(
      String temporaryName,
      HistoryPartWriter.Blocks blocks,
      Tables tables,
      BooleanSupplier stopped) {
    Path temporary = directory.resolve(temporaryName);
    Path name = directory.resolve(
        String.format(Locale.ROOT, "history-%010d-%010d.bin", blocks.from(), blocks.to()));
    try {
      disk.delete(temporary);
      try (Disk.OpenFile file = disk.write(temporary)) {
        HistoryPartWriter writer = new HistoryPartWriter(file, stopped);
        for (HistoryTable table : HistoryTable.values()) {
          writer.table(tables.of(table));
        }
        writer.end(chainId, blocks);
      }
      disk.rename(temporary, name);
      disk.syncDirectory(directory);
      return open(name);
    } catch (IOException e) {
      throw LogException.of(name, "the history was not written", e);
    }
  }

  /** Lets go of parts that nobody reads. */
  void close(List<HistoryPart> parts) {
    parts.forEach(part -> release(part, false));
  }

  /** Lets go of a part that nobody reads, and removes its file if another one has taken its place. */
  void release(HistoryPart part, boolean replaced) {
    cache.forget(part);
    try {
      part.close();
      if (replaced) {
        disk.delete(part.name());
      }
    } catch (IOException e) {
      problem = Optional.of(part.name() + ": not removed, " + e); // the next start removes it
    }
  }

  /** Entries of several sorted sources in one order. */
  private static final class Merge implements Iterator<HistorySource.Entry> {
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
        (one, other) -> Arrays.compareUnsigned(one.entry.key(), other.entry.key()));

    private static final class Head {
      private final Iterator<HistorySource.Entry> rest;
      private HistorySource.Entry entry;

      Head(Iterator<HistorySource.Entry> rest) {
        this.rest = rest;
        this.entry = rest.next();
      }
    }

    Merge(List<Iterator<HistorySource.Entry>> sources) {
      for (Iterator<HistorySource.Entry> source : sources) {
        if (source.hasNext()) {
          heads.add(new Head(source));
        }
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public HistorySource.Entry next() {
      Head head = heads.remove();
      HistorySource.Entry entry = head.entry;
      if (head.rest.hasNext()) {
        head.entry = head.rest.next();
        heads.add(head);
      }
      return entry;
    }
  }
}
