package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.crypto.Checksum256;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Id of a transfer, given by the caller. Sent again with the same body it changes nothing; with another body it is refused.
 *
 * @param high upper 64 bits
 * @param low lower 64 bits
 */
public record TransferId(long high, long low) implements Comparable<TransferId> {
  /** No transfer. */
  public static final TransferId NONE = new TransferId(0, 0);

  /**
   * The id that stands for a document: the first 16 bytes of its digest.
   *
   * @param document digest of a document
   * @return the id
   * @throws InvalidValueException if these bytes are zero
   */
  public static TransferId of(Checksum256 document) {
    AbiReader bytes = new AbiReader(document.toBytes());
    TransferId id =
        new TransferId(Long.reverseBytes(bytes.readI64()), Long.reverseBytes(bytes.readI64()));
    if (id.isNone()) {
      throw new InvalidValueException("a digest of zeros names no transfer");
    }
    return id;
  }

  /**
   * The id of one of the transfers that a document gives rise to.
   *
   * @param document digest of the document
   * @param part 0 for the first
   * @return the id, another one for each part of each document
   */
  public static TransferId part(Checksum256 document, int part) {
    byte[] text = Arrays.copyOf(document.toBytes(), Checksum256.SIZE + Integer.BYTES);
    for (int i = 0; i < Integer.BYTES; i++) {
      text[Checksum256.SIZE + i] = (byte) (part >>> (Byte.SIZE * i));
    }
    return of(Checksum256.sha256(text));
  }

  /**
   * Whether this is the id of no transfer.
   *
   * @return true for {@link #NONE}
   */
  public boolean isNone() {
    return high == 0 && low == 0;
  }

  /**
   * The id as bytes.
   *
   * @return 16 bytes, the highest first
   */
  public byte[] toBytes() {
    byte[] bytes = new byte[2 * Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      int shift = Byte.SIZE * (Long.BYTES - 1 - i);
      bytes[i] = (byte) (high >>> shift);
      bytes[Long.BYTES + i] = (byte) (low >>> shift);
    }
    return bytes;
  }

  @Override
  public int hashCode() {
    long mixed = (high ^ (low * 0x9E3779B97F4A7C15L)) * 0xC2B2AE3D27D4EB4FL;
    return (int) (mixed >>> 32);
  }

  @Override
  public int compareTo(TransferId other) {
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  /** The id as 32 hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
