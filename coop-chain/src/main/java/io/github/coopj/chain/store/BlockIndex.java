package io.github.coopj.chain.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Where each block of a log begins: 8 bytes a block, in a file beside the log. It is made from the log and can be made
 * again, so nothing in it is believed unchecked.
 */
final class BlockIndex implements Closeable {
  private static final int ENTRY = 8;

  private final Disk.OpenFile file;
  private final long firstBlock;

  private BlockIndex(Disk.OpenFile file, long firstBlock) {
    this.file = file;
    this.firstBlock = firstBlock;
  }

  /** The index of a log. */
  static Path of(Path log) {
    return log.resolveSibling(log.getFileName() + ".index");
  }

  static BlockIndex open(Disk disk, Path log, long firstBlock) throws IOException {
    return new BlockIndex(disk.write(of(log)), firstBlock);
  }

  /** Where a block should begin; -1 if nothing is known. */
  long find(long block) throws IOException {
    byte[] entry = new byte[ENTRY];
    return file.read(place(block), entry, 0, ENTRY) < ENTRY
        ? -1
        : ByteBuffer.wrap(entry).getLong();
  }

  void put(long block, long at) throws IOException {
    file.write(place(block), ByteBuffer.allocate(ENTRY).putLong(at).array());
  }

  /** Forgets a block and all after it. */
  void forgetFrom(long block) throws IOException {
    if (file.size() > place(block)) {
      file.truncate(place(block));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private long place(long block) {
    return (block - firstBlock) * ENTRY;
  }
}
