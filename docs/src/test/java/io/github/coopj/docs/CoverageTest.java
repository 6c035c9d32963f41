package io.github.coopj.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.coopj.docs.fixture.coverage.Tagged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/coverage.md");

  /** What Surefire runs without being told; a test class named otherwise is silently skipped. */
  private static final Pattern RUN_BY_SUREFIRE = Pattern.compile("Test.*|.*Tests?|.*TestCase");

  @Test
  void catalogue_isComplete_andHasNoIdTwice() {
    List<String> ids = CoveragePage.ids(Repository.read("docs/requirements.md"));
    assertThat(ids).hasSize(367).doesNotHaveDuplicates();
  }

  @Test
  void page_isFresh_afterBuildingAllModules() throws IOException {
    List<String> ids = CoveragePage.ids(Repository.read("docs/requirements.md"));
    String expected = CoveragePage.write(ids, CoveragePage.testsByTag(tests()));
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.exists(PAGE) ? Repository.read(PAGE) : "")
        .as(
            "docs/coverage.md is stale; write it anew with mvn -B -ntp verify -Dcoverage.write=true")
        .isEqualTo(expected);
  }

  @Test
  void tags_nameRows_ofTheCatalogue() {
    SortedMap<String, SortedSet<String>> byTag = CoveragePage.testsByTag(tests());
    assertThat(unknownTags(byTag)).isEmpty();
  }

  @Test
  void unknownTags_areFound_besideKnownOnes() {
    SortedMap<String, SortedSet<String>> byTag = new TreeMap<>();
    byTag.put("MEET-18", new TreeSet<>(List.of("QuorumTest")));
    byTag.put("MEET-99", new TreeSet<>(List.of("QuorumTest")));
    byTag.put("slow", new TreeSet<>(List.of("LongTest")));
    assertThat(unknownTags(byTag)).containsExactly("MEET-99 of [QuorumTest]", "slow of [LongTest]");
  }

  @Test
  void tags_areRead_fromClassesMethodsAndRepetitions() {
    Iterable<JavaClass> fixture = new ClassFileImporter().importPackagesOf(Tagged.class);
    List<JavaClass> classes = new ArrayList<>();
    fixture.forEach(classes::add);
    assertThat(CoveragePage.testsByTag(classes))
        .isEqualTo(Map.of(
            "ON-01", new TreeSet<>(List.of("Tagged")),
            "ON-02", new TreeSet<>(List.of("Tagged")),
            "ON-03", new TreeSet<>(List.of("Tagged")),
            "ON-04", new TreeSet<>(List.of("Tagged"))));
  }

  @Test
  void write_listsWhatIsOpen_andCountsByArea() {
    String page = CoveragePage.write(
        List.of("ACC-01", "ACC-02", "MEET-01"),
        Map.of("ACC-02", List.of("AccountNamesTest", "NameTest")));
    assertThat(page)
        .contains("**1 of 3** rows")
        .contains("| ACC | 1 | 2 |\n| MEET | 0 | 1 |\n")
        .contains("| ACC-02 | AccountNamesTest, NameTest |\n")
        .endsWith("## Without tests\n\n- ACC: ACC-01\n- MEET: MEET-01\n");
  }

  @Test
  void testClasses_areRun_bySurefireAndNotSwitchedOff() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass test : tests()) {
      if (CoveragePage.hasTests(test)
          && !test.getModifiers().contains(JavaModifier.ABSTRACT)
          && !RUN_BY_SUREFIRE.matcher(CoveragePage.topLevelName(test)).matches()) {
        wrong.add(test.getName() + " is not run, its name does not end in Test");
      }
      if (test.isAnnotatedWith(Disabled.class)
          || test.getMethods().stream()
              .anyMatch(method -> method.isAnnotatedWith(Disabled.class))) {
        wrong.add(test.getName() + " is switched off");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> unknownTags(SortedMap<String, SortedSet<String>> byTag) {
    List<String> ids = CoveragePage.ids(Repository.read("docs/requirements.md"));
    return byTag.entrySet().stream()
        .filter(entry -> !ids.contains(entry.getKey()))
        .map(entry -> entry.getKey() + " of " + entry.getValue())
        .toList();
  }

  /** All test classes but the planted ones. */
  private static List<JavaClass> tests() {
    return CoveragePage.tests(Repository.all()).stream()
        .filter(test -> !test.getPackageName().startsWith("io.github.coopj.docs.fixture"))
        .toList();
  }
}
