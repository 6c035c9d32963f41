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
 * @param decidedAt when it became what the status says; the epoch while applied
 * @param decisionId number of the Council's decision; 0 while applied
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
    @AbiType("uint64") long decisionId) {
  /**
   * Whether the person has been a member since a moment or longer, and so belongs on a roll that is drawn up as of that
   * moment (MEET-16).
   *
   * @param moment the moment; who became a member exactly then is one
   * @return false for applicants and for who came later
   */
  public boolean isMemberSince(TimePointSec moment) {
    return status == MembershipStatus.ACTIVE && decidedAt.compareTo(moment) <= 0;
  }
}
