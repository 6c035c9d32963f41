package io.github.coopj.crypto.group;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.internal.bc.BcGroup;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** A group of prime order in which nobody can find the factor between two elements. */
public enum Group {
  /** NIST P-256 (secp256r1, SP 800-186; SEC 2): cofactor 1, so every point of the curve is of the group. */
  P256;

  /** Bytes of an encoded element other than the neutral one. */
  public static final int ELEMENT_SIZE = BcGroup.POINT;

  private static final Element GENERATOR = new Element(BcGroup.GENERATOR);
  private static final Element NEUTRAL = new Element(BcGroup.NEUTRAL);
  private static final Bytes NEUTRAL_BYTES = Bytes.of(new byte[1]);

  /**
   * The generator G.
   *
   * @return always the same element
   */
  public Element generator() {
    return GENERATOR;
  }

  /**
   * The neutral element: a sum of nothing.
   *
   * @return always the same element
   */
  public Element neutral() {
    return NEUTRAL;
  }

  /**
   * Reads an element other than the neutral one.
   *
   * @param bytes 33 bytes, SEC 1 compressed
   * @return the element
   * @throws InvalidValueException for another length or first byte, and when no point of the curve has this x
   */
  public Element decode(Bytes bytes) {
    BcGroup.Point point = BcGroup.decode(bytes.toArray());
    if (point == null) {
      throw new InvalidValueException(
          "element must be a compressed point of P-256 in 33 bytes, got " + brief(bytes));
    }
    return new Element(point);
  }

  /**
   * Reads an element that may be neutral, as a sum may.
   *
   * @param bytes as for {@link #decode}, or the single byte 00
   * @return the element
   * @throws InvalidValueException for anything else
   */
  public Element decodeSum(Bytes bytes) {
    return bytes.equals(NEUTRAL_BYTES) ? NEUTRAL : decode(bytes);
  }

  private static String brief(Bytes bytes) {
    return bytes.size() + " bytes "
        + bytes.slice(0, Math.min(bytes.size(), ELEMENT_SIZE)).toHex();
  }

  /**
   * {@code a·first + b·second} for public factors: the time depends on them.
   *
   * @param first an element
   * @param a its factor
   * @param second another element
   * @param b its factor
   * @return the sum
   */
  public Element sum(Element first, Scalar a, Element second, Scalar b) {
    return new Element(BcGroup.sum(first.point(), a.value(), second.point(), b.value()));
  }

  /**
   * Hashes a statement to a number: {@code OS2IP(SHA-512(u32 length ‖ label ‖ u32 length ‖ part …)) mod order}, lengths in
   * bytes with the highest first. Every part has its length in front, so no two statements have the same bytes; 512 bits
   * make the number uniform but for 2^-256.
   *
   * @param label what the statement is about
   * @param parts all of the statement, in order
   * @return the number
   */
  public Scalar hash(String label, Bytes... parts) {
    byte[] name = Texts.utf8("label of a hash", label);
    int size = Integer.BYTES + name.length;
    for (Bytes part : parts) {
      size += Integer.BYTES + part.size();
    }
    ByteBuffer statement = ByteBuffer.allocate(size);
    statement.putInt(name.length).put(name);
    for (Bytes part : parts) {
      statement.putInt(part.size()).put(part.toArray());
    }
    return Scalar.of(new BigInteger(1, Digests.sha512(statement.array())));
  }
}
