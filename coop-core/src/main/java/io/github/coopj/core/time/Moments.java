package io.github.coopj.core.time;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of moments, the same for all three kinds. A year outside 0 to 9999 has a sign, as ISO 8601 has it: {@code +12000}.
 */
final class Moments {
  private static final Pattern TEXT = Pattern.compile(
      "([0-9]{4}|[+-][0-9]{4,6})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z?");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private Moments() {}

  static Instant parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new InvalidValueException(
          "moment must be written yyyy-MM-ddTHH:mm:ss[.ffffff], got '" + Texts.brief(text) + "'");
    }
    try {
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return LocalDateTime.parse(local, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InvalidValueException("moment does not exist in the calendar: '" + text + "'", e);
    }
  }

  static String withSeconds(Instant instant) {
    return SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  static String withMillis(Instant instant) {
    return MILLIS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
