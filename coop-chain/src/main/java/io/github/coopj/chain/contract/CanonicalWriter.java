package io.github.coopj.chain.contract;

import java.io.ByteArrayOutputStream;

/** Writes values so that different sequences of values never give the same bytes. */
final class CanonicalWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  void number(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  /** Text as its chars, since a class file can hold what no UTF-8 writer keeps. */
  void text(String value) {
    number(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.write(c >>> 8);
      out.write(c);
    }
  }

  void raw(byte[] value) {
    out.writeBytes(value);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
