package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.GroundKind;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mandate of a chairman of a section (полномочия председателя кооперативного участка). He is in office by election;
 * he represents the section only with three papers: a power of attorney in force, the minutes of his election and a
 * contract on material liability that cites the regulation in force (KU-05, KU-18).
 *
 * <p>An {@link ActingMandate} comes from {@link SectionMandates#elect} and may become an {@link EndedMandate}.
 */
public abstract sealed class SectionMandate permits ActingMandate, EndedMandate {
  final SectionMandateRecord row;

  /** What full powers rest on. */
  public enum Part {
    /** The office itself: elected, in term and not ended. */
    OFFICE,
    /** A power of attorney in force. */
    ATTORNEY,
    /** Signed minutes of the election. */
    MINUTES,
    /** A signed contract that cites the regulation in force. */
    LIABILITY,
    /** Representation that is not suspended (KU-21). */
    REPRESENTATION
  }

  SectionMandate(SectionMandateRecord row) {
    this.row = row;
  }

  /**
   * Restores a stored mandate.
   *
   * @param row what {@link #snapshot} gave
   * @return the mandate in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static SectionMandate restore(SectionMandateRecord row) {
    boolean ended = row.end() != MandateEnd.NONE;
    if (row.until().compareTo(row.from()) <= 0
        || ended == row.endedAt().equals(TimePointSec.EPOCH)
        || (ended && row.endedAt().compareTo(row.from()) < 0)) {
      throw new InvalidValueException(
          "the record of a mandate of section " + row.section() + " contradicts itself");
    }
    return ended ? new EndedMandate(row) : new ActingMandate(row);
  }

  /**
   * The mandate as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SectionMandateRecord snapshot() {
    return row;
  }

  /**
   * Number of the section.
   *
   * @return 1 or more
   */
  public long section() {
    return row.section();
  }

  /**
   * Who was elected.
   *
   * @return the account
   */
  public Name holder() {
    return row.holder();
  }

  /**
   * Whether the holder is in office.
   *
   * @param at the moment
   * @return whether the term runs and was not ended
   */
  public boolean isInOffice(Instant at) {
    return !at.isBefore(row.from().toInstant())
        && at.isBefore(row.until().toInstant())
        && (row.end() == MandateEnd.NONE || at.isBefore(row.endedAt().toInstant()));
  }

  /**
   * Whether a power of attorney is in force (KU-05).
   *
   * @param at the moment
   * @return whether one was issued and has neither ended nor been revoked
   */
  public boolean hasAttorney(Instant at) {
    return row.attorney().filter(issued -> issued.isValid(at)).isPresent();
  }

  /**
   * What full powers lack (KU-18).
   *
   * @param regulation digest of the regulation on material liability in force (BOARD-06)
   * @param at the moment
   * @return the missing parts in the order of the enum, empty for a valid mandate
   */
  public List<Part> missing(Checksum256 regulation, Instant at) {
    List<Part> missing = new ArrayList<>();
    if (!isInOffice(at)) {
      missing.add(Part.OFFICE);
    }
    if (!hasAttorney(at)) {
      missing.add(Part.ATTORNEY);
    }
    if (row.minutes().isEmpty()) {
      missing.add(Part.MINUTES);
    }
    if (row.liability().filter(paper -> paper.regulation().equals(regulation)).isEmpty()) {
      missing.add(Part.LIABILITY);
    }
    if (row.suspension().filter(suspended -> suspended.isInForce(at)).isPresent()) {
      missing.add(Part.REPRESENTATION);
    }
    return missing;
  }

  /**
   * Whether the holder has full powers (KU-18).
   *
   * @param regulation digest of the regulation on material liability in force
   * @param at the moment
   * @return whether nothing is {@link #missing}
   */
  public boolean isValid(Checksum256 regulation, Instant at) {
    return missing(regulation, at).isEmpty();
  }

  /**
   * Refuses an act that takes a legal entity, concerns another section, or lacks powers (KU-02, KU-17, KU-18).
   *
   * @param act what the holder wants to do
   * @param concerned number of the section the act is about
   * @param regulation digest of the regulation on material liability in force
   * @param now the moment
   * @throws GovernanceException SECTION_NO_PERSON, OUTSIDE_SECTION, SECTION_MANDATE_INCOMPLETE naming each missing part
   */
  public void requireAct(SectionAct act, long concerned, Checksum256 regulation, Instant now) {
    if (!act.isOfSubdivision()) {
      throw new GovernanceException(Reason.SECTION_NO_PERSON, "act", act);
    }
    if (concerned != section()) {
      throw new GovernanceException(Reason.OUTSIDE_SECTION, "act", act, "section", section());
    }
    List<Part> missing = missing(regulation, now);
    if (!missing.isEmpty()) {
      throw new GovernanceException(
          Reason.SECTION_MANDATE_INCOMPLETE, "section", section(), "missing", missing);
    }
  }

  /**
   * The mandate beside those of other bodies, which it has to go together with (KU-22).
   *
   * @return for the office SECTION_CHAIRMAN, until it ended or its term ends
   */
  public Mandate asOffice() {
    return new Mandate(
        row.holder(),
        Office.SECTION_CHAIRMAN,
        row.from(),
        row.end() == MandateEnd.NONE ? row.until() : row.endedAt(),
        new Ground(GroundKind.SECTION, row.meeting()));
  }

  void requireInOffice(Instant now) {
    if (!isInOffice(now)) {
      throw new GovernanceException(
          Reason.NOT_IN_BODY, "account", holder(), "body", "SECTION", "at", TimePointSec.of(now));
    }
  }

  /**
   * This mandate, if it was not ended.
   *
   * @return the mandate
   * @throws GovernanceException WRONG_STATE
   */
  public ActingMandate requireActing() {
    return States.require(
        this, ActingMandate.class, "mandate of section " + section(), row.end(), MandateEnd.NONE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SectionMandate mandate && row.equals(mandate.row);
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
