package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.time.Period;
import java.util.Objects;
import java.util.Set;

/**
 * Rules of cooperative sections (кооперативные участки; KU-03, KU-07, KU-13, KU-14, KU-22, DMEET-01).
 *
 * @param trigger a section founded for the number of members needs more members than this; 0 for any number
 * @param createdBy whose decision founds and closes sections
 * @param quorumFirst share of the members of a section that its meeting needs
 * @param quorumRepeat share that every repeat meeting needs; not above the first
 * @param noticeDays least days of notice before a meeting of a section
 * @param chairTerm how long the mandate of a chairman of a section lasts
 * @param chairMayHeadCouncil whether the Chairman of the Council may chair a section too
 * @param suspensionGrounds grounds beside the law on which the Council may suspend the representation by a chairman of a
 *     section (KU-21)
 * @param idleDays calendar days without a meeting after which a section is listed as idle
 */
public record SectionPolicy(
    int trigger,
    Founder createdBy,
    QuorumShare quorumFirst,
    QuorumShare quorumRepeat,
    int noticeDays,
    Period chairTerm,
    boolean chairMayHeadCouncil,
    Set<RepresentationGround> suspensionGrounds,
    int idleDays) {
  /** Whose decision founds and closes sections. */
  public enum Founder {
    /** The Council. */
    COUNCIL,
    /** The general meeting. */
    MEETING
  }

  /** Refuses rules that contradict each other. */
  public SectionPolicy {
    Objects.requireNonNull(createdBy, "createdBy");
    suspensionGrounds = Set.copyOf(suspensionGrounds);
    if (!quorumFirst.isAtLeast(quorumRepeat)) {
      throw new InvalidValueException("section.quorumRepeat " + quorumRepeat
          + " must not be above section.quorumFirst " + quorumFirst);
    }
    if (trigger < 0 || noticeDays < 0 || idleDays < 1) {
      throw new InvalidValueException(
          "section.trigger and section.noticeDays must be 0 or more, section.idleDays 1 or more");
    }
    if (chairTerm.isZero() || chairTerm.isNegative()) {
      throw new InvalidValueException(
          "section.chairTerm must be longer than nothing, got " + chairTerm);
    }
  }

  /**
   * Whether the Council may suspend the representation by a chairman of a section on some ground (KU-21).
   *
   * @param ground the ground
   * @return true for the law, and for what the charter names
   */
  public boolean maySuspendFor(RepresentationGround ground) {
    return ground == RepresentationGround.LAW || suspensionGrounds.contains(ground);
  }
}
