package io.github.coopj.chain.kernel;

import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;

/**
 * Bytes of RAM that things on the chain are billed as (protocol rule: config.hpp and billable sizes). A node reserves
 * more than the bytes themselves, for its indexes.
 */
public final class RamSizes {
  /** An account beside its permissions. */
  public static final long ACCOUNT = 2048;
  /** An authority without factors; what a permission is billed as holds it already. */
  public static final long AUTHORITY = 64;
  /** A permission beside the factors of its authority. */
  public static final long PERMISSION = 288;
  /** A link of an action to a permission. */
  public static final long LINK = 144;
  /** A table with at least one row. */
  public static final long TABLE = 112;
  /** A row beside its bytes. */
  public static final long ROW = 112;
  /** A key of an authority, beside the bytes of the key. */
  public static final long KEY_WEIGHT = 16;
  /** An account of an authority. */
  public static final long ACCOUNT_WEIGHT = 32;
  /** A wait of an authority. */
  public static final long WAIT_WEIGHT = 16;
  /** What a byte of code counts as. */
  public static final long CODE_MULTIPLIER = 10;

  /** A deferred transaction beside its bytes; this chain has none. */
  public static final long DEFERRED_TRANSACTION = 272;

  private RamSizes() {}

  /**
   * Bytes of an authority.
   *
   * @param authority the authority
   * @return 0 for one without factors
   */
  public static long of(Authority authority) {
    long bytes = ACCOUNT_WEIGHT * authority.accounts().size()
        + WAIT_WEIGHT * authority.waits().size();
    for (KeyWeight key : authority.keys()) {
      bytes += KEY_WEIGHT + key.key().toBinary().length;
    }
    return bytes;
  }

  /**
   * Bytes of a new account with its two permissions.
   *
   * @param owner authority of {@code owner}
   * @param active authority of {@code active}
   * @return bytes
   */
  public static long ofAccount(Authority owner, Authority active) {
    return ACCOUNT + ofPermission(owner) + ofPermission(active);
  }

  /**
   * Bytes of a permission.
   *
   * @param authority its authority
   * @return bytes
   */
  public static long ofPermission(Authority authority) {
    return PERMISSION + of(authority);
  }

  /**
   * Bytes of a row.
   *
   * @param valueBytes bytes of its value
   * @return bytes
   */
  public static long ofRow(long valueBytes) {
    return ROW + valueBytes;
  }

  /**
   * Bytes of installed code.
   *
   * @param codeBytes bytes of the code
   * @return bytes
   */
  public static long ofCode(long codeBytes) {
    return codeBytes * CODE_MULTIPLIER;
  }
}
