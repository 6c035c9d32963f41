package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.crypto.Checksum256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A part of the history in a file that never changes, as {@link HistoryPartWriter} has written it. */
final class HistoryPart implements HistorySource, Closeable {
  private static final int MAX_HEIGHT = 16;

  private final Path name;
  private final Disk.OpenFile file;
  private final HistoryFiles files;
  private final long size;
  private final int merges;
  private final long from;
  private final long to;
  private final Checksum256 lastId;
  private final long lastSequence;
  private final Map<HistoryTable, Root> roots = new EnumMap<>(HistoryTable.class);
  private final AtomicInteger versions = new AtomicInteger();
  private volatile boolean replaced;

  /** Where the pages of a table begin; height 0 for a table without entries. */
  private record Root(long place, int height) {}

  /**
   * Reads where everything is.
   *
   * @throws LogException HISTORY if the file is not what was written, OTHER_CHAIN if it is of another chain
   */
  HistoryPart(Path name, Disk.OpenFile file, HistoryFiles files, Checksum256 chainId)
      throws IOException {
    this.name = name;
    this.file = file;
    this.files = files;
    this.size = file.size();
    byte[] prefix = new byte[HistoryPartWriter.PREFIX];
    byte[] end = new byte[8];
    if (file.read(0, prefix, 0, prefix.length) < prefix.length
        || !Arrays.equals(
            Arrays.copyOf(prefix, HistoryPartWriter.MAGIC.length), HistoryPartWriter.MAGIC)
        || ByteBuffer.wrap(prefix).getInt(HistoryPartWriter.MAGIC.length)
            != HistoryPartWriter.VERSION
        || size < prefix.length + end.length
        || file.read(size - end.length, end, 0, end.length) < end.length) {
      throw damaged("it is no history of version " + HistoryPartWriter.VERSION, null);
    }
    try {
      AbiReader in = new AbiReader(content(ByteBuffer.wrap(end).getLong()));
      Checksum256 chain = in.readChecksum256();
      if (!chain.equals(chainId)) {
        throw new LogException(
            LogException.Reason.OTHER_CHAIN,
            name + " is of chain " + chain + ", not of " + chainId,
            null);
      }
      this.merges = (int) in.readU32();
      this.from = in.readU64();
      this.to = in.readU64();
      this.lastId = in.readChecksum256();
      this.lastSequence = in.readU64();
      for (HistoryTable table : HistoryTable.values()) {
        Root root = new Root(in.readU64(), (int) in.readU32());
        in.readU64();
        if (root.height() > MAX_HEIGHT) {
          throw damaged("a table is " + root.height() + " pages high", null);
        }
        roots.put(table, root);
      }
      in.requireEnd();
    } catch (LogException e) {
      throw e;
    } catch (CoopException | InvalidValueException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  Path name() {
    return name;
  }

  /** It is in one more version of the history. */
  void hold() {
    versions.incrementAndGet();
  }

  /** It is in one version less; after the last one the file is let go of. */
  void letGo() {
    if (versions.decrementAndGet() == 0) {
      files.release(this, replaced);
    }
  }

  /** What is in it is in another part, so that the file is removed in the end. */
  void replaced() {
    replaced = true;
  }

  /** How many times what is in it was merged with other parts. */
  int merges() {
    return merges;
  }

  /** Id of the last block. */
  Checksum256 lastId() {
    return lastId;
  }

  @Override
  public long from() {
    return from;
  }

  @Override
  public long to() {
    return to;
  }

  @Override
  public long lastSequence() {
    return lastSequence;
  }

  @Override
  public @Nullable Entry floor(HistoryTable table, byte[] key) {
    Root root = root(table);
    long place = root.place();
    for (int height = root.height(); height > 0; height--) {
      HistoryPage page = page(table, place, true);
      int at = page.floor(key);
      if (at < 0) {
        return null;
      }
      if (height == 1) {
        return page.entry(at);
      }
      place = HistoryKeys.last(page.entry(at).value());
    }
    return null;
  }

  @Override
  public Iterator<Entry> from(HistoryTable table, byte[] key) {
    return new Walk(table, key, true);
  }

  /** All entries of a table in order, for one who reads them once. */
  Iterator<Entry> all(HistoryTable table) {
    return new Walk(table, new byte[table.keyLength()], false);
  }

  /** Walks over entries from left to right. */
  private final class Walk implements Iterator<Entry> {
    private final HistoryTable table;
    private final boolean cached;
    private final HistoryPage[] pages;
    private final int[] next;

    /** The height that is walked over: 0 for the leaves, the height of the table when it is over. */
    Walk(HistoryTable table, byte[] key, boolean cached) {
      this.table = table;
      this.cached = cached;
      Root root = root(table);
      this.pages = new HistoryPage[root.height()];
      this.next = new int[root.height()];
      long place = root.place();
      for (int height = root.height() - 1; height >= 0; height--) {
        pages[height] = page(table, place, cached);
        int at = pages[height].floor(key);
        if (height > 0) {
          next[height] = Math.max(0, at) + 1;
          place = HistoryKeys.last(pages[height].entry(next[height] - 1).value());
        } else {
          boolean equal = at >= 0 && Arrays.equals(pages[0].entry(at).key(), key);
          next[0] = equal ? at : at + 1;
        }
      }
    }

    @Override
    public boolean hasNext() {
      if (pages.length == 0) {
        return false;
      }
      int height = 0;
      while (next[height] == pages[height].size()) {
        if (++height == pages.length) {
          return false;
        }
      }
      while (height > 0) {
        long place = HistoryKeys.last(pages[height].entry(next[height]++).value());
        pages[--height] = page(table, place, cached);
        next[height] = 0;
      }
      return true;
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pages[0].entry(next[0]++);
    }
  }

  private Root root(HistoryTable table) {
    return Objects.requireNonNull(roots.get(table));
  }

  private HistoryPage page(HistoryTable table, long place, boolean cached) {
    HistoryPage kept = cached ? files.cache().get(this, place) : null;
    if (kept != null) {
      return kept;
    }
    try {
      byte[] content = content(place);
      HistoryPage page = HistoryPage.read(content, table.keyLength());
      if (cached) {
        files.cache().put(this, place, page, content.length);
      }
      return page;
    } catch (IOException e) {
      throw LogException.of(name, e);
    } catch (LogException e) {
      files.noteDamage(e);
      throw e;
    } catch (CoopException | InvalidValueException | IndexOutOfBoundsException e) {
      LogException damage = damaged(String.valueOf(e.getMessage()), e);
      files.noteDamage(damage);
      throw damage;
    }
  }

  private byte[] content(long place) throws IOException {
    if (place < HistoryPartWriter.PREFIX || place >= size) {
      throw damaged("there is no byte " + place, null);
    }
    Frame.Found found = Frame.read(file, place, size, BlockLog.MAX_FRAME);
    if (!(found instanceof Frame.Whole whole)) {
      String how = found instanceof Frame.Bad bad ? bad.how() : "the file ends there";
      throw damaged("at byte " + place + ": " + how, null);
    }
    return whole.content();
  }

  private LogException damaged(String how, @Nullable Exception cause) {
    return new LogException(LogException.Reason.HISTORY, name + ": " + how, cause);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
