package io.github.coopj.governance.person;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.crypto.Checksum256;
import java.text.Normalizer;

/** Salted digests of texts, each with its length, so that no two lists of texts share their bytes. */
final class PersonDigest {
  private PersonDigest() {}

  static Checksum256 of(Bytes salt, String... texts) {
    if (salt.size() < Person.MIN_SALT_SIZE) {
      throw new InvalidValueException(
          "salt must have at least " + Person.MIN_SALT_SIZE + " bytes, got " + salt.size());
    }
    AbiWriter out = new AbiWriter();
    out.writeBytes(salt);
    for (String text : texts) {
      out.writeString(text);
    }
    return Checksum256.sha256(out.toByteArray());
  }

  /** One form for texts that look the same. */
  static String words(String what, String text, boolean mayBeEmpty) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if ((normal.isEmpty() && !mayBeEmpty)
        || !normal.equals(normal.strip())
        || normal.length() > 300) {
      throw new InvalidValueException(
          what + " must have 1 to 300 characters without blanks around, got '" + text + "'");
    }
    return normal;
  }
}
