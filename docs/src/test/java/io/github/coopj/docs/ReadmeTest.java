package io.github.coopj.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README prints is what the build compiled and ran. */
class ReadmeTest {
  private static final String BEGIN = "// README: begin";
  private static final String END = "// README: end";

  private static final Path SOURCES = Repository.ROOT.resolve("samples/first-steps/src/main/java");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void readme_isShort(String page) {
    assertThat(Repository.read(page).lines().count()).isLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void program_isTheOne_thatTheBuildCompiled(String page) {
    String region = region(Repository.read(source()));
    assertThat(block(page, "java")).isEqualTo(region);
    assertThat(region.lines().count()).isBetween(5L, 16L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void output_isWhatTheProgramPrints(String page) throws ReflectiveOperationException {
    assertThat(block(page, "text")).isEqualTo(run(className(source())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void commands_areTwo_andTheScriptRunsThem(String page) {
    List<String> commands =
        Repository.read(page).lines().filter(line -> line.startsWith("mvn ")).toList();
    assertThat(commands).hasSize(2);
    String script = Repository.read(".ci/run");
    assertThat(commands)
        .allSatisfy(command ->
            assertThat(script.lines().map(String::strip)).anyMatch(line -> line.contains(command)));
  }

  @Test
  void region_isCut_withoutItsIndentation() {
    String source =
        "class A {\n    // README: begin\n    int a;\n\n      int b;\n    // README: end\n}\n";
    assertThat(region(source)).isEqualTo("int a;\n\n  int b;\n");
  }

  private static String block(String page, String language) {
    List<String> texts = Markdown.blocks(Repository.read(page)).stream()
        .filter(block -> block.language().equals(language))
        .map(Markdown.Block::text)
        .toList();
    assertThat(texts).as("blocks of %s in %s", language, page).hasSize(1);
    return texts.get(0);
  }

  /** The one source with the marked region. */
  private static Path source() {
    List<Path> marked = new ArrayList<>();
    for (Path path : Repository.walk(SOURCES)) {
      if (path.toString().endsWith(".java") && Repository.read(path).contains(BEGIN)) {
        marked.add(path);
      }
    }
    assertThat(marked).as("sources with the region marked by %s", BEGIN).hasSize(1);
    return marked.get(0);
  }

  private static String region(String source) {
    int begin = source.indexOf('\n', source.indexOf(BEGIN)) + 1;
    int end = source.lastIndexOf('\n', source.indexOf(END)) + 1;
    assertThat(begin).isPositive().isLessThan(end);
    return source.substring(begin, end).stripTrailing().stripIndent() + "\n";
  }

  private static String className(Path source) {
    String relative = SOURCES.relativize(source).toString();
    return relative
        .substring(0, relative.length() - ".java".length())
        .replace('/', '.')
        .replace('\\', '.');
  }

  private static String run(String className) throws ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Class.forName(className).getMethod("main", String[].class).invoke(null, (Object)
          new String[0]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(className + " failed", e.getCause());
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
