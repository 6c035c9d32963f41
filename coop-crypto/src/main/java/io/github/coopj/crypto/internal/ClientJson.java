package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads three texts out of the JSON object of a WebAuthn client and skips the rest.
 *
 * <p>As strict about JSON as the node's parser: an object at the top, nothing behind it, {@code type},
 * {@code challenge} and {@code origin} are texts, the last of several wins, a missing one is empty. Does not recurse, so
 * no nesting exhausts the stack.
 */
final class ClientJson {
  private final byte[] in;
  private int at;
  private byte[] type = new byte[0];
  private byte[] challenge = new byte[0];
  private byte[] origin = new byte[0];

  private ClientJson(byte[] in) {
    this.in = in;
  }

  /** Reads {@code json} up to its end or a zero byte, which ends a text for the node. */
  static ClientJson read(byte[] json) {
    ClientJson client = new ClientJson(untilZero(json));
    client.readTop();
    return client;
  }

  byte[] type() {
    return type;
  }

  byte[] challenge() {
    return challenge;
  }

  byte[] origin() {
    return origin;
  }

  private void readTop() {
    skipSpace();
    expect('{');
    skipSpace();
    if (peek() == '}') {
      at++;
    } else {
      do {
        skipSpace();
        String key = new String(untilZero(readString()), StandardCharsets.ISO_8859_1);
        skipSpace();
        expect(':');
        skipSpace();
        switch (key) {
          case "type" -> type = readString();
          case "challenge" -> challenge = readString();
          case "origin" -> origin = readString();
          default -> skipValue();
        }
        skipSpace();
      } while (accept(','));
      expect('}');
    }
    skipSpace();
    if (at != in.length) {
      throw broken();
    }
  }

  /** Skips one value of any kind with all that is nested in it. */
  private void skipValue() {
    BitSet objects = new BitSet(); // bit d: the container at depth d is an object
    int depth = 0;
    while (true) {
      int c = peek();
      if (c == '{' || c == '[') {
        at++;
        objects.set(++depth, c == '{');
        skipSpace();
        if (peek() != (c == '{' ? '}' : ']')) {
          skipKey(objects.get(depth));
          continue;
        }
      } else {
        skipScalar();
      }
      // behind a value, or before the end of an empty container
      while (true) {
        if (depth == 0) {
          return;
        }
        skipSpace();
        if (accept(',')) {
          skipSpace();
          skipKey(objects.get(depth));
          break;
        }
        expect(objects.get(depth) ? '}' : ']');
        if (--depth == 0) {
          return;
        }
      }
    }
  }

  private void skipKey(boolean inObject) {
    if (inObject) {
      readString();
      skipSpace();
      expect(':');
      skipSpace();
    }
  }

  private void skipScalar() {
    switch (peek()) {
      case '"' -> readString();
      case 't' -> skipWord("true");
      case 'f' -> skipWord("false");
      case 'n' -> skipWord("null");
      default -> skipNumber();
    }
  }

  private void skipWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  private void skipNumber() {
    accept('-');
    if (!accept('0')) {
      skipDigits();
    }
    if (accept('.')) {
      skipDigits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      skipDigits();
    }
  }

  private void skipDigits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw broken();
    }
  }

  private byte[] readString() {
    expect('"');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      int c = peek();
      if (c < 0x20) {
        throw broken();
      }
      at++;
      if (c == '"') {
        return out.toByteArray();
      }
      if (c != '\\') {
        out.write(c);
        continue;
      }
      int escape = peek();
      at++;
      switch (escape) {
        case '"', '\\', '/' -> out.write(escape);
        case 'b' -> out.write('\b');
        case 'f' -> out.write('\f');
        case 'n' -> out.write('\n');
        case 'r' -> out.write('\r');
        case 't' -> out.write('\t');
        case 'u' -> out.writeBytes(readUnicode());
        default -> throw broken();
      }
    }
  }

  private byte[] readUnicode() {
    int unit = readHex4();
    if (Character.isLowSurrogate((char) unit)) {
      throw broken();
    }
    int codePoint = unit;
    if (Character.isHighSurrogate((char) unit)) {
      expect('\\');
      expect('u');
      int low = readHex4();
      if (!Character.isLowSurrogate((char) low)) {
        throw broken();
      }
      codePoint = Character.toCodePoint((char) unit, (char) low);
    }
    return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
  }

  private int readHex4() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek() < 0x80 ? (char) Math.max(peek(), 0) : ' ', 16);
      if (digit < 0) {
        throw broken();
      }
      unit = unit << 4 | digit;
      at++;
    }
    return unit;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw broken();
    }
  }

  private int peek() {
    return at < in.length ? in[at] & 0xff : -1;
  }

  private InvalidValueException broken() {
    return new InvalidValueException(
        "WA signature has client data that is not a JSON object, see byte " + at);
  }

  private static byte[] untilZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return Arrays.copyOf(bytes, i);
      }
    }
    return bytes;
  }
}
