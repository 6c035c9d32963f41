package io.github.coopj.chain.msig;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is asked for a proposal, and who of them has approved it: a row of {@code approvals2}.
 *
 * @param version form of the row, 1
 * @param proposalName name of the proposal, the key
 * @param requested who has not approved, each with the time of his latest withdrawal, 0 for never
 * @param provided who has approved and when
 */
@AbiName("approvals_info")
public record Approvals(
    @AbiType("uint8") int version,
    @AbiName("proposal_name") Name proposalName,
    @AbiName("requested_approvals") List<Approval> requested,
    @AbiName("provided_approvals") List<Approval> provided) {
  /** Form of the rows that are written. */
  public static final int VERSION = 1;

  /** Copies the lists. */
  public Approvals {
    requested = List.copyOf(requested);
    provided = List.copyOf(provided);
  }

  /**
   * One who is asked.
   *
   * @param level permission that may approve
   * @param time when it approved or withdrew
   */
  @AbiName("approval")
  public record Approval(PermissionLevel level, TimePoint time) {}

  /** Nobody has approved yet. */
  static Approvals open(Name proposal, List<PermissionLevel> levels) {
    return new Approvals(
        VERSION,
        proposal,
        levels.stream().map(level -> new Approval(level, TimePoint.EPOCH)).toList(),
        List.of());
  }

  /** With the approval of a permission that was asked and has not approved, or nothing if it was not. */
  Optional<Approvals> approve(PermissionLevel level, TimePoint now) {
    return without(requested, level)
        .map(left ->
            new Approvals(version, proposalName, left, with(provided, new Approval(level, now))));
  }

  /** Without the approval of a permission, or nothing if it had not approved. */
  Optional<Approvals> withdraw(PermissionLevel level, TimePoint now) {
    return without(provided, level)
        .map(left ->
            new Approvals(version, proposalName, with(requested, new Approval(level, now)), left));
  }

  /**
   * Approvals that count: those given after the approver last took all his approvals back.
   *
   * @param lastInvalidation when an account did that, if ever
   */
  List<PermissionLevel> valid(Function<Name, Optional<TimePoint>> lastInvalidation) {
    List<PermissionLevel> valid = new ArrayList<>();
    for (Approval approval : provided) {
      boolean taken = lastInvalidation
          .apply(approval.level().actor())
          .map(last -> last.compareTo(approval.time()) >= 0)
          .orElse(false);
      if (!taken) {
        valid.add(approval.level());
      }
    }
    return valid;
  }

  private static Optional<List<Approval>> without(List<Approval> list, PermissionLevel level) {
    List<Approval> left = new ArrayList<>(list);
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).level().equals(level)) {
        left.remove(i);
        return Optional.of(left);
      }
    }
    return Optional.empty();
  }

  private static List<Approval> with(List<Approval> list, Approval added) {
    List<Approval> more = new ArrayList<>(list);
    more.add(added);
    return more;
  }
}
