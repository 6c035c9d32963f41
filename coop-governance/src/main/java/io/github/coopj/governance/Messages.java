package io.github.coopj.governance;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Sentences of refusals, in English and Russian, and the rules they stand on. The machine's own locale has no say.
 *
 * <p>A text names a fact as <code>{days}</code>; where a word has to agree with a number, as
 * <code>{daysCount, plural, one {# день} few {# дня} many {# дней} other {# дня}}</code>.
 */
final class Messages {
  static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  /** What a whole number is called for the agreement of words, after the name of its fact. */
  static final String COUNT = "Count";

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Properties ENGLISH_TEXTS = load("messages.properties");
  private static final Properties RUSSIAN_TEXTS = load("messages_ru.properties");
  private static final Properties RULES = load("rules.properties");

  private Messages() {}

  static Properties texts(Locale locale) {
    return isRussian(locale) ? RUSSIAN_TEXTS : ENGLISH_TEXTS;
  }

  static String explain(Reason reason, List<Fact> facts, Locale locale) {
    Map<String, Object> arguments = new HashMap<>();
    for (Fact fact : facts) {
      arguments.put(fact.name(), fact.value());
      if (WHOLE.matcher(fact.value()).matches()) {
        arguments.put(fact.name() + COUNT, Long.valueOf(fact.value()));
      }
    }
    return new MessageFormat(
            text(texts(locale), reason), isRussian(locale) ? new ULocale("ru") : ULocale.ENGLISH)
        .format(arguments);
  }

  static String rule(Reason reason) {
    return text(RULES, reason);
  }

  private static boolean isRussian(Locale locale) {
    return locale.getLanguage().equals(RUSSIAN.getLanguage());
  }

  private static String text(Properties texts, Reason reason) {
    String text = texts.getProperty(reason.name());
    if (text == null) {
      throw new IllegalStateException("no text for " + reason);
    }
    return text;
  }

  private static Properties load(String file) {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + file + " cannot be read", e);
    }
    return texts;
  }
}
