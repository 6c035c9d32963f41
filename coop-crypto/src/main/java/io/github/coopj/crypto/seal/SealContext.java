package io.github.coopj.crypto.seal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.crypto.internal.Binary;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What sealed data are for: both sides must name the same purpose and facts, or the data do not open.
 *
 * <p>Binding the receiver, the person and the occasion (an application, a consent) keeps sealed data from being replayed
 * elsewhere. The context itself is not stored with the data, and the data do not reveal it.
 *
 * @param purpose what for, such as {@code quick registration}; not empty
 * @param facts names and numbers of this case, in the order both sides agreed on; texts of any length, may be none
 */
public record SealContext(String purpose, List<String> facts) {
  /**
   * Checks and copies.
   *
   * @throws InvalidValueException when the purpose is blank, or half of a surrogate pair stands alone in a text: two
   *     contexts would have the same bytes
   */
  public SealContext {
    if (purpose.isBlank()) {
      throw new InvalidValueException(
          "context of sealed data must have a purpose, got '" + Texts.brief(purpose) + "'");
    }
    facts = List.copyOf(facts);
    Texts.utf8("purpose of sealed data", purpose);
    for (String fact : facts) {
      Texts.utf8("fact of sealed data", fact);
    }
  }

  /**
   * Names a context.
   *
   * @param purpose what for; not empty
   * @param facts names and numbers of this case
   * @return the context
   * @throws InvalidValueException when the purpose is blank or a text holds half of a surrogate pair alone
   */
  public static SealContext of(String purpose, String... facts) {
    return new SealContext(purpose, List.of(facts));
  }

  /** Unambiguous bytes: every text with its length in front. */
  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Binary.writeBytes(out, Texts.utf8("purpose of sealed data", purpose));
    for (String fact : facts) {
      Binary.writeBytes(out, Texts.utf8("fact of sealed data", fact));
    }
    return out.toByteArray();
  }
}
