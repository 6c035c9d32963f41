package io.github.coopj.governance.charter;

import java.util.Map;
import java.util.TreeMap;

/** Charters for tests: a head that is always the same, and what a test sets. */
public final class CharterFixtures {
  private CharterFixtures() {}

  public static Charter platform(String... keysAndValues) {
    return charter("PLATFORM", "CONSUMER", keysAndValues);
  }

  public static Charter rf(String... keysAndValues) {
    return charter("RF", "CONSUMER", keysAndValues);
  }

  public static Charter charter(String profile, String kind, String... keysAndValues) {
    return CharterReader.read(json(profile, kind, keysAndValues), "test");
  }

  public static String json(String profile, String kind, String... keysAndValues) {
    Map<String, String> policy = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      policy.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    StringBuilder json = new StringBuilder();
    policy.forEach((key, value) -> json.append(json.isEmpty() ? "" : ",")
        .append('"')
        .append(key)
        .append("\":\"")
        .append(value)
        .append('"'));
    return """
        {"account":"rassvet","title":"Потребительское общество «Рассвет»","kind":"%s","profile":"%s","version":1,
         "effectiveFrom":"2026-01-01","zone":"Europe/Moscow","financialYearEnd":"12-31","currency":"2,RUB",
         "policy":{%s}}""".formatted(kind, profile, json);
  }
}
