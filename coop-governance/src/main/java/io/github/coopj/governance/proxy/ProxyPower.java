package io.github.coopj.governance.proxy;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered power of attorney (зарегистрированная доверенность) to vote. A principal has one at a time, so nobody can hand
 * one vote to two proxies (BALLOT-09).
 */
public final class ProxyPower {
  private final ProxyRecord row;

  private ProxyPower(ProxyRecord row) {
    this.row = row;
  }

  /**
   * Restores a stored power.
   *
   * @param row what {@link #snapshot} gave
   * @return the power
   * @throws InvalidValueException if the parts contradict each other
   */
  public static ProxyPower restore(ProxyRecord row) {
    boolean revoked = !row.revokedAt().equals(TimePointSec.EPOCH);
    if (row.id() < 1
        || !row.signature().signer().equals(row.paper().principal())
        || row.registeredAt().compareTo(row.paper().until()) >= 0
        || (revoked && row.revokedAt().compareTo(row.registeredAt()) < 0)) {
      throw new InvalidValueException(
          "the record of power of attorney " + row.id() + " contradicts itself");
    }
    return new ProxyPower(row);
  }

  /**
   * Registers a power that its principal has signed.
   *
   * @param id number of the power
   * @param paper what it says
   * @param signature the principal's signature under it
   * @param before the last power of the same principal, if any
   * @param keys which keys sign for which accounts
   * @param charter the charter in force
   * @param now time of the move
   * @return the power, to be used from its first second on
   * @throws GovernanceException PROXIES_NOT_ALLOWED where the charter knows no proxies, PROXY_OF_OTHER_COOPERATIVE,
   *     SIGNATURE_FORGED if anybody but the principal signed, PROXY_NOT_VALID if its time is over, PROXY_STANDS while the last
   *     power of the principal can still be used
   */
  public static ProxyPower register(
      long id,
      ProxyPaper paper,
      DocumentSignature signature,
      Optional<ProxyPower> before,
      SignerKeys keys,
      Charter charter,
      Instant now) {
    if (charter.ballots().maxProxies() == 0) {
      throw new GovernanceException(Reason.PROXIES_NOT_ALLOWED, "cooperative", charter.account());
    }
    if (!paper.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.PROXY_OF_OTHER_COOPERATIVE,
          "cooperative",
          paper.cooperative(),
          "expected",
          charter.account());
    }
    signature.requireGenuine(paper.digest(), paper.principal(), keys);
    if (!now.isBefore(paper.until().toInstant())) {
      throw notValid(paper, now);
    }
    before.filter(power -> power.stands(now)).ifPresent(ProxyPower::refuseSecond);
    return new ProxyPower(
        new ProxyRecord(id, paper, signature, TimePointSec.of(now), TimePointSec.EPOCH));
  }

  /**
   * The power as it is stored.
   *
   * @return the row
   */
  public ProxyRecord snapshot() {
    return row;
  }

  /**
   * Revokes the power. Ballots cast by it before stay.
   *
   * @param by who revokes it
   * @param now time of the move
   * @return the power, of no use any more
   * @throws GovernanceException NOT_THE_PRINCIPAL, PROXY_REVOKED
   */
  public ProxyPower revoke(Name by, Instant now) {
    if (!by.equals(row.paper().principal())) {
      throw new GovernanceException(
          Reason.NOT_THE_PRINCIPAL, "account", by, "principal", row.paper().principal());
    }
    requireNotRevoked();
    return new ProxyPower(new ProxyRecord(
        row.id(), row.paper(), row.signature(), row.registeredAt(), TimePointSec.of(now)));
  }

  /**
   * This power once the membership of its principal or of its proxy has ended: it is of no use any more.
   *
   * @param memberships who is a member of the cooperative
   * @param now first moment without it
   * @return the power; the same while both are members, and if it ended before
   */
  public ProxyPower withoutLeavers(MembershipLookup memberships, Instant now) {
    boolean both = memberships.isActive(row.paper().principal(), now)
        && memberships.isActive(row.paper().proxy(), now);
    return both || !stands(now) ? this : revoke(row.paper().principal(), now);
  }

  /**
   * Refuses anything but the use of this power by its proxy, at its meeting and in its time.
   *
   * @param document digest that the ballot names
   * @param proxy who casts the ballot
   * @param meeting number of the meeting
   * @param now time of the vote
   * @throws GovernanceException PROXY_UNKNOWN if the ballot names another document, PROXY_OF_ANOTHER if another casts it,
   *     PROXY_REVOKED, PROXY_NOT_VALID before its first second or from its last on, PROXY_OF_OTHER_MEETING
   */
  public void requireCovers(Checksum256 document, Name proxy, long meeting, Instant now) {
    ProxyPaper paper = row.paper();
    if (!paper.digest().equals(document)) {
      throw new GovernanceException(
          Reason.PROXY_UNKNOWN, "account", paper.principal(), "document", document);
    }
    if (!paper.proxy().equals(proxy)) {
      throw new GovernanceException(
          Reason.PROXY_OF_ANOTHER, "account", proxy, "expected", paper.proxy());
    }
    requireNotRevoked();
    if (now.isBefore(paper.from().toInstant()) || !now.isBefore(paper.until().toInstant())) {
      throw notValid(paper, now);
    }
    if (paper.meeting() != 0 && paper.meeting() != meeting) {
      throw new GovernanceException(
          Reason.PROXY_OF_OTHER_MEETING, "meeting", meeting, "expected", paper.meeting());
    }
  }

  private boolean stands(Instant now) {
    return row.revokedAt().equals(TimePointSec.EPOCH)
        && now.isBefore(row.paper().until().toInstant());
  }

  private void refuseSecond() {
    throw new GovernanceException(
        Reason.PROXY_STANDS,
        "account",
        row.paper().principal(),
        "until",
        row.paper().until());
  }

  private void requireNotRevoked() {
    if (!row.revokedAt().equals(TimePointSec.EPOCH)) {
      throw new GovernanceException(
          Reason.PROXY_REVOKED, "account", row.paper().principal(), "since", row.revokedAt());
    }
  }

  private static GovernanceException notValid(ProxyPaper paper, Instant now) {
    return new GovernanceException(
        Reason.PROXY_NOT_VALID,
        "now",
        TimePointSec.of(now),
        "from",
        paper.from(),
        "until",
        paper.until());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProxyPower that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return "ProxyPower[" + row.paper().principal() + " -> " + row.paper().proxy() + "]";
  }
}
