package io.github.coopj.testkit.conformance;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One case: hands inputs to an op, compares what the op made, and remembers what was looked at, so that a value that
 * nobody compared cannot pass.
 */
final class Case {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Fields that tell about a case and are neither input nor expectation, in any op. */
  private static final Set<String> ABOUT = Set.of(
      "id",
      "op",
      "src",
      "note",
      "why",
      "description",
      "agree",
      "peers",
      "accepts",
      "disagree",
      "error");

  private static final int MOST_SHOWN = 5;

  private final Suite suite;
  private final JsonNode json;
  private final Set<String> seen = new TreeSet<>(ABOUT);
  private final List<String> expected = new ArrayList<>();
  private final List<String> got = new ArrayList<>();
  private int compared;

  Case(Suite suite, JsonNode json) {
    this.suite = suite;
    this.json = json;
  }

  Suite suite() {
    return suite;
  }

  String id() {
    return json.path("id").asString("without id");
  }

  String op() {
    return json.path("op").asString("");
  }

  /** Whether coopJ must refuse the input. */
  boolean mustBeRefused() {
    return json.has("error");
  }

  boolean has(String field) {
    return json.has(field);
  }

  /** Fields that no op has looked at. */
  List<String> unseen() {
    List<String> names = new ArrayList<>(json.propertyNames());
    names.removeAll(seen);
    return names;
  }

  /** Marks fields as known to carry nothing that coopJ could be asked. */
  void about(String... fields) {
    seen.addAll(List.of(fields));
  }

  JsonNode json(String field) {
    seen.add(field);
    JsonNode value = json.get(field);
    if (value == null) {
      throw new BadCaseException("no field '" + field + "'");
    }
    return value;
  }

  String text(String field) {
    return text(field, json(field));
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    json(field).forEach(each -> texts.add(text(field, each)));
    return texts;
  }

  long number(String field) {
    return number(json(field), field);
  }

  /** An unsigned 64-bit number, written as a number or as text. */
  long unsigned(String field) {
    JsonNode value = json(field);
    try {
      return Long.parseUnsignedLong(value.isString() ? value.stringValue() : value.toString());
    } catch (NumberFormatException e) {
      throw new BadCaseException("field '" + field + "' is no unsigned 64-bit number", e);
    }
  }

  byte[] hex(String field) {
    return hex(text(field), field);
  }

  Optional<String> textIfGiven(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  static String text(String field, JsonNode value) {
    if (!value.isString()) {
      throw new BadCaseException("field '" + field + "' is no text");
    }
    return value.stringValue();
  }

  static long number(JsonNode value, String field) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadCaseException("field '" + field + "' is no integer");
    }
    return value.longValue();
  }

  static byte[] hex(String digits, String field) {
    try {
      return Bytes.ofHex(digits).toArray();
    } catch (InvalidValueException e) {
      throw new BadCaseException("field '" + field + "' is no hex: " + e.getMessage(), e);
    }
  }

  static String hex(byte[] bytes) {
    return Bytes.of(bytes).toHex();
  }

  void expect(String field, String actual) {
    expect(field, NODES.stringNode(actual));
  }

  void expect(String field, byte[] actual) {
    expect(field, hex(actual));
  }

  void expect(String field, long actual) {
    expect(field, NODES.numberNode(actual));
  }

  void expect(String field, boolean actual) {
    expect(field, NODES.booleanNode(actual));
  }

  void expect(String field, List<String> actual) {
    var array = NODES.arrayNode();
    actual.forEach(array::add);
    expect(field, array);
  }

  void expect(String field, JsonNode actual) {
    seen.add(field);
    JsonNode wanted = json.get(field);
    if (wanted == null) {
      differ(field, "a value in the case", actual.toString());
    } else {
      same(field, wanted, actual);
    }
  }

  /** As {@link #expect(String, String)} where the case has the field. */
  void expectIfGiven(String field, Supplier<String> actual) {
    if (has(field)) {
      expect(field, actual.get());
    }
  }

  /**
   * Compares JSON: integers by value, other numbers by the 64-bit floating-point number they write, objects whatever the
   * order of their members.
   */
  void same(String what, JsonNode wanted, JsonNode actual) {
    compared++;
    if (!equal(wanted, actual)) {
      String want = wanted.toString();
      String have = actual.toString();
      int at = difference(want, have);
      differ(what, brief(want, at), brief(have, at));
    }
  }

  /** Compares two values that coopJ must make alike on two ways, or one the case holds inside another. */
  void same(String what, Object wanted, Object actual) {
    same(what, NODES.stringNode(wanted.toString()), NODES.stringNode(actual.toString()));
  }

  Result result() {
    if (!expected.isEmpty()) {
      return Result.failed(first(expected), first(got));
    }
    if (compared == 0 && !mustBeRefused()) {
      return Result.failed("something to compare", "no expected value in the case");
    }
    return Result.PASSED;
  }

  private static String first(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
    return all.size() > MOST_SHOWN ? first + " and " + (all.size() - MOST_SHOWN) + " more" : first;
  }

  private void differ(String what, String wanted, String actual) {
    expected.add(what + " " + wanted);
    got.add(what + " " + actual);
  }

  private static boolean equal(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      if (a.isIntegralNumber() && b.isIntegralNumber()) {
        return a.bigIntegerValue().equals(b.bigIntegerValue());
      }
      return Double.compare(a.doubleValue(), b.doubleValue()) == 0;
    }
    if (a.isArray() && b.isArray()) {
      boolean equal = a.size() == b.size();
      for (int i = 0; equal && i < a.size(); i++) {
        equal = equal(a.get(i), b.get(i));
      }
      return equal;
    }
    if (a.isObject() && b.isObject()) {
      boolean equal = a.size() == b.size();
      for (String name : a.propertyNames()) {
        JsonNode other = b.get(name);
        equal = equal && other != null && equal(a.path(name), other);
      }
      return equal;
    }
    return a.equals(b);
  }

  private static int difference(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /** A long text from a little before the first difference. */
  private static String brief(String text, int at) {
    int window = 160;
    if (text.length() <= window) {
      return text;
    }
    int from = Math.max(0, at - 40);
    int to = Math.min(text.length(), from + window);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }
}
