package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.crypto.group.Scalar;
import java.nio.ByteBuffer;

/** Parts of hashed statements: numbers with the highest byte first. */
final class Parts {
  private Parts() {}

  static Bytes u32(int value) {
    return Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  static Bytes of(Checksum256 hash) {
    return Bytes.of(hash.toBytes());
  }

  /** {@code S = E ‖ account ‖ u32 item ‖ u8 option ‖ hash of all ciphertexts of the ballot}. */
  static Bytes statement(
      Checksum256 election, Name voter, int item, int option, Checksum256 ciphertexts) {
    return Bytes.of(ByteBuffer.allocate(2 * Checksum256.SIZE + Long.BYTES + Integer.BYTES + 1)
        .put(election.toBytes())
        .putLong(voter.value())
        .putInt(item)
        .put((byte) option)
        .put(ciphertexts.toBytes())
        .array());
  }

  /** Refuses what is no number below the order of the group: one proof has one form. */
  static void requireScalar(String what, Bytes bytes) {
    try {
      Scalar.decode(bytes);
    } catch (InvalidValueException e) {
      throw new InvalidValueException(what + ": " + e.getMessage(), e);
    }
  }

  /** Refuses what has not the size of a point; whether it is one is asked where it is used. */
  static void requirePointSize(String what, Bytes bytes) {
    if (bytes.size() != Group.ELEMENT_SIZE) {
      throw new InvalidValueException(
          what + " must have " + Group.ELEMENT_SIZE + " bytes, got " + bytes.size());
    }
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new InvalidValueException(rule);
    }
  }
}
