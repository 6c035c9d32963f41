package io.github.coopj.governance.meeting;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML whose tags balance and whose texts are always escaped. The same calls give the same characters on every
 * machine.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are name, value, name, value. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('\n');
    open.push(tag);
    return this;
  }

  /** Closes the innermost open element. */
  Html close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** A whole element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    start(tag, attributes);
    escape(text);
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** An element without an end. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append('\n');
    return this;
  }

  /** A style sheet of this module; never anything from outside. */
  Html style(String css) {
    out.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  String finish() {
    while (!open.isEmpty()) {
      close();
    }
    return "<!DOCTYPE html>\n" + out;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n' -> out.append(c);
        default -> out.append(c < ' ' || c == 0x7f ? '\ufffd' : c);
      }
    }
  }
}
