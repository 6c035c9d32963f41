package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How far producers have bound themselves by blocks that were taken out of the log again: one frame with the id of the
 * chain and the watermarks, written under another name and renamed. Blocks that are in the log tell it themselves.
 */
final class WatermarksFile {
  static final String NAME = "watermarks.bin";

  private static final String TEMPORARY = "watermarks.tmp";
  private static final int MAX_LENGTH = 1 << 20;

  private final Disk disk;
  private final Path directory;
  private final Path file;
  private final Checksum256 chainId;

  WatermarksFile(Disk disk, Path directory, Checksum256 chainId) {
    this.disk = disk;
    this.directory = directory;
    this.file = directory.resolve(NAME);
    this.chainId = chainId;
  }

  static boolean isFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(NAME) || name.equals(TEMPORARY);
  }

  /**
   * Reads what was written last; nothing if there is no file.
   *
   * @throws LogException if the file is damaged or of another chain
   */
  Watermarks read() {
    try {
      if (!disk.exists(file)) {
        return Watermarks.NONE;
      }
      try (Disk.OpenFile open = disk.read(file)) {
        Frame.Found found = Frame.read(open, 0, open.size(), MAX_LENGTH);
        if (!(found instanceof Frame.Whole whole) || whole.end() != open.size()) {
          throw damaged(null);
        }
        return unpack(whole.content());
      }
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  private Watermarks unpack(byte[] content) {
    AbiReader in = new AbiReader(content);
    try {
      Checksum256 chain = in.readChecksum256();
      if (!chain.equals(chainId)) {
        throw new LogException(
            LogException.Reason.OTHER_CHAIN,
            file + " is of chain " + chain + ", not of " + chainId,
            null);
      }
      Watermarks watermarks = Watermarks.CODEC.read(in);
      in.requireEnd();
      return watermarks;
    } catch (LogException e) {
      throw e;
    } catch (CoopException | InvalidValueException e) {
      throw damaged(e);
    }
  }

  private LogException damaged(@Nullable Exception cause) {
    return new LogException(
        LogException.Reason.BAD_WATERMARKS,
        file
            + ": not what was written; without it a producer may sign what contradicts its earlier blocks",
        cause);
  }

  /** Writes watermarks in place of those before, durably. */
  void write(Watermarks watermarks) {
    AbiWriter out = new AbiWriter();
    out.writeChecksum256(chainId);
    Watermarks.CODEC.write(watermarks, out);
    Path temporary = directory.resolve(TEMPORARY);
    try {
      disk.delete(temporary);
      try (Disk.OpenFile open = disk.write(temporary)) {
        open.write(0, Frame.of(out.toByteArray()));
        open.sync();
      }
      disk.rename(temporary, file);
      disk.syncDirectory(directory);
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }
}
