package io.github.coopj.governance.charter;

/**
 * One rule of a charter with where it comes from (ARCH-06, IND-05).
 *
 * @param key name of the rule, such as {@code meeting.quorum.first}
 * @param value the value in its canonical text, such as {@code 3/4}
 * @param source requirement, article of law, or clause of the charter
 * @param rationale why the rule is there
 */
public record PolicyValue(String key, String value, String source, String rationale) {}
