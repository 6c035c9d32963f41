package io.github.coopj.docs;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** Which requirements have tests, read from the tags of compiled tests. */
final class CoveragePage {
  private static final Pattern ROW =
      Pattern.compile("^\\| ([A-Z]+-[0-9]{2}) \\|", Pattern.MULTILINE);

  private CoveragePage() {}

  /** Ids of the catalogue in the order of the page. */
  static List<String> ids(String requirements) {
    List<String> ids = new ArrayList<>();
    Matcher matcher = ROW.matcher(requirements);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /** Test classes of the modules whose source is still there. */
  static List<JavaClass> tests(List<Repository.Module> modules) {
    List<JavaClass> tests = new ArrayList<>();
    for (Repository.Module module : modules) {
      List<Path> built = Repository.built(List.of(module), true);
      JavaClasses classes = new ClassFileImporter().importPaths(built);
      for (JavaClass each : classes) {
        if (hasSource(module, each)) {
          tests.add(each);
        }
      }
    }
    return tests;
  }

  /** Incremental builds may leave class files of deleted tests behind. */
  private static boolean hasSource(Repository.Module module, JavaClass test) {
    return test.getSource()
        .flatMap(source -> source.getFileName())
        .map(name -> module
            .dir()
            .resolve("src/test/java/" + test.getPackageName().replace('.', '/') + "/" + name))
        .map(Files::exists)
        .orElse(false);
  }

  /** Simple names of the test classes by tag; a tag on a class counts only when the class has tests. */
  static SortedMap<String, SortedSet<String>> testsByTag(Collection<JavaClass> tests) {
    SortedMap<String, SortedSet<String>> byTag = new TreeMap<>();
    for (JavaClass test : tests) {
      SortedSet<String> tags = new TreeSet<>();
      boolean hasTests = false;
      for (JavaMethod method : test.getMethods()) {
        if (isTest(method)) {
          hasTests = true;
          tags.addAll(tagsOf(method));
        }
      }
      if (hasTests) {
        tags.addAll(tagsOf(test));
      }
      for (String tag : tags) {
        byTag.computeIfAbsent(tag, unused -> new TreeSet<>()).add(topLevelName(test));
      }
    }
    return byTag;
  }

  static boolean isTest(JavaMethod method) {
    return method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class);
  }

  static boolean hasTests(JavaClass test) {
    return test.getMethods().stream().anyMatch(CoveragePage::isTest);
  }

  private static List<String> tagsOf(HasAnnotations<?> annotated) {
    List<String> tags = new ArrayList<>();
    for (JavaAnnotation<?> annotation : annotated.getAnnotations()) {
      if (annotation.getRawType().isEquivalentTo(Tag.class)) {
        tags.add(annotation.as(Tag.class).value());
      } else if (annotation.getRawType().isEquivalentTo(Tags.class)) {
        for (Tag tag : annotation.as(Tags.class).value()) {
          tags.add(tag.value());
        }
      }
    }
    return tags;
  }

  static String topLevelName(JavaClass test) {
    String name = test.getName().substring(test.getPackageName().length() + 1);
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** The page as it should be committed. */
  static String write(List<String> ids, Map<String, ? extends Collection<String>> testsByTag) {
    Map<String, List<String>> areas = new LinkedHashMap<>();
    ids.forEach(
        id -> areas.computeIfAbsent(area(id), unused -> new ArrayList<>()).add(id));
    long covered = ids.stream().filter(testsByTag::containsKey).count();

    StringBuilder page = new StringBuilder();
    page.append("# Coverage of the requirements\n\n")
        .append(
            "Made by `CoverageTest` from the `@Tag`s of compiled tests; it fails when this page is stale. ")
        .append("Write it anew with `mvn -B -ntp verify -Dcoverage.write=true`.\n\n")
        .append("**")
        .append(covered)
        .append(" of ")
        .append(ids.size())
        .append("** rows of [requirements.md](requirements.md) have tests.\n\n")
        .append("| area | with tests | rows |\n|---|---:|---:|\n");
    areas.forEach((area, rows) -> page.append("| ")
        .append(area)
        .append(" | ")
        .append(rows.stream().filter(testsByTag::containsKey).count())
        .append(" | ")
        .append(rows.size())
        .append(" |\n"));

    page.append("\n## With tests\n\n| id | test classes |\n|---|---|\n");
    for (String id : ids) {
      Collection<String> classes = testsByTag.get(id);
      if (classes != null) {
        page.append("| ")
            .append(id)
            .append(" | ")
            .append(String.join(", ", classes))
            .append(" |\n");
      }
    }

    page.append("\n## Without tests\n\n");
    areas.forEach((area, rows) -> {
      List<String> open =
          rows.stream().filter(id -> !testsByTag.containsKey(id)).toList();
      if (!open.isEmpty()) {
        page.append("- ")
            .append(area)
            .append(": ")
            .append(String.join(", ", open))
            .append('\n');
      }
    });
    return page.toString();
  }

  private static String area(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }
}
