package io.github.coopj.crypto.seal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.internal.Binary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
  /** Checks and copies. */
  public SealContext {
    if (purpose.isBlank()) {
      throw new InvalidValueException(
          "context of sealed data must have a purpose, got '" + purpose + "'");
    }
    facts = List.copyOf(facts);
  }

  /**
   * Names a context.
   *
   * @param purpose what for; not empty
   * @param facts names and numbers of this case
   * @return the context
   */
  public static SealContext of(String purpose, String... facts) {
    return new SealContext(purpose, List.of(facts));
  }

  /** Unambiguous bytes: every text with its length in front. */
  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Binary.writeBytes(out, purpose.getBytes(StandardCharsets.UTF_8));
    for (String fact : facts) {
      Binary.writeBytes(out, fact.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
