package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files of the history beside a sorted map of the JDK. */
@Tag("CHAIN-08")
class HistoryPartsTest {
  private static final Path FOLDER = Path.of("history");
  private static final Checksum256 CHAIN = Checksum256.sha256(new byte[] {1});

  private final MemoryDisk disk = new MemoryDisk();
  private final HistoryFiles files = new HistoryFiles(disk, FOLDER, CHAIN);
  private final Map<HistoryTable, NavigableMap<byte[], byte[]>> model =
      new EnumMap<>(HistoryTable.class);
  private final Random random = new Random(3);

  HistoryPartsTest() {
    for (HistoryTable table : HistoryTable.values()) {
      model.put(table, new TreeMap<>(Arrays::compareUnsigned));
    }
  }

  private NavigableMap<byte[], byte[]> model(HistoryTable table) {
    return Objects.requireNonNull(model.get(table));
  }

  /** Keys that have much in common, none of which comes twice. */
  private byte[] key(HistoryTable table) {
    byte[] key = new byte[table.keyLength()];
    for (int i = key.length - 3; i < key.length; i++) {
      key[i] = (byte) random.nextInt(256);
    }
    key[0] = (byte) random.nextInt(3);
    return key;
  }

  private void addBlock(HistoryParts parts, int entries) {
    HistoryBuffer recent = parts.recent();
    for (HistoryTable table : HistoryTable.values()) {
      for (int i = 0; i < entries; i++) {
        byte[] key = key(table);
        if (!model(table).containsKey(key)) {
          byte[] value = new byte[random.nextInt(50) == 0 ? 9000 : random.nextInt(90)];
          random.nextBytes(value);
          model(table).put(key, value);
          recent.put(table, key, value);
        }
      }
    }
    long number = recent.to() + 1;
    recent.end(number, id(number), number * 10);
  }

  private static Checksum256 id(long number) {
    return Checksum256.sha256(HistoryKeys.numbers(number));
  }

  private void assertSameAsModel(HistoryParts parts) {
    for (HistoryTable table : HistoryTable.values()) {
      for (int i = 0; i < 200; i++) {
        byte[] key = i % 3 == 0 ? model(table).floorKey(key(table)) : key(table);
        if (key != null) {
          assertThat(floor(parts, table, key)).isEqualTo(model(table).floorKey(key));
          assertThat(ceiling(parts, table, key)).isEqualTo(model(table).ceilingKey(key));
        }
      }
      TreeMap<byte[], byte[]> all = new TreeMap<>(Arrays::compareUnsigned);
      parts.read(sources -> {
        for (HistorySource source : sources) {
          byte[] last = {};
          Iterator<HistorySource.Entry> entries = source.from(table, new byte[table.keyLength()]);
          while (entries.hasNext()) {
            HistorySource.Entry entry = entries.next();
            assertThat(Arrays.compareUnsigned(last, entry.key())).isNegative();
            last = entry.key();
            all.put(last, entry.value());
          }
        }
        return all;
      });
      assertThat(all.keySet()).containsExactlyElementsOf(model(table).keySet());
      all.forEach((key, value) -> assertThat(value).isEqualTo(model(table).get(key)));
    }
  }

  private static byte @Nullable [] floor(HistoryParts parts, HistoryTable table, byte[] key) {
    return parts
        .<Optional<byte[]>>read(sources -> {
          byte @Nullable [] greatest = null;
          for (HistorySource source : sources) {
            HistorySource.Entry found = source.floor(table, key);
            if (found != null
                && (greatest == null || Arrays.compareUnsigned(found.key(), greatest) > 0)) {
              greatest = found.key();
            }
          }
          return Optional.ofNullable(greatest);
        })
        .orElse(null);
  }

