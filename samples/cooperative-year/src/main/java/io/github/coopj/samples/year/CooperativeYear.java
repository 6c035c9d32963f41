package io.github.coopj.samples.year;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.chain.store.ChainStore;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.samples.year.data.BadRowsException;
import io.github.coopj.samples.year.data.OnBadRow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Founds a cooperative and takes it through its first year on the chain in process: {@code CooperativeYear --help} tells
 * the options. Equal input gives equal blocks.
 */
@Command(
    name = "cooperative-year",
    mixinStandardHelpOptions = true,
    description =
        "Founds a cooperative and takes it through its first year on the chain in process.")
public final class CooperativeYear implements Callable<Integer> {
  /** Exit code after bad input; nothing was done. */
  static final int BAD_INPUT = 2;

  /** Exit code if a check at the end fails. */
  static final int NOT_PROVEN = 1;

  /** Exit code if the year had begun and could not go on, for example because the disk is full. */
  static final int STOPPED = 3;

  private static final Instant START = Instant.parse("2026-01-12T06:00:00Z");

  @Option(
      names = "--data",
      description =
          "folder with charter.json, members.csv, contributions.csv (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--out",
      description =
          "folder for the block log and the reports, made anew (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("target", "year");

  @Option(
      names = "--on-bad-row",
      description =
          "${COMPLETION-CANDIDATES}: refuse a file with bad rows, or leave them out (default: ${DEFAULT-VALUE})")
  private OnBadRow onBadRow = OnBadRow.STOP;

  private final PrintStream console;
  private final PrintStream progress;

  CooperativeYear(PrintStream console, PrintStream progress) {
    this.console = console;
    this.progress = progress;
  }

  /**
   * Runs the program.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(console, System.err, args));
  }

  /** Runs the program and returns its exit code. */
  static int run(PrintStream console, PrintStream progress, String... args) {
    return new CommandLine(new CooperativeYear(console, progress))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  @Override
  public Integer call() {
    Journal journal = new Journal(console, progress);
    Input input;
    Path log;
    try {
      input = Input.read(data, onBadRow);
      log = freshLog(out);
    } catch (BadRowsException e) {
      e.problems().forEach(problem -> progress.println(problem));
      progress.println("Nothing was done. --on-bad-row=skip leaves bad rows out.");
      return BAD_INPUT;
    } catch (InvalidValueException | UncheckedIOException e) {
      progress.println("Nothing was done: " + e.getMessage());
      return BAD_INPUT;
    }
    input.problems().forEach(problem -> journal.say("left out: " + problem));
    try {
      return live(input, log, journal) ? 0 : NOT_PROVEN;
    } catch (CoopException | UncheckedIOException e) {
      progress.println("The year stopped: " + e.getMessage());
      progress.println("What was done until then is in " + log + ".");
      return STOPPED;
    }
  }

  private boolean live(Input input, Path log, Journal journal) {
    VirtualClock clock = new VirtualClock(START);
    Genesis genesis = Genesis.of(TimePoint.of(START), Boot.producerKeys().get(0).publicKey());
    ChainOptions options = ChainOptions.builder()
        .genesis(genesis)
        .catalog(CooperativeContracts.catalog())
        .clock(clock)
        .producers(Boot.producerKeys())
        .store(StoreOptions.in(out))
        .build();
    Year.Result result;
    try (LocalChain chain = LocalChain.open(options)) {
      World world = new World(chain, clock, input.charter(), journal, World::deriveKey);
      result = new Year(world, input, out).live();
    }
    Proof proof = new Proof(journal);
    LocalChain.Replayed replayed =
        journal.stage("replay", journal.countedBlocks(), () -> proof.replay(log));
    journal.say("damaged copy of the log: " + proof.damage(log));
    journal.say("digest: " + result.digest());
    journal.say("replayed: " + replayed.stateDigest());
    journal.say(
        "funds balanced: " + (result.findings().isEmpty() ? "yes" : "no, " + result.findings()));
    return result.findings().isEmpty() && result.digest().equals(replayed.stateDigest());
  }

  /** The log of a chain that is not there; an older chain is removed, and nothing else. */
  private static Path freshLog(Path folder) {
    try {
      Files.createDirectories(folder);
      ChainStore.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve(ChainStore.LOG);
  }
}
