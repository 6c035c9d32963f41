package io.github.coopj.governance.share;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A member's application to move share from one programme to another of his, or to have it back while he stays a member.
 *
 * @param cooperative account of the cooperative
 * @param member account of the member
 * @param from programme under which the share was paid
 * @param to programme that it goes to; the same one to have it back
 * @param amount above zero
 * @param writtenAt when he wrote it
 */
public record ShareMove(
    Name cooperative,
    Name member,
    @AbiType("uint64") long from,
    @AbiType("uint64") long to,
    Asset amount,
    TimePointSec writtenAt) {
  /** Refuses nothing. */
  public ShareMove {
    if (!amount.isPositive()) {
      throw new InvalidValueException("what is moved is above zero, got " + amount);
    }
  }

  /**
   * Whether the member asks for the share itself.
   *
   * @return false if it goes to another programme
   */
  public boolean isWithdrawal() {
    return from == to;
  }

  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SHARE_MOVE, this);
  }
}
