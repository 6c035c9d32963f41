package io.github.coopj;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text and its bytes, without loss: what is not text is refused, never replaced by a question mark, so that two different
 * texts never have the same bytes.
 */
public final class Texts {
  private static final int SHOWN = 64;

  private Texts() {}

  /**
   * Whether text has UTF-8 bytes: no half of a surrogate pair stands alone in it.
   *
   * @param text any text
   * @return false when {@link #utf8} would refuse it
   */
  public static boolean isWellFormed(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (Character.isLowSurrogate(c)
            || i == length
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Encodes text.
   *
   * @param what what the text is, for the message, such as {@code label of a key}
   * @param text text without unpaired surrogates
   * @return its UTF-8 bytes
   * @throws InvalidValueException when half of a surrogate pair stands alone
   */
  public static byte[] utf8(String what, String text) {
    if (!isWellFormed(text)) {
      throw new InvalidValueException(what + " must be text, got half of a surrogate pair");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Decodes text.
   *
   * @param what what the text is, for the message
   * @param bytes UTF-8
   * @return the text whose bytes these are
   * @throws InvalidValueException when they are not UTF-8
   */
  public static String ofUtf8(String what, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidValueException(what + " must be text in UTF-8", e);
    }
  }

  /**
   * Text without the blanks of ASCII at both ends: space, tab, line feed, vertical tab, form feed, carriage return. Blanks
   * of other alphabets stay, as they do for a node.
   *
   * @param text any text
   * @return what is left
   */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /**
   * As much of a text as fits into a message; strangers send long ones.
   *
   * @param text any text
   * @return its first 64 characters, with three dots behind them if there are more
   */
  public static String brief(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    return text.substring(0, splitsPair ? SHOWN - 1 : SHOWN) + "...";
  }
}
