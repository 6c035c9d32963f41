package io.github.coopj.chain.token;

/** Measures text without writing its bytes. */
final class Utf8 {
  private Utf8() {}

  /**
   * Whether the UTF-8 form of a text has at most so many bytes. Half of a surrogate pair alone counts as three, which is
   * never less than what a strict writer makes of it.
   */
  static boolean fits(String text, int limit) {
    int length = text.length();
    if (length > limit) {
      return false;
    }
    if (length <= limit / 3) {
      return true;
    }
    int bytes = length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c >= 0x800 ? 2 : 1;
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++; // a pair is 4 bytes: 2 chars counted, 2 added
        }
      }
    }
    return bytes <= limit;
  }
}
