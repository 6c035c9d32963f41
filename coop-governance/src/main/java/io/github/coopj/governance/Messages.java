package io.github.coopj.governance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Sentences of refusals, in English and Russian. The machine's own locale has no say. */
final class Messages {
  static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private static final Properties ENGLISH_TEXTS = load("messages.properties");
  private static final Properties RUSSIAN_TEXTS = load("messages_ru.properties");

  private Messages() {}

  static Properties texts(Locale locale) {
    return locale.getLanguage().equals(RUSSIAN.getLanguage()) ? RUSSIAN_TEXTS : ENGLISH_TEXTS;
  }

  static String explain(Reason reason, List<Fact> facts, Locale locale) {
    String text = texts(locale).getProperty(reason.name());
    if (text == null) {
      throw new IllegalStateException("no text for " + reason + " in " + locale);
    }
    StringBuilder told = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      told.append(text, at, open).append(value(text.substring(open + 1, close), facts));
      at = close + 1;
    }
    return told.append(text, at, text.length()).toString();
  }

  private static String value(String name, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact.name().equals(name)) {
        return fact.value();
      }
    }
    throw new IllegalStateException("a text names the unknown fact " + name);
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
