package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;

/**
 * Numbered addition to a transaction or block, for readers that know the number.
 *
 * @param type number, 0 to 65535
 * @param data content, as the number says
 */
public record Extension(@AbiType("uint16") int type, Bytes data) {
  /** Checks the range. */
  public Extension {
    if (type < 0 || type > 0xFFFF) {
      throw new InvalidValueException("extension type must be 0 to 65535, got " + type);
    }
  }
}
