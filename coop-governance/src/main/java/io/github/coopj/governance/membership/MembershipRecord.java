package io.github.coopj.governance.membership;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.person.PersonKind;

/**
 * A membership as it is stored.
 *
 * @param account whose
 * @param kind kind of person
 * @param personDigest digest of the personal data
 * @param applicationHash digest of the application
 * @param representative who acts for a sole proprietor or an organization, else empty
 * @param status how far it has come
 * @param appliedAt when the application was received
 * @param decidedAt when the person was admitted or refused; the epoch while applied
 * @param memberUntil first second no longer a member; the epoch for who has not left
 * @param decisionId number of the Council's decision, of the founding meeting's for a founder; 0 while applied
 */
public record MembershipRecord(
    Name account,
    PersonKind kind,
    Checksum256 personDigest,
    Checksum256 applicationHash,
    Name representative,
    MembershipStatus status,
    TimePointSec appliedAt,
    TimePointSec decidedAt,
    TimePointSec memberUntil,
    @AbiType("uint64") long decisionId) {
  /**
   * Whether the person was a member at a moment, and so belongs on a roll that is drawn up as of that moment, whatever
   * happened since (MEET-16).
   *
   * @param moment the moment; who became a member exactly then was one, who left exactly then was none
   * @return false for applicants, for who was refused, came later or had left
   */
  public boolean isMemberAt(TimePointSec moment) {
    boolean admitted = status == MembershipStatus.ACTIVE || status == MembershipStatus.EXITED;
    boolean stayed = memberUntil.equals(TimePointSec.EPOCH) || moment.compareTo(memberUntil) < 0;
    return admitted && stayed && decidedAt.compareTo(moment) <= 0;
  }

  /**
   * How many were members at a moment (MEET-08).
   *
   * @param last the last membership of each account in one cooperative
   * @param former memberships that came before those of the same accounts
   * @param moment the moment
   * @return 0 or more
   */
  public static long countAt(
      Iterable<MembershipRecord> last, Iterable<FormerMemberships> former, TimePointSec moment) {
    long members = 0;
    for (MembershipRecord each : last) {
      members += each.isMemberAt(moment) ? 1 : 0;
    }
    for (FormerMemberships each : former) {
      members += each.isMemberAt(moment) ? 1 : 0;
    }
    return members;
  }
}
