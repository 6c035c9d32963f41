package io.github.coopj.core.transaction;

import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.AbiException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** How the parts of a packed transaction are compressed; the constant's name in lower case is its text form. */
public enum Compression {
  /** As they are. */
  NONE,
  /** Each part is a zlib stream of its own. */
  ZLIB;

  /** Largest part in bytes that {@link #unpack} inflates to, as in the node: 1 MiB. */
  public static final int MAX_INFLATED = 1024 * 1024;

  private static final Compression[] ALL = values();

  /**
   * Number in the binary form.
   *
   * @return 0 or 1
   */
  public int code() {
    return this == NONE ? 0 : 1;
  }

  /**
   * The kind with a number.
   *
   * @param code number in the binary form
   * @return the kind
   * @throws AbiException if there is none
   */
  public static Compression ofCode(long code) {
    if (code < 0 || code >= ALL.length) {
      throw new AbiException(
          Reason.UNKNOWN_CASE,
          "compression",
          AbiException.NO_OFFSET,
          "no compression " + code,
          null);
    }
    return ALL[(int) code];
  }

  /**
   * Text form in JSON.
   *
   * @return {@code none} or {@code zlib}
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Packs a part.
   *
   * @param plain the bytes
   * @return the packed bytes
   */
  public byte[] pack(byte[] plain) {
    if (this == NONE) {
      return plain.clone();
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
      byte[] chunk = new byte[8192];
      while (!deflater.finished()) {
        int count = deflater.deflate(chunk);
        out.write(chunk, 0, count);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks a part.
   *
   * @param packed the packed bytes
   * @return the bytes
   * @throws AbiException if this is no whole zlib stream, something follows it, or it inflates to more than
   *     {@link #MAX_INFLATED}
   */
  public byte[] unpack(byte[] packed) {
    if (this == NONE) {
      return packed.clone();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out =
          new ByteArrayOutputStream(Math.min(MAX_INFLATED, packed.length * 2 + 64));
      byte[] chunk = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        if (count == 0 && !inflater.finished()) {
          throw fault(
              Reason.TRUNCATED,
              packed.length - inflater.getRemaining(),
              "zlib stream ends too early");
        }
        if (out.size() + count > MAX_INFLATED) {
          throw fault(
              Reason.TOO_LARGE,
              packed.length - inflater.getRemaining(),
              "inflates to more than " + MAX_INFLATED + " bytes");
        }
        out.write(chunk, 0, count);
      }
      if (inflater.getRemaining() != 0) {
        throw fault(
            Reason.TRAILING_DATA,
            packed.length - inflater.getRemaining(),
            inflater.getRemaining() + " bytes after the zlib stream");
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new AbiException(
          Reason.INVALID_VALUE,
          "",
          packed.length - inflater.getRemaining(),
          "no zlib stream: " + String.valueOf(e.getMessage()),
          e);
    } finally {
      inflater.end();
    }
  }

  private static AbiException fault(Reason reason, int offset, String detail) {
    return new AbiException(reason, "", offset, detail, null);
  }
}
