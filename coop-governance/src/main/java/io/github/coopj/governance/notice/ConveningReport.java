package io.github.coopj.governance.notice;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.NoticePolicy;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who on the roll was told of a meeting and who was not (отчёт об уведомлении, NOTICE-06).
 *
 * @param meeting number of the meeting
 * @param cycle cycle of the meeting
 * @param opensAt when it opens
 * @param eligible number of members on the roll
 * @param missing members who were not told, in the order of the roll
 * @param late members who were told too late, in the order of the roll
 * @param proofs digests of the proofs of everybody who was told, in the order of the roll
 */
public record ConveningReport(
    @AbiType("uint64") long meeting,
    int cycle,
    TimePointSec opensAt,
    @AbiType("uint64") long eligible,
    List<Name> missing,
    List<Name> late,
    List<Checksum256> proofs) {
  /** Copies the lists. */
  public ConveningReport {
    missing = List.copyOf(missing);
    late = List.copyOf(late);
    proofs = List.copyOf(proofs);
  }

  /**
   * Draws the report.
   *
   * @param meeting number of the meeting
   * @param cycle cycle of the meeting
   * @param opensAt when it opens
   * @param days days of notice that its agenda needs, see {@link NoticeClock#requiredDays}
   * @param roll members on the roll in its order
   * @param proofs finds how a member was told
   * @param charter the charter in force
   * @return the report
   */
  public static ConveningReport of(
      long meeting,
      int cycle,
      TimePointSec opensAt,
      int days,
      List<Name> roll,
      Function<Name, Optional<NoticeProof>> proofs,
      Charter charter) {
    NoticePolicy policy = charter.notice();
    List<Name> missing = new ArrayList<>();
    List<Name> late = new ArrayList<>();
    List<Checksum256> digests = new ArrayList<>();
    for (Name member : roll) {
      Optional<NoticeProof> proof = proofs
          .apply(member)
          .filter(each -> each.snapshot().meeting() == meeting
              && each.snapshot().cycle() == cycle
              && each.member().equals(member));
      Optional<Instant> at = proof.flatMap(NoticeProof::notifiedAt);
      if (at.isEmpty()) {
        missing.add(member);
        continue;
      }
      digests.add(proof.orElseThrow().digest());
      if (!NoticeClock.isTimely(
          at.get(), opensAt.toInstant(), days, policy.counting(), charter.zone())) {
        late.add(member);
      }
    }
    return new ConveningReport(meeting, cycle, opensAt, roll.size(), missing, late, digests);
  }

  /**
   * Whether everybody was told in time.
   *
   * @return whether nobody is missing or late
   */
  public boolean isComplete() {
    return missing.isEmpty() && late.isEmpty();
  }

  /**
   * Asks whether the meeting may open.
   *
   * @param policy notice policy of the charter
   * @return whether the meeting opens with members not told in time, which its record must flag; false if everybody was told
   * @throws GovernanceException MEMBERS_NOT_NOTIFIED where the charter blocks such a meeting
   */
  public boolean requireMayOpen(NoticePolicy policy) {
    if (!isComplete() && policy.blockIfUndelivered()) {
      throw new GovernanceException(
          Reason.MEMBERS_NOT_NOTIFIED,
          "notified",
          eligible - missing.size() - late.size(),
          "of",
          eligible);
    }
    return !isComplete();
  }

  /**
   * Names the report.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.CONVENING_REPORT, this);
  }
}
