package io.github.coopj.chain.store;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what is durable: it can run full, refuse, break down, and lose power. What was not made
 * durable before a loss of power is there afterwards in part, sector by sector, in any mixture.
 */
final class MemoryDisk implements Disk {
  private static final int SECTOR = 512;

  /** Thrown at every step from the moment on at which the power is gone. */
  static final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Inode {
    byte[] now = {};
    byte[] durable = {};
    final List<Change> changes = new ArrayList<>();
  }

  /** A write, or a change of size where there are no bytes. */
  private static final class Change {
    private final long at;
    private final byte @Nullable [] bytes;

    Change(long at, byte @Nullable [] bytes) {
      this.at = at;
      this.bytes = bytes;
    }
  }

  /** What became of a name; no file means that it is gone. */
  private record Naming(Path name, @Nullable Inode file) {}

  private final Map<Path, Inode> names = new TreeMap<>();
  private final Map<Path, Inode> durableNames = new TreeMap<>();
  private final List<Naming> namings = new ArrayList<>();
  private final TreeSet<Path> locked = new TreeSet<>();
  private long room = Long.MAX_VALUE;
  private long steps;
  private long syncs;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private long powerUntil = Long.MAX_VALUE;
  private @Nullable IOException refusal;
  private @Nullable IOException syncRefusal;
  private @Nullable IOException truncateRefusal;
  private @Nullable Path unreadable;

  /** How many bytes fit in from now on. */
  synchronized void leaveRoomFor(long bytes) {
    room = bytes;
  }

  /** Every change of a file is refused from now on; null for an end of that. */
  synchronized void refuseChanges(@Nullable IOException e) {
    refusal = e;
  }

  synchronized void refuseSync(@Nullable IOException e) {
    syncRefusal = e;
  }

  synchronized void refuseTruncate(@Nullable IOException e) {
    truncateRefusal = e;
  }

  synchronized void makeUnreadable(@Nullable Path file) {
    unreadable = file;
  }

  /** Until the returned latch is counted down, whoever makes a file durable waits. */
  CountDownLatch holdSyncs() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** How often a file was made durable so far. */
  synchronized long syncs() {
    return syncs;
  }

  /** Steps that changed something or made it durable so far. */
  synchronized long steps() {
    return steps;
  }

  /** The power goes off after so many more steps. */
  synchronized void losePowerAfter(long more) {
    powerUntil = steps + more;
  }

  /** The machine starts again with what the disk has kept. */
  synchronized void restart(Random random) {
    int kept = namings.isEmpty() ? 0 : random.nextInt(namings.size() + 1);
    for (Naming naming : namings.subList(0, kept)) {
      apply(durableNames, naming);
    }
    namings.clear();
    names.clear();
    names.putAll(durableNames);
    for (Inode file : names.values()) {
      if (!file.changes.isEmpty()) {
        file.durable = survivor(file, random);
        file.changes.clear();
      }
      file.now = file.durable.clone();
    }
    locked.clear();
    powerUntil = Long.MAX_VALUE;
  }

