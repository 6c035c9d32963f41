package io.github.coopj.testkit.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One file of cases.
 *
 * @param name value of {@code suite}
 * @param file the whole file; beside the cases it may hold what they share, such as an ABI
 * @param library what cases may refer to in other files of the same run
 */
record Suite(String name, JsonNode file, Library library) {
  /** The cases in the order of the file. */
  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    file.path("cases").forEach(json -> cases.add(new Case(this, json)));
    return cases;
  }

  /** A value that the cases of this file share. */
  Optional<JsonNode> shared(String field) {
    return Optional.ofNullable(file.get(field));
  }
}
