package io.github.coopj.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, found from wherever the tests are started. */
final class Repository {
  /** The folder with the root pom. */
  static final Path ROOT = findRoot();

  /** The rooms, lowest first; a room may use the rooms before it. */
  static final List<String> ROOMS =
      List.of("crypto", "core", "governance", "export", "chain", "testkit", "samples");

  private Repository() {}

  /**
   * A module with code.
   *
   * @param room one of {@link #ROOMS}, or {@code docs}
   * @param dir its folder
   */
  record Module(String room, Path dir) {
    Path classes() {
      return dir.resolve("target/classes");
    }

    Path testClasses() {
      return dir.resolve("target/test-classes");
    }

    @Override
    public String toString() {
      return ROOT.relativize(dir).toString().replace('\\', '/');
    }
  }

  /** Library modules in the order of the rooms, then the samples by name. */
  static List<Module> production() {
    List<Module> modules = new ArrayList<>();
    for (String room : ROOMS.subList(0, ROOMS.size() - 1)) {
      modules.add(new Module(room, ROOT.resolve("coop-" + room)));
    }
    for (Path sample : list(ROOT.resolve("samples"))) {
      if (Files.exists(sample.resolve("pom.xml"))) {
        modules.add(new Module("samples", sample));
      }
    }
    return modules;
  }

  /** {@link #production()} and the module of the pages. */
  static List<Module> all() {
    List<Module> modules = new ArrayList<>(production());
    modules.add(new Module("docs", ROOT.resolve("docs")));
    return modules;
  }

  /** The folders with class files, refusing a module that has sources and was not built. */
  static List<Path> built(List<Module> modules, boolean tests) {
    List<Path> folders = new ArrayList<>();
    for (Module module : modules) {
      Path classes = tests ? module.testClasses() : module.classes();
      if (Files.isDirectory(classes)) {
        folders.add(classes);
      } else if (hasSources(module.dir().resolve(tests ? "src/test/java" : "src/main/java"))) {
        throw new IllegalStateException(module + " was not built; run mvn verify from the root");
      }
    }
    return folders;
  }

  private static boolean hasSources(Path sources) {
    return Files.isDirectory(sources)
        && walk(sources).stream().anyMatch(path -> path.toString().endsWith(".java"));
  }

  /** Pages at the root, of modules and under docs, sorted by folder. */
  static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    List<Path> folders = new ArrayList<>(List.of(ROOT));
    production().forEach(module -> folders.add(module.dir()));
    for (Path folder : folders) {
      list(folder).stream().filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
    }
    for (Path top : list(ROOT.resolve("docs"))) {
      String name = top.getFileName().toString();
      if (Files.isDirectory(top) && !name.equals("target") && !name.equals("src")) {
        walk(top).stream().filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
      } else if (name.endsWith(".md")) {
        pages.add(top);
      }
    }
    return pages;
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> walk(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String relative) {
    return read(ROOT.resolve(relative));
  }

  private static Path findRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("coop-core"))
          && Files.isRegularFile(at.resolve("docs/requirements.md"))) {
        return at;
      }
    }
    throw new IllegalStateException("no folder of the project above " + start);
  }
}
