package io.github.coopj.testkit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of the project itself. */
final class OwnVectors {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OwnVectors() {}

  static Path directory() {
    try {
      return Objects.requireNonNull(
          Path.of(Objects.requireNonNull(ConformanceRunner.class.getResource("/vectors/names.json"))
                  .toURI())
              .getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Suite> suites() {
    Library library = new Library();
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> {
            JsonNode json = JSON.readTree(file);
            library.add(json);
            return new Suite(json.path("suite").asString(), json, library);
          })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
