package io.github.coopj.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceRunnerTest {
  private static final String RIGHT =
      "{\"id\":\"n-1\",\"op\":\"name.prefixSuffix\",\"in\":\"a.b\",\"prefix\":\"a\",\"suffix\":\"b\"}";
  private static final String WRONG = RIGHT.replace("n-1", "n-2").replace("\"b\"", "\"c\"");
  private static final String UNKNOWN = "{\"id\":\"n-3\",\"op\":\"name.rhyme\",\"in\":\"a\"}";

  @TempDir
  Path directory;

  private record Run(int code, List<String> lines) {}

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    int code = ConformanceRunner.run(new PrintWriter(out, true), args);
    return new Run(code, out.toString().lines().toList());
  }

  private Run runFile(String count, String... cases) throws IOException {
    return runText("{\"suite\":\"names\",\"count\":" + count + ",\"cases\":["
        + String.join(",", cases) + "]}");
  }

  private Run runText(String text) throws IOException {
    Files.writeString(directory.resolve("names.json"), text);
    return run(directory.toString());
  }

  @Test
  void run_passes_onOwnVectors() {
    Run run = run(OwnVectors.directory().toString());
    assertThat(run.lines())
        .allMatch(line -> line.matches("(TOTAL|\\w+) (\\d+)/\\2( unsupported 0)?"));
    assertThat(run.lines().get(run.lines().size() - 1))
        .startsWith("TOTAL ")
        .endsWith(" unsupported 0");
    assertThat(run.lines()).hasSizeGreaterThan(20);
    assertThat(run.code()).isEqualTo(ConformanceRunner.OK);
  }

  @Test
  void run_printsOneLinePerSuite_andTheTotalOverAllDirectories(@TempDir Path other)
      throws IOException {
    Files.writeString(
        other.resolve("b.json"), "{\"suite\":\"more\",\"count\":1,\"cases\":[" + RIGHT + "]}");
    Files.writeString(other.resolve("README.md"), "no vectors");
    Files.writeString(
        directory.resolve("a.json"),
        "{\"suite\":\"names\",\"count\":2,\"cases\":[" + RIGHT + "," + RIGHT + "]}");
    Run run = run(directory.toString(), other.toString());
    assertThat(run.lines()).containsExactly("names 2/2", "more 1/1", "TOTAL 3/3 unsupported 0");
    assertThat(run.code()).isEqualTo(ConformanceRunner.OK);
  }

  @Test
  void run_fails_namingTheCase_whatWasExpectedAndGot() throws IOException {
    Run run = runFile("2", RIGHT, WRONG);
    assertThat(run.lines())
        .containsExactly(
            "names 1/2",
            "  n-2 name.prefixSuffix: expected suffix \"c\"; got suffix \"b\"",
            "TOTAL 1/2 unsupported 0");
    assertThat(run.code()).isEqualTo(ConformanceRunner.FAILED);
  }

  @Test
  void run_countsWhatItCannotRun_andFails_unlessThatIsAllowed() throws IOException {
    Run run = runFile("3", RIGHT, UNKNOWN, UNKNOWN);
    assertThat(run.lines())
        .containsExactly(
            "names 1/3 unsupported 2",
            "  unsupported name.rhyme: no such op (2)",
            "TOTAL 1/3 unsupported 2");
    assertThat(run.code()).isEqualTo(ConformanceRunner.FAILED);
    Run allowed = run("--allow-unsupported", directory.toString());
    assertThat(allowed.lines()).isEqualTo(run.lines());
    assertThat(allowed.code()).isEqualTo(ConformanceRunner.OK);
  }

  @Test
  void run_fails_onAWrongCase_evenIfUnsupportedIsAllowed() throws IOException {
    runFile("2", WRONG, UNKNOWN);
    assertThat(run("--allow-unsupported", directory.toString()).code())
        .isEqualTo(ConformanceRunner.FAILED);
  }

  @Test
  void run_showsTheFirstFive_ofManyDifferences() throws IOException {
    Run run = runFile("1", """
        {"id":"p","op":"dpos.sequence","producers":["a"],"requiredConfirmations":1,
         "columns":["blockNum","slot","producer","confirmed","proposedLib","lib","confirmCountSize"],
         "steps":[[2,0,"a",9,9,9,9],[3,1,"a",0,3,9,9]]}""");
    assertThat(run.lines().get(1))
        .isEqualTo(
            "  p dpos.sequence: expected confirmed at block 2 \"9\", proposedLib at block 2 \"9\","
                + " lib at block 2 \"9\", confirmCountSize at block 2 \"9\", lib at block 3 \"9\" and 1 more;"
                + " got confirmed at block 2 \"1\", proposedLib at block 2 \"2\", lib at block 2 \"0\","
                + " confirmCountSize at block 2 \"0\", lib at block 3 \"2\" and 1 more");
  }

  @Test
  void run_countsErrors_thatCoopJDoesNotRaise_asUnsupported() throws IOException {
    Run run = runFile(
        "1", "{\"id\":\"e\",\"op\":\"errorCode\",\"code\":1,\"name\":\"n\",\"what\":\"w\"}");
    assertThat(run.lines())
        .contains("  unsupported errorCode: coopJ raises no error of this code (1)");
    assertThat(run.code()).isEqualTo(ConformanceRunner.FAILED);
  }

  @Test
  void run_fails_whenCasesAreMissingFromTheFile() throws IOException {
    for (String count : List.of("2", "0", "\"1\"", "null")) {
      Run run = runFile(count, RIGHT);
      assertThat(run.lines()).contains("names 1/2", "TOTAL 1/2 unsupported 0");
      assertThat(run.lines().get(1))
          .startsWith("  the file: expected count ")
          .endsWith("; got 1 cases");
      assertThat(run.code()).isEqualTo(ConformanceRunner.FAILED);
    }
    assertThat(runFile("0").code()).isEqualTo(ConformanceRunner.FAILED);
  }

  @Test
  void run_fails_onFilesThatAreNoVectors() throws IOException {
    for (String text : List.of("", "{", "[]", "7", "{\"suite\":\"x\",\"suite\":\"x\"}")) {
      Run run = runText(text);
      assertThat(run.lines()).last().asString().startsWith("TOTAL 0/1 ");
      assertThat(run.code()).as(text).isEqualTo(ConformanceRunner.FAILED);
    }
  }

  @Test
  void run_doesNotTake_aBrokenCase_forARefusal() throws IOException {
    Run run = runFile(
        "2",
        "{\"id\":\"h\",\"op\":\"abi.decode\",\"type\":\"uint8\",\"hex\":\"0g\",\"error\":\"any\"}",
        "{\"id\":\"i\",\"op\":\"name.fromString\",\"in\":7,\"error\":\"any\"}");
    assertThat(run.lines()).contains("names 0/2");
    assertThat(run.code()).isEqualTo(ConformanceRunner.FAILED);
  }

  @Test
  void run_fails_whenACaseComparesNothing() throws IOException {
    Run run = runFile("1", "{\"id\":\"h\",\"op\":\"hash\",\"inHex\":\"00\"}");
    assertThat(run.lines())
        .contains("  h hash: expected something to compare; got no expected value in the case");
  }

  @Test
  void run_explainsItsUse_whenArgumentsMakeNoSense() {
    assertThat(run().code()).isEqualTo(ConformanceRunner.USAGE);
    assertThat(run("--all", directory.toString()).lines())
        .containsExactly("usage: ConformanceRunner [--allow-unsupported] DIR [DIR...]");
    assertThat(run(directory.toString()).lines())
        .containsExactly("no *.json in [" + directory + "]");
    assertThat(run(directory.resolve("none").toString()).lines())
        .singleElement()
        .asString()
        .startsWith("cannot read the directory ");
  }
}
