package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small file with one value: one frame with the id of the chain and the value, written under another name and renamed,
 * so that at any moment it holds a whole value, the old one or the new.
 */
final class KeptFile<T> {
  private static final String DAMAGED = ".damaged";

  private final Disk disk;
  private final Path directory;
  private final Path file;
  private final Path temporary;
  private final Checksum256 chainId;
  private final Codec<T> codec;
  private final LogException.Reason damage;
  private final String consequence;

  /**
   * A file of a folder.
   *
   * @param name its name, with an extension
   * @param damage reason of the refusal where it is not what was written
   * @param consequence what that means, told in the refusal
   */
  KeptFile(
      Disk disk,
      Path directory,
      String name,
      Checksum256 chainId,
      Codec<T> codec,
      LogException.Reason damage,
      String consequence) {
    this.disk = disk;
    this.directory = directory;
    this.file = directory.resolve(name);
    this.temporary = directory.resolve(temporary(name));
    this.chainId = chainId;
    this.codec = codec;
    this.damage = damage;
    this.consequence = consequence;
  }

  /** Whether a file is one of that name, or was about to become it. */
  static boolean isFile(Path file, String name) {
    String there = String.valueOf(file.getFileName());
    return there.equals(name) || there.equals(temporary(name)) || there.equals(name + DAMAGED);
  }

  private static String temporary(String name) {
    return name.substring(0, name.lastIndexOf('.')) + ".tmp";
  }

  /**
   * Reads what was written last; nothing if there is no file.
   *
   * @throws LogException if the file is damaged or of another chain
   */
  Optional<T> read() {
    try {
      if (!disk.exists(file)) {
        return Optional.empty();
      }
      try (Disk.OpenFile open = disk.read(file)) {
        Frame.Found found = Frame.read(open, 0, open.size(), BlockLog.MAX_FRAME);
        if (!(found instanceof Frame.Whole whole) || whole.end() != open.size()) {
          throw damaged(null);
        }
        return Optional.of(unpack(whole.content()));
      }
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  private T unpack(byte[] content) {
    AbiReader in = new AbiReader(content);
    try {
      Checksum256 chain = in.readChecksum256();
      if (!chain.equals(chainId)) {
        throw new LogException(
            LogException.Reason.OTHER_CHAIN,
            file + " is of chain " + chain + ", not of " + chainId,
            null);
      }
      T value = codec.read(in);
      in.requireEnd();
      return value;
    } catch (LogException e) {
      throw e;
    } catch (CoopException | InvalidValueException e) {
      throw damaged(e);
    }
  }

  private LogException damaged(@Nullable Exception cause) {
    return new LogException(damage, file + ": not what was written" + consequence, cause);
  }

  /** Writes a value in place of that before, durably. */
  void write(T value) {
    AbiWriter out = new AbiWriter();
    out.writeChecksum256(chainId);
    codec.write(value, out);
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

  /** Puts a damaged file out of the way, for somebody to look at. */
  void setAside() {
    try {
      disk.rename(file, directory.resolve(file.getFileName() + DAMAGED));
      disk.syncDirectory(directory);
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }
}
