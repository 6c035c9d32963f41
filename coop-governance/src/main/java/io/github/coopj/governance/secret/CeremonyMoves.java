package io.github.coopj.governance.secret;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the states of a ceremony have in common. */
final class CeremonyMoves {
  private CeremonyMoves() {}

  static void requireInTime(CeremonyPlan plan, Instant now) {
    if (now.isAfter(plan.endsAt().toInstant())) {
      throw new GovernanceException(
          Reason.SECRET_CEREMONY_OVER, "at", TimePointSec.of(now), "until", plan.endsAt());
    }
  }

  static void requireOver(CeremonyPlan plan, Instant now) {
    if (!now.isAfter(plan.endsAt().toInstant())) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", TimePointSec.of(now), "notBefore", plan.endsAt());
    }
  }

  static <T> void requireNew(List<T> parts, Predicate<T> same, int trustee, String part) {
    if (parts.stream().anyMatch(same)) {
      throw new GovernanceException(Reason.SECRET_PART_TWICE, "trustee", trustee, "part", part);
    }
  }

  static void requireRight(boolean right, int trustee, String part) {
    if (!right) {
      throw new GovernanceException(Reason.SECRET_SHARE_INVALID, "trustee", trustee, "part", part);
    }
  }

  static void requireNumber(CeremonyPlan plan, int trustee) {
    if (trustee < 1 || trustee > plan.trustees().size()) {
      throw new GovernanceException(Reason.NOT_A_TRUSTEE, "account", trustee);
    }
  }

  static <T> List<T> with(List<T> parts, T part, Comparator<T> order) {
    List<T> all = new ArrayList<>(parts);
    all.add(part);
    all.sort(order);
    return all;
  }

  /** Commitments in the order of the trustees, if all are there. */
  static List<TrusteeCommitment> commitments(CeremonyRecord row) {
    return row.commitments().stream().map(CommitmentEntry::commitment).toList();
  }

  static VoidCeremony voided(CeremonyRecord row, int failed) {
    return new VoidCeremony(new CeremonyRecord(
        row.plan(),
        CeremonyStatus.VOID,
        row.commitments(),
        row.shares(),
        row.complaints(),
        row.confirmations(),
        failed));
  }
}
