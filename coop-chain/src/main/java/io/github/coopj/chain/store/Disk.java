package io.github.coopj.chain.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the store asks of the file system, so that tests can let it fail, run full or lose power.
 *
 * <p>All methods may be called by threads that are interrupted; an interrupt neither stops them nor harms a file.
 */
interface Disk {
  /** The file system of the machine. */
  Disk REAL = new FileSystemDisk();

  /**
   * An open file, read and written at places that the caller names. Safe for many threads; those that read wait neither for
   * each other nor for who writes. While it is open, nothing else is given its name.
   */
  interface OpenFile extends Closeable {
    /** Bytes in the file. */
    long size() throws IOException;

    /**
     * Fills a part of the array from a place in the file.
     *
     * @return bytes read, fewer than asked for only where the file ends
     */
    int read(long position, byte[] bytes, int offset, int length) throws IOException;

    /** Writes the whole array to a place in the file. */
    void write(long position, byte[] bytes) throws IOException;

    /** Cuts the file off. */
    void truncate(long size) throws IOException;

    /** Returns once everything written so far is on the disk. */
    void sync() throws IOException;
  }

  /** Opens a file to read. */
  OpenFile read(Path file) throws IOException;

  /** Opens a file to read and write, and makes it if it is not there. */
  OpenFile write(Path file) throws IOException;

  /** Whether there is a file or folder of that name. */
  boolean exists(Path file);

  /** Makes a folder and those above it, durably. */
  void createDirectories(Path directory) throws IOException;

  /** Gives a file another name, in place of the file of that name, all at once; durable after {@link #syncDirectory}. */
  void rename(Path from, Path to) throws IOException;

  /** Removes a file if it is there. */
  void delete(Path file) throws IOException;

  /** Files of a folder, sorted by name. */
  List<Path> list(Path directory) throws IOException;

  /** Returns once the names in a folder are on the disk. */
  void syncDirectory(Path directory) throws IOException;

  /**
   * Takes the lock that a file stands for, until the returned handle is closed or the process ends. Nothing else may open
   * the file: on some systems closing any handle of it lets the lock go.
   *
   * @throws LogException with {@link LogException.Reason#IN_USE} if somebody has it
   */
  Closeable lock(Path file) throws IOException;
}
