package io.github.coopj.crypto.group;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.internal.bc.BcGroup;
import org.jspecify.annotations.Nullable;

/** An element of {@link Group#P256}, written additively: a point of the curve, or the neutral element. */
public final class Element {
  private final BcGroup.Point point;

  private @Nullable Bytes encoded;

  Element(BcGroup.Point point) {
    this.point = point;
  }

  /**
   * Adds.
   *
   * @param other an element
   * @return the sum
   */
  public Element plus(Element other) {
    return new Element(point.plus(other.point));
  }

  /**
   * Subtracts.
   *
   * @param other an element
   * @return the difference
   */
  public Element minus(Element other) {
    return new Element(point.minus(other.point));
  }

  /**
   * Multiplies by a public number: the time depends on it.
   *
   * @param factor a number that anybody may know
   * @return the product
   */
  public Element times(Scalar factor) {
    return new Element(point.times(factor.value()));
  }

  /**
   * Multiplies by a secret number, with the same sequence of group operations for all of them.
   *
   * @param factor a secret
   * @return the product
   */
  public Element timesSecret(Scalar factor) {
    return new Element(point.timesSecret(factor.value()));
  }

  /**
   * The bytes: SEC 1, compressed.
   *
   * @return 33 bytes beginning with 02 or 03, or the single byte 00 for the neutral element
   */
  public Bytes encode() {
    Bytes known = encoded;
    if (known == null) {
      known = Bytes.of(point.encode());
      encoded = known; // the same whoever computes it
    }
    return known;
  }

  /**
   * Whether this is the neutral element.
   *
   * @return true for what changes nothing when added
   */
  public boolean isNeutral() {
    return point.isNeutral();
  }

  BcGroup.Point point() {
    return point;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Element that && encode().equals(that.encode());
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  /** The bytes in hexadecimal digits. */
  @Override
  public String toString() {
    return encode().toHex();
  }
}
