package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;

/** The kinds of keys and signatures of an Antelope chain; the constant's name is its suffix in texts. */
public enum KeyType {
  /** ECDSA on secp256k1: wallets and block producers. */
  K1(0),
  /** ECDSA on secp256r1 (P-256): secure elements of phones and cards. */
  R1(1),
  /** P-256 inside a WebAuthn assertion: passkeys. The secret never leaves its authenticator. */
  WA(2);

  private final int code;

  KeyType(int code) {
    this.code = code;
  }

  /**
   * The byte in front of binary forms.
   *
   * @return 0, 1 or 2
   */
  public int code() {
    return code;
  }

  /**
   * Finds the kind of a binary form.
   *
   * @param code its first byte
   * @return the kind
   * @throws InvalidValueException when the code is not 0, 1 or 2
   */
  public static KeyType ofCode(int code) {
    return switch (code) {
      case 0 -> K1;
      case 1 -> R1;
      case 2 -> WA;
      default ->
        throw new InvalidValueException("key type must be 0 (K1), 1 (R1) or 2 (WA), got " + code);
    };
  }
}
