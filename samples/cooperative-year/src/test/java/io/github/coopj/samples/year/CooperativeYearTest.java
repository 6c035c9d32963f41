package io.github.coopj.samples.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.Transaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives the year of the first sixty applicants; the whole file takes longer than a test should. */
class CooperativeYearTest {
  private static final int MEMBERS = 60;

  @TempDir
  static Path folder = Path.of("");

  private static Run first = new Run(-1, "", "");

  private record Run(int exitCode, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    String after(String label) {
      return lines().stream()
          .filter(line -> line.startsWith(label))
          .map(line -> line.substring(label.length()))
          .findFirst()
          .orElse("");
    }
  }

  @BeforeAll
  static void liveTheYearOnce() throws IOException {
    writeSmallInput(folder.resolve("data"));
    first = run("data", "first");
  }

  private static void writeSmallInput(Path to) throws IOException {
    Files.createDirectories(to);
    Path from = Path.of("data");
    Files.copy(from.resolve("charter.json"), to.resolve("charter.json"));
    List<String> members = Files.readAllLines(from.resolve("members.csv")).subList(0, MEMBERS + 1);
    Files.write(to.resolve("members.csv"), members);
    Set<String> accounts =
        members.stream().map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
    Files.write(
        to.resolve("contributions.csv"),
        Files.readAllLines(from.resolve("contributions.csv")).stream()
            .filter(line -> line.startsWith("date,") || accounts.contains(line.split(",", 3)[1]))
            .toList());
  }

  private static Run run(String data, String out, String... more) {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of(
        "--data", folder.resolve(data).toString(), "--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    int code = CooperativeYear.run(
        new PrintStream(console, true, StandardCharsets.UTF_8),
        new PrintStream(progress, true, StandardCharsets.UTF_8),
        args.toArray(new String[0]));
    return new Run(
        code, console.toString(StandardCharsets.UTF_8), progress.toString(StandardCharsets.UTF_8));
  }

  private static Path log() {
    return folder.resolve("first").resolve("blocks.log");
  }

  @Test
  @Tag("PLAT-01")
  void run_endsWithEqualDigests_andBalancedFunds() {
    assertThat(first.exitCode()).describedAs(first.err()).isZero();
    List<String> lines = first.lines();
    assertThat(lines.subList(lines.size() - 3, lines.size()))
        .containsExactly(
            "digest: " + first.after("digest: "),
            "replayed: " + first.after("digest: "),
            "funds balanced: yes");
    assertThat(first.after("digest: ")).matches("[0-9a-f]{64}");
  }

  /** Of the sixty members five are businesses of other members, who vote once (decision 0020). */
  @Test
  void run_tellsTheArithmeticOfBothCycles() {
    assertThat(first.lines())
        .contains(
            "cycle 1: present 38 of 55, required 42, no quorum",
            "cycle 2: present 34 of 55, required 28, held");
  }

  @Test
  void run_showsTheDamagedBlock_ofACopyOfTheLog() {
    assertThat(first.after("damaged copy of the log: "))
        .matches("DAMAGED_BLOCK: .*blocks\\.log, block \\d+ at byte \\d+: .*");
  }

  @Test
  void run_writesMinutesRegisterAndStatement() throws IOException {
    Path out = folder.resolve("first");
    assertThat(Files.readString(out.resolve("minutes.html")))
        .contains("<html", "Потребительское общество «Заря»");
    assertThat(Files.readAllLines(out.resolve("register.csv"))).hasSize(MEMBERS + 1);
    assertThat(Files.readAllLines(out.resolve("funds.csv")))
        .anyMatch(line -> line.startsWith("86.1,Indivisible fund,"));
  }

