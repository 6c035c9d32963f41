package io.github.coopj.governance.council;

import io.github.coopj.governance.body.Office;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The registry of questions of the Council, read from data (COUNCIL-03). */
final class QuestionRegistry {
  private static final String RESOURCE = "questions.properties";
  private static final int COLUMNS = 6;
  private static final Map<QuestionType, QuestionRule> RULES = read(load());

  private QuestionRegistry() {}

  static QuestionRule of(QuestionType type) {
    QuestionRule rule = RULES.get(type);
    if (rule == null) {
      throw new IllegalStateException("the registry has no question " + type);
    }
    return rule;
  }

  /** Reads the rules; refuses unknown and missing types and rows with other than six columns. */
  static Map<QuestionType, QuestionRule> read(Properties rows) {
    Map<QuestionType, QuestionRule> rules = new EnumMap<>(QuestionType.class);
    for (String name : rows.stringPropertyNames()) {
      rules.put(QuestionType.valueOf(name), rule(name, rows.getProperty(name)));
    }
    for (QuestionType type : QuestionType.values()) {
      if (!rules.containsKey(type)) {
        throw new IllegalStateException("the registry has no question " + type);
      }
    }
    return Collections.unmodifiableMap(rules);
  }

  private static QuestionRule rule(String name, String row) {
    String[] cells = row.split("\\|", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(
          "question " + name + " needs " + COLUMNS + " columns, got " + cells.length);
    }
    Set<QuestionRule.Trait> traits = EnumSet.noneOf(QuestionRule.Trait.class);
    if (!cells[4].isBlank()) {
      for (String trait : cells[4].split(",", -1)) {
        traits.add(QuestionRule.Trait.valueOf(trait.strip()));
      }
    }
    return new QuestionRule(
        QuestionRule.Area.valueOf(cells[0].strip()),
        QuestionRule.Competence.valueOf(cells[1].strip()),
        QuestionRule.Majority.valueOf(cells[2].strip()),
        Office.Body.valueOf(cells[3].strip()),
        traits,
        cells[5].strip());
  }

  private static Properties load() {
    Properties rows = new Properties();
    try (InputStream in = QuestionRegistry.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      rows.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE + " cannot be read", e);
    }
    return rows;
  }
}
