package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.internal.JsonSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads charters from JSON.
 *
 * <p>A charter file gives the nine facts of the head ({@code account}, {@code title}, {@code kind}, {@code profile},
 * {@code version}, {@code effectiveFrom}, {@code zone}, {@code financialYearEnd}, {@code currency}) and, in {@code
 * policy}, the keys in which it differs from its legal profile. A policy value is written plainly or as {@code
 * {"value": …, "source": …, "rationale": …}}. The resource {@code charter.schema.json} beside this class describes the
 * form for editors.
 */
public final class CharterReader {
  /** Name of the JSON Schema of a charter file, a resource beside this class. */
  public static final String SCHEMA_RESOURCE = "charter.schema.json";

  private static final Set<String> KEYS = Set.of(
      "account",
      "title",
      "kind",
      "profile",
      "version",
      "effectiveFrom",
      "zone",
      "financialYearEnd",
      "currency",
      "policy");

  private CharterReader() {}

  /**
   * Reads a charter under a shipped profile. A charter that itself states every key may name a profile that is not
   * shipped, so that {@link Charter#canonicalJson()} can always be read back.
   *
   * @param json the text
   * @param sourceName name of the text for refusals, such as a file name
   * @return the charter
   * @throws InvalidValueException naming source, key and rule
   */
  public static Charter read(String json, String sourceName) {
    return read(json, sourceName, List.of());
  }

  /**
   * Reads a charter under a shipped profile or one of the given.
   *
   * @param json the text
   * @param sourceName name of the text for refusals, such as a file name
   * @param profiles further profiles; one with the name of a shipped profile is refused
   * @return the charter
   * @throws InvalidValueException naming source, key and rule
   */
  public static Charter read(String json, String sourceName, List<LegalProfile> profiles) {
    List<LegalProfile> known = new ArrayList<>(LegalProfile.shipped());
    for (LegalProfile profile : profiles) {
      if (LegalProfile.find(profile.name(), known) != null) {
        throw new InvalidValueException("two profiles are called " + profile.name());
      }
      known.add(profile);
    }
    JsonSource source = JsonSource.parse(json, sourceName);
    source.refuseUnknown(KEYS);
    Name account = source.at("account", () -> requireName(Name.of(source.text("account"))));
    CooperativeKind kind = source.at(
        "kind", () -> PolicyType.choice(CooperativeKind.class).read(source.required("kind")));
    int version =
        source.at("version", () -> PolicyType.integer(1, 999_999).read(source.required("version")));
    String profileName = source.text("profile");
    SortedMap<String, PolicyEntry> entries = entries(
        source,
        LegalProfile.find(profileName, known),
        profileName,
        kind,
        account + " charter, version " + version);
    Charter.Head head = new Charter.Head(
        account,
        source.text("title"),
        kind,
        profileName,
        version,
        source.at("effectiveFrom", () -> date(source.text("effectiveFrom"))),
        source.at("zone", () -> zone(source.text("zone"))),
        source.at("financialYearEnd", () -> yearEnd(source.text("financialYearEnd"))),
        source.at("currency", () -> Symbol.parse(source.text("currency"))));
    return source.at("policy", () -> new Charter(head, entries));
  }

  private static SortedMap<String, PolicyEntry> entries(
      JsonSource source,
      @Nullable LegalProfile profile,
      String profileName,
      CooperativeKind kind,
      String origin) {
    SortedMap<String, PolicyEntry> entries =
        new TreeMap<>(profile == null ? Map.of() : profile.entries(kind));
    if (source.optional("policy") != null) {
      for (Map.Entry<String, JsonNode> entry : source.object("policy").properties()) {
        String key = entry.getKey();
        PolicyEntry given = source.at(key, () -> PolicyEntry.read(key, entry.getValue(), false));
        PolicyEntry inherited = entries.get(key);
        PolicyEntry standard = profile == null ? null : standardOf(key, profile.entries(kind));
        if (inherited == null && standard != null) {
          source.at(key, () -> standard.requireBounds(given, profileName));
        }
        entries.put(
            key,
            inherited == null
                ? given.standingAlone(origin)
                : source.at(key, () -> inherited.overriddenBy(given, profileName, origin)));
      }
    }
    for (String key : PolicyKey.required()) {
      if (!entries.containsKey(key)) {
        throw new InvalidValueException(source.name() + ": profile: unknown profile " + profileName
            + ", and the charter does not state " + key);
      }
    }
    return entries;
  }

  /** The default of the family that a key belongs to, whose bounds hold for every member without bounds of its own. */
  private static @Nullable PolicyEntry standardOf(
      String key, SortedMap<String, PolicyEntry> profile) {
    PolicyKey known = PolicyKey.find(key);
    return known == null || !known.family() ? null : profile.get(known.name() + PolicyKey.DEFAULT);
  }

  private static Name requireName(Name account) {
    if (account.isEmpty()) {
      throw new InvalidValueException("must not be empty");
    }
    return account;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException("must be a date like 2026-01-31, got " + text, e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException("must be a time zone like Europe/Moscow, got " + text, e);
    }
  }

  private static MonthDay yearEnd(String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw new InvalidValueException("must be month and day like 12-31, got " + text, e);
    }
  }
}