  @Test
  @Tag("SC-07")
  void run_givesTheSameDigest_fromTheSameInput() {
    assertThat(run("data", "second").after("digest: ")).isEqualTo(first.after("digest: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"castballot", "vote", "contribute"})
  @Tag("CHAIN-10")
  @Tag("PLAT-03")
  @Tag("ARCH-05")
  void replay_namesBlockAndTransaction_whenARecordedActionIsChanged(String action) {
    Path changed = folder.resolve("changed-" + action + ".log");
    Change change = rewrite(Name.of(action), changed);
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> LocalChain.replay(changed, CooperativeContracts.catalog(), block -> {}))
        .withMessageContaining("block " + change.block() + " ")
        .withMessageContaining("transaction " + change.transaction() + " ");
  }

  private record Change(long block, int transaction) {}

  /** Copies the log with the last byte of the first such action changed, every checksum of the file in order. */
  private static Change rewrite(Name action, Path to) {
    List<SignedBlock> blocks = new ArrayList<>();
    Genesis genesis = BlockLog.read(log(), blocks::add);
    Change change = new Change(0, 0);
    try (BlockLog copy = BlockLog.open(to, genesis, block -> {})) {
      for (SignedBlock block : blocks) {
        int index = change.block() == 0 ? find(block, action) : -1;
        if (index >= 0) {
          change = new Change(block.number(), index + 1);
        }
        copy.append(index < 0 ? block : changed(block, index, action));
      }
    }
    assertThat(change.block()).isPositive();
    return change;
  }

  private static int find(SignedBlock block, Name action) {
    for (int i = 0; i < block.transactions().size(); i++) {
      if (block.transactions().get(i).transaction().unpack().actions().stream()
          .anyMatch(candidate -> candidate.name().equals(action))) {
        return i;
      }
    }
    return -1;
  }

  private static SignedBlock changed(SignedBlock block, int index, Name name) {
    List<TransactionReceipt> receipts = new ArrayList<>(block.transactions());
    TransactionReceipt receipt = receipts.get(index);
    PackedTransaction packed = receipt.transaction();
    Transaction transaction = packed.unpack();
    List<Action> actions = transaction.actions().stream()
        .map(action -> action.name().equals(name) ? changed(action) : action)
        .toList();
    Transaction other = new Transaction(
        transaction.header(), transaction.contextFreeActions(), actions, transaction.extensions());
    receipts.set(
        index,
        new TransactionReceipt(
            receipt.cpuUsageUs(),
            receipt.netUsageWords(),
            new PackedTransaction(
                packed.signatures(),
                packed.compression(),
                packed.packedContextFreeData(),
                Bytes.of(other.pack()))));
    return new SignedBlock(block.header(), block.producerSignature(), receipts, block.extensions());
  }

  private static Action changed(Action action) {
    byte[] data = action.data().toArray();
    data[data.length - 1] ^= 1;
    return new Action(action.account(), action.name(), action.authorization(), Bytes.of(data));
  }

  @Test
  void run_refusesBadRows_andDoesNothing_unlessToldToSkipThem() throws IOException {
    Path bad = folder.resolve("bad");
    writeSmallInput(bad);
    Path members = bad.resolve("members.csv");
    Files.writeString(
        members, Files.readString(members) + "BAD,individual,Ершов,Пётр,,,,1980-01-31,1,,,\n");
    Run stopped = run("bad", "stopped");
    assertThat(stopped.exitCode()).isEqualTo(CooperativeYear.BAD_INPUT);
    assertThat(stopped.err()).contains("members.csv:" + (MEMBERS + 2) + ": account:");
    assertThat(folder.resolve("stopped")).doesNotExist();
    Run skipped = run("bad", "skipped", "--on-bad-row", "skip");
    assertThat(skipped.exitCode()).describedAs(skipped.err()).isZero();
    assertThat(skipped.out()).contains("left out: members.csv:" + (MEMBERS + 2) + ": account:");
    assertThat(skipped.after("digest: ")).isEqualTo(first.after("digest: "));
  }

  @Test
  void run_saysThatItStopped_onceTheYearHasBegun() throws IOException {
    Files.createDirectories(folder.resolve("blocked").resolve("minutes.html"));
    Run run = run("data", "blocked");
    assertThat(run.exitCode()).isEqualTo(CooperativeYear.STOPPED);
    assertThat(run.err())
        .contains("The year stopped: ", "minutes.html", "What was done until then is in ")
        .doesNotContain("Nothing was done");
  }

  @Test
  void run_saysWhatIsMissing_whenThereIsNoInput() {
    Run run = run("nowhere", "nothing");
    assertThat(run.exitCode()).isEqualTo(CooperativeYear.BAD_INPUT);
    assertThat(run.err()).contains("charter.json");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }
}
