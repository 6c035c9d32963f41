package io.github.coopj.governance.proxy;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * A power of attorney (доверенность) to vote at meetings of all members, as its principal signs it (BALLOT-09). It cannot be
 * passed on: only who is named in it may use it.
 *
 * @param cooperative account of the cooperative
 * @param principal account of the member whose vote it is
 * @param proxy account of the member who may cast it
 * @param meeting number of the one meeting it is for, 0 for every meeting while it lasts
 * @param from first second in which it may be used
 * @param until first second in which it may no longer be used
 */
public record ProxyPaper(
    Name cooperative,
    Name principal,
    Name proxy,
    @AbiType("uint64") long meeting,
    TimePointSec from,
    TimePointSec until) {
  /** Refuses a power that nobody could use. */
  public ProxyPaper {
    if (cooperative.isEmpty() || principal.isEmpty() || proxy.isEmpty()) {
      throw new InvalidValueException(
          "a power of attorney names its cooperative, its principal and its proxy");
    }
    if (principal.equals(proxy)) {
      throw new InvalidValueException("nobody is his own proxy, got " + proxy);
    }
    if (meeting < 0) {
      throw new InvalidValueException(
          "a power of attorney is for a meeting or for all, got " + meeting);
    }
    if (until.compareTo(from) <= 0) {
      throw new InvalidValueException(
          "a power of attorney ends after it begins, got " + from + " to " + until);
    }
  }

  /**
   * What the principal signs and a ballot names.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.VOTING_PROXY, this);
  }
}
