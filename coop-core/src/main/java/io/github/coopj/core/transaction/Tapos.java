package io.github.coopj.core.transaction;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;

/**
 * Transaction as proof of stake: the block that a transaction builds on, so that it is void on other forks and chains.
 *
 * @param refBlockNum low 16 bits of the block number
 * @param refBlockPrefix bytes 8 to 11 of the block id, little-endian, 0 to 2^32-1
 */
public record Tapos(int refBlockNum, long refBlockPrefix) {
  /** Checks the ranges. */
  public Tapos {
    if (refBlockNum < 0 || refBlockNum > 0xFFFF) {
      throw new InvalidValueException("ref_block_num must be 0 to 65535, got " + refBlockNum);
    }
    if (refBlockPrefix < 0 || refBlockPrefix > 0xFFFF_FFFFL) {
      throw new InvalidValueException(
          "ref_block_prefix must be 0 to 2^32-1, got " + refBlockPrefix);
    }
  }

  /**
   * Builds on a block.
   *
   * @param blockId id of the block; its first four bytes are the block number
   * @return the reference
   */
  public static Tapos of(Checksum256 blockId) {
    byte[] id = blockId.toBytes();
    int number = (id[2] & 0xFF) << 8 | (id[3] & 0xFF);
    long prefix =
        (id[8] & 0xFFL) | (id[9] & 0xFFL) << 8 | (id[10] & 0xFFL) << 16 | (id[11] & 0xFFL) << 24;
    return new Tapos(number, prefix);
  }

  /**
   * Whether this is the reference to a block.
   *
   * @param blockId id of the block
   * @return true if number and prefix are those of the id
   */
  public boolean matches(Checksum256 blockId) {
    return equals(of(blockId));
  }
}
