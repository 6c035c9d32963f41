package io.github.coopj.chain.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file of the machine, read by many threads at once: each names the place it reads at, and none waits for another or
 * for who writes.
 *
 * <p>The system closes a channel under a thread that is interrupted while it reads, and so for all others. Whoever finds it
 * closed opens it again and reads once more; the interrupt is kept for the caller. Writes, sizes and making durable go
 * through another handle, which no interrupt closes, so that no reader can cut them short. The channel is opened by its
 * name: while a file is open, nothing else is given its name.
 */
final class ChannelFile implements Disk.OpenFile {
  private final Path path;
  private final RandomAccessFile file;
  private volatile FileChannel reading;
  private boolean closed;

  /**
   * Opens a file.
   *
   * @param mode "r" or "rw", as {@link RandomAccessFile} has it
   */
  ChannelFile(Path path, String mode) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), mode);
    try {
      this.reading = FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  @Override
  public int read(long position, byte[] bytes, int offset, int length) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        FileChannel channel = reading;
        try {
          return fill(channel, position, ByteBuffer.wrap(bytes, offset, length));
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        } catch (ClosedChannelException e) {
          // by an interrupt of another reader, unless the file is closed
        }
        openAgain();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int fill(FileChannel channel, long position, ByteBuffer bytes) throws IOException {
    int done = 0;
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, position + done);
      if (count < 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  private synchronized void openAgain() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (!reading.isOpen()) {
      reading = FileChannel.open(path, StandardOpenOption.READ);
    }
  }

  @Override
  public void write(long position, byte[] bytes) throws IOException {
    synchronized (file) {
      file.seek(position);
      file.write(bytes);
    }
  }

  @Override
  public void truncate(long size) throws IOException {
    synchronized (file) {
      file.setLength(size);
    }
  }

  @Override
  public void sync() throws IOException {
    file.getFD().sync();
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try {
      reading.close();
    } finally {
      file.close();
    }
  }
}
