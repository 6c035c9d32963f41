package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Genesis;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a chain in one file, appended and never changed.
 *
 * <p>The file begins with the bytes {@code COOPJLOG}, a version and the packed genesis; then come the blocks from
 * number 2 on. Genesis and blocks are frames: length (4 bytes, big-endian), CRC-32C of the length, CRC-32C of the
 * bytes, the bytes. A frame that was being written when the machine stopped is cut off on opening; any other
 * difference is damage, and the block is named.
 *
 * <p>One process writes a log at a time. Not safe for use by several threads.
 */
public final class BlockLog implements AutoCloseable {
  /** Largest frame that is believed. */
  public static final int MAX_FRAME = 64 << 20;

  private static final byte[] MAGIC = "COOPJLOG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int FRAME_HEADER = 12;
  private static final long FIRST_BLOCK = 2;

  private final Path file;
  private final FileChannel channel;
  private final long tornBytes;
  private long end;
  private long blocks;
  private boolean failed;

  private BlockLog(Path file, FileChannel channel, long tornBytes, long end, long blocks) {
    this.file = file;
    this.channel = channel;
    this.tornBytes = tornBytes;
    this.end = end;
    this.blocks = blocks;
  }

  /**
   * Opens a log for appending, or creates it with its directory. All blocks there are handed over first.
   *
   * @param file the file
   * @param genesis genesis of the chain
   * @param blocks takes each block, in order
   * @return the log, positioned behind its last block
   * @throws LogException if it is damaged, in use, of another chain, or cannot be read or written
   */
  public static BlockLog open(Path file, Genesis genesis, BlockConsumer blocks) {
    FileChannel channel = null;
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file, channel);
      byte[] start = start(genesis);
      if (isTornStart(channel, start)) {
        long torn = channel.size();
        channel.truncate(0);
        channel.position(0);
        writeFully(channel, ByteBuffer.wrap(start));
        channel.force(true);
        return new BlockLog(file, channel, torn, start.length, 0);
      }
      Scan scan = scan(file, channel, blocks, genesis);
      long torn = channel.size() - scan.end();
      channel.truncate(scan.end());
      channel.position(scan.end());
      return new BlockLog(file, channel, torn, scan.end(), scan.blocks());
    } catch (IOException e) {
      closeQuietly(channel);
      throw new LogException(LogException.Reason.IO, file + ": " + e, e);
    } catch (RuntimeException | Error e) {
      closeQuietly(channel);
      throw e;
    }
  }

  /**
   * Reads a log without opening it for writing. A torn frame at the end is left out.
   *
   * @param file the file
   * @param blocks takes each block, in order
   * @return genesis of the chain
   * @throws LogException if it is damaged or cannot be read
   */
  public static Genesis read(Path file, BlockConsumer blocks) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return scan(file, channel, blocks, null).genesis();
    } catch (IOException e) {
      throw new LogException(LogException.Reason.IO, file + ": " + e, e);
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
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return readStart(file, channel);
    } catch (IOException e) {
      throw new LogException(LogException.Reason.IO, file + ": " + e, e);
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
    requireSound();
    try {
      writeFully(channel, ByteBuffer.wrap(frame(packed)));
      end += FRAME_HEADER + packed.length;
      blocks++;
    } catch (IOException e) {
      try {
        channel.truncate(end);
      } catch (IOException second) {
        failed = true;
        e.addSuppressed(second);
      }
      throw new LogException(
          LogException.Reason.IO, file + ": block " + expected + " was not written: " + e, e);
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
      channel.force(false);
    } catch (IOException e) {
      failed = true;
      throw new LogException(LogException.Reason.IO, file + ": " + e, e);
    }
  }

  /**
   * Bytes of a frame that was being written when the machine stopped, cut off on opening.
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

  /** Makes all blocks durable and lets go of the file. May be called again. */
  @Override
  public void close() {
    try (FileChannel closing = channel) {
      if (closing.isOpen()) {
        closing.force(true);
      }
    } catch (IOException e) {
      throw new LogException(LogException.Reason.IO, file + ": " + e, e);
    }
  }

  private void requireSound() {
    if (failed || !channel.isOpen()) {
      throw new LogException(
          LogException.Reason.IO,
          file + (failed ? ": a write failed before, open the log again" : " is closed"),
          null);
    }
  }

  private record Scan(Genesis genesis, long end, long blocks) {}

  /** Locks the file until the channel is closed. */
  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new LogException(LogException.Reason.IN_USE, file + " is open in this process", e);
    }
    if (lock == null) {
      throw new LogException(
          LogException.Reason.IN_USE, file + " is open in another process", null);
    }
  }

  /** What a log of the chain begins with. */
  private static byte[] start(Genesis genesis) {
    byte[] frame = frame(genesis.pack());
    return ByteBuffer.allocate(MAGIC.length + 4 + frame.length)
        .put(MAGIC)
        .putInt(VERSION)
        .put(frame)
        .array();
  }

  /** Whether the file is empty, or the machine stopped while its start was being written. */
  private static boolean isTornStart(FileChannel channel, byte[] start) throws IOException {
    if (channel.size() >= start.length) {
      return false;
    }
    ByteBuffer there = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    return readFully(channel, there)
        && Arrays.equals(there.array(), Arrays.copyOf(start, there.capacity()));
  }

  private static Genesis readStart(Path file, FileChannel channel) throws IOException {
    channel.position(0);
    ByteBuffer start = ByteBuffer.allocate(MAGIC.length + 4);
    if (!readFully(channel, start)
        || !Arrays.equals(Arrays.copyOf(start.array(), MAGIC.length), MAGIC)
        || start.getInt(MAGIC.length) != VERSION) {
      throw new LogException(
          LogException.Reason.NOT_A_LOG, file + " is no block log of version " + VERSION, null);
    }
    byte[] genesis = readFrame(file, channel, "genesis");
    if (genesis == null) {
      throw new LogException(
          LogException.Reason.NOT_A_LOG, file + " ends before the genesis does", null);
    }
    try {
      return Genesis.unpack(genesis);
    } catch (CoopException | InvalidValueException e) {
      throw new LogException(
          LogException.Reason.NOT_A_LOG, file + " has no readable genesis: " + e.getMessage(), e);
    }
  }

  private static Scan scan(
      Path file, FileChannel channel, BlockConsumer blocks, @Nullable Genesis expected)
      throws IOException {
    Genesis genesis = readStart(file, channel);
    if (expected != null && !expected.equals(genesis)) {
      throw new LogException(
          LogException.Reason.OTHER_CHAIN,
          file + " is of chain " + genesis.chainId() + ", not of " + expected.chainId(),
          null);
    }
    long number = FIRST_BLOCK;
    long end = channel.position();
    while (true) {
      byte[] packed = readFrame(file, channel, "block " + number);
      if (packed == null) {
        return new Scan(genesis, end, number - FIRST_BLOCK);
      }
      blocks.accept(unpack(file, number, end, packed));
      number++;
      end = channel.position();
    }
  }

  private static SignedBlock unpack(Path file, long number, long at, byte[] packed) {
    SignedBlock block;
    try {
      block = SignedBlock.unpack(packed);
    } catch (CoopException | InvalidValueException e) {
      throw damaged(
          file, "block " + number, at, e.getMessage() == null ? "unreadable" : e.getMessage(), e);
    }
    if (block.number() != number) {
      throw damaged(
          file, "block " + number, at, "the block there says it is " + block.number(), null);
    }
    return block;
  }

  /** Bytes of the next frame, or null at the end and where a frame was being written. */
  private static byte @Nullable [] readFrame(Path file, FileChannel channel, String what)
      throws IOException {
    long at = channel.position();
    ByteBuffer header = ByteBuffer.allocate(FRAME_HEADER);
    if (!readFully(channel, header)) {
      return null;
    }
    int length = header.getInt(0);
    if (header.getInt(4) != crcOfLength(length) || length < 0 || length > MAX_FRAME) {
      if (length == 0 && restIsZero(channel, at)) {
        return null;
      }
      throw damaged(file, what, at, "the length of its frame does not match its checksum", null);
    }
    ByteBuffer bytes = ByteBuffer.allocate(
        (int) Math.min(length, Math.max(0, channel.size() - channel.position())));
    if (bytes.capacity() < length || !readFully(channel, bytes)) {
      return null;
    }
    if (header.getInt(8) != crc(bytes.array())) {
      throw damaged(file, what, at, "its bytes do not match their checksum", null);
    }
    return bytes.array();
  }

  private static LogException damaged(
      Path file, String what, long at, String how, @Nullable Throwable cause) {
    return new LogException(
        LogException.Reason.DAMAGED_BLOCK,
        file + ", " + what + " at byte " + at + ": " + how,
        cause);
  }

  private static boolean restIsZero(FileChannel channel, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    channel.position(from);
    while (channel.read(buffer.clear()) > 0) {
      for (int i = 0; i < buffer.position(); i++) {
        if (buffer.get(i) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] frame(byte[] bytes) {
    return ByteBuffer.allocate(FRAME_HEADER + bytes.length)
        .putInt(bytes.length)
        .putInt(crcOfLength(bytes.length))
        .putInt(crc(bytes))
        .put(bytes)
        .array();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) < 0) {
        throw new EOFException("the file takes no more bytes");
      }
    }
  }

  /** Fills the buffer; false if the file ends before. */
  private static boolean readFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int crcOfLength(int length) {
    return crc(ByteBuffer.allocate(4).putInt(length).array());
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // the first failure is the one to report
      }
    }
  }
}
