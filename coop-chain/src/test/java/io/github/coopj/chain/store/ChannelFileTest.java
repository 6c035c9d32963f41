package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the machine that many read, of whom some are interrupted. */
class ChannelFileTest {
  private static final int SIZE = 1 << 20;

  @TempDir
  private Path directory;

  private final byte[] content = new byte[SIZE];
  private Disk.OpenFile file = new MemoryDisk().write(Path.of("none"));

  ChannelFileTest() throws IOException {}

  @BeforeEach
  void open() throws IOException {
    new Random(1).nextBytes(content);
    file = Disk.REAL.write(directory.resolve("file"));
    file.write(0, content);
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  private void assertReads(int at, int length) throws IOException {
    byte[] bytes = new byte[length + 2];
    assertThat(file.read(at, bytes, 1, length)).isEqualTo(length);
    assertThat(Arrays.equals(bytes, 1, length + 1, content, at, at + length)).isTrue();
    assertThat(bytes[0]).isZero();
    assertThat(bytes[length + 1]).isZero();
  }

  private FileChannel channel() throws ReflectiveOperationException {
    java.lang.reflect.Field reading = ChannelFile.class.getDeclaredField("reading");
    reading.setAccessible(true);
    return (FileChannel) reading.get(file);
  }

  @Test
  void read_fillsWhatThereIs_upToTheEnd() throws IOException {
    assertReads(0, SIZE);
    assertReads(SIZE - 1, 1);
    byte[] bytes = new byte[10];
    assertThat(file.read(SIZE - 3, bytes, 0, 10)).isEqualTo(3);
    assertThat(file.read(SIZE, bytes, 0, 10)).isZero();
    assertThat(file.read(SIZE + 5, bytes, 0, 10)).isZero();
    assertThat(file.size()).isEqualTo(SIZE);
  }

  @Test
  void read_goesOn_byAThreadThatIsInterrupted_whichKeepsTheInterrupt() throws Exception {
    FileChannel before = channel();
    Thread.currentThread().interrupt();
    assertReads(100, 1000);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(channel()).as("it was not even closed").isSameAs(before);
    assertReads(100, 1000);
  }

  /** As where another reader was interrupted while it read. */
  @Test
  void read_opensTheFileAgain_whereItsChannelWasClosed_butNotAfterClose() throws Exception {
    FileChannel before = channel();
    before.close();
    assertReads(5, 50);
    assertThat(channel()).isNotSameAs(before);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    file.write(0, new byte[] {9});
    file.sync();
    content[0] = 9;
    assertReads(0, 10);
    file.close();
    assertThatExceptionOfType(ClosedChannelException.class)
        .isThrownBy(() -> file.read(0, new byte[1], 0, 1));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.size());
  }

  /** Eight threads read, one writes behind them, and all are interrupted again and again. */
  @Test
  @Tag("CHAIN-10")
  void readers_harmNobody_whileTheyAreInterrupted() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<CompletableFuture<Integer>> ends = new ArrayList<>();
    CountDownLatch left = new CountDownLatch(9);
    for (int i = 0; i < 8; i++) {
      Random random = new Random(i);
      add(threads, ends, left, () -> {
        int seen = 0;
        for (int read = 0; read < 4000 || seen == 0; read++) {
          int at = random.nextInt(SIZE - 70_000);
          assertReads(at, 1 + random.nextInt(random.nextInt(10) == 0 ? 60_000 : 600));
          seen += Thread.interrupted() ? 1 : 0;
        }
        return seen;
      });
    }
    add(threads, ends, left, () -> {
      for (int write = 0; write < 300; write++) {
        file.write(SIZE + write * 100L, new byte[100]);
        file.sync();
      }
      return 1;
    });
    threads.forEach(Thread::start);
    while (left.getCount() > 0) {
      threads.forEach(Thread::interrupt);
      Thread.onSpinWait();
    }
    for (CompletableFuture<Integer> end : ends) {
      assertThat(end.get()).isPositive();
    }
    assertThat(file.size()).isEqualTo(SIZE + 30_000);
  }

  /** What a thread does. */
  private interface Work {
    int run() throws IOException;
  }

  private static void add(
      List<Thread> threads, List<CompletableFuture<Integer>> ends, CountDownLatch left, Work work) {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    ends.add(end);
    threads.add(new Thread(() -> {
      try {
        end.complete(work.run());
      } catch (IOException | RuntimeException | Error e) {
        end.completeExceptionally(e);
      } finally {
        left.countDown();
      }
    }));
  }
}
