package io.github.coopj.chain.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much of a log is known to be on the disk, in a file beside it: two places written in turn, so that one of them is
 * whole at any moment. It may lag behind the log and is never ahead of it.
 */
final class DurableMark implements Closeable {
  private static final byte[] MAGIC = "COOPJDUR".getBytes(StandardCharsets.US_ASCII);
  private static final int SLOT = 512;
  private static final int FIELDS = 32;

  private final Disk.OpenFile file;
  private long generation;

  private DurableMark(Disk.OpenFile file, long generation) {
    this.file = file;
    this.generation = generation;
  }

  /**
   * What is on the disk.
   *
   * @param length bytes of the log
   * @param blocks blocks in these bytes
   */
  record Extent(long length, long blocks) {}

  private record Slot(long generation, Extent extent) {}

  /** The mark of a log. */
  static Path of(Path log) {
    return log.resolveSibling(log.getFileName() + ".durable");
  }

  /** What the mark of a log says; empty if there is none, as beside a copy. */
  static Optional<Extent> find(Disk disk, Path log) throws IOException {
    if (!disk.exists(of(log))) {
      return Optional.empty();
    }
    try (Disk.OpenFile file = disk.read(of(log))) {
      return newest(file).map(Slot::extent);
    }
  }

  /** Opens the mark of a log to be written; one that is not there says nothing yet. */
  static DurableMark open(Disk disk, Path log) throws IOException {
    Disk.OpenFile file = disk.write(of(log));
    try {
      return new DurableMark(file, newest(file).map(Slot::generation).orElse(0L));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Says durably how much is on the disk. */
  void write(Extent extent) throws IOException {
    long next = generation + 1;
    ByteBuffer slot = ByteBuffer.allocate(SLOT)
        .put(MAGIC)
        .putLong(next)
        .putLong(extent.length())
        .putLong(extent.blocks());
    slot.putInt(Checksums.crc(slot.array(), 0, FIELDS));
    file.write(next % 2 * SLOT, slot.array());
    file.sync();
    generation = next;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Optional<Slot> newest(Disk.OpenFile file) throws IOException {
    Optional<Slot> first = slot(file, 0);
    Optional<Slot> second = slot(file, SLOT);
    if (first.isPresent() && second.isPresent()) {
      return first.get().generation() > second.get().generation() ? first : second;
    }
    return first.or(() -> second);
  }

  private static Optional<Slot> slot(Disk.OpenFile file, long at) throws IOException {
    byte[] bytes = new byte[FIELDS + 4];
    if (file.read(at, bytes, 0, bytes.length) < bytes.length) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes);
    byte[] magic = new byte[MAGIC.length];
    fields.get(magic);
    Slot slot = new Slot(fields.getLong(), new Extent(fields.getLong(), fields.getLong()));
    boolean whole =
        Arrays.equals(magic, MAGIC) && fields.getInt() == Checksums.crc(bytes, 0, FIELDS);
    return whole ? Optional.of(slot) : Optional.empty();
  }
}
