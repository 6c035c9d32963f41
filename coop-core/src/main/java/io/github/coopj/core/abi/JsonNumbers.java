package io.github.coopj.core.abi;

import io.github.coopj.core.abi.AbiException.Reason;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** Numbers in JSON: as numbers or, where JavaScript would lose digits, as decimal text. */
final class JsonNumbers {
  private static final int MAX_DIGITS = 40;

  private JsonNumbers() {}

  static BigInteger integer(JsonNode json) {
    if (json.isIntegralNumber()) {
      return json.bigIntegerValue();
    }
    if (!json.isString()) {
      throw AbiException.of(Reason.WRONG_JSON, "must be an integer or its decimal text");
    }
    String text = json.stringValue();
    int first = text.startsWith("-") ? 1 : 0;
    if (text.length() == first || text.length() - first > MAX_DIGITS) {
      throw AbiException.of(Reason.INVALID_VALUE, "must be 1 to 40 decimal digits");
    }
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw AbiException.of(Reason.INVALID_VALUE, "must be decimal digits, got '" + text + "'");
      }
    }
    return new BigInteger(text);
  }
}
