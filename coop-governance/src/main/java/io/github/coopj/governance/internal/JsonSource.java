package io.github.coopj.governance.internal;

import io.github.coopj.InvalidValueException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object with a name, whose every refusal names the source, the key and the rule.
 *
 * @param name name of the text for refusals, such as a file name
 * @param root the object
 */
public record JsonSource(String name, JsonNode root) {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /** Reads a text that is one JSON object without a key twice. */
  public static JsonSource parse(String json, String name) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new InvalidValueException(name + ": not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject()) {
      throw new InvalidValueException(name + ": must be a JSON object");
    }
    return new JsonSource(name, root);
  }

  /** Refuses keys that mean nothing. */
  public void refuseUnknown(Set<String> known) {
    for (String key : root.propertyNames()) {
      if (!known.contains(key)) {
        throw new InvalidValueException(name + ": " + key + ": unknown key");
      }
    }
  }

  /** A value that must be there. */
  public JsonNode required(String key) {
    JsonNode node = root.get(key);
    if (node == null) {
      throw new InvalidValueException(name + ": " + key + ": must be given");
    }
    return node;
  }

  /** A value that may be missing. */
  public @Nullable JsonNode optional(String key) {
    return root.get(key);
  }

  /** A text of 1 to 500 characters that is not blank. */
  public String text(String key) {
    JsonNode node = required(key);
    return at(key, () -> {
      if (!node.isString()) {
        throw new InvalidValueException("must be a text, got " + node);
      }
      String text = node.stringValue();
      if (text.isBlank() || text.length() > 500) {
        throw new InvalidValueException("must have 1 to 500 characters, not only blanks");
      }
      return text;
    });
  }

  /** An object that must be there. */
  public JsonNode object(String key) {
    JsonNode node = required(key);
    if (!node.isObject()) {
      throw new InvalidValueException(name + ": " + key + ": must be a JSON object");
    }
    return node;
  }

  /** Runs a step and names source and key in its refusal. */
  public <T> T at(String key, Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidValueException e) {
      if (String.valueOf(e.getMessage()).startsWith(name + ": ")) {
        throw e;
      }
      throw new InvalidValueException(name + ": " + key + ": " + e.getMessage(), e);
    }
  }
}
