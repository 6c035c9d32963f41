package io.github.coopj.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Falsifies the project's own vectors, value by value, and expects the runner to notice. */
class FalsifiedVectorsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Fields that say nothing to coopJ, whatever stands in them. */
  private static final Set<String> ABOUT =
      Set.of("id", "op", "note", "why", "description", "peers", "error");

  /** Inputs of which another value may lead to the same outcome, and fields that no case needs. */
  private static final Set<String> MAY_CHANGE_NOTHING = Set.of(
      "abi.abieos json", // seconds drop milliseconds
      "abi.abieos type", // uint8 and int8 have many values in common
      "abi.builtin json",
      "abi.builtin type",
      "abi.custom json",
      "abi.custom type",
      "abi.customDecode type",
      "abi.decode type",
      "abi.encode type",
      "abi.raw name",
      "action.digest returnValue", // the legacy rule has none
      "actionReceipt.digest receipt", // pairs with a third member
      "authority.check authority",
      "authority.check maxDepth",
      "authority.check permissions",
      "authority.check providedDelaySec",
      "authority.check providedKeys",
      "authority.check providedPermissions",
      "authority.validate authority",
      "block.decode blockrootMerkle", // the root alone is signed
      "blockState pendingScheduleHash", // the first one begins with it
      "blockTimestamp.fromTimePoint in",
      "dpos.scheduledProducer producers",
      "dpos.scheduledProducer slot",
      "dpos.sequence columns", // a name more
      "dpos.sequence producers", // one that never produces
      "dpos.sequence steps",
      "merkle.root leaves", // an odd leaf counts twice
      "net.words packedCfdBytes", // a share of it, rounded up
      "resource.accumulator steps", // when nothing was used before
      "resource.elasticLimit steps", // averages on the same side of the target
      "resource.elasticLimit start", // rounded down
      "resource.elasticLimit target",
      "resource.accumulator window",
      "signature.sign deterministic",
      "signature.verify digest",
      "signature.verify pub",
      "signature.verify sig",
      "trace actions", // what is returned does not count before there were return values
      "trace stateOps"); // a line that tells of something else

  /** Ops whose cases follow one another. */
  private static final Set<String> GROWING = Set.of("merkle.incremental", "blockState");

  /** Those of them that only label a case or switch a comparison on. */
  private static final Set<String> NEVER_COMPARED =
      Set.of("abi.raw name", "signature.sign deterministic");

  static List<Suite> suites() {
    return OwnVectors.suites();
  }

  @Test
  void everyOp_isExercised_byOwnVectors() {
    Set<String> exercised = new TreeSet<>();
    suites().forEach(suite -> suite.cases().forEach(c -> exercised.add(c.op())));
    assertThat(exercised).containsExactlyElementsOf(new Ops().names());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void cases_fail_whenAnyValueIsFalsified(Suite suite) {
    Map<String, List<String>> unnoticed = new TreeMap<>();
    Map<String, Integer> noticed = new TreeMap<>();
    forEachCase(suite, (before, json) -> {
      if (json.has("error")) {
        return;
      }
      for (String field : List.copyOf(json.propertyNames())) {
        if (ABOUT.contains(field)) {
          continue;
        }
        String what = json.path("op").asString() + " " + field;
        for (JsonNode falsified : falsified(json.path(field))) {
          ObjectNode other = ((ObjectNode) json).deepCopy();
          other.set(field, falsified);
          if (run(suite, before, other).kind() != Result.Kind.PASSED) {
            noticed.merge(what, 1, Integer::sum);
          } else {
            unnoticed
                .computeIfAbsent(what, key -> new ArrayList<>())
                .add(json.path("id").asString() + " " + falsified);
          }
        }
      }
    });
    assertThat(noticed.keySet())
        .as("fields of which no change at all is noticed")
        .containsAll(without(unnoticed.keySet(), NEVER_COMPARED));
    assertThat(without(unnoticed.keySet(), MAY_CHANGE_NOTHING))
        .as("%s", unnoticed)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void cases_fail_whenRefusalAndValueAreSwapped(Suite suite) {
    forEachCase(suite, (before, json) -> {
      ObjectNode swapped = ((ObjectNode) json).deepCopy();
      if (swapped.has("error")) {
        swapped.remove("error");
      } else {
        swapped.put("error", "falsified");
      }
      assertThat(run(suite, before, swapped).kind())
          .as(swapped.toString())
          .isEqualTo(Result.Kind.FAILED);
    });
  }

  @ParameterizedTest
  @MethodSource("suites")
  void cases_fail_whenAnExpectationIsMisspelt(Suite suite) {
    forEachCase(suite, (before, json) -> {
      if (!json.has("error")) {
        ObjectNode misspelt = ((ObjectNode) json).deepCopy();
        misspelt.put("outt", "value");
        assertThat(run(suite, before, misspelt))
            .as(misspelt.toString())
            .isEqualTo(Result.failed("every field compared", "nothing compares [outt]"));
      }
    });
  }

  @ParameterizedTest
  @MethodSource("suites")
  void cases_fail_whenOnlyIdAndOpAreLeft(Suite suite) {
    forEachCase(suite, (before, json) -> {
      ObjectNode bare = NODES.objectNode();
      bare.set("id", json.path("id"));
      bare.set("op", json.path("op"));
      assertThat(run(suite, before, bare).kind()).isEqualTo(Result.Kind.FAILED);
      bare.put("error", "an input that is missing is no refusal");
      assertThat(run(suite, before, bare).kind()).isEqualTo(Result.Kind.FAILED);
    });
  }

  private static Set<String> without(Set<String> all, Set<String> known) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(known);
    return rest;
  }

  /** Cases of an op that grows a tree need those before them. */
  @FunctionalInterface
  private interface CaseConsumer {
    void accept(List<JsonNode> before, JsonNode json);
  }

  private static void forEachCase(Suite suite, CaseConsumer consumer) {
    List<JsonNode> grown = new ArrayList<>();
    for (JsonNode json : suite.file().path("cases")) {
      consumer.accept(grown, json);
      if (GROWING.contains(json.path("op").asString())) {
        grown.add(json);
      }
    }
  }

  private static Result run(Suite suite, List<JsonNode> before, JsonNode json) {
    Ops ops = new Ops();
    if (GROWING.contains(json.path("op").asString())) {
      before.forEach(each -> assertThat(ops.check(new Case(suite, each))).isEqualTo(Result.PASSED));
    }
    return ops.check(new Case(suite, json));
  }

  /** The value with one leaf after the other changed. */
  private static List<JsonNode> falsified(JsonNode value) {
    List<JsonNode> all = new ArrayList<>();
    change(value, all::add);
    return all;
  }

  private static void change(JsonNode value, Consumer<JsonNode> out) {
    if (value instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        change(object.path(name), inner -> {
          ObjectNode copy = object.deepCopy();
          copy.set(name, inner);
          out.accept(copy);
        });
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        change(array.get(i), inner -> {
          ArrayNode copy = array.deepCopy();
          copy.set(index, inner);
          out.accept(copy);
        });
      }
      ArrayNode longer = array.deepCopy();
      longer.add(array.isEmpty() ? NODES.stringNode("more") : array.get(array.size() - 1));
      out.accept(longer);
    } else if (value.isIntegralNumber()) {
      out.accept(NODES.numberNode(value.bigIntegerValue().add(BigInteger.ONE)));
    } else if (value.isNumber()) {
      out.accept(NODES.numberNode(value.doubleValue() / 2));
    } else if (value.isBoolean()) {
      out.accept(NODES.booleanNode(!value.booleanValue()));
    } else if (value.isNull()) {
      out.accept(NODES.numberNode(1));
    } else {
      String text = value.stringValue();
      int last = text.length() - 1;
      if (text.isEmpty()) {
        out.accept(NODES.stringNode("11"));
      } else {
        out.accept(NODES.stringNode(text.substring(0, last) + another(text.charAt(last))));
        out.accept(NODES.stringNode(another(text.charAt(0)) + text.substring(1)));
      }
    }
  }

  private static char another(char c) {
    return c == '1' ? '2' : '1';
  }
}
