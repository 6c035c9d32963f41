package io.github.coopj.governance.matter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the general meeting has decided on a matter (MEET-24). It binds Council, Board and sections from the moment it takes
 * effect: they may carry it out and repeat it, and may not decide otherwise (MEET-01).
 *
 * @param matter key of the matter
 * @param decision number of the meeting's decision
 * @param subject digest of what was decided, or of what was cancelled
 * @param cancelled whether the meeting cancelled the subject and put nothing in its place
 * @param effectiveAt from when it binds
 */
public record Ruling(
    Checksum256 matter,
    @AbiType("uint64") long decision,
    Checksum256 subject,
    boolean cancelled,
    TimePointSec effectiveAt) {
  /** Refuses a ruling on nothing. */
  public Ruling {
    if (matter.equals(Checksum256.ZERO) || subject.equals(Checksum256.ZERO) || decision < 1) {
      throw new InvalidValueException("a ruling names its matter, its decision and its subject");
    }
  }

  /**
   * The later of two rulings on a matter, which counts; of equally old ones the one with the higher number.
   *
   * @param one a ruling, if there is one
   * @param other another, if there is one
   * @return the later
   */
  public static Optional<Ruling> later(Optional<Ruling> one, Optional<Ruling> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    int order = one.get().effectiveAt.compareTo(other.get().effectiveAt);
    boolean first = order == 0 ? one.get().decision > other.get().decision : order > 0;
    return first ? one : other;
  }

  /**
   * The ruling that counts on a matter.
   *
   * @param rulings rulings on any matters
   * @param matter key of the matter
   * @return the latest on it, if there is one
   */
  public static Optional<Ruling> on(List<Ruling> rulings, Checksum256 matter) {
    Optional<Ruling> standing = Optional.empty();
    for (Ruling ruling : rulings) {
      if (ruling.matter.equals(matter)) {
        standing = later(standing, Optional.of(ruling));
      }
    }
    return standing;
  }

  /**
   * Keeps a ruling in the place of the one before on the same matter.
   *
   * @param rulings rulings on any matters, one on each
   * @param next the ruling
   * @return the rulings with the later of the two
   */
  public static List<Ruling> with(List<Ruling> rulings, Ruling next) {
    List<Ruling> all = new ArrayList<>(rulings);
    all.removeIf(ruling -> ruling.matter.equals(next.matter));
    all.add(later(on(rulings, next.matter), Optional.of(next)).orElseThrow());
    return List.copyOf(all);
  }

  /**
   * Whether a lower body would decide otherwise.
   *
   * @param proposed digest of what it would decide
   * @param at the moment
   * @return false before the ruling binds, and for the same decision once more
   */
  public boolean isContrary(Checksum256 proposed, Instant at) {
    return !at.isBefore(effectiveAt.toInstant()) && proposed.equals(subject) == cancelled;
  }

  /**
   * Refuses what a lower body would decide against the meeting (MEET-24).
   *
   * @param standing the ruling on the matter, if there is one
   * @param proposed digest of what the lower body would decide
   * @param at the moment
   * @throws GovernanceException MEETING_HAS_DECIDED
   */
  public static void requireFree(Optional<Ruling> standing, Checksum256 proposed, Instant at) {
    if (standing.isPresent() && standing.get().isContrary(proposed, at)) {
      throw new GovernanceException(
          Reason.MEETING_HAS_DECIDED,
          "matter",
          standing.get().matter,
          "decision",
          standing.get().decision);
    }
  }

  /**
   * Refuses to act on a decision of a lower body that the meeting has overridden since (MEET-01).
   *
   * @param standing the ruling on its matter, if there is one
   * @param decision number of the decision
   * @param subject digest of what it decided
   * @param at the moment
   * @throws GovernanceException DECISION_OVERRIDDEN
   */
  public static void requireStanding(
      Optional<Ruling> standing, long decision, Checksum256 subject, Instant at) {
    if (standing.isPresent() && standing.get().isContrary(subject, at)) {
      throw new GovernanceException(
          Reason.DECISION_OVERRIDDEN, "decision", decision, "by", standing.get().decision);
    }
  }
}
