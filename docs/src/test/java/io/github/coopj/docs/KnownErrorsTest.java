package io.github.coopj.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of errors that others made names fifteen, each with tests that are there. */
class KnownErrorsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (I[0-9]+) \\|.*$");
  private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)#(\\w+)`");

  private static SortedMap<String, List<String>> tests(String page) {
    SortedMap<String, List<String>> byError = new TreeMap<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      List<String> named = new ArrayList<>();
      Matcher reference = REFERENCE.matcher(row.group());
      while (reference.find()) {
        named.add(reference.group(1) + "#" + reference.group(2));
      }
      byError.put(row.group(1), named);
    }
    return byError;
  }

  private static Set<String> methods() {
    Set<String> methods = new TreeSet<>();
    for (JavaClass test : CoveragePage.tests(Repository.all())) {
      for (JavaMethod method : test.getMethods()) {
        if (CoveragePage.isTest(method)) {
          methods.add(test.getSimpleName() + "#" + method.getName());
        }
      }
    }
    return methods;
  }

  @Test
  void everyError_hasTests_thatAreThere() {
    SortedMap<String, List<String>> byError = tests(Repository.read("docs/known-errors.md"));
    assertThat(byError.keySet())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 15).mapToObj(number -> "I" + number).toList());
    assertThat(byError.values()).noneMatch(List::isEmpty);
    Set<String> methods = methods();
    assertThat(byError.values().stream().flatMap(List::stream)).allMatch(methods::contains);
  }

  @Test
  void missingTest_isFound_besideOneThatIsThere() {
    String page =
        "| I1 | x | y | `KnownErrorsTest#everyError_hasTests_thatAreThere`, `NoTest#no` |";
    assertThat(tests(page).get("I1"))
        .filteredOn(test -> !methods().contains(test))
        .containsExactly("NoTest#no");
  }
}
