package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Genesis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a block log, and tells damage from what was being written when the machine stopped. */
final class LogReader {
  private static final byte[] MAGIC = "COOPJLOG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int PREFIX = MAGIC.length + 4;

  private final Path name;
  private final Disk.OpenFile file;
  private final Optional<DurableMark.Extent> durable;
  private final long size;

  LogReader(Path name, Disk.OpenFile file, Optional<DurableMark.Extent> durable)
      throws IOException {
    this.name = name;
    this.file = file;
    this.durable = durable;
    this.size = file.size();
  }

  /** A block, its place, and the place behind it. */
  record Entry(SignedBlock block, long place, long end) {}

  /** Bytes in the file when reading began. */
  long size() {
    return size;
  }

  /** What a log of the chain begins with. */
  static byte[] start(Genesis genesis) {
    byte[] frame = Frame.of(genesis.pack());
    return ByteBuffer.allocate(PREFIX + frame.length)
        .put(MAGIC)
        .putInt(VERSION)
        .put(frame)
        .array();
  }

  /** Makes sure that the log is of the chain that begins with these bytes; returns the place of its first block. */
  long requireStart(byte[] start) throws IOException {
    Genesis genesis = genesis();
    if (!Arrays.equals(start(genesis), start)) {
      Genesis expected =
          Genesis.unpack(Arrays.copyOfRange(start, PREFIX + Frame.HEADER, start.length));
      throw new LogException(
          LogException.Reason.OTHER_CHAIN,
          name + " is of chain " + genesis.chainId() + ", not of " + expected.chainId(),
          null);
    }
    return start.length;
  }

  /** The genesis a log begins with. */
  Genesis genesis() throws IOException {
    byte[] prefix = new byte[PREFIX];
    if (file.read(0, prefix, 0, PREFIX) < PREFIX
        || !Arrays.equals(Arrays.copyOf(prefix, MAGIC.length), MAGIC)
        || ByteBuffer.wrap(prefix).getInt(MAGIC.length) != VERSION) {
      throw noLog(" is no block log of version " + VERSION, null);
    }
    Frame.Found found = Frame.read(file, PREFIX, size, BlockLog.MAX_FRAME);
    if (found instanceof Frame.Bad bad) {
      throw damaged("genesis", PREFIX, bad.how(), null);
    }
    if (!(found instanceof Frame.Whole whole)) {
      throw noLog(" ends before the genesis does", null);
    }
    Genesis genesis;
    try {
      genesis = Genesis.unpack(whole.content());
    } catch (CoopException | InvalidValueException e) {
      throw noLog(" has no readable genesis: " + e.getMessage(), e);
    }
    if (!Arrays.equals(genesis.pack(), whole.content())) {
      throw damaged("genesis", PREFIX, "its bytes are not in the one form they have", null);
    }
    return genesis;
  }

  /**
   * The block at a place; empty where the log ends.
   *
   * @throws LogException if what is there is damage
   */
  Optional<Entry> next(long number, long at) throws IOException {
    Frame.Found found = Frame.read(file, at, size, BlockLog.MAX_FRAME);
    if (found instanceof Frame.Whole whole) {
      return Optional.of(new Entry(unpack(number, at, whole.content()), at, whole.end()));
    }
    if (durable.isPresent() && at < durable.get().length()) {
      throw damaged(
          "block " + number,
          at,
          found instanceof Frame.Bad bad
              ? bad.how()
              : "the file ends there; it had " + durable.get().length() + " bytes and "
                  + durable.get().blocks() + " blocks",
          null);
    }
    if (found instanceof Frame.Bad bad && durable.isEmpty() && !isZeroFrom(at)) {
      throw damaged("block " + number, at, bad.how(), null);
    }
    return Optional.empty();
  }

  /** The block at a place, if it is there and whole. */
  Optional<Entry> find(long at, long number) throws IOException {
    if (Frame.read(file, at, size, BlockLog.MAX_FRAME) instanceof Frame.Whole whole) {
      try {
        return Optional.of(new Entry(unpack(number, at, whole.content()), at, whole.end()));
      } catch (LogException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private SignedBlock unpack(long number, long at, byte[] packed) {
    SignedBlock block;
    try {
      block = SignedBlock.unpack(packed);
    } catch (CoopException | InvalidValueException e) {
      throw damaged(
          "block " + number, at, e.getMessage() == null ? "unreadable" : e.getMessage(), e);
    }
    if (block.number() != number) {
      throw damaged("block " + number, at, "the block there says it is " + block.number(), null);
    }
    if (!Arrays.equals(block.pack(), packed)) {
      throw damaged("block " + number, at, "its bytes are not in the one form they have", null);
    }
    return block;
  }

  private boolean isZeroFrom(long from) throws IOException {
    byte[] buffer = new byte[8192];
    long at = from;
    int count;
    while ((count = file.read(at, buffer, 0, buffer.length)) > 0) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] != 0) {
          return false;
        }
      }
      at += count;
    }
    return true;
  }

  private LogException noLog(String how, @Nullable Throwable cause) {
    return new LogException(LogException.Reason.NOT_A_LOG, name + how, cause);
  }

  private LogException damaged(String what, long at, String how, @Nullable Throwable cause) {
    return new LogException(
        LogException.Reason.DAMAGED_BLOCK,
        name + ", " + what + " at byte " + at + ": " + how,
        cause);
  }
}