  private static byte @Nullable [] ceiling(HistoryParts parts, HistoryTable table, byte[] key) {
    return parts
        .<Optional<byte[]>>read(sources -> {
          byte @Nullable [] smallest = null;
          for (HistorySource source : sources) {
            Iterator<HistorySource.Entry> found = source.from(table, key);
            byte[] next = found.hasNext() ? found.next().key() : null;
            if (next != null && (smallest == null || Arrays.compareUnsigned(next, smallest) < 0)) {
              smallest = next;
            }
          }
          return Optional.ofNullable(smallest);
        })
        .orElse(null);
  }

  private List<Path> parts() {
    return disk.list(FOLDER).stream().filter(HistoryFiles::isFile).toList();
  }

  @Test
  void parts_answerAsOneSortedMap_howeverTheyWereMerged() {
    HistoryParts parts = new HistoryParts(files, files.open());
    for (int block = 0; block < 150; block++) {
      addBlock(parts, block == 77 ? 0 : 30);
      parts.write();
      if (block % 30 == 0) {
        assertSameAsModel(parts);
      }
    }
    parts.awaitMerged();
    assertSameAsModel(parts);
    assertThat(parts()).as("150 is 2 times 64, 2 times 8, and 6").hasSize(10);
    addBlock(parts, 40);
    assertSameAsModel(parts);
    assertThat(parts.problem()).isEmpty();
    parts.close();

    HistoryParts again = new HistoryParts(files, files.open());
    assertThat(again.recent().to()).as("what was not written is gone").isEqualTo(151);
    assertThat(again.recent().lastSequence()).isEqualTo(1510);
    again.close();
  }

  /** One part of many pages, whose tree is three pages high. */
  @Test
  void part_isRead_howeverHighItsTrees() {
    HistoryParts parts = new HistoryParts(files, files.open());
    addBlock(parts, 8_000);
    parts.write();
    assertSameAsModel(parts);
    parts.close();
  }

