package io.github.coopj.chain.store;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts a class of the tests in another JVM, whether this one runs them on the class path or on the module path. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Starts the main method of a class; what it writes to its error stream appears here. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    return start(256, main, arguments);
  }

  /** Starts the main method of a class with a heap of so many MiB. */
  public static Process start(int heap, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap + "m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(String.join(
        File.pathSeparator,
        root(main).toString(),
        System.getProperty("jdk.module.path", ""),
        System.getProperty("java.class.path", "")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The folder in which the class of a test lies, also where its module is another folder. */
  private static Path root(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String file = Objects.requireNonNull(
            type.getResource(type.getSimpleName() + ".class"), type::getName)
        .toString();
    return Path.of(URI.create(file.substring(0, file.length() - name.length())));
  }
}
