package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.name.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history is made again where a file of it is damaged, and left alone where one only cannot be opened. */
class HistoryFilesTest {
  private static final int COUNT = 12;

  @TempDir
  private Path directory;

  private Path file = Path.of("");
  private byte[] whole = {};

  @BeforeEach
  void makeHistory() throws IOException {
    try (StoredChain chain = open()) {
      chain.take(StoredChain.blocks(COUNT, 0, 5));
    }
    file = files().get(0);
    whole = Files.readAllBytes(file);
  }

  private List<Path> files() throws IOException {
    return Disk.REAL.list(directory).stream().filter(HistoryFiles::isFile).toList();
  }

  private StoredChain open() {
    return new StoredChain(
        Disk.REAL,
        StoreOptions.builder().directory(directory).snapshotInterval(0).build());
  }

  private void assertRefused() {
    LogException refusal = catchThrowableOfType(LogException.class, this::open);
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(LogException.Reason.IO);
    assertThat(refusal)
        .hasMessageContaining(directory + ": the history cannot be opened and stays as it is: ");
  }

  private void assertOpensAsItIs() throws Exception {
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes()).isEmpty();
      assertThat(chain.store.history().orElseThrow().block()).isEqualTo(COUNT + 1);
      assertThat(chain.head()).isEqualTo(COUNT + 1);
      assertComplete(chain);
    }
  }

  private void assertMadeAgain() throws Exception {
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes().get(0))
          .startsWith("the history is made again from the blocks, HISTORY: " + file + ": ");
      assertComplete(chain);
    }
    assertThat(files()).containsExactly(file);
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
  void open_isRefused_withADirectoryInPlaceOfTheFile() throws Exception {
    Path aside = directory.resolve("aside");
    Files.move(file, aside);
    Files.createDirectory(file);
    assertRefused();
    assertThat(file).isEmptyDirectory();
    Files.delete(file);
    Files.move(aside, file);
    assertOpensAsItIs();
  }

  @Test
  @Tag("CHAIN-08")
  void open_isRefused_withoutTheRightToRead() throws Exception {
    assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) {
      assertOpensAsItIs(); // rights do not bind this user
    } else {
      assertRefused();
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertOpensAsItIs();
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  @Tag("CHAIN-08")
  void open_makesAgain_whatIsDamaged() throws Exception {
    for (byte[] damaged : List.of(
        new byte[whole.length],
        new byte[0],
        Arrays.copyOf(whole, whole.length - 1),
        Arrays.copyOfRange(whole, 1, whole.length))) {
      Files.write(file, damaged);
      assertMadeAgain();
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
    assertOpensAsItIs();
  }

  /** What is not looked at on opening is found when it is asked for. */
  @Test
  @Tag("CHAIN-08")
  void open_makesAgain_whatWasFoundToBeDamagedWhenItWasRead() throws Exception {
    byte[] damaged = whole.clone();
    damaged[HistoryPartWriter.PREFIX + Frame.HEADER] ^= 1;
    damaged[whole.length / 2] ^= 1;
    Files.write(file, damaged);
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes()).isEmpty();
      LogException found = catchThrowableOfType(LogException.class, () -> assertComplete(chain));
      assertThat(found.reason()).isEqualTo(LogException.Reason.HISTORY);
      assertThat(chain.store.notes())
          .containsExactly(found.getMessage() + "; the history is made again at the next start");
      chain.take(List.of());
    }
    try (StoredChain chain = open()) {
      assertThat(chain.store.notes().get(0))
          .startsWith("the history is made again from the blocks, HISTORY: HISTORY: " + file);
      assertComplete(chain);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    assertOpensAsItIs();
  }

  @Test
  void open_removesTheOneFileOfEarlierVersions() throws Exception {
    Path single = Files.writeString(directory.resolve("history.mv"), "H:2,block:");
    assertOpensAsItIs();
    assertThat(single).doesNotExist();
    assertThat(files()).containsExactly(file);
  }
}
