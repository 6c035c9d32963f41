package io.github.coopj.chain.store;

import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Writes a part of the history into a file: the bytes {@code COOPJHIS}, a version, then frames. Each table is a tree of
 * pages that is written from the left, a page after all those below it; keys of inner pages are the smallest ones of the
 * pages below, values their places. At the end come a frame that says where the roots are, and its place.
 */
final class HistoryPartWriter {
  static final byte[] MAGIC = "COOPJHIS".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 5;
  static final int PREFIX = MAGIC.length + 4;
  private static final int PAGE = 4 << 10;
  private static final int STOP_EVERY = 1024;

  private final Disk.OpenFile file;
  private final BooleanSupplier stopped;
  private final AbiWriter roots = new AbiWriter();
  private long at;

  /** Pages of one height that are being written. */
  private static final class Level {
    private final HistoryPage.Builder page = new HistoryPage.Builder();
    private boolean written;
  }

  /**
   * Begins a file.
   *
   * @param stopped asked from time to time whether nobody wants the file any more
   */
  HistoryPartWriter(Disk.OpenFile file, BooleanSupplier stopped) throws IOException {
    this.file = file;
    this.stopped = stopped;
    file.write(0, ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(VERSION).array());
    at = PREFIX;
  }

  /** Thrown when nobody wants the file any more. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Writes the next table; the tables come in the order of their declaration. */
  void table(Iterator<HistorySource.Entry> entries) throws IOException {
    List<Level> levels = new ArrayList<>();
    long count = 0;
    while (entries.hasNext()) {
      HistorySource.Entry entry = entries.next();
      add(levels, 0, entry.key(), entry.value());
      if (++count % STOP_EVERY == 0 && stopped.getAsBoolean()) {
        throw new StoppedException();
      }
    }
    long root = 0;
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (i == levels.size() - 1 && !level.written) {
        root = frame(level.page.take());
      } else if (!level.page.isEmpty()) {
        writePage(levels, i);
      }
    }
    roots.writeU64(root);
    roots.writeU32(levels.size());
    roots.writeU64(count);
  }

  private void add(List<Level> levels, int height, byte[] key, byte[] value) throws IOException {
    if (height == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(height);
    if (!level.page.isEmpty() && level.page.bytes() + value.length > PAGE) {
      writePage(levels, height);
    }
    level.page.add(key, value);
  }

  private void writePage(List<Level> levels, int height) throws IOException {
    Level level = levels.get(height);
    byte[] first = level.page.first();
    level.written = true;
    add(levels, height + 1, first, HistoryKeys.numbers(frame(level.page.take())));
  }

  /**
   * What is written.
   *
   * @param from the block before the first one
   * @param to the last block
   * @param lastId id of the last block
   * @param lastSequence number of the last action up to it
   * @param merges how many times it was merged
   */
  record Blocks(long from, long to, Checksum256 lastId, long lastSequence, int merges) {}

  /** Ends the file and makes it durable. */
  void end(Checksum256 chainId, Blocks blocks) throws IOException {
    AbiWriter out = new AbiWriter();
    out.writeChecksum256(chainId);
    out.writeU32(blocks.merges());
    out.writeU64(blocks.from());
    out.writeU64(blocks.to());
    out.writeChecksum256(blocks.lastId());
    out.writeU64(blocks.lastSequence());
    out.writeRaw(roots.toByteArray());
    long place = frame(out.toByteArray());
    file.write(at, HistoryKeys.numbers(place));
    file.sync();
  }

  private long frame(byte[] content) throws IOException {
    byte[] frame = Frame.of(content);
    long place = at;
    file.write(place, frame);
    at += frame.length;
    return place;
  }
}
