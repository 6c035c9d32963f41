package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cooperative section (кооперативный участок, KU-01): active from its founding until it is closed, and never again. It is
 * a subdivision: it has a number, no account, and is neither a legal entity nor a branch (KU-02).
 *
 * <p>States arise through {@link #found}, {@link ActiveSection#close} or {@link #restore} only.
 */
public abstract sealed class Section permits ActiveSection, ClosedSection {
  final SectionRecord row;

  Section(SectionRecord row) {
    this.row = row;
  }

  /**
   * Founds a section. With the second one the cooperative begins to decide by representatives (KU-07, DMEET-02).
   *
   * @param id number of the section, 1 or more
   * @param plan what was decided
   * @param decision the decision on {@link SectionPlan#digest}
   * @param members active members of the cooperative
   * @param charter the charter in force
   * @param now the moment
   * @return the section, active from this second
   * @throws GovernanceException OTHER_COOPERATIVE, OUT_OF_ORDER before the decision took effect, SECTION_TRIGGER_NOT_MET
   *     if it is founded for the number of members and they are not more than the charter asks (DMEET-01)
   */
  public static ActiveSection found(
      long id,
      SectionPlan plan,
      SectionDecision decision,
      long members,
      Charter charter,
      Instant now) {
    if (!plan.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          plan.cooperative());
    }
    requireNotBefore(now, decision.at());
    long required = charter.sections().trigger() + 1L;
    if (plan.ground() == SectionGround.NUMBER && members < required) {
      throw new GovernanceException(
          Reason.SECTION_TRIGGER_NOT_MET, "members", members, "required", required);
    }
    SectionRecord row = new SectionRecord(
        id, plan, decision, TimePointSec.of(now), Optional.empty(), TimePointSec.EPOCH);
    requireConsistent(row);
    return new ActiveSection(row);
  }

  /**
   * Restores a stored section.
   *
   * @param row what {@link #snapshot} gave
   * @return the section in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static Section restore(SectionRecord row) {
    requireConsistent(row);
    return row.closing().isPresent() ? new ClosedSection(row) : new ActiveSection(row);
  }

  private static void requireConsistent(SectionRecord row) {
    if (row.id() < 1) {
      throw new InvalidValueException("number of a section must be 1 or more, got " + row.id());
    }
    boolean closed = !row.closedAt().equals(TimePointSec.EPOCH);
    if (closed != row.closing().isPresent()
        || row.activeFrom().compareTo(row.founding().at()) < 0
        || (closed && row.closedAt().compareTo(row.activeFrom()) < 0)) {
      throw new InvalidValueException("the record of section " + row.id() + " contradicts itself");
    }
  }

  static void requireNotBefore(Instant now, TimePointSec earliest) {
    TimePointSec at = TimePointSec.of(now);
    if (at.compareTo(earliest) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", earliest);
    }
  }

  /**
   * The section as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SectionRecord snapshot() {
    return row;
  }

  /**
   * Number of the section.
   *
   * @return 1 or more
   */
  public long id() {
    return row.id();
  }

  /**
   * Whether it was a section at a moment.
   *
   * @param at the moment
   * @return whether it was founded by then and not closed yet
   */
  public boolean isActive(Instant at) {
    return !at.isBefore(row.activeFrom().toInstant())
        && (row.closing().isEmpty() || at.isBefore(row.closedAt().toInstant()));
  }

  /**
   * This section, if it is active.
   *
   * @return the active section
   * @throws GovernanceException WRONG_STATE
   */
  public ActiveSection requireActive() {
    return States.require(
        this, ActiveSection.class, "section " + id(), status(), SectionStatus.ACTIVE);
  }

  /**
   * How far the section has come.
   *
   * @return the status that belongs to the state
   */
  public SectionStatus status() {
    return row.closing().isPresent() ? SectionStatus.CLOSED : SectionStatus.ACTIVE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Section section && row.equals(section.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
