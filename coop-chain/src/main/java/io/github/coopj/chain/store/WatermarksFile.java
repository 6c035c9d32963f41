package io.github.coopj.chain.store;

import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.crypto.Checksum256;
import java.nio.file.Path;

/**
 * How far producers have bound themselves by blocks that were taken out of the log again. Blocks that are in the log tell
 * it themselves.
 */
final class WatermarksFile {
  static final String NAME = "watermarks.bin";

  private final KeptFile<Watermarks> file;

  WatermarksFile(Disk disk, Path directory, Checksum256 chainId) {
    this.file = new KeptFile<>(
        disk,
        directory,
        NAME,
        chainId,
        Watermarks.CODEC,
        LogException.Reason.BAD_WATERMARKS,
        "; without it a producer may sign what contradicts its earlier blocks");
  }

  static boolean isFile(Path file) {
    return KeptFile.isFile(file, NAME);
  }

  /**
   * Reads what was written last; nothing if there is no file.
   *
   * @throws LogException if the file is damaged or of another chain
   */
  Watermarks read() {
    return file.read().orElse(Watermarks.NONE);
  }

  /** Writes watermarks in place of those before, durably. */
  void write(Watermarks watermarks) {
    file.write(watermarks);
  }
}
