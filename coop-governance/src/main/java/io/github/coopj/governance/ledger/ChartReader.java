package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.internal.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads charts of accounts from JSON: {@code {"name": …, "accounts": [{"number": "86.1", "side": "CREDIT", "ru": …, "en": …,
 * "byProgramme": true, "byMember": true, "floor": 0, "role": "FUND", "fund": "indivisible"}, …]}}. {@code byProgramme} and {@code
 * byMember} are false, {@code floor} and {@code role} none where they are not given.
 */
public final class ChartReader {
  /** The most accounts of a chart. */
  public static final int MAX_ACCOUNTS = 1_000;

  private static final Set<String> KEYS = Set.of("name", "accounts");
  private static final Set<String> ACCOUNT_KEYS =
      Set.of("number", "side", "ru", "en", "byProgramme", "byMember", "floor", "role", "fund");

  private ChartReader() {}

  /**
   * The chart of a Russian consumer cooperative that comes with coopJ.
   *
   * @return the chart RU_CONSUMER
   */
  public static ChartOfAccounts russianConsumer() {
    String file = "RU_CONSUMER.json";
    try (InputStream in = ChartReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a chart.
   *
   * @param json the text
   * @param sourceName name of the text for refusals, such as a file name
   * @return the chart
   * @throws InvalidValueException naming source, key and rule
   */
  public static ChartOfAccounts read(String json, String sourceName) {
    JsonSource source = JsonSource.parse(json, sourceName);
    source.refuseUnknown(KEYS);
    JsonNode list = source.required("accounts");
    if (!list.isArray() || list.size() > MAX_ACCOUNTS) {
      throw new InvalidValueException(
          sourceName + ": accounts: must be a list of at most " + MAX_ACCOUNTS);
    }
    List<ChartAccount> accounts = new ArrayList<>();
    for (JsonNode entry : list) {
      accounts.add(account(entry, sourceName + ": accounts[" + accounts.size() + "]"));
    }
    return source.at("accounts", () -> ChartOfAccounts.of(source.text("name"), accounts));
  }

  private static ChartAccount account(JsonNode entry, String name) {
    if (!entry.isObject()) {
      throw new InvalidValueException(name + ": must be a JSON object");
    }
    JsonSource source = new JsonSource(name, entry);
    source.refuseUnknown(ACCOUNT_KEYS);
    return source.at(
        "number",
        () -> new ChartAccount(
            AccountNumber.parse(source.text("number")),
            side(source),
            source.text("ru"),
            source.text("en"),
            flag(source, "byProgramme"),
            flag(source, "byMember"),
            floor(source),
            source.optional("role") == null
                ? AccountRole.NONE
                : constant(source, "role", AccountRole.values()),
            fund(source)));
  }

  private static AccountSide side(JsonSource source) {
    return constant(source, "side", AccountSide.values());
  }

  private static <E extends Enum<E>> E constant(JsonSource source, String key, E[] constants) {
    String text = source.text(key);
    for (E constant : constants) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new InvalidValueException(source.name() + ": " + key + ": must be one of "
        + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")) + ", got "
        + text);
  }

  private static Name fund(JsonSource source) {
    return source.optional("fund") == null
        ? Name.EMPTY
        : source.at("fund", () -> Name.of(source.text("fund")));
  }

  private static boolean flag(JsonSource source, String key) {
    @Nullable JsonNode node = source.optional(key);
    if (node == null) {
      return false;
    }
    if (!node.isBoolean()) {
      throw new InvalidValueException(
          source.name() + ": " + key + ": must be true or false, got " + node);
    }
    return node.booleanValue();
  }

  private static OptionalLong floor(JsonSource source) {
    @Nullable JsonNode node = source.optional("floor");
    if (node == null) {
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new InvalidValueException(
          source.name() + ": floor: must be a whole number of minor units, got " + node);
    }
    return OptionalLong.of(node.longValue());
  }
}
