package io.github.coopj.governance.fund;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What was received from a member in money or in kind, before it is booked.
 *
 * @param kind what it is paid for
 * @param member account of the member
 * @param amount what was received
 * @param programme programme it is paid to; the admission programme for entrance and minimal share
 * @param document digest of the paper it was received under, for a thing the act of handing over
 * @param at when it was received
 * @param asset in what it was brought
 * @param membership what the member declares to be membership contribution, where the programme leaves it to him
 */
public record Contribution(
    ContributionKind kind,
    Name member,
    Asset amount,
    @AbiType("uint64") long programme,
    Checksum256 document,
    TimePointSec at,
    AssetKind asset,
    Optional<Asset> membership) {
  /**
   * A contribution in money.
   *
   * @param kind what it is paid for
   * @param member account of the member
   * @param amount what was received
   * @param programme programme it is paid to
   * @param document digest of the paper it was received under
   * @param at when it was received
   */
  public Contribution(
      ContributionKind kind,
      Name member,
      Asset amount,
      long programme,
      Checksum256 document,
      TimePointSec at) {
    this(kind, member, amount, programme, document, at, AssetKind.MONEY, Optional.empty());
  }

  /**
   * The same brought in another asset.
   *
   * @param other in what it was brought
   * @return a contribution that differs in this only
   */
  public Contribution in(AssetKind other) {
    return new Contribution(kind, member, amount, programme, document, at, other, membership);
  }

  /**
   * The same with a part declared to be membership contribution.
   *
   * @param part the part
   * @return a contribution that differs in this only
   */
  public Contribution declaring(Asset part) {
    return new Contribution(
        kind, member, amount, programme, document, at, asset, Optional.of(part));
  }

  /**
   * Refuses a contribution that is yet to be paid.
   *
   * @param now the moment
   * @throws GovernanceException OUT_OF_ORDER
   */
  public void requirePaid(Instant now) {
    if (at.toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", TimePointSec.of(now), "notBefore", at);
    }
  }
}
