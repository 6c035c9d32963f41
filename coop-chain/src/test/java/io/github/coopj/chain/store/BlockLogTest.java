package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.time.TimePoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockLogTest {
  private static final int HEADER = 12;
  private static final Genesis GENESIS = TestChain.GENESIS;
  private static final List<SignedBlock> BLOCKS;

  static {
    TestChain chain = new TestChain();
    for (int i = 0; i < 4; i++) {
      chain.produce();
    }
    BLOCKS = chain.blocks();
  }

  @TempDir
  private Path directory;

  private Path file = Path.of("");
  private byte[] bytes = new byte[0];
  /** Where genesis and each block begin, and where the last ends. */
  private final List<Integer> frames = new ArrayList<>();

  @BeforeEach
  void aLogOfFiveBlocks() throws IOException {
    file = directory.resolve("new/blocks.log");
    try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
      BLOCKS.forEach(log::append);
      log.sync();
      assertThat(log.blocks()).isEqualTo(5);
    }
    bytes = Files.readAllBytes(file);
    for (int at = 12; at < bytes.length; at += HEADER + ByteBuffer.wrap(bytes).getInt(at)) {
      frames.add(at);
    }
    frames.add(bytes.length);
    assertThat(frames).hasSize(7);
  }

  @Test
  void open_handsOverTheBlocks_andGoesOnBehindThem() {
    List<SignedBlock> seen = new ArrayList<>();
    try (BlockLog log = BlockLog.open(file, GENESIS, seen::add)) {
      assertThat(seen).isEqualTo(BLOCKS);
      assertThat(log.blocks()).isEqualTo(5);
      assertThat(log.tornBytes()).isZero();
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> log.append(BLOCKS.get(4)))
          .withMessage("the log goes on with block 7, got 6");
    }
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void read_givesGenesisAndBlocks_withoutAskingForTheLog() {
    List<SignedBlock> seen = new ArrayList<>();
    try (BlockLog open = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
      assertThat(BlockLog.read(file, seen::add)).isEqualTo(GENESIS);
      assertThat(BlockLog.readGenesis(file)).isEqualTo(GENESIS);
      assertThat(open.blocks()).isEqualTo(5);
    }
    assertThat(seen).isEqualTo(BLOCKS);
  }

  @Test
  void open_cutsATornTail_ofEveryLength() throws IOException {
    int last = frames.get(5);
    for (int length = 1; length < bytes.length - last; length++) {
      writeCopy(Arrays.copyOf(bytes, last + length));
      List<SignedBlock> read = new ArrayList<>();
      BlockLog.read(file, read::add);
      assertThat(read).isEqualTo(BLOCKS.subList(0, 4));

      List<SignedBlock> seen = new ArrayList<>();
      try (BlockLog log = BlockLog.open(file, GENESIS, seen::add)) {
        assertThat(log.tornBytes()).isEqualTo(length);
        assertThat(log.blocks()).isEqualTo(4);
        assertThat(seen).isEqualTo(BLOCKS.subList(0, 4));
        log.append(BLOCKS.get(4));
      }
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  @Test
  void open_cutsATailOfZeros() throws IOException {
    for (int zeros : new int[] {1, 3, 4, 11, 12, 13, 100, 4096, 20_000}) {
      writeCopy(Arrays.copyOf(bytes, bytes.length + zeros));
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        assertThat(log.tornBytes()).isEqualTo(zeros);
        assertThat(log.blocks()).isEqualTo(5);
      }
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  /** The last frame in every state in which a machine may leave it: what is beyond the durable length is no damage. */
  @Test
  @Tag("CHAIN-10")
  void open_cutsABadFrame_beyondWhatWasDurable() throws IOException {
    int last = frames.get(5);
    Files.write(file, Arrays.copyOf(bytes, last));
    Files.delete(DurableMark.of(file));
    BlockLog.open(file, GENESIS, BlockLogTest::none).close();
    byte[] mark = Files.readAllBytes(DurableMark.of(file));
    List<byte[]> tails = new ArrayList<>();
    for (int at = last; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      tails.add(flipped);
      byte[] zeroed = bytes.clone();
      Arrays.fill(zeroed, at, bytes.length, (byte) 0);
      tails.add(zeroed);
      byte[] late = bytes.clone();
      Arrays.fill(late, last, at + 1, (byte) 0);
      tails.add(late);
      tails.add(Arrays.copyOf(flipped, bytes.length + 300));
    }
    tails.removeIf(tail -> Arrays.equals(tail, bytes));
    for (byte[] tail : tails) {
      Files.write(file, tail);
      Files.write(DurableMark.of(file), mark);
      List<SignedBlock> read = new ArrayList<>();
      BlockLog.read(file, read::add);
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        assertThat(log.blocks()).isEqualTo(read.size());
        assertThat(log.blocks()).isBetween(4L, 5L);
        assertThat(log.tornBytes()).isPositive();
        if (log.blocks() == 4) {
          log.append(BLOCKS.get(4));
        }
      }
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  @Test
  @Tag("CHAIN-10")
  void open_namesTheBlock_thatWasDurableAndIsMissing() throws IOException {
    for (int length = frames.get(1); length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      int missing = 1;
      while (missing < 6 && frames.get(missing + 1) <= length) {
        missing++;
      }
      assertThat(refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS))
          .hasMessageContaining("block " + (missing + 1) + " at byte " + frames.get(missing))
          .hasMessageContaining("it had " + bytes.length + " bytes and 5 blocks");
    }
    Files.delete(file);
    assertThat(refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS))
        .hasMessageContaining(file + " is not there; it had 5 blocks");
  }

  @Test
  void open_believesTheOtherPlaceOfTheMark_whenOneIsTorn() throws IOException {
    byte[] mark = Files.readAllBytes(DurableMark.of(file));
    for (int at = 0; at < mark.length; at++) {
      byte[] torn = mark.clone();
      torn[at] ^= 1;
      Files.write(DurableMark.of(file), torn);
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        assertThat(log.blocks()).isEqualTo(5);
        assertThat(log.tornBytes()).isZero();
      }
    }
  }

  @Test
  void block_isFoundByNumber_withAnyIndex() throws IOException {
    byte[] index = Files.readAllBytes(BlockIndex.of(file));
    assertThat(index).hasSize(5 * 8);
    byte[] wrong = index.clone();
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = (byte) (wrong[i] + 3);
    }
    byte[] shifted = Arrays.copyOfRange(index, 8, 40);
    for (byte[] each : List.of(index, wrong, shifted, new byte[0], new byte[100])) {
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        Files.write(BlockIndex.of(file), each);
        for (SignedBlock block : BLOCKS) {
          assertThat(log.block(block.number())).contains(block);
        }
        assertThat(log.block(1)).isEmpty();
        assertThat(log.block(7)).isEmpty();
      }
      assertThat(BlockIndex.of(file))
          .hasBinaryContent(each.length == 100 ? Arrays.copyOf(index, 100) : index);
    }
  }

  @Test
  @Tag("CHAIN-10")
  void block_isRefused_whenItIsDamaged() throws IOException {
    try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
      bytes[frames.get(3) + 40] ^= 1;
      Files.write(file, bytes);
      assertThat(log.block(3)).contains(BLOCKS.get(1));
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> log.block(4))
          .withMessageContaining("block 4 at byte " + frames.get(3));
    }
  }

  @Test
  void rewind_takesBlocksBack_andTheLogGoesOnFromThere() throws IOException {
    for (int last = 1; last <= 6; last++) {
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        log.rewind(last);
        assertThat(log.lastBlock()).isEqualTo(last);
        assertThat(log.durableBlock()).isEqualTo(last);
        assertThat(log.block(last + 1)).isEmpty();
      }
      assertThat(file).hasBinaryContent(Arrays.copyOf(bytes, frames.get(last)));
      try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
        assertThat(log.lastBlock()).isEqualTo(last);
        BLOCKS.subList(last - 1, 5).forEach(log::append);
        int beyond = last;
        assertThat(log.durableBlock()).isEqualTo(last);
        assertThat(log.block(last + 1)).isEmpty();
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> log.rewind(7))
            .withMessage("the log has blocks up to 6, it cannot end with block 7");
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> log.rewind(0));
        assertThat(beyond).isBetween(1, 6);
      }
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  /** A frame with right checksums whose block could be written shorter. */
  @Test
  @Tag("ARCH-05")
  @Tag("CHAIN-10")
  void read_namesTheBlock_whoseBytesAreNotInTheirOneForm() throws IOException {
    byte[] packed = BLOCKS.get(4).pack();
    assertThat(packed[packed.length - 1]).isZero();
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    longer[packed.length - 1] = (byte) 0x80;
    byte[] changed = Arrays.copyOf(bytes, frames.get(5) + HEADER + longer.length);
    System.arraycopy(Frame.of(longer), 0, changed, frames.get(5), HEADER + longer.length);
    Files.write(file, changed);

    assertThat(refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS))
        .hasMessageContaining("block 6 at byte " + frames.get(5));
  }

  @Test
  void append_isNotHarmed_byAnInterruptedThread() throws IOException {
    Path other = directory.resolve("other/blocks.log");
    Thread.currentThread().interrupt();
    try (BlockLog log = BlockLog.open(other, GENESIS, BlockLogTest::none)) {
      for (SignedBlock block : BLOCKS) {
        log.append(block);
        log.sync();
        assertThat(log.block(block.number())).contains(block);
      }
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Files.readAllBytes(other)).isEqualTo(bytes);
  }

  /** Closing another handle of a file lets its lock go on POSIX; so nothing but the lock is in the locked file. */
  @Test
  void open_isRefusedToAnotherProcess_alsoAfterTheLogWasReadHere() throws Exception {
    try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
      BlockLog.read(file, BlockLogTest::none);
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
      try (BlockLogProcess other = new BlockLogProcess(file)) {
        assertThat(other.said()).isEqualTo("IN_USE");
      }
      assertThat(log.blocks()).isEqualTo(5);
    }
    try (BlockLogProcess other = new BlockLogProcess(file)) {
      assertThat(other.said()).isEqualTo("blocks 5");
      assertThat(refused(LogException.Reason.IN_USE, file, GENESIS))
          .hasMessageContaining(BlockLog.LOCK + " is held by another process");
    }
    BlockLog.open(file, GENESIS, BlockLogTest::none).close();
  }

  /** A child JVM with the log open, ended when it is closed. */
  private static final class BlockLogProcess implements AutoCloseable {
    private final Process process;

    BlockLogProcess(Path file) throws IOException {
      process = ChildJvm.start(LogHolder.class, file.toString());
    }

    String said() throws IOException {
      return String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.onExit().join();
    }
  }

  @Test
  void open_beginsAnew_whenTheBeginningIsTorn() throws IOException {
    byte[] start = Arrays.copyOf(bytes, frames.get(1));
    for (int length = 0; length < start.length; length++) {
      for (int lost = 0; lost <= length; lost += 7) {
        byte[] there = Arrays.copyOf(bytes, length);
        Arrays.fill(there, length - lost, length, (byte) 0);
        writeCopy(there);
        try (BlockLog log = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
          assertThat(log.tornBytes()).isEqualTo(length);
          assertThat(log.blocks()).isZero();
        }
        assertThat(file).hasBinaryContent(start);
      }
    }
  }

  @Test
  @Tag("ARCH-05")
  @Tag("CHAIN-10")
  void read_namesTheBlock_ofAnyByteThatIsAnother() throws IOException {
    for (int at = 0; at < bytes.length; at++) {
      for (int flip : new int[] {0x01, 0xff}) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) flip;
        Files.write(file, changed);
        List<SignedBlock> seen = new ArrayList<>();
        LogException refusal =
            catchThrowableOfType(LogException.class, () -> BlockLog.read(file, seen::add));
        assertThat(refusal).as("byte %d", at).isNotNull();
        if (at < frames.get(0)) {
          assertThat(refusal.reason()).isEqualTo(LogException.Reason.NOT_A_LOG);
          continue;
        }
        int frame = 0;
        while (frames.get(frame + 1) <= at) {
          frame++;
        }
        String what = frame == 0 ? "genesis" : "block " + (frame + 1);
        assertThat(refusal.reason()).as("byte %d", at).isEqualTo(LogException.Reason.DAMAGED_BLOCK);
        assertThat(refusal).hasMessageContaining(", " + what + " at byte " + frames.get(frame));
        assertThat(seen).isEqualTo(BLOCKS.subList(0, Math.max(0, frame - 1)));
      }
    }
  }

  @Test
  @Tag("CHAIN-10")
  void open_leavesADamagedLogAsItIs() throws IOException {
    bytes[frames.get(3) + 40] ^= 1;
    Files.write(file, bytes);

    refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS);
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  @Tag("CHAIN-10")
  void read_namesTheBlock_thatIsMissingOrOutOfPlace() throws IOException {
    byte[] without = new byte[bytes.length - (frames.get(3) - frames.get(2))];
    System.arraycopy(bytes, 0, without, 0, frames.get(2));
    System.arraycopy(bytes, frames.get(3), without, frames.get(2), bytes.length - frames.get(3));
    Files.write(file, without);

    LogException refusal = refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS);
    assertThat(refusal)
        .hasMessageContaining("block 3 at byte")
        .hasMessageContaining("the block there says it is 4");
  }

  @Test
  void open_isRefused_whileTheLogIsOpen() {
    try (BlockLog first = BlockLog.open(file, GENESIS, BlockLogTest::none)) {
      refused(LogException.Reason.IN_USE, file, GENESIS);
      assertThat(first.blocks()).isEqualTo(5);
    }
    BlockLog.open(file, GENESIS, BlockLogTest::none).close();
  }

  @Test
  void open_isRefused_forAnotherGenesis() {
    Genesis other = Genesis.of(
        TimePoint.parse("2026-01-01T00:00:01"), TestChain.key("other").publicKey());

    LogException refusal = refused(LogException.Reason.OTHER_CHAIN, file, other);
    assertThat(refusal)
        .hasMessageContaining(other.chainId().toHex())
        .hasMessageContaining(GENESIS.chainId().toHex());
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void open_isRefused_forWhatIsNoLog() throws IOException {
    byte[] whole = bytes.clone();
    for (String text : List.of("x", "COOPJLOX", "something else that is longer than the start")) {
      writeCopy(text.getBytes(StandardCharsets.UTF_8));
      refused(LogException.Reason.NOT_A_LOG, file, GENESIS);
      assertThat(file).hasContent(text);
    }
    whole[11] = 2;
    Files.write(file, whole);
    refused(LogException.Reason.NOT_A_LOG, file, GENESIS);
  }

  @Test
  void open_isRefused_whereNoFileCanBe() throws IOException {
    refused(LogException.Reason.IO, directory, GENESIS);
    refused(LogException.Reason.IO, file.resolve("below/a/file.log"), GENESIS);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> BlockLog.read(directory.resolve("none.log"), BlockLogTest::none))
        .extracting(LogException::reason)
        .isEqualTo(LogException.Reason.IO);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> BlockLog.readGenesis(directory.resolve("none.log")));
    Path locked = Files.createDirectory(directory.resolve("locked"));
    if (locked.toFile().setWritable(false) && !Files.isWritable(locked)) {
      refused(LogException.Reason.IO, locked.resolve("blocks.log"), GENESIS);
    }
  }

  @Test
  void open_letsGoOfTheFile_whenABlockIsRefused() {
    for (Throwable fault : List.of(new IllegalStateException("no"), new AssertionError("no"))) {
      assertThatThrownBy(() -> BlockLog.open(file, GENESIS, block -> sneak(fault)))
          .isSameAs(fault);
      BlockLog.open(file, GENESIS, BlockLogTest::none).close();
    }
  }

  @Test
  void log_isOver_onceItIsClosed() {
    BlockLog log = BlockLog.open(directory.resolve("b.log"), GENESIS, BlockLogTest::none);
    log.close();
    log.close();

    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> log.append(BLOCKS.get(0)))
        .withMessageContaining("is closed");
    assertThatExceptionOfType(LogException.class).isThrownBy(log::sync);
  }

  @Test
  void open_doesNotBelieveALengthBeyondTheLimit() throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(4).putInt(BlockLog.MAX_FRAME + 1).flip());
    byte[] frame = ByteBuffer.allocate(HEADER)
        .putInt(BlockLog.MAX_FRAME + 1)
        .putInt((int) crc.getValue())
        .array();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + HEADER);
    System.arraycopy(frame, 0, longer, bytes.length, HEADER);
    writeCopy(longer);

    refused(LogException.Reason.DAMAGED_BLOCK, file, GENESIS);
  }

  /** A log without the files beside it, as a copy is. */
  private void writeCopy(byte[] content) throws IOException {
    Files.write(file, content);
    Files.deleteIfExists(DurableMark.of(file));
    Files.deleteIfExists(BlockIndex.of(file));
  }

  @CanIgnoreReturnValue
  private static LogException refused(LogException.Reason reason, Path file, Genesis genesis) {
    LogException refusal = catchThrowableOfType(
        LogException.class,
        () -> BlockLog.open(file, genesis, BlockLogTest::none).close());
    assertThat(refusal).as("must be refused with %s", reason).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
    return refusal;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable fault) throws T {
    throw (T) fault;
  }

  private static void none(SignedBlock block) {
    assertThat(block.number()).isGreaterThan(1);
  }
}