  private static byte[] survivor(Inode file, Random random) {
    byte[] bytes = file.durable.clone();
    for (Change change : file.changes) {
      byte[] written = change.bytes;
      if (written == null) {
        if (random.nextInt(4) > 0) {
          bytes = Arrays.copyOf(bytes, (int) change.at);
        }
        continue;
      }
      int end = (int) change.at + written.length;
      if (random.nextBoolean() && bytes.length < end) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end - random.nextInt(2 * SECTOR)));
      }
      for (int at = (int) change.at; at < end; ) {
        int next = Math.min(end, (at / SECTOR + 1) * SECTOR);
        if (random.nextInt(3) > 0) {
          if (bytes.length < next) {
            bytes = Arrays.copyOf(bytes, next);
          }
          System.arraycopy(written, at - (int) change.at, bytes, at, next - at);
        }
        at = next;
      }
    }
    return bytes;
  }

  synchronized byte[] bytes(Path file) throws IOException {
    return inode(file).now.clone();
  }

  /** Puts a file there, durably. */
  synchronized void put(Path file, byte[] bytes) {
    Inode inode = new Inode();
    inode.now = bytes.clone();
    inode.durable = bytes.clone();
    names.put(file, inode);
    durableNames.put(file, inode);
  }

  private Inode inode(Path file) throws IOException {
    Inode inode = names.get(file);
    if (inode == null) {
      throw new NoSuchFileException(file.toString());
    }
    return inode;
  }

  private void step() throws IOException {
    if (steps >= powerUntil) {
      throw new PowerLoss();
    }
    steps++;
    if (refusal != null) {
      throw refusal;
    }
  }

  private void name(Naming naming) {
    apply(names, naming);
    namings.add(naming);
  }

  private static void apply(Map<Path, Inode> map, Naming naming) {
    if (naming.file() == null) {
      map.remove(naming.name());
    } else {
      map.put(naming.name(), naming.file());
    }
  }

  @Override
  public synchronized OpenFile read(Path file) throws IOException {
    if (file.equals(unreadable)) {
      throw new FileNotFoundException(file + " (Permission denied)");
    }
    return new Handle(inode(file));
  }

  @Override
  public synchronized OpenFile write(Path file) throws IOException {
    if (file.equals(unreadable)) {
      throw new FileNotFoundException(file + " (Permission denied)");
    }
    Inode inode = names.get(file);
    if (inode == null) {
      step();
      inode = new Inode();
      name(new Naming(file, inode));
    }
    return new Handle(inode);
  }

  @Override
  public synchronized boolean exists(Path file) {
    return names.containsKey(file);
  }

  @Override
  public void createDirectories(Path directory) {}

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    step();
    Inode inode = inode(from);
    name(new Naming(to, inode));
    name(new Naming(from, null));
  }

  @Override
  public synchronized void delete(Path file) throws IOException {
    step();
    name(new Naming(file, null));
  }

  @Override
  public synchronized List<Path> list(Path directory) {
    return names.keySet().stream()
        .filter(file -> directory.equals(file.getParent()))
        .toList();
  }

  @Override
  public synchronized void syncDirectory(Path directory) throws IOException {
    step();
    namings.forEach(naming -> apply(durableNames, naming));
    namings.clear();
  }

  @Override
  public synchronized Closeable lock(Path file) throws IOException {
    if (refusal != null) {
      throw new AccessDeniedException(file.toString());
    }
    if (!locked.add(file)) {
      throw new LogException(LogException.Reason.IN_USE, file + " is held", null);
    }
    return () -> {
      synchronized (MemoryDisk.this) {
        locked.remove(file);
      }
    };
  }

  private final class Handle implements OpenFile {
    private final Inode inode;

    Handle(Inode inode) {
      this.inode = inode;
    }

    @Override
    public long size() {
      synchronized (MemoryDisk.this) {
        return inode.now.length;
      }
    }

    @Override
    public int read(long position, byte[] bytes, int offset, int length) {
      synchronized (MemoryDisk.this) {
        int count = (int) Math.max(0, Math.min(length, inode.now.length - position));
        System.arraycopy(inode.now, (int) position * (count > 0 ? 1 : 0), bytes, offset, count);
        return count;
      }
    }

    @Override
    public void write(long position, byte[] bytes) throws IOException {
      synchronized (MemoryDisk.this) {
        step();
        long grows = Math.max(0, position + bytes.length - inode.now.length);
        int fits = (int) Math.min(bytes.length, bytes.length - grows + Math.min(grows, room));
        byte[] written = Arrays.copyOf(bytes, fits);
        int end = (int) position + fits;
        if (inode.now.length < end) {
          room -= end - inode.now.length;
          inode.now = Arrays.copyOf(inode.now, end);
        }
        System.arraycopy(written, 0, inode.now, (int) position, fits);
        inode.changes.add(new Change(position, written));
        if (fits < bytes.length) {
          throw new IOException("No space left on device");
        }
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (MemoryDisk.this) {
        step();
        if (truncateRefusal != null) {
          throw truncateRefusal;
        }
        room += Math.max(0, room == Long.MAX_VALUE ? 0 : inode.now.length - size);
        inode.now = Arrays.copyOf(inode.now, (int) size);
        inode.changes.add(new Change(size, null));
      }
    }

    @Override
    public void sync() throws IOException {
      Uninterruptibly.run(() -> gate.await());
      synchronized (MemoryDisk.this) {
        syncs++;
        step();
        if (syncRefusal != null) {
          throw syncRefusal;
        }
        inode.durable = inode.now.clone();
        inode.changes.clear();
      }
    }

    @Override
    public void close() {}
  }
}
