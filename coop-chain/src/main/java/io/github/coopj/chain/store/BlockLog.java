package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Genesis;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a chain in one file, appended one after the other (ARCH-05, CHAIN-10).
 *
 * <p>The file begins with the bytes {@code COOPJLOG}, a version and the packed genesis; then come the blocks from
 * number 2 on. Genesis and blocks are frames: length (4 bytes, big-endian), CRC-32C of the length, CRC-32C of the
 * bytes, the bytes. Two files stand beside it: {@code .durable} says how much of the log is known to be on the disk,
 * {@code .index} where each block begins. The log alone is enough to make both again.
 *
 * <p>A frame that is not as it was written is damage and is named, if it lies within what is known to be durable. Beyond
 * that it was being written when the machine stopped: it is cut off on opening and reported. Beside a log without
 * {@code .durable}, such as a copy, only a frame that the file ends within, or that is all zeros, counts as being written.
 *
 * <p>One process writes the logs of a folder at a time; the file {@code LOCK} in it stands for that. One thread appends;
 * any thread may {@link #block read} blocks that are durable, without waiting for others.
 * Interrupts harm nothing.
 */
public final class BlockLog implements AutoCloseable {
  /** Largest frame that is believed. */
  public static final int MAX_FRAME = 64 << 20;

  /** Name of the file that is locked while a log of its folder is open for writing. */
  public static final String LOCK = "LOCK";

  /** Number of the first block in a log; block 1 is the genesis. */
  public static final long FIRST_BLOCK = 2;

  private final Path name;
  private final Disk.OpenFile file;
  private final DurableMark mark;
  private final BlockIndex index;
  private final @Nullable Closeable lock;
  private final byte[] start;
  private final AtomicLong rewinds = new AtomicLong();
  private volatile Optional<DurableMark.Extent> durable;
  private long tornBytes;
  private long end;
  private long blocks;
  private volatile boolean recovered;
  private boolean closed;
  private @Nullable String failure;

  private BlockLog(
      Path name,
      Disk.OpenFile file,
      DurableMark mark,
      BlockIndex index,
      @Nullable Closeable lock,
      byte[] start,
      Optional<DurableMark.Extent> marked) {
    this.name = name;
    this.file = file;
    this.mark = mark;
    this.index = index;
    this.lock = lock;
    this.start = start;
    this.durable = marked;
  }

  /**
   * Opens a log for appending, or creates it with its folder. All blocks there are handed over first.
   *
   * @param file the file
   * @param genesis genesis of the chain
   * @param blocks takes each block, in order
   * @return the log, positioned behind its last block
   * @throws LogException if it is damaged, in use, of another chain, or cannot be read or written
   */
  public static BlockLog open(Path file, Genesis genesis, BlockConsumer blocks) {
    return open(Disk.REAL, file, genesis, blocks);
  }

  static BlockLog open(Disk disk, Path file, Genesis genesis, BlockConsumer blocks) {
    Path directory = file.toAbsolutePath().getParent();
    Closeable lock = null;
    try {
      if (directory != null) {
        disk.createDirectories(directory);
      }
      lock = disk.lock(file.resolveSibling(LOCK));
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
    BlockLog log = prepare(disk, file, genesis, lock);
    try {
      log.recover(FIRST_BLOCK, blocks);
      return log;
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /**
   * Opens a log whose folder is there and locked, and makes it if it is missing. Its blocks can be read by number;
   * {@link #recover} has to come before it takes new ones.
   *
   * @param lock let go of when the log is closed or cannot be opened
   */
  static BlockLog prepare(Disk disk, Path name, Genesis genesis, @Nullable Closeable lock) {
    Disk.OpenFile file = null;
    DurableMark mark = null;
    try {
      Optional<DurableMark.Extent> marked = DurableMark.find(disk, name);
      byte[] start = LogReader.start(genesis);
      boolean made = !disk.exists(name);
      if (made && marked.isPresent()) {
        throw new LogException(
            LogException.Reason.DAMAGED_BLOCK,
            name + " is not there; it had " + marked.get().blocks() + " blocks",
            null);
      }
      file = disk.write(name);
      long torn = writeStart(file, start, marked);
      if (made || torn >= 0) {
        disk.syncDirectory(directory(name));
      }
      mark = DurableMark.open(disk, name);
      BlockLog log = new BlockLog(
          name, file, mark, BlockIndex.open(disk, name, FIRST_BLOCK), lock, start, marked);
      if (marked.isEmpty()) {
        disk.syncDirectory(directory(name));
      }
      log.tornBytes = Math.max(0, torn);
      return log;
    } catch (IOException e) {
      closeQuietly(mark, file, lock);
      throw LogException.of(name, e);
    } catch (RuntimeException | Error e) {
      closeQuietly(mark, file, lock);
      throw e;
    }
  }

  /** Writes the start of a log that is empty or was being made when the machine stopped; -1 if it has one. */
  private static long writeStart(
      Disk.OpenFile file, byte[] start, Optional<DurableMark.Extent> marked) throws IOException {
    long size = file.size();
    if (marked.isPresent() || size > start.length) {
      return -1;
    }
    byte[] there = new byte[(int) size];
    if (file.read(0, there, 0, there.length) < there.length || Arrays.equals(there, start)) {
      return -1;
    }
    for (int i = 0; i < there.length; i++) {
      if (there[i] != start[i] && there[i] != 0) {
        return -1;
      }
    }
    file.truncate(0);
    file.write(0, start);
    file.sync();
    return size;
  }

  /** Makes sure that the log is of the chain it was opened for. */
  void requireChain() {
    try {
      new LogReader(name, file, durable).requireStart(start);
    } catch (IOException e) {
      throw LogException.of(name, e);
    }
  }

  /**
   * Reads the log from a block on, cuts off what was being written when the machine stopped, and makes the log ready for
   * appending.
   *
   * @param from number of the first block to hand over; those before it are not looked at if the index knows its place
   * @param consumer takes each block from there on, in order
   */
  void recover(long from, BlockConsumer consumer) {
    try {
      file.sync();
      LogReader reader = new LogReader(name, file, durable);
      long at = reader.requireStart(start);
      long number = FIRST_BLOCK;
      long known = from > FIRST_BLOCK ? index.find(from - 1) : -1;
      if (known >= at && reader.find(known, from - 1).isPresent()) {
        at = known;
        number = from - 1;
      }
      while (true) {
        Optional<LogReader.Entry> entry = reader.next(number, at);
        if (entry.isEmpty()) {
          break;
        }
        index.put(number, at);
        if (number >= from) {
          consumer.accept(entry.get().block());
        }
        at = entry.get().end();
        number++;
      }
      index.forgetFrom(number);
      tornBytes += reader.size() - at;
      file.truncate(at);
      file.sync();
      end = at;
      blocks = number - FIRST_BLOCK;
      markDurable();
      recovered = true;
    } catch (IOException e) {
      throw LogException.of(name, e);
    }
  }

  /**
   * Reads a log without opening it for writing, also while it is written. What is being written at the end is left out.
   *
   * @param file the file
   * @param blocks takes each block, in order
   * @return genesis of the chain
   * @throws LogException if it is damaged or cannot be read
   */
  public static Genesis read(Path file, BlockConsumer blocks) {
    try {
      Optional<DurableMark.Extent> marked = DurableMark.find(Disk.REAL, file);
      try (Disk.OpenFile open = Disk.REAL.read(file)) {
        LogReader reader = new LogReader(file, open, marked);
        Genesis genesis = reader.genesis();
        long at = LogReader.start(genesis).length;
        for (long number = FIRST_BLOCK; ; number++) {
          Optional<LogReader.Entry> entry = reader.next(number, at);
          if (entry.isEmpty()) {
            return genesis;
          }
          blocks.accept(entry.get().block());
          at = entry.get().end();
        }
      }
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  /**
   * Genesis a log begins with.
   *
   * @param file the file
   * @return the genesis
   * @throws LogException if the file is no log
   */
  public static Genesis readGenesis(Path file) {
    try (Disk.OpenFile open = Disk.REAL.read(file)) {
      return new LogReader(file, open, Optional.empty()).genesis();
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  /**
   * Removes a log that nobody has open, with the files beside it; nothing happens if it is not there.
   *
   * @param file the file
   * @throws LogException if the file system refuses
   */
  public static void delete(Path file) {
    try {
      Disk.REAL.delete(DurableMark.of(file));
      Disk.REAL.delete(BlockIndex.of(file));
      Disk.REAL.delete(file);
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  /** Takes the blocks of a log. */
  @FunctionalInterface
  public interface BlockConsumer {
    /**
     * Takes one block.
     *
     * @param block the block
     */
    void accept(SignedBlock block);
  }

  /**
   * Appends a block. It is durable after the next {@link #sync}.
   *
   * @param block the block that follows the last one
   * @throws InvalidValueException if it is not the next one or too large
   * @throws LogException if the file system refuses; the log is then as before, or takes nothing more until it is
   *     opened again
   */
  public void append(SignedBlock block) {
    requireSound();
    long expected = FIRST_BLOCK + blocks;
    if (block.number() != expected) {
      throw new InvalidValueException(
          "the log goes on with block " + expected + ", got " + block.number());
    }
    byte[] packed = block.pack();
    if (packed.length > MAX_FRAME) {
      throw new InvalidValueException(
          "a block has at most " + MAX_FRAME + " bytes, got " + packed.length);
    }
    byte[] frame = Frame.of(packed);
    try {
      file.write(end, frame);
      index.put(expected, end);
    } catch (IOException e) {
      takeBack(e);
      throw LogException.of(name, "block " + expected + " was not written", e);
    }
    end += frame.length;
    blocks++;
  }

  private void takeBack(IOException e) {
    try {
      file.truncate(end);
    } catch (IOException second) {
      failure = "a write failed before, open the log again";
      e.addSuppressed(second);
    }
  }

  /**
   * Makes all appended blocks durable.
   *
   * @throws LogException if the file system refuses; which blocks are durable shows when the log is opened again, until
   *     then it takes nothing more
   */
  public void sync() {
    requireSound();
    try {
      file.sync();
    } catch (IOException e) {
      failure = "a write failed before, open the log again";
      throw LogException.of(name, e);
    }
    try {
      markDurable();
    } catch (IOException e) {
      failure = DurableMark.of(name) + " was not written, open the log again: " + e.getMessage();
    }
  }

  /** What is in the file is on the disk. Known at once, and said in the file beside the log. */
  private void markDurable() throws IOException {
    DurableMark.Extent extent = new DurableMark.Extent(end, blocks);
    durable = Optional.of(extent);
    mark.write(extent);
  }

  /**
   * Takes blocks back, as when another branch turned out to be the better one. Durable at once.
   *
   * @param number the block that shall be the last one
   * @throws InvalidValueException if the log does not reach it
   * @throws LogException if the file system refuses; the log then takes nothing more until it is opened again
   */
  public void rewind(long number) {
    requireSound();
    long left = number - FIRST_BLOCK + 1;
    if (left < 0 || left > blocks) {
      throw new InvalidValueException(
          "the log has blocks up to " + lastBlock() + ", it cannot end with block " + number);
    }
    if (left == blocks) {
      sync();
      return;
    }
    try {
      end = place(number + 1);
      blocks = left;
      if (durable.map(DurableMark.Extent::length).orElse(0L) > end) {
        markDurable();
      }
      rewinds.incrementAndGet();
      index.forgetFrom(number + 1);
      file.truncate(end);
      file.sync();
      markDurable();
    } catch (IOException e) {
      failure = "blocks could not be taken back, open the log again";
      throw LogException.of(name, e);
    }
  }

  /**
   * A block that is durable.
   *
   * @param number its number
   * @return the block; empty if there is none of that number, or none that is durable
   * @throws LogException if it is damaged or cannot be read
   */
  public Optional<SignedBlock> block(long number) {
    while (number >= FIRST_BLOCK) {
      long before = rewinds.get();
      if (recovered && number > durableBlock()) {
        break;
      }
      try {
        Optional<SignedBlock> found = read(number).map(LogReader.Entry::block);
        if (rewinds.get() == before) {
          return found;
        }
      } catch (IOException | LogException e) {
        if (rewinds.get() == before) {
          throw e instanceof IOException refused
              ? LogException.of(name, refused)
              : (LogException) e;
        }
      }
      // blocks were taken back meanwhile, so that what was read may be of either branch
    }
    return Optional.empty();
  }

  private long place(long number) throws IOException {
    return read(number)
        .orElseThrow(() -> new IOException("block " + number + " was not found"))
        .place();
  }

  /** Reads a block where the index says, or where going through the log finds it. */
  private Optional<LogReader.Entry> read(long number) throws IOException {
    LogReader reader = new LogReader(name, file, durable);
    long at = index.find(number);
    if (at >= start.length) {
      Optional<LogReader.Entry> entry = reader.find(at, number);
      if (entry.isPresent()) {
        return entry;
      }
    }
    long place = start.length;
    for (long other = FIRST_BLOCK; ; other++) {
      Optional<LogReader.Entry> entry = reader.next(other, place);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      index.put(other, place);
      if (other == number) {
        return entry;
      }
      place = entry.get().end();
    }
  }

  /**
   * Bytes at the end that were being written when the machine stopped, cut off on opening.
   *
   * @return 0 if there were none
   */
  public long tornBytes() {
    return tornBytes;
  }

  /**
   * Number of blocks in the log.
   *
   * @return 0 or more; block 1 is the genesis and not counted
   */
  public long blocks() {
    return blocks;
  }

  /**
   * Number of the last block.
   *
   * @return 1 while there is none but the genesis
   */
  public long lastBlock() {
    return FIRST_BLOCK + blocks - 1;
  }

  /**
   * Number of the last block that is durable.
   *
   * @return 1 while there is none but the genesis
   */
  public long durableBlock() {
    return FIRST_BLOCK + durable.map(DurableMark.Extent::blocks).orElse(0L) - 1;
  }

  /** Makes all blocks durable and lets go of the file. May be called again. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    try {
      if (recovered && failure == null) {
        sync();
      }
    } finally {
      abandon();
    }
  }

  /** Lets go of the file as it is. */
  void abandon() {
    closed = true;
    closeQuietly(index, mark, file, lock);
  }

  private void requireSound() {
    if (closed || failure != null) {
      throw new LogException(
          LogException.Reason.IO, name + (closed ? " is closed" : ": " + failure), null);
    }
    if (!recovered) {
      throw new IllegalStateException(name + " has not been read yet");
    }
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static void closeQuietly(@Nullable Closeable... closing) {
    for (Closeable each : closing) {
      if (each != null) {
        try {
          each.close();
        } catch (IOException e) {
          // what was to be durable is; the first failure is the one to report
        }
      }
    }
  }
}
