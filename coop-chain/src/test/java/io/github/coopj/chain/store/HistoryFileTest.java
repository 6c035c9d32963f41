package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.name.Name;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the history is made again when it is damaged, and left alone when it only cannot be opened. */
class HistoryFileTest {
  private static final int COUNT = 12;

  @TempDir
  private Path directory;

  private Path file = Path.of("");
  private byte[] whole = {};

  @BeforeEach
  void makeHistory() throws IOException {
    file = HistoryFile.of(directory);
    try (StoredChain chain = open()) {
      chain.take(StoredChain.blocks(COUNT, 0, 5));
    }
    whole = Files.readAllBytes(file);
  }

  private StoredChain open() {
    return new StoredChain(
        Disk.REAL,
        StoreOptions.builder().directory(directory).snapshotInterval(0).build());
  }

  private LogException refused() {
    LogException refusal = catchThrowableOfType(LogException.class, this::open);
    assertThat(refusal).isNotNull();
    assertThat(refusal)
        .hasMessageContaining(file + ": the history cannot be opened and stays as it is, ");
    return refusal;
  }

  private void assertOpensAsItIs() throws Exception {
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes()).isEmpty();
      assertThat(chain.store.history().orElseThrow().block()).isEqualTo(COUNT + 1);
      assertThat(chain.head()).isEqualTo(COUNT + 1);
    }
  }

  private void assertMadeAgain() throws Exception {
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes().get(0)).startsWith(file + ": made again from the blocks, ");
      assertComplete(chain);
    }
  }

  private static void assertComplete(StoredChain chain) throws InterruptedException {
    History history = chain.store.history().orElseThrow();
    history.await(COUNT + 1);
    assertThat(history.actions(TestChain.EOSIO, 0, 1000))
        .filteredOn(action -> action.action().name().equals(Name.of("onblock")))
        .extracting(RecordedAction::block)
        .containsExactlyElementsOf(LongStream.rangeClosed(2, COUNT + 1).boxed().toList());
  }

  @Test
  @Tag("CHAIN-08")
  void open_isRefused_whileTheFileIsLocked() throws Exception {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(refused().reason()).isEqualTo(LogException.Reason.IN_USE);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    assertOpensAsItIs();
  }

  @Test
  void open_isRefused_withADirectoryInPlaceOfTheFile() throws Exception {
    Path aside = directory.resolve("aside");
    Files.move(file, aside);
    Files.createDirectory(file);
    assertThat(refused().reason()).isEqualTo(LogException.Reason.IO);
    assertThat(file).isEmptyDirectory();
    Files.delete(file);
    Files.move(aside, file);
    assertOpensAsItIs();
  }

  @Test
  void open_isRefused_onAFullDisk() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no device that is always full");
    Path aside = directory.resolve("aside");
    Files.move(file, aside);
    Files.createSymbolicLink(file, full);
    assertThat(refused().reason()).isEqualTo(LogException.Reason.IO);
    assertThat(file).isSymbolicLink();
    Files.delete(file);
    Files.move(aside, file);
    assertOpensAsItIs();
  }

  @Test
  void open_isRefused_withoutTheRightToReadOrWrite() throws Exception {
    assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
    for (String rights : new String[] {"---------", "r--r--r--"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      if (Files.isWritable(file)) {
        assertOpensAsItIs(); // rights do not bind this user
        whole = Files.readAllBytes(file);
      } else {
        assertThat(refused().reason()).isEqualTo(LogException.Reason.IO);
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
    assertOpensAsItIs();
  }

  @Test
  @Tag("CHAIN-08")
  void open_makesAgain_whatIsDamaged() throws Exception {
    Files.write(file, new byte[whole.length]);
    assertMadeAgain();
    Files.writeString(file, "H:2,block:");
    assertMadeAgain();
    assertOpensAsItIs();
  }

  /** What is left of it may be the whole of an earlier time. */
  @Test
  void open_goesOn_afterTheEndWasCutOff() throws Exception {
    for (int length = 0; length < whole.length; length += 4000) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (StoredChain chain = open()) {
        assertComplete(chain);
      }
    }
    assertOpensAsItIs();
  }

  /** Whatever damage is found on opening is known as such. */
  @Test
  void open_knowsDamage_ofEveryKind_seed11() throws Exception {
    Random random = new Random(11);
    int found = 0;
    for (int run = 0; run < 400; run++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + (1 << random.nextInt(15)));
      switch (run % 4) {
        case 0 -> Arrays.fill(bytes, at, end, (byte) 0);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> Arrays.fill(bytes, 0, end, (byte) random.nextInt());
        default -> {
          for (int i = at; i < end; i++) {
            bytes[i] = (byte) random.nextInt();
          }
        }
      }
      Files.delete(file);
      Files.write(file, bytes);
      try (HistoryFile opened = HistoryFile.open(file, TestChain.GENESIS.chainId())) {
        assertThat(opened.block()).isBetween(1L, COUNT + 1L);
      } catch (MVStoreException e) {
        assertThat(HistoryFile.isDamage(e)).as("run %d: %s", run, e).isTrue();
        found++;
      } catch (InvalidValueException e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(50);
  }

  @Test
  void isDamage_isWhatTheFileHolds_notWhatTheFileSystemRefuses() {
    Set<Integer> damage = Set.of(
        DataUtils.ERROR_FILE_CORRUPT,
        DataUtils.ERROR_UNSUPPORTED_FORMAT,
        DataUtils.ERROR_CHUNK_NOT_FOUND,
        DataUtils.ERROR_SERIALIZATION);
    for (int code = 0; code <= 110; code++) {
      assertThat(HistoryFile.isDamage(new MVStoreException(code, "")))
          .as("error %d", code)
          .isEqualTo(damage.contains(code));
      assertThat(HistoryFile.isDamage(because(code, new FileNotFoundException("lost"))))
          .as("error %d of the file system", code)
          .isFalse();
    }
    assertThat(HistoryFile.isDamage(because(DataUtils.ERROR_READING_FAILED, new EOFException())))
        .isTrue();
    assertThat(HistoryFile.isDamage(because(DataUtils.ERROR_WRITING_FAILED, new EOFException())))
        .isFalse();
  }

  private static MVStoreException because(int code, IOException cause) {
    MVStoreException e = new MVStoreException(code, "");
    e.initCause(cause);
    return e;
  }
}
