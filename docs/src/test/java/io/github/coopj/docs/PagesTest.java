package io.github.coopj.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String ROOT_PACKAGE = "io.github.coopj";
  private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\|");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.ru.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "docs/architecture.md",
        "docs/requirements.md",
        "docs/coverage.md",
        "docs/known-errors.md",
        "docs/decisions/README.md",
        ".ci/run",
        ".ci/reproducible"
      })
  void page_exists_andIsNotEmpty(String page) {
    assertThat(Repository.ROOT.resolve(page)).isNotEmptyFile();
  }

  @Test
  void links_resolve_inAllPages() {
    List<String> broken = new ArrayList<>();
    for (Path page : Repository.pages()) {
      broken.addAll(broken(page, Repository.read(page)));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void brokenLinks_areFound_byFileAndByAnchor() {
    Path page = Repository.ROOT.resolve("docs/requirements.md");
    String text = """
        # One heading, two

        [good](coverage.md) [good](../README.md) [out](https://example.org) [here](#one-heading-two)
        [bad](missing.md) [bad](#three) [bad](requirements.md#no-such-heading)
        ```
        [code](not-a-link.md)
        ```
        """;
    assertThat(broken(page, text))
        .containsExactly(
            "docs/requirements.md: missing.md",
            "docs/requirements.md: #three",
            "docs/requirements.md: requirements.md#no-such-heading");
  }

  private static List<String> broken(Path page, String text) {
    List<String> broken = new ArrayList<>();
    for (String link : Markdown.links(text)) {
      if (link.contains("://") || link.startsWith("mailto:")) {
        continue;
      }
      int hash = link.indexOf('#');
      String file = hash < 0 ? link : link.substring(0, hash);
      Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
      boolean good = Files.exists(target);
      if (good && hash >= 0) {
        String targetText = file.isEmpty() ? text : Repository.read(target);
        good = Markdown.anchors(targetText).contains(link.substring(hash + 1));
      }
      if (!good) {
        broken.add(Repository.ROOT.relativize(page).toString().replace('\\', '/') + ": " + link);
      }
    }
    return broken;
  }

  @Test
  void decisions_areListed_andHaveTheFourParts() {
    String list = Repository.read("docs/decisions/README.md");
    List<Path> decisions = Repository.list(Repository.ROOT.resolve("docs/decisions")).stream()
        .filter(path -> Pattern.matches("[0-9]{4}-.*\\.md", path.getFileName().toString()))
        .toList();
    assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
      assertThat(list).contains("(" + decision.getFileName() + ")");
      assertThat(Repository.read(decision))
          .contains("## Question", "## Choice", "## Why", "## What would change our mind");
    });
  }

  @Test
  void architecture_namesModulesAndExportedPackages_andNoneThatIsNotThere() throws IOException {
    String page = Repository.read("docs/architecture.md");
    List<String> exported = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> packages = new TreeSet<>();
    for (Repository.Module module : Repository.production()) {
      if (!page.contains("`" + module + "`")) {
        missing.add(module.toString());
      }
      if (!module.room().equals("samples")) {
        try (InputStream in = Files.newInputStream(module.classes().resolve("module-info.class"))) {
          ModuleDescriptor.read(in).exports().forEach(exports -> exported.add(exports.source()));
        }
        Path sources = module.dir().resolve("src/main/java");
        for (Path file : Repository.walk(sources)) {
          if (file.endsWith("package-info.java")) {
            packages.add(sources
                .relativize(file.getParent())
                .toString()
                .replace('\\', '/')
                .replace('/', '.'));
          }
        }
      }
    }
    List<String> rows = new ArrayList<>();
    Matcher matcher = PACKAGE_ROW.matcher(
        page.substring(page.indexOf("## Packages"), page.indexOf("## Life of")));
    while (matcher.find()) {
      rows.add(ROOT_PACKAGE + "." + matcher.group(1));
    }
    exported.stream()
        .filter(name -> !name.equals(ROOT_PACKAGE) && !rows.contains(name))
        .forEach(missing::add);
    assertThat(missing).as("modules and exported packages without a row").isEmpty();
    assertThat(rows).doesNotHaveDuplicates().isSubsetOf(packages);
  }
}