  @Test
  void open_removesPartsThatAreInAnotherOne_andRefusesAGap() throws IOException {
    HistoryParts parts = new HistoryParts(files, files.open());
    for (int block = 0; block < HistoryParts.FAN - 1; block++) {
      addBlock(parts, 3);
      parts.write();
    }
    List<Path> single = parts();
    Map<Path, byte[]> before = new TreeMap<>();
    for (Path file : single) {
      before.put(file, disk.bytes(file));
    }
    addBlock(parts, 3);
    parts.write();
    parts.awaitMerged();
    parts.close();
    assertThat(parts()).hasSize(1);

    before.forEach(disk::put);
    disk.put(FOLDER.resolve("history.tmp"), new byte[] {1});
    HistoryParts again = new HistoryParts(files, files.open());
    assertThat(parts()).as("what was being written is gone too").hasSize(1);
    assertSameAsModel(again);
    addBlock(again, 3);
    again.write();
    again.close();
    Path first = parts().get(0);
    byte[] bytes = disk.bytes(first);
    disk.delete(first);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(files::open)
        .withMessageContaining("what comes before it is missing, from block 1 on");
    disk.put(first, bytes);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> new HistoryFiles(disk, FOLDER, Checksum256.ZERO).open())
        .extracting(LogException::reason)
        .isEqualTo(LogException.Reason.OTHER_CHAIN);
  }

  /** Whatever byte is wrong: what was written is read, or the file is named. */
  @Test
  void damage_isNamed_andNeverReadAsSomethingElse() throws IOException {
    HistoryParts parts = new HistoryParts(files, files.open());
    addBlock(parts, 200);
    parts.write();
    parts.close();
    Path file = parts().get(0);
    byte[] good = disk.bytes(file);
    int named = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bad = i % 10 == 9 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      if (i % 10 != 9) {
        bad[i < 20 ? i : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      disk.put(file, bad);
      LogException refusal = catchThrowableOfType(LogException.class, () -> {
        HistoryParts damaged =
            new HistoryParts(new HistoryFiles(disk, FOLDER, CHAIN), files.open());
        try {
          assertSameAsModel(damaged);
        } finally {
          damaged.close();
        }
      });
      if (refusal != null) {
        assertThat(refusal).hasMessageContaining(file.toString());
        assertThat(refusal.reason()).isEqualTo(LogException.Reason.HISTORY);
        named++;
      }
    }
    assertThat(named).as("each byte counts").isEqualTo(400);
  }

  /** Found while a question is answered, it is known to the next start, which makes the history again. */
  @Test
  void damage_isNoted_forTheNextStart() throws IOException {
    HistoryParts parts = new HistoryParts(files, files.open());
    addBlock(parts, 200);
    parts.write();
    parts.close();
    Path file = parts().get(0);
    byte[] bytes = disk.bytes(file);
    bytes[HistoryPartWriter.PREFIX + Frame.HEADER] ^= 1;
    disk.put(file, bytes);
    HistoryParts damaged = new HistoryParts(files, files.open());
    LogException found = catchThrowableOfType(LogException.class, () -> assertSameAsModel(damaged));
    assertThat(found).hasMessageContaining(file + ": at byte ");
    assertThat(damaged.problem().orElseThrow())
        .isEqualTo(found.getMessage() + "; the history is made again at the next start");
    damaged.close();

    HistoryFiles next = new HistoryFiles(disk, FOLDER, CHAIN);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(next::open)
        .withMessageContaining(String.valueOf(found.getMessage()));
    next.delete();
    assertThat(parts()).isEmpty();
    assertThat(next.open()).isEmpty();
  }

  /** A version that is read stays whole, with its files, however often parts are merged meanwhile. */
  @Test
  void parts_areKept_asLongAsTheyAreRead_andNoLonger() {
    HistoryParts parts = new HistoryParts(files, files.open());
    for (int block = 0; block < HistoryParts.FAN - 1; block++) {
      addBlock(parts, 50);
      parts.write();
    }
    List<Path> single = parts();
    List<byte[]> keys = List.copyOf(model(HistoryTable.ROWS).keySet());
    parts.read(sources -> {
      addBlock(parts, 50);
      parts.write();
      parts.awaitMerged();
      assertThat(parts())
          .as("seven that are read, and the merged one")
          .hasSize(8)
          .containsAll(single);
      for (byte[] key : keys) {
        assertThat(sources)
            .filteredOn(source -> {
              HistorySource.Entry found = source.floor(HistoryTable.ROWS, key);
              return found != null && Arrays.equals(found.key(), key);
            })
            .hasSize(1);
      }
      return keys.size();
    });
    assertThat(parts()).hasSize(1);
    assertSameAsModel(parts);
    parts.close();
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> parts.read(List::size))
        .withMessage("HISTORY: history: the history is closed");
  }

  @Test
  void close_doesNotWaitForTheMergeOfMuch_whichIsBegunAgain() {
    HistoryParts parts = new HistoryParts(files, files.open());
    for (int block = 0; block < HistoryParts.FAN; block++) {
      addBlock(parts, 600);
      parts.write();
    }
    parts.close();
    HistoryParts again = new HistoryParts(files, files.open());
    assertSameAsModel(again);
    addBlock(again, 1);
    again.write();
    again.awaitMerged();
    assertThat(parts()).hasSize(2);
    assertSameAsModel(again);
    again.close();
  }

  @Test
  void parts_stay_whenTheDiskHasNoRoomToMergeThem() {
    HistoryParts parts = new HistoryParts(files, files.open());
    for (int block = 0; block < HistoryParts.FAN - 1; block++) {
      addBlock(parts, 100);
      parts.write();
    }
    addBlock(parts, 1);
    disk.leaveRoomFor(3000);
    parts.write();
    parts.awaitMerged();
    assertThat(parts.problem().orElseThrow())
        .contains("parts of the history are not merged: ", "No space left on device");
    assertSameAsModel(parts);
    disk.leaveRoomFor(Long.MAX_VALUE);
    addBlock(parts, 1);
    parts.write();
    parts.awaitMerged();
    assertThat(parts.problem()).isEmpty();
    assertThat(parts()).hasSize(2);
    assertSameAsModel(parts);
    parts.close();
  }
}
