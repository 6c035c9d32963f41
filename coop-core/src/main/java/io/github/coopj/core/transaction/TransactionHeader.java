package io.github.coopj.core.transaction;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * When and where a transaction is valid and what it may consume.
 *
 * @param expiration last block time at which it may enter a block
 * @param refBlockNum low 16 bits of the number of a block it builds on, 0 to 65535
 * @param refBlockPrefix bytes 8 to 11 of that block's id, little-endian, 0 to 2^32-1
 * @param maxNetUsageWords limit of NET in words of 8 bytes, 0 to 2^32-1; 0 = no limit of its own
 * @param maxCpuUsageMs limit of CPU in milliseconds, 0 to 255; 0 = no limit of its own
 * @param delaySec seconds to wait before execution, 0 to 2^32-1
 */
@AbiName("transaction_header")
public record TransactionHeader(
    TimePointSec expiration,
    @AbiName("ref_block_num") @AbiType("uint16") int refBlockNum,
    @AbiName("ref_block_prefix") @AbiType("uint32") long refBlockPrefix,
    @AbiName("max_net_usage_words") @AbiType("varuint32") long maxNetUsageWords,
    @AbiName("max_cpu_usage_ms") @AbiType("uint8") int maxCpuUsageMs,
    @AbiName("delay_sec") @AbiType("varuint32") long delaySec) {
  /** Checks the ranges. */
  public TransactionHeader {
    require("ref_block_num", refBlockNum, 0xFFFF);
    require("ref_block_prefix", refBlockPrefix, 0xFFFF_FFFFL);
    require("max_net_usage_words", maxNetUsageWords, 0xFFFF_FFFFL);
    require("max_cpu_usage_ms", maxCpuUsageMs, 0xFF);
    require("delay_sec", delaySec, 0xFFFF_FFFFL);
  }

  /**
   * The block that the transaction builds on.
   *
   * @return the reference
   */
  public Tapos tapos() {
    return new Tapos(refBlockNum, refBlockPrefix);
  }

  private static void require(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new InvalidValueException(field + " must be 0 to " + max + ", got " + value);
    }
  }
}
