package io.github.coopj.testkit.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs files of conformance vectors: {@code ConformanceRunner [--allow-unsupported] DIR [DIR...]}.
 *
 * <p>Every {@code *.json} in the directories themselves is a suite: an object with {@code suite}, {@code cases} and the
 * number of cases in {@code count}. A case has an {@code id}, an {@code op}, inputs and expected values; one with
 * {@code error} must be refused. Printed are one line per suite with passed and all cases, the failing ids with expected
 * and got, the cases that no op can run, and last {@code TOTAL passed/all unsupported n}.
 *
 * <p>A case passes only if every one of its fields was an input, was compared, or is known to say nothing to coopJ, so a
 * misspelt expectation fails. What cannot be run is counted and not passed.
 */
public final class ConformanceRunner {
  /** Everything passed. */
  public static final int OK = 0;

  /** A case failed, a file cannot be read, or a case cannot be run and that was not allowed. */
  public static final int FAILED = 1;

  /** The arguments make no sense, or the directories hold no vectors. */
  public static final int USAGE = 2;

  private static final String ALLOW_UNSUPPORTED = "--allow-unsupported";
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final PrintWriter out;
  private int passed;
  private int failed;
  private int unsupported;

  private ConformanceRunner(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs the vectors, prints to standard output and ends the JVM with the exit code.
   *
   * @param args option and directories
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    int code = run(out, args);
    out.flush();
    System.exit(code);
  }

  /**
   * Runs the vectors without ending the JVM.
   *
   * @param out where to print
   * @param args {@code --allow-unsupported} if cases that cannot be run shall not count as a failure, and directories
   * @return {@link #OK}, {@link #FAILED} or {@link #USAGE}
   */
  public static int run(PrintWriter out, String... args) {
    List<String> directories = new ArrayList<>(Arrays.asList(args));
    boolean allowUnsupported = directories.remove(ALLOW_UNSUPPORTED);
    if (directories.isEmpty() || directories.stream().anyMatch(each -> each.startsWith("--"))) {
      out.println("usage: ConformanceRunner [" + ALLOW_UNSUPPORTED + "] DIR [DIR...]");
      return USAGE;
    }
    List<Path> files = new ArrayList<>();
    for (String directory : directories) {
      try (Stream<Path> all = Files.list(Path.of(directory))) {
        all.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
      } catch (IOException e) {
        out.println("cannot read the directory " + directory + ": " + e);
        return USAGE;
      }
    }
    if (files.isEmpty()) {
      out.println("no *.json in " + directories);
      return USAGE;
    }
    return new ConformanceRunner(out).runAll(files, allowUnsupported);
  }

  private int runAll(List<Path> files, boolean allowUnsupported) {
    Library library = new Library();
    List<Suite> suites = new ArrayList<>();
    for (Path file : files) {
      try {
        JsonNode json = JSON.readTree(Files.readAllBytes(file));
        library.add(json);
        suites.add(new Suite(json.path("suite").asString(file.toString()), json, library));
      } catch (IOException | JacksonException e) {
        failed++;
        out.println(file + " 0/1");
        out.println("  expected a file of vectors, got " + e.getMessage());
      }
    }
    suites.forEach(this::run);
    out.println(
        "TOTAL " + passed + "/" + (passed + failed + unsupported) + " unsupported " + unsupported);
    return failed == 0 && (unsupported == 0 || allowUnsupported) ? OK : FAILED;
  }

  private void run(Suite suite) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> missing = new LinkedHashMap<>();
    Ops ops = new Ops();
    List<Case> cases = suite.cases();
    int good = 0;
    int bad = 0;
    int unable = 0;
    for (Case c : cases) {
      Result result = ops.check(c);
      switch (result.kind()) {
        case PASSED -> good++;
        case FAILED -> {
          bad++;
          lines.add("  " + c.id() + " " + c.op() + ": expected " + result.expected() + "; got "
              + result.got());
        }
        case UNSUPPORTED -> {
          unable++;
          missing.merge(c.op() + ": " + result.got(), 1, Integer::sum);
        }
      }
    }
    String counted = suite.shared("count").map(JsonNode::toString).orElse("no number");
    if (cases.isEmpty() || !counted.equals(Integer.toString(cases.size()))) {
      bad++;
      lines.add("  the file: expected count " + counted + "; got " + cases.size() + " cases");
    }
    out.println(suite.name() + " " + good + "/" + (good + bad + unable)
        + (unable == 0 ? "" : " unsupported " + unable));
    lines.forEach(out::println);
    missing.forEach((why, times) -> out.println("  unsupported " + why + " (" + times + ")"));
    passed += good;
    failed += bad;
    unsupported += unable;
  }
}
