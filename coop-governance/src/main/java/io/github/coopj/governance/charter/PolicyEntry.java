package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One policy value, read and checked, with its origin and the bounds a profile sets for charters under it.
 *
 * @param key the full key
 * @param value the typed value
 * @param text its canonical text
 */
record PolicyEntry(
    String key,
    Object value,
    String text,
    @Nullable String source,
    @Nullable String rationale,
    boolean fixed,
    @Nullable Object min,
    @Nullable Object max) {
  /** Reads {@code value} or {@code {"value": …, "source": …}}; bounds are for profiles only. */
  static PolicyEntry read(String key, JsonNode node, boolean inProfile) {
    PolicyKey known = PolicyKey.find(key);
    if (known == null) {
      throw new InvalidValueException("unknown key");
    }
    return read(key, known.type(), node, inProfile);
  }

  private static <T> PolicyEntry read(
      String key, PolicyType<T> type, JsonNode node, boolean inProfile) {
    JsonNode inner = node.isObject() ? node.get("value") : null;
    if (inner == null) {
      if (inProfile) {
        throw new InvalidValueException("a profile gives value, source and rationale, got " + node);
      }
      T value = type.read(node);
      return new PolicyEntry(key, value, type.text(value), null, null, false, null, null);
    }
    for (String name : node.propertyNames()) {
      boolean common = name.equals("value") || name.equals("source") || name.equals("rationale");
      boolean bound = name.equals("fixed") || name.equals("min") || name.equals("max");
      if (!common && !(inProfile && bound)) {
        throw new InvalidValueException("unknown field " + name);
      }
    }
    T value = type.read(inner);
    JsonNode min = node.get("min");
    JsonNode max = node.get("max");
    if ((min != null || max != null) && type.atLeast() == null) {
      throw new InvalidValueException("values of this key have no order, so no min or max");
    }
    JsonNode fixed = node.get("fixed");
    return new PolicyEntry(
        key,
        value,
        type.text(value),
        words(node.get("source"), inProfile, "source"),
        words(node.get("rationale"), inProfile, "rationale"),
        fixed != null && PolicyType.flag().read(fixed),
        min == null ? null : type.read(min),
        max == null ? null : type.read(max));
  }

  private static @Nullable String words(@Nullable JsonNode node, boolean required, String name) {
    if (node == null && !required) {
      return null;
    }
    if (node == null || !node.isString() || node.stringValue().isBlank()) {
      throw new InvalidValueException(name + " must be given in words");
    }
    return node.stringValue();
  }

  /** The value of a charter that overrides this one, with the bounds of this one checked. */
  PolicyEntry overriddenBy(PolicyEntry other, String profile, String charterSource) {
    if (text.equals(other.text) && other.source == null && other.rationale == null) {
      return this;
    }
    if (fixed && !text.equals(other.text)) {
      throw new InvalidValueException(
          "profile " + profile + " fixes " + text + " (" + source + "), got " + other.text);
    }
    PolicyKey known = Objects.requireNonNull(PolicyKey.find(key), key);
    requireWithin(known.type(), other, profile);
    return new PolicyEntry(
        key,
        other.value,
        other.text,
        other.source == null ? charterSource : other.source,
        other.rationale == null ? rationale : other.rationale,
        false,
        null,
        null);
  }

  @SuppressWarnings("unchecked") // min, max and the value were all read by this type
  private <T> void requireWithin(PolicyType<T> type, PolicyEntry other, String profile) {
    BiPredicate<T, T> atLeast = type.atLeast();
    if (atLeast == null) {
      return;
    }
    if (min != null && !atLeast.test((T) other.value, (T) min)) {
      throw new InvalidValueException("profile " + profile + " allows no less than "
          + type.text((T) min) + " (" + source + "), got " + other.text);
    }
    if (max != null && !atLeast.test((T) max, (T) other.value)) {
      throw new InvalidValueException("profile " + profile + " allows no more than "
          + type.text((T) max) + " (" + source + "), got " + other.text);
    }
  }

  /** Checks a value for which this is the default against the bounds of the default. */
  PolicyEntry requireBounds(PolicyEntry member, String profile) {
    PolicyKey known = Objects.requireNonNull(PolicyKey.find(key), key);
    requireWithin(known.type(), member, profile);
    return member;
  }

  /** A value no profile knows: the charter alone is its source. */
  PolicyEntry standingAlone(String charterSource) {
    return new PolicyEntry(
        key,
        value,
        text,
        source == null ? charterSource : source,
        rationale == null ? "Set by the charter itself" : rationale,
        false,
        null,
        null);
  }

  PolicyValue toPolicyValue() {
    return new PolicyValue(
        key, text, Objects.requireNonNull(source, key), Objects.requireNonNull(rationale, key));
  }
}
