package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.internal.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The law a charter stands on, as data (ARCH-04): a value for every policy key and kind of cooperative, with its source
 * and reason, and the bounds a charter must keep. Two are shipped; any other is read from JSON.
 *
 * <p>Immutable.
 */
public final class LegalProfile {
  private static final Set<String> KEYS = Set.of("profile", "title", "extends", "policy", "kinds");

  private final String name;
  private final String title;
  private final Map<CooperativeKind, SortedMap<String, PolicyEntry>> entries;

  private LegalProfile(
      String name, String title, Map<CooperativeKind, SortedMap<String, PolicyEntry>> entries) {
    this.name = name;
    this.title = title;
    this.entries = entries;
  }

  /**
   * The profile of the platform itself.
   *
   * @return the shipped profile {@code PLATFORM}
   */
  public static LegalProfile platform() {
    return Shipped.PLATFORM;
  }

  /**
   * The profile for cooperatives in the Russian Federation. Its sources tell which values come from the text of a law
   * and which are working values.
   *
   * @return the shipped profile {@code RF}
   */
  public static LegalProfile rf() {
    return Shipped.RF;
  }

  /**
   * All shipped profiles.
   *
   * @return the profiles, the plainest first
   */
  public static List<LegalProfile> shipped() {
    return List.of(Shipped.PLATFORM, Shipped.RF);
  }

  /**
   * Reads a profile that stands alone or extends a shipped one.
   *
   * @param json the text
   * @param sourceName name of the text for refusals
   * @return the profile
   * @throws InvalidValueException naming source, key and rule
   */
  public static LegalProfile read(String json, String sourceName) {
    return read(json, sourceName, shipped());
  }

  private static LegalProfile read(String json, String sourceName, List<LegalProfile> known) {
    JsonSource source = JsonSource.parse(json, sourceName);
    source.refuseUnknown(KEYS);
    String name = source.text("profile");
    source.at("profile", () -> requireCode(name));
    LegalProfile base =
        source.optional("extends") == null ? null : find(source.text("extends"), known);
    if (source.optional("extends") != null && base == null) {
      throw new InvalidValueException(
          sourceName + ": extends: unknown profile " + source.text("extends"));
    }
    Map<String, JsonNode> perKind = new TreeMap<>();
    if (source.optional("kinds") != null) {
      for (Map.Entry<String, JsonNode> kind : source.object("kinds").properties()) {
        source.at("kinds", () -> PolicyType.constant(CooperativeKind.class, kind.getKey()));
        perKind.put(kind.getKey(), kind.getValue());
      }
    }
    Map<CooperativeKind, SortedMap<String, PolicyEntry>> entries =
        new EnumMap<>(CooperativeKind.class);
    for (CooperativeKind kind : CooperativeKind.values()) {
      SortedMap<String, PolicyEntry> values =
          new TreeMap<>(base == null ? Map.of() : base.entries(kind));
      put(values, source, source.object("policy"));
      JsonNode own = perKind.get(kind.name());
      if (own != null) {
        put(values, source, own);
      }
      for (String key : PolicyKey.required()) {
        if (!values.containsKey(key)) {
          throw new InvalidValueException(sourceName + ": " + key + ": must be given for " + kind);
        }
      }
      entries.put(kind, Collections.unmodifiableSortedMap(values));
    }
    return new LegalProfile(name, source.text("title"), entries);
  }

  private static String requireCode(String name) {
    if (!PolicyType.CODE.matcher(name).matches()) {
      throw new InvalidValueException("must be a code like PLATFORM, got " + name);
    }
    return name;
  }

  private static void put(
      SortedMap<String, PolicyEntry> values, JsonSource source, JsonNode policy) {
    for (Map.Entry<String, JsonNode> entry : policy.properties()) {
      String key = entry.getKey();
      values.put(key, source.at(key, () -> PolicyEntry.read(key, entry.getValue(), true)));
    }
  }

  static @Nullable LegalProfile find(String name, List<LegalProfile> profiles) {
    for (LegalProfile profile : profiles) {
      if (profile.name.equals(name)) {
        return profile;
      }
    }
    return null;
  }

  /**
   * Name by which charters refer to the profile.
   *
   * @return capital letters, digits and underscores
   */
  public String name() {
    return name;
  }

  /**
   * What the profile is for.
   *
   * @return a title for people
   */
  public String title() {
    return title;
  }

  /**
   * Values a cooperative has where its charter says nothing.
   *
   * @param kind kind of cooperative
   * @return the values sorted by key
   */
  public List<PolicyValue> policyValues(CooperativeKind kind) {
    List<PolicyValue> values = new ArrayList<>();
    entries(kind).values().forEach(entry -> values.add(entry.toPolicyValue()));
    return List.copyOf(values);
  }

  SortedMap<String, PolicyEntry> entries(CooperativeKind kind) {
    SortedMap<String, PolicyEntry> values = entries.get(kind);
    if (values == null) {
      throw new IllegalStateException("profile " + name + " lacks " + kind);
    }
    return values;
  }

  @Override
  public String toString() {
    return name;
  }

  /** The profiles in the jar. */
  private static final class Shipped {
    static final LegalProfile PLATFORM = load("PLATFORM.json", List.of());
    static final LegalProfile RF = load("RF.json", List.of(PLATFORM));

    private static LegalProfile load(String file, List<LegalProfile> known) {
      try (InputStream in = LegalProfile.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("resource " + file + " is missing");
        }
        return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file, known);
      } catch (IOException e) {
        throw new UncheckedIOException("resource " + file + " cannot be read", e);
      }
    }
  }
}
