package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;

/** A ciphertext, or a sum of some, as elements of the group. */
record Pair(Element alpha, Element beta) {
  static final Pair NOTHING = new Pair(P256.neutral(), P256.neutral());

  /** {@code (r·G, r·Y + bit·G)}. */
  static Pair encrypt(Element publicKey, int bit, Scalar r) {
    Element[] message = {P256.neutral(), P256.generator()};
    return new Pair(P256.generator().timesSecret(r), publicKey.timesSecret(r).plus(message[bit]));
  }

  /**
   * The elements of a ciphertext.
   *
   * @throws InvalidValueException when either is no point
   */
  static Pair of(Ciphertext ciphertext) {
    return new Pair(P256.decode(ciphertext.alpha()), P256.decode(ciphertext.beta()));
  }

  Pair plus(Pair other) {
    return new Pair(alpha.plus(other.alpha), beta.plus(other.beta));
  }

  Ciphertext ciphertext() {
    return new Ciphertext(alpha.encode(), beta.encode());
  }
}
