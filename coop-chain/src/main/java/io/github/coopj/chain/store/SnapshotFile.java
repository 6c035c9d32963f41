package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.StateDump;
import io.github.coopj.chain.kernel.StateLoader;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot in a file: the bytes {@code COOPJSNP}, a version, then frames with checksums: chain and block, sections and
 * their entries in portions, and an end that counts the frames. Written under another name and renamed, so that a file
 * of the right name is whole unless the disk has damaged it.
 */
final class SnapshotFile {
  private static final byte[] MAGIC = "COOPJSNP".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 2;
  private static final int PREFIX = MAGIC.length + 4;
  private static final int PORTION = 256 << 10;
  private static final int HEAD = 1;
  private static final int SECTION = 2;
  private static final int ENTRIES = 3;
  private static final int END = 4;
  private static final Pattern NAME = Pattern.compile("snapshot-(\\d{10})\\.bin");
  private static final BlockStateCodec HEADS = new BlockStateCodec();

  private final Disk disk;
  private final Path directory;
  private final Checksum256 chainId;

  SnapshotFile(Disk disk, Path directory, Checksum256 chainId) {
    this.disk = disk;
    this.directory = directory;
    this.chainId = chainId;
  }

  /** Number of the block that a file of this name is of; empty for other files. */
  static OptionalLong block(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  Path path(long block) {
    return directory.resolve(String.format(Locale.ROOT, "snapshot-%010d.bin", block));
  }

  /** Where a snapshot is written before it has its name. */
  Path temporary() {
    return directory.resolve("snapshot.tmp");
  }

  /** Writes a snapshot durably and returns its file. */
  Path write(Snapshot snapshot) {
    Path name = path(snapshot.head().number());
    try {
      disk.delete(temporary());
      try (Disk.OpenFile file = disk.write(temporary())) {
        Writer writer = new Writer(file);
        writer.head(snapshot);
        snapshot.view().writeTo(writer);
        writer.end();
        file.sync();
      }
      disk.rename(temporary(), name);
      disk.syncDirectory(directory);
      return name;
    } catch (UncheckedIOException e) {
      throw failed(name, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private LogException failed(Path name, IOException e) {
    try {
      disk.delete(temporary());
    } catch (IOException second) {
      e.addSuppressed(second);
    }
    return LogException.of(name, "the snapshot was not written", e);
  }

  /**
   * Reads a snapshot whole.
   *
   * @throws LogException with {@link LogException.Reason#BAD_SNAPSHOT} if it is not what was written
   */
  Snapshot read(Path name) {
    try (Disk.OpenFile file = disk.read(name)) {
      return new Reader(name, file).read();
    } catch (IOException e) {
      throw LogException.of(name, e);
    } catch (LogException e) {
      throw e;
    } catch (CoopException | InvalidValueException e) {
      throw bad(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static LogException bad(Path name, String how, @Nullable Throwable cause) {
    return new LogException(LogException.Reason.BAD_SNAPSHOT, name + ": " + how, cause);
  }

  private final class Writer implements StateDump {
    private final Disk.OpenFile file;
    private long at;
    private long frames;
    private AbiWriter portion = new AbiWriter();
    private int bytes;
    private int entries;

    Writer(Disk.OpenFile file) throws IOException {
      this.file = file;
      file.write(0, ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(VERSION).array());
      at = PREFIX;
    }

    void head(Snapshot snapshot) {
      AbiWriter out = new AbiWriter();
      out.writeU8(HEAD);
      out.writeChecksum256(chainId);
      HEADS.write(snapshot.head(), out);
      Watermarks.CODEC.write(snapshot.watermarks(), out);
      frame(out);
    }

    @Override
    public void section(String name, long count) {
      flush();
      AbiWriter out = new AbiWriter();
      out.writeU8(SECTION);
      out.writeString(name);
      out.writeU64(count);
      frame(out);
    }

    @Override
    public void entry(byte[] packed) {
      portion.writeRaw(packed);
      bytes += packed.length;
      entries++;
      if (bytes >= PORTION) {
        flush();
      }
    }

    void end() {
      flush();
      AbiWriter out = new AbiWriter();
      out.writeU8(END);
      out.writeU64(frames);
      frame(out);
    }

    private void flush() {
      if (entries > 0) {
        AbiWriter out = new AbiWriter();
        out.writeU8(ENTRIES);
        out.writeU32(entries);
        out.writeRaw(portion.toByteArray());
        frame(out);
        portion = new AbiWriter();
        bytes = 0;
        entries = 0;
      }
    }

    private void frame(AbiWriter content) {
      byte[] frame = Frame.of(content.toByteArray());
      try {
        file.write(at, frame);
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      at += frame.length;
      frames++;
    }
  }

  private final class Reader {
    private final Path name;
    private final Disk.OpenFile file;
    private final StateLoader loader = new StateLoader();
    private long at = PREFIX;
    private long frames;

    Reader(Path name, Disk.OpenFile file) {
      this.name = name;
      this.file = file;
    }

    Snapshot read() throws IOException {
      byte[] prefix = new byte[PREFIX];
      if (file.read(0, prefix, 0, PREFIX) < PREFIX
          || !Arrays.equals(Arrays.copyOf(prefix, MAGIC.length), MAGIC)
          || ByteBuffer.wrap(prefix).getInt(MAGIC.length) != VERSION) {
        throw bad(name, "no snapshot of version " + VERSION, null);
      }
      long size = file.size();
      AbiReader first = next(size);
      BlockState head = head(first);
      Watermarks watermarks = Watermarks.CODEC.read(first);
      first.requireEnd();
      while (true) {
        long before = frames;
        AbiReader in = next(size);
        int kind = in.readU8();
        if (kind == SECTION) {
          loader.section(in.readString(), in.readU64());
        } else if (kind == ENTRIES) {
          for (long left = in.readU32(); left > 0; left--) {
            loader.entry(in);
          }
        } else if (kind == END && in.readU64() == before && at == size) {
          in.requireEnd();
          return new Snapshot(head, loader.finish(), watermarks);
        } else {
          throw bad(name, "its end is not where it should be", null);
        }
        in.requireEnd();
      }
    }

    private BlockState head(AbiReader in) {
      if (in.readU8() != HEAD) {
        throw bad(name, "it does not say which block it is of", null);
      }
      Checksum256 chain = in.readChecksum256();
      if (!chain.equals(chainId)) {
        throw new LogException(
            LogException.Reason.OTHER_CHAIN,
            name + " is of chain " + chain + ", not of " + chainId,
            null);
      }
      BlockState head = HEADS.read(in);
      if (!head.header().id().equals(head.id())
          || block(name).orElse(head.number()) != head.number()) {
        throw bad(name, "it is of block " + head.number() + " " + head.id(), null);
      }
      return head;
    }

    private AbiReader next(long size) throws IOException {
      Frame.Found found = Frame.read(file, at, size, BlockLog.MAX_FRAME);
      if (!(found instanceof Frame.Whole whole)) {
        String how = found instanceof Frame.Bad bad ? bad.how() : "the file ends there";
        throw bad(name, "at byte " + at + ": " + how, null);
      }
      at = whole.end();
      frames++;
      return new AbiReader(whole.content());
    }
  }
}
