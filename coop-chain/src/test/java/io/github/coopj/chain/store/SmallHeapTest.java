package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log, index and history are on disk: a process with a small heap writes and reads many times as much. */
class SmallHeapTest {
  private static final int HEAP_MIB = 48;

  /** What a block may leave in memory: its number and id, for transactions that refer to it. */
  private static final long BYTES_PER_BLOCK = 400;

  @TempDir
  private Path directory;

  private static long[] numbers(String line) {
    return Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
  }

  @Test
  @Tag("CHAIN-08")
  void memory_doesNotGrow_withTheBlocks() throws Exception {
    Process process = ChildJvm.start(HEAP_MIB, SmallHeap.class, directory.toString());
    List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
    assertThat(process.waitFor()).as("%s", said).isZero();
    List<String> figures =
        said.stream().filter(line -> Character.isLetter(line.charAt(0))).toList();
    System.out.println(figures);
    assertThat(figures).hasSize(4);

    long[] used = numbers(figures.get(0));
    long blocks = SmallHeap.SMALL_BLOCKS;
    assertThat(used[1] - used[0])
        .as("%s", figures)
        .isLessThan((blocks - SmallHeap.FEW) * BYTES_PER_BLOCK);
    long[] read = numbers(figures.get(1));
    assertThat(read[0]).isEqualTo(blocks + SmallHeap.LARGE_BLOCKS + 3);
    assertThat(read[1]).isEqualTo((long) SmallHeap.LARGE_BLOCKS * SmallHeap.ROWS);
    assertThat(read[2]).isEqualTo((SmallHeap.LARGE_BLOCKS + 1L) * SmallHeap.ROWS);
    assertThat(figures.get(2)).as("after another start").isEqualTo(figures.get(1));
    long[] files = numbers(figures.get(3));
    long heap = (long) HEAP_MIB << 20;
    assertThat(files[0]).isGreaterThan(2 * heap);
    assertThat(files[1]).isEqualTo(8 * read[0]);
    assertThat(files[2]).isGreaterThan(4 * heap);
  }
}
